"""What a user sets for feeds and folders."""

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest

from reader.library.editing import change_feed, folder_named, move_feed, rename_folder, set_paused
from reader.library.library import Library
from reader.library.marking import set_read
from reader.library.reading import article_ids, list_feeds
from reader.library.refreshing import refresh
from reader.library.schedule import is_asked, is_due
from reader.library.sources import add_source, named_source, remove_feed
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedSettings
from reader.model.filters import ArticleFilter
from tests.library.samples import PORT_POST
from tests.servers.site import Site

ALL_SET = FeedSettings("Mine", "News/Sea", 90, 500, True)


def add(library: Library, site: Site, path: str = "/port", folder: str | None = None) -> Feed:
    site.pages |= {path: PORT_POST}
    feed = add_source(library, named_source(site.url(path)), folder=folder)
    asyncio.run(refresh(library, [feed], lambda report: None))
    return here(library, feed)


def here(library: Library, feed: Feed) -> Feed:
    [found] = [summary.feed for summary in list_feeds(library) if summary.feed.id == feed.id]
    return found


def test_all_that_can_be_set_is_set_and_left_to_others_again(library: Library, site: Site) -> None:
    feed = add(library, site)
    assert feed.settings == FeedSettings()

    changed = change_feed(library, feed.id, asdict(ALL_SET))

    assert changed == here(library, feed)
    assert (changed.settings, changed.title, changed.folder) == (ALL_SET, "Mine", "News/Sea")
    assert change_feed(library, feed.id, asdict(FeedSettings())) == feed


def test_titles_and_folders_are_made_safe_and_blank_ones_are_none(library: Library, site: Site) -> None:
    feed = add(library, site)
    changed = change_feed(library, feed.id, {"title": "\x1b[31mMine\n", "folder": " News / Sea\x07 / "})
    assert changed is not None
    assert (changed.title.isprintable(), changed.folder) == (True, "News/Sea")
    blank = change_feed(library, feed.id, {"title": "  ", "folder": " / "})
    assert blank is not None
    assert (blank.title, blank.folder) == ("Port Post", None)


def test_what_is_not_changed_stays_as_another_process_has_set_it(library: Library, site: Site) -> None:
    feed = add(library, site)
    change_feed(library, feed.id, {"title": "Mine", "interval": 90})
    change_feed(library, feed.id, {"folder": "Sea", "keep": 500})
    set_paused(library, [feed.id], True)
    assert here(library, feed).settings == FeedSettings("Mine", "Sea", 90, 500, True)
    change_feed(library, feed.id, {"title": None})
    assert here(library, feed).settings == FeedSettings(None, "Sea", 90, 500, True)


def test_feeds_are_paused_together_and_those_that_were_stay_so_since_then(library: Library, site: Site) -> None:
    first, second, other = (add(library, site, path) for path in ("/a", "/b", "/c"))
    set_paused(library, [first.id], True)
    paused = here(library, first)
    set_paused(library, [first.id, second.id], True)
    assert here(library, first) == paused
    assert here(library, second).settings.paused
    set_paused(library, [first.id, second.id], False)
    assert [here(library, feed) for feed in (first, second, other)] == [first, second, other]


def test_a_feed_that_is_no_more_is_not_changed(library: Library, site: Site) -> None:
    feed = add(library, site)
    remove_feed(library, feed.id)
    assert change_feed(library, feed.id, asdict(ALL_SET)) is None


def test_a_paused_feed_is_not_asked_until_it_goes_on(library: Library, site: Site) -> None:
    feed = add(library, site)
    now = datetime.now(UTC)
    assert (is_asked(feed), is_due(feed, now)) == (True, True)
    paused = change_feed(library, feed.id, {"paused": True})
    assert paused is not None
    assert (is_asked(paused), is_due(paused, now)) == (False, False)
    assert change_feed(library, feed.id, {"paused": True}) == paused  # since when, stays
    assert change_feed(library, feed.id, {"paused": False}) == feed


def test_a_chosen_interval_counts_at_once_and_whatever_the_server_wishes(library: Library, site: Site) -> None:
    site.scripts = {"/port": (200, {"Cache-Control": "max-age=7200"})}
    feed = add(library, site)
    assert feed.refreshed_at is not None
    assert feed.due_at == feed.refreshed_at + timedelta(hours=2)

    changed = change_feed(library, feed.id, {"interval": 90})
    assert changed is not None
    assert changed.due_at == feed.refreshed_at + timedelta(minutes=90)
    asyncio.run(refresh(library, [changed], lambda report: None))
    again = here(library, feed)
    assert again.refreshed_at is not None
    assert again.due_at == again.refreshed_at + timedelta(minutes=90)

    undone = change_feed(library, feed.id, {"interval": None})
    assert undone is not None
    assert undone.due_at is None


def test_a_failing_feed_is_not_asked_sooner_for_a_chosen_interval(library: Library, site: Site) -> None:
    feed = add(library, site)
    site.pages = {}
    asyncio.run(refresh(library, [feed], lambda report: None))
    failing = here(library, feed)
    changed = change_feed(library, feed.id, {"interval": 1})
    assert changed is not None
    assert changed.due_at == failing.due_at


def test_a_renamed_folder_takes_its_feeds_along_and_may_join_another(library: Library, site: Site) -> None:
    feeds = [add(library, site, path, folder) for path, folder in (("/a", "Sea"), ("/b", "Sea"), ("/c", "Ports"))]
    assert rename_folder(library, "Sea", " Ships ") == "Ships"
    assert [here(library, feed).folder for feed in feeds] == ["Ships", "Ships", "Ports"]
    assert rename_folder(library, "Ships", "Ports") == "Ports"
    assert [here(library, feed).folder for feed in feeds] == ["Ports"] * 3
    assert rename_folder(library, "Ports", " ") is None
    assert here(library, feeds[0]).folder == "Ports"


def test_a_renamed_folder_takes_the_folders_in_it_along(library: Library, site: Site) -> None:
    paths = (("/a", "Nöws/Sea"), ("/b", "Nöws"), ("/c", "Nöws and more"))
    feeds = [add(library, site, path, folder) for path, folder in paths]
    rename_folder(library, "Nöws", "Press/Nöws")
    assert [here(library, feed).folder for feed in feeds] == ["Press/Nöws/Sea", "Press/Nöws", "Nöws and more"]
    rename_folder(library, "Press", "Papers")
    assert [here(library, feed).folder for feed in feeds] == ["Papers/Nöws/Sea", "Papers/Nöws", "Nöws and more"]


@pytest.mark.parametrize(("words", "path"), [("Sea", "Sea"), ("News / Sea/", "News/Sea"), ("/", None), (None, None)])
def test_folders_lie_in_one_another(words: str | None, path: str | None) -> None:
    assert folder_named(words) == path


def test_a_feed_is_asked_at_its_new_address_with_all_that_was_read_in_it(library: Library, site: Site) -> None:
    feed = add(library, site)
    set_read(library, article_ids(library, ArticleFilter())[:2], True)
    site.pages = {"/new": PORT_POST}
    asyncio.run(refresh(library, [feed], lambda report: None))
    assert here(library, feed).error

    moved = move_feed(library, feed.id, named_source(site.url("/new")))

    assert moved == here(library, feed)
    assert (moved.source.location, moved.error, moved.failures, moved.due_at) == (site.url("/new"), None, 0, None)
    asyncio.run(refresh(library, [moved], lambda report: None))
    assert len(article_ids(library, ArticleFilter())) == 3
    assert len(article_ids(library, ArticleFilter(unread=True))) == 1
    assert add_source(library, named_source(site.url("/port"))).id == feed.id


def test_a_password_moves_along_within_its_site_and_goes_nowhere_else(library: Library, site: Site) -> None:
    feed = add_source(library, named_source("https://me:s3cret@port.example/old"))
    moved = move_feed(library, feed.id, named_source("https://port.example/new"))
    assert moved is not None
    assert moved.source.location == "https://me:s3cret@port.example/new"
    elsewhere = move_feed(library, feed.id, named_source("https://wire.example/new"))
    assert elsewhere is not None
    assert elsewhere.source.location == "https://wire.example/new"


def test_no_feed_takes_the_address_of_another_or_leaves_the_web(library: Library, site: Site) -> None:
    port, wire = add(library, site), add(library, site, "/wire")
    with pytest.raises(UsageError, match=r"Port Post: .*/wire is the address of another feed"):
        move_feed(library, port.id, wire.source)
    with pytest.raises(UsageError, match="only a feed on the web"):
        move_feed(library, port.id, named_source(str(library.data_dir)))
    assert move_feed(library, port.id, port.source) == port
    remove_feed(library, port.id)
    assert move_feed(library, port.id, named_source(site.url("/new"))) is None
