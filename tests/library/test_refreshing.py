import asyncio
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.fetch import files
from reader.fetch.fetching import fetch
from reader.fetch.http import HttpClient
from reader.library import refreshing, storing
from reader.library.library import Library, open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids, article_rows, get_article, list_feeds
from reader.library.refreshing import refresh
from reader.library.relating import related_articles
from reader.library.sources import add_source, named_source, remove_feed
from reader.model.feed import Feed, FeedKind
from reader.model.filters import ArticleFilter
from reader.model.outcome import Failed, NotModified, Refreshed, RefreshOutcome, RefreshReport
from reader.model.raw import FoundFile, Known, RawFile
from reader.model.source import Source
from tests.library.samples import PORT_POST, let_removals_be_old, rss
from tests.servers.site import Site

EVERYTHING = ArticleFilter()


def add(library: Library, word: str | Path) -> Feed:
    return add_source(library, named_source(str(word)))


async def outcomes(library: Library, *feeds: Feed) -> list[RefreshOutcome]:
    """Refresh feeds and give their outcomes in the order of the feeds."""
    reports: dict[int | None, RefreshReport] = {}

    def note(report: RefreshReport) -> None:
        reports[report.feed_id] = report

    await refresh(library, feeds, note)
    return [reports[feed.id].outcome for feed in feeds]


def titles(library: Library, wanted: ArticleFilter = EVERYTHING) -> list[str]:
    return [row.title for row in article_rows(library, article_ids(library, wanted))]


def held(library: Library) -> int:
    """Count all articles in the database, hidden ones too."""
    count: int = library.connection.execute("SELECT count(*) FROM article").fetchone()[0]
    return count


def id_of(library: Library, title: str) -> int:
    [found] = [row.id for row in article_rows(library, article_ids(library, EVERYTHING)) if row.title == title]
    return found


async def test_feeds_are_refreshed_side_by_side_and_failures_stay_alone(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/wire": rss("Wire", ("Offer rejected", "Dockers reject.")), "/page": b"<p>Hello"}
    feeds = [add(library, site.url(path)) for path in ("/port", "/gone", "/page", "/wire")]

    found = await outcomes(library, *feeds)

    assert [found[0], found[3]] == [Refreshed(3, 0), Refreshed(1, 0)]
    assert isinstance(found[1], Failed)
    assert "404" in found[1].reason
    assert isinstance(found[2], Failed)
    assert len(titles(library)) == 4


async def test_a_slow_feed_holds_up_no_other_one(library: Library, site: Site) -> None:
    site.pages = {"/slow": PORT_POST, "/quick": rss("Quick", ("Quick news", "Now."))}
    site.held = {"/slow"}
    slow, quick = add(library, site.url("/slow")), add(library, site.url("/quick"))
    done: list[str] = []

    def note(report: RefreshReport) -> None:
        done.append(report.feed)
        site.release.set()

    await refresh(library, [slow, quick], note)

    assert done == ["Quick", "Port Post"]


async def test_articles_with_equal_dates_or_none_stand_in_the_order_of_their_feed(library: Library, site: Site) -> None:
    names = [f"News {number}" for number in range(storing.ARTICLES_AT_ONCE + 3)]
    items = "".join(f"<item><title>{name}</title><guid>{name}</guid></item>" for name in names)
    site.pages["/undated"] = f"<rss version='2.0'><channel><title>Undated</title>{items}</channel></rss>".encode()
    feed = add(library, site.url("/undated"))

    await outcomes(library, feed)

    assert titles(library) == names
    site.pages["/undated"] = site.pages["/undated"].replace(
        b"<item>", b"<item><title>Newer</title></item><item><title>New</title></item><item>", 1
    )
    await outcomes(library, feed)
    assert titles(library) == ["Newer", "New", *names]


async def test_what_a_feed_says_of_itself_is_noted(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST}

    await outcomes(library, add(library, site.url("/port")))

    [summary] = list_feeds(library)
    assert (summary.feed.title, summary.feed.kind, summary.feed.site) == (
        "Port Post",
        FeedKind.RSS,
        "https://example.org/",
    )
    assert (summary.unread, summary.total, summary.feed.error) == (3, 3, None)
    assert summary.feed.refreshed_at


async def test_what_has_not_changed_is_not_sent_again(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    feed = add(library, site.url("/port"))

    assert await outcomes(library, feed) == [Refreshed(3, 0)]
    assert await outcomes(library, feed) == [NotModified()]
    assert site.statuses == [200, 304]


async def test_a_failure_is_remembered_since_when_until_it_is_over(library: Library, site: Site) -> None:
    feed = add(library, site.url("/port"))
    await outcomes(library, feed)
    [first] = list_feeds(library)
    await outcomes(library, feed)
    [second] = list_feeds(library)
    site.pages = {"/port": PORT_POST}
    await outcomes(library, feed)
    [third] = list_feeds(library)

    assert first.feed.error
    assert first.feed.refreshed_at is None
    assert first.feed.failing_since
    assert second.feed.failing_since == first.feed.failing_since
    assert (third.feed.error, third.feed.failing_since) == (None, None)


async def test_a_failure_touches_nothing_that_is_stored(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    feed = add(library, site.url("/port"))
    await outcomes(library, feed)
    site.pages = {}

    [outcome] = await outcomes(library, feed)

    assert isinstance(outcome, Failed)
    [summary] = list_feeds(library)
    assert (summary.total, summary.feed.title) == (3, "Port Post")


async def test_a_changed_article_is_changed_in_its_place_and_stays_read(library: Library, site: Site) -> None:
    site.pages = {"/port": rss("Port Post", ("Strike", "It begins."), ("Weather", "Rain."))}
    feed = add(library, site.url("/port"))
    await outcomes(library, feed)
    strike = id_of(library, "Strike")
    set_read(library, [strike], True)
    site.pages = {"/port": rss("Port Post", ("Strike", "It is over, says the mediator."), ("Weather", "Rain."))}

    assert await outcomes(library, feed) == [Refreshed(0, 1)]

    article = get_article(library, strike)
    assert article.text == "It is over, says the mediator."
    assert article.state.read_at
    assert titles(library, ArticleFilter(words="mediator")) == ["Strike"]
    assert titles(library, ArticleFilter(words="begins")) == []


async def test_new_articles_can_be_searched_and_have_related_ones(library: Library, tmp_path: Path) -> None:
    (tmp_path / "port.xml").write_bytes(PORT_POST)
    await outcomes(library, add(library, tmp_path / "port.xml"))

    assert titles(library, ArticleFilter(words='"third day"')) == ["Harbour strike enters day three"]
    related = related_articles(library, id_of(library, "Harbour strike enters day three"))
    assert [found.row.title for found in related] == ["Talks stall as cranes stand idle"]


async def test_a_folder_is_followed_file_by_file(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "one.txt").write_text("First note\n\nIt is about cranes.\n")
    (folder / "two.txt").write_text("Second note\n\nIt is about ships.\n")
    feed = add(library, folder)
    assert await outcomes(library, feed) == [Refreshed(2, 0)]
    assert await outcomes(library, feed) == [NotModified()]
    first = id_of(library, "First note")
    set_read(library, [first], True)

    (folder / "one.txt").write_text("First note\n\nIt is about cranes and pigeons.\n")
    (folder / "two.txt").unlink()
    (folder / "three.md").write_text("# Third note\n\nIt is about *tides*.\n")
    assert await outcomes(library, feed) == [Refreshed(1, 1)]

    assert sorted(titles(library)) == ["First note", "Second note", "Third note"]
    assert "pigeons" in get_article(library, first).text
    assert get_article(library, first).state.read_at
    assert "ships" in get_article(library, id_of(library, "Second note")).text


async def test_a_file_that_is_only_touched_is_no_change(library: Library, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A note\n\nOn ships.\n")
    feed = add(library, note)
    await outcomes(library, feed)

    os.utime(note, (1, 1))

    assert await outcomes(library, feed) == [Refreshed(0, 0)]
    assert await outcomes(library, feed) == [NotModified()]


async def test_a_file_that_comes_back_is_the_same_article(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "one.txt").write_text("One note\n\nOn ships.\n")
    (folder / "two.txt").write_text("Two notes\n\nOn tides.\n")
    feed = add(library, folder)
    await outcomes(library, feed)
    set_read(library, [id_of(library, "Two notes")], True)
    (folder / "two.txt").rename(tmp_path / "two.txt")
    await outcomes(library, feed)
    (tmp_path / "two.txt").rename(folder / "two.txt")

    await outcomes(library, feed)

    assert sorted(titles(library)) == ["One note", "Two notes"]
    assert titles(library, ArticleFilter(unread=True)) == ["One note"]


async def test_an_unreadable_file_leaves_the_others_alone(library: Library, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A note\n\nOn ships.\n")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 10)

    [outcome] = await outcomes(library, add(library, tmp_path))

    assert isinstance(outcome, Refreshed)
    assert outcome.new == 1
    [problem] = outcome.problems
    assert "bad.txt" in problem


async def test_a_large_folder_is_taken_in_portions(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "FILES_AT_ONCE", 7)
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Note number {number}\n\nIt says {number}.\n")

    feed = add(library, tmp_path)

    assert await outcomes(library, feed) == [Refreshed(40, 0)]
    assert await outcomes(library, feed) == [NotModified()]


async def test_a_large_folder_is_never_in_memory_as_a_whole(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portions: list[list[str]] = []

    def load(found: Sequence[FoundFile]) -> tuple[list[RawFile], list[str]]:
        portions.append([file.key for file in found])
        return files.load(found)

    monkeypatch.setattr(refreshing, "load", load)
    monkeypatch.setattr(refreshing, "FILES_AT_ONCE", 3)
    monkeypatch.setattr(refreshing, "PORTION_BYTES", 1000)
    for name, size in (("a", 10), ("b", 2000), ("c", 10), ("d", 200_000), ("e", 10), ("f", 10), ("g", 10)):
        (tmp_path / f"{name}.txt").write_text(name * size)

    assert await outcomes(library, add(library, tmp_path)) == [Refreshed(7, 0)]
    assert sorted(portions) == [["a.txt", "b.txt"], ["c.txt", "e.txt", "f.txt"], ["d.txt"], ["g.txt"]]


async def test_a_feed_that_is_added_again_keeps_its_marks(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    feed = add(library, site.url("/port"))
    await outcomes(library, feed)
    set_read(library, [id_of(library, "Old port, new owner")], True)
    set_bookmarked(library, [id_of(library, "Talks stall as cranes stand idle")], True)

    remove_feed(library, feed.id)
    assert list_feeds(library) == []
    let_removals_be_old(library)
    await outcomes(library)
    assert titles(library) == ["Talks stall as cranes stand idle"]
    again = add(library, site.url("/port"))
    [outcome] = await outcomes(library, again)

    assert outcome == Refreshed(2, 0)
    assert again.id == feed.id
    assert titles(library, ArticleFilter(bookmarked=True)) == ["Talks stall as cranes stand idle"]
    assert "Old port, new owner" not in titles(library, ArticleFilter(unread=True))


async def test_a_feed_that_is_removed_while_it_is_fetched_stays_removed(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    site.held = {"/port"}
    feed = add(library, site.url("/port"))

    refreshing_it = asyncio.create_task(refresh(library, [feed], lambda report: None))
    await asyncio.to_thread(remove_feed, library, feed.id)
    site.release.set()
    await refreshing_it

    assert list_feeds(library) == []
    assert titles(library) == []
    assert await outcomes(library, add(library, site.url("/port"))) == [Refreshed(3, 0)]


@pytest.mark.parametrize("answer", [(304, {"ETag": '"2"'}), (429, {}), (500, {})])
async def test_what_is_said_of_a_feed_that_was_removed_meanwhile_is_not_noted(
    library: Library, site: Site, answer: tuple[int, dict[str, str]]
) -> None:
    site.scripts, site.held = {"/port": answer}, {"/port"}
    feed = add(library, site.url("/port"))

    refreshing_it = asyncio.create_task(refresh(library, [feed], lambda report: None))
    await asyncio.to_thread(remove_feed, library, feed.id)
    site.release.set()
    await refreshing_it

    ask = "SELECT etag, refreshed_at, due_at, error, failures FROM feed"
    assert library.connection.execute(ask).fetchall() == [(None, None, None, None, 0)]


async def test_a_feed_that_is_added_again_at_once_has_its_articles_at_once(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    feed = add(library, site.url("/port"))
    await outcomes(library, feed)
    remove_feed(library, feed.id)

    again = add(library, site.url("/port"))

    assert len(titles(library)) == 3
    assert await outcomes(library, again) == [Refreshed(0, 0)]


async def test_a_refresh_goes_on_with_leftovers_where_the_last_one_stopped(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages = {"/port": rss("Port Post", *[(f"Report {number}", "Fog.") for number in range(25)])}
    feed = add(library, site.url("/port"))
    await outcomes(library, feed)
    remove_feed(library, feed.id)
    let_removals_be_old(library)

    monkeypatch.setattr(refreshing, "TIDY_SECONDS", 0)
    await outcomes(library)
    assert held(library) == 25
    monkeypatch.undo()
    await outcomes(library)
    assert held(library) == 0


async def test_leftovers_of_removed_feeds_are_purged(library: Library, tmp_path: Path) -> None:
    (tmp_path / "port.xml").write_bytes(PORT_POST)
    feed = add(library, tmp_path / "port.xml")
    await outcomes(library, feed)
    bookmarked = id_of(library, "Old port, new owner")
    set_bookmarked(library, [bookmarked], True)
    remove_feed(library, feed.id)
    set_bookmarked(library, [bookmarked], False)

    await outcomes(library)
    assert held(library) == 3
    let_removals_be_old(library)
    await outcomes(library)

    assert held(library) == 0
    assert titles(library, ArticleFilter(words="terminal")) == []


async def test_two_refreshers_at_once_store_each_article_once(tmp_path: Path, site: Site) -> None:
    site.pages = {
        f"/{number}": rss(f"Feed {number}", *[(f"{number}-{n}", "Text") for n in range(60)]) for number in range(6)
    }
    with open_library(tmp_path / "data", tmp_path) as library:
        feeds = [add(library, site.url(path)) for path in site.pages]

        def refresh_all() -> None:
            asyncio.run(refresh(library, feeds, reports.append))

        reports: list[RefreshReport] = []
        threads = [threading.Thread(target=refresh_all) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            await asyncio.to_thread(thread.join)

        assert not [report for report in reports if isinstance(report.outcome, Failed)]
        assert len(titles(library)) == len(set(titles(library))) == 360


async def test_an_error_of_our_own_fails_one_feed(
    library: Library, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("A note\n\nOn ships.\n")
    site.pages = {"/port": PORT_POST}
    feeds = [add(library, tmp_path / "note.txt"), add(library, site.url("/port"))]

    async def fetch_or_break(source: Source, known: Known, http: HttpClient | None) -> object:
        if source == feeds[0].source:
            raise ZeroDivisionError("oh\x1b[31m https://joe:s3cret@example.org/")
        return await fetch(source, known, http)

    monkeypatch.setattr(refreshing, "fetch", fetch_or_break)

    broken, sound = await outcomes(library, *feeds)

    assert isinstance(broken, Failed)
    assert "ZeroDivisionError" in broken.reason
    assert broken.reason.isprintable()
    assert "s3cret" not in broken.reason
    assert sound == Refreshed(3, 0)


async def test_a_cancelled_refresh_keeps_what_is_done(library: Library, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/slow": PORT_POST}
    site.held = {"/slow"}
    feeds = [add(library, site.url("/slow")), add(library, site.url("/port"))]
    done = asyncio.Event()

    def note(report: RefreshReport) -> None:
        done.set()

    refreshing_them = asyncio.create_task(refresh(library, feeds, note))
    await done.wait()
    refreshing_them.cancel()
    with pytest.raises(asyncio.CancelledError):
        await refreshing_them

    assert len(titles(library)) == 3
    assert {summary.feed.title: summary.total for summary in list_feeds(library)} == {
        "Port Post": 3,
        site.url("/slow"): 0,
    }
