from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.fetch.hosts import FIRST_SPACING, LEAST_WAIT
from reader.library.library import Library
from reader.library.marking import set_read
from reader.library.reading import article_ids, list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.library.storing import remembered_hosts
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.model.outcome import Failed, Held, NotModified, Postponed, Refreshed, RefreshOutcome
from tests.library.samples import PORT_POST, rss
from tests.servers.site import Site

HOST = "127.0.0.1"


def add(library: Library, word: str | Path) -> Feed:
    return add_source(library, named_source(str(word)))


async def refreshed(library: Library, *feeds: Feed) -> list[RefreshOutcome]:
    """Refresh feeds and give the outcomes as they come."""
    found: list[RefreshOutcome] = []
    await refresh(library, feeds, lambda report: found.append(report.outcome))
    return found


def only(library: Library) -> Feed:
    """Give the only feed as it is now."""
    [summary] = list_feeds(library)
    return summary.feed


async def test_a_server_without_validators_costs_no_parsing_when_nothing_has_changed(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/port"], site.scripts["/port"] = PORT_POST, (200, {"Content-Type": "application/rss+xml"})
    feed = add(library, site.url("/port"))
    assert await refreshed(library, feed) == [Refreshed(3, 0)]

    monkeypatch.setattr("reader.library.workers.Workers.parse", None)
    assert await refreshed(library, feed) == [NotModified()]
    assert site.statuses == [200, 200]


async def test_validators_given_with_a_304_are_taken(library: Library, site: Site) -> None:
    site.pages["/port"], site.scripts["/port"] = PORT_POST, (200, {"ETag": '"1"'})
    feed = add(library, site.url("/port"))
    await refreshed(library, feed)
    site.scripts["/port"] = (304, {"ETag": '"2"'})
    assert await refreshed(library, feed) == [NotModified()]
    etag = library.connection.execute("SELECT etag FROM feed").fetchone()
    assert etag == ('"2"',)


async def test_a_feed_is_due_when_its_answer_is_no_longer_fresh(library: Library, site: Site) -> None:
    site.pages["/port"], site.scripts["/port"] = PORT_POST, (200, {"Cache-Control": "max-age=7200"})
    await refreshed(library, add(library, site.url("/port")))
    feed = only(library)
    assert feed.due_at is not None
    assert feed.refreshed_at is not None
    assert feed.due_at - feed.refreshed_at == timedelta(hours=2)


async def test_a_feed_moves_for_good_with_all_that_was_read_in_it(library: Library, site: Site) -> None:
    site.pages["/old"] = PORT_POST
    feed = add(library, site.url("/old"))
    await refreshed(library, feed)
    set_read(library, list(article_ids(library, ArticleFilter()))[:2], True)
    site.pages["/new"] = PORT_POST + b"<!-- moved -->"
    site.scripts["/old"] = (301, {"Location": "/between"})
    site.scripts["/between"] = (308, {"Location": "/new"})

    assert await refreshed(library, feed) == [Refreshed(0, 0)]

    assert only(library).source.location == site.url("/new")
    assert len(article_ids(library, ArticleFilter(unread=True))) == 1
    assert await refreshed(library, only(library)) == [NotModified()]

    assert add(library, site.url("/old")).id == feed.id
    assert only(library).source.location == site.url("/new")


async def test_a_new_address_that_has_moved_to_a_held_feed_is_that_feeds(library: Library, site: Site) -> None:
    site.pages["/feed"] = PORT_POST
    site.scripts["/old"] = (301, {"Location": "/feed"})
    feed = add(library, site.url("/feed"))
    await refreshed(library, feed)

    assert await refreshed(library, add(library, site.url("/old"))) == [Held(only(library))]

    assert only(library).id == feed.id == add(library, site.url("/old")).id


async def test_a_feed_that_was_read_stays_one_when_it_moves_to_another(library: Library, site: Site) -> None:
    site.pages = {"/feed": PORT_POST, "/old": PORT_POST}
    feeds = [add(library, site.url(path)) for path in ("/feed", "/old")]
    await refreshed(library, *feeds)
    site.scripts["/old"] = (301, {"Location": "/feed"})

    [old] = [one.feed for one in list_feeds(library) if one.feed.id == feeds[1].id]
    await refreshed(library, old)

    assert len(list_feeds(library)) == 2


@pytest.mark.parametrize(("first", "second"), [(301, 302), (307, 301)])
async def test_a_feed_keeps_its_address_if_one_redirect_is_for_now(
    library: Library, site: Site, first: int, second: int
) -> None:
    site.pages["/new"] = PORT_POST
    site.scripts = {"/old": (first, {"Location": "/between"}), "/between": (second, {"Location": "/new"})}
    assert await refreshed(library, add(library, site.url("/old"))) == [Refreshed(3, 0)]
    assert only(library).source.location == site.url("/old")


async def test_a_feed_does_not_move_to_a_page_that_is_no_feed(library: Library, site: Site) -> None:
    site.pages["/login"], site.scripts["/old"] = b"<html><p>Who are you?", (301, {"Location": "/login"})
    [outcome] = await refreshed(library, add(library, site.url("/old")))
    assert isinstance(outcome, Failed)
    assert only(library).source.location == site.url("/old")


async def test_a_feed_that_is_gone_has_ended(library: Library, site: Site) -> None:
    site.scripts["/port"] = (410, {})
    [outcome] = await refreshed(library, add(library, site.url("/port")))
    assert isinstance(outcome, Failed)
    assert outcome.ended
    assert "has ended" in outcome.reason
    assert only(library).ended_at is not None


async def test_a_failing_feed_is_due_later_and_later(library: Library, site: Site) -> None:
    feed = add(library, site.url("/missing"))
    pauses = []
    for _ in range(3):
        await refreshed(library, feed)
        feed = only(library)
        assert feed.due_at is not None
        pauses.append(round((feed.due_at - datetime.now(UTC)) / timedelta(minutes=10)))
    assert pauses == [1, 2, 4]
    assert feed.failures == 3


async def test_a_host_that_complains_is_left_alone_and_no_other(library: Library, site: Site) -> None:
    site.scripts = {f"/{number}": (429, {"Retry-After": "600"}) for number in range(40)}
    feeds = [add(library, site.url(f"/{number}")) for number in range(40)]
    local = library.data_dir / "wire.xml"
    local.write_bytes(rss("Wire", ("Offer rejected", "Dockers reject.")))

    outcomes = await refreshed(library, *feeds, add(library, local))

    assert sum(isinstance(outcome, Postponed) for outcome in outcomes) == 40
    assert Refreshed(1, 0) in outcomes
    assert 1 <= len(site.statuses) <= 4  # those that were on their way when the first answer came
    memory = remembered_hosts(library)[HOST]
    assert memory.spacing == FIRST_SPACING
    assert memory.wait_until is not None
    assert memory.wait_until - datetime.now(UTC) > timedelta(minutes=9)
    assert {summary.feed.error for summary in list_feeds(library)} == {None}

    asked = len(site.statuses)
    for feed in feeds[:2]:
        assert isinstance((await refreshed(library, feed))[0], Postponed)
        assert remembered_hosts(library)[HOST] == memory
    assert len(site.statuses) == asked


async def test_503_with_a_time_is_a_complaint_and_without_one_a_failure(library: Library, site: Site) -> None:
    site.scripts = {"/busy": (503, {"Retry-After": "1"}), "/broken": (503, {})}
    [broken] = await refreshed(library, add(library, site.url("/broken")))
    assert isinstance(broken, Failed)
    [busy] = await refreshed(library, add(library, site.url("/busy")))
    assert isinstance(busy, Postponed)
    assert busy.reason.startswith("127.0.0.1: the server asks to be left alone until ")
    assert busy.until - datetime.now(UTC) <= timedelta(seconds=LEAST_WAIT)
