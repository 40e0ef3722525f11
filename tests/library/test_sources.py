import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library.indexing import DELETED_AT_ONCE
from reader.library.library import Library, open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids, list_feeds, smart_counts
from reader.library.refreshing import refresh
from reader.library.relating import related_articles
from reader.library.sources import (
    add_source,
    drop_page,
    drop_unusable,
    feed_of,
    find_feed,
    named_source,
    remove_feed,
    restore_feed,
)
from reader.library.storing import purge
from reader.model.errors import UsageError
from reader.model.feed import FeedKind
from reader.model.filters import ArticleFilter
from reader.model.source import Source, SourceKind
from reader.store.database import writing
from reader.store.feeds import insert_feed
from tests.library.samples import let_removals_be_old, rss
from tests.servers.site import Site

WIRE = Source(SourceKind.URL, "https://example.org/wire")
POST = Source(SourceKind.URL, "https://example.org/post")


def test_a_new_source_becomes_a_feed(library: Library) -> None:
    feed = add_source(library, WIRE, "My\x1b[31m wire", "World")

    assert (feed.source, feed.title, feed.folder, feed.kind) == (WIRE, "My wire", "World", FeedKind.RSS)
    assert [summary.feed for summary in list_feeds(library)] == [feed]


def test_a_known_source_stays_one_feed_and_takes_what_is_said_anew(library: Library) -> None:
    first = add_source(library, WIRE, "Wire", "World")
    second = add_source(library, WIRE)
    third = add_source(library, WIRE, folder="Sea")

    assert second == first
    assert (third.id, third.title, third.folder) == (first.id, "Wire", "Sea")


@pytest.mark.parametrize("word", ["example.org/wire", "HTTPS://EXAMPLE.ORG:443/wire", "https://example.org/wire#top"])
def test_spellings_of_one_address_are_one_feed(library: Library, word: str) -> None:
    feed = add_source(library, WIRE)

    assert add_source(library, named_source(word)).id == feed.id
    assert find_feed(library, word).id == feed.id


@pytest.mark.parametrize(
    "word", ["https://example.org/~joe", "https://example.org/%7Ejoe", "https://example.org/a/../~joe"]
)
def test_a_feed_that_was_added_in_an_older_spelling_is_the_same_feed(library: Library, word: str) -> None:
    old = Source(SourceKind.URL, "https://example.org/%7Ejoe")
    with writing(library.connection):
        feed = insert_feed(library.connection, old, FeedKind.RSS, datetime.now(UTC))

    assert find_feed(library, word) == feed_of(library, named_source(word)) == feed
    assert add_source(library, named_source(word)) == feed
    remove_feed(library, feed.id)
    assert add_source(library, named_source(word)).id == feed.id


def test_a_doubled_slash_makes_no_second_feed(library: Library) -> None:
    feed = add_source(library, named_source("https://example.org/news/feed"))

    assert add_source(library, named_source("https://example.org//news//feed")) == feed
    archive = "https://archive.example/web/https://example.org/feed"
    assert add_source(library, named_source(archive)).source.location == archive


def test_of_two_feeds_in_two_spellings_each_is_found_by_its_own(library: Library) -> None:
    old = Source(SourceKind.URL, "https://example.org/%7Ejoe")
    new = add_source(library, named_source("https://example.org/~joe"))
    with writing(library.connection):
        feed = insert_feed(library.connection, old, FeedKind.RSS, datetime.now(UTC))

    assert find_feed(library, old.location) == feed
    assert find_feed(library, new.source.location) == add_source(library, new.source) == new


def test_a_feed_is_found_by_id_path_and_title(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Notes").mkdir()
    (tmp_path / "Notes" / "a.txt").write_text("A note")
    monkeypatch.chdir(tmp_path)
    feed = add_source(library, named_source("Notes"), "Straße 7")

    for word in (str(feed.id), "Notes", "./Notes/", str(tmp_path / "Notes"), "straße 7", "STRASSE 7"):
        assert find_feed(library, word) == feed


def test_a_feed_whose_file_is_gone_is_found_by_its_path(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("A note")
    feed = add_source(library, named_source(str(tmp_path / "note.txt")), "Note")
    (tmp_path / "note.txt").unlink()
    monkeypatch.chdir(tmp_path)

    assert find_feed(library, str(tmp_path / "note.txt")) == feed
    assert find_feed(library, "note.txt") == feed


def test_an_ambiguous_title_is_answered_with_the_ids(library: Library) -> None:
    feeds = [add_source(library, WIRE, "News"), add_source(library, POST, "news")]

    with pytest.raises(UsageError, match="1, 2"):
        find_feed(library, "News")
    assert [find_feed(library, str(feed.id)) for feed in feeds] == feeds


@pytest.mark.parametrize("word", ["7", "Nobody", "", "/no/such/file", "9" * 40, "https://", "\x1b[31m", "\ud800"])
def test_an_unknown_feed_is_wrong_usage(library: Library, word: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_feed(library, word)

    assert str(refused.value).isprintable()


def test_a_removed_feed_is_not_found(library: Library) -> None:
    feed = add_source(library, WIRE, "Wire")
    remove_feed(library, feed.id)

    assert list_feeds(library) == []
    for word in (str(feed.id), "Wire", WIRE.location):
        with pytest.raises(UsageError):
            find_feed(library, word)


def test_of_a_removed_feed_all_but_bookmarks_is_out_of_sight_at_once_and_deleted_bit_by_bit(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "port.xml").write_bytes(rss("Port", *[(f"Report {n}", f"Cranes stand idle {n}.") for n in range(25)]))
    feed = add_source(library, named_source(str(tmp_path / "port.xml")), folder="Sea")
    asyncio.run(refresh(library, [feed], lambda report: None))
    bookmarked, *others = article_ids(library, ArticleFilter())
    set_bookmarked(library, [bookmarked], True)

    remove_feed(library, feed.id)

    assert held(library) == 25
    for wanted in (ArticleFilter(), ArticleFilter(unread=True), ArticleFilter(words="cranes")):
        assert list(article_ids(library, wanted)) == [bookmarked]
    assert list(article_ids(library, ArticleFilter(folder="Sea"))) == []
    counts = smart_counts(library, datetime.now(UTC))
    assert (counts.total, counts.unread, counts.bookmarked) == (1, 1, 1)
    assert related_articles(library, bookmarked) == []
    assert list(purge(library)) == []
    let_removals_be_old(library)
    portions = purge(library)
    with open_library(library.data_dir, tmp_path) as another:
        while deleted := next(portions, 0):
            assert deleted <= DELETED_AT_ONCE
            set_read(another, [bookmarked], True)  # raises if the library is locked between two portions
    assert held(library) == 1
    assert others


def held(library: Library) -> int:
    """Count all articles in the database, hidden ones too."""
    count: int = library.connection.execute("SELECT count(*) FROM article").fetchone()[0]
    return count


def test_of_new_feeds_that_fail_only_those_on_the_web_are_kept(library: Library, site: Site, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "note.txt").write_text("A note")
    words = (site.url("/gone"), str(tmp_path / "binary.txt"), str(tmp_path / "note.txt"))
    gone, binary, note = (add_source(library, named_source(word)) for word in words)
    asyncio.run(refresh(library, [gone, binary, note], lambda report: None))

    assert drop_unusable(library, [gone.id, binary.id, note.id]) == [gone.id, note.id]
    assert sorted(summary.feed.id for summary in list_feeds(library)) == [gone.id, note.id]


def test_a_file_that_fails_later_is_kept(library: Library, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A note")
    feed = add_source(library, named_source(str(note)))
    asyncio.run(refresh(library, [feed], lambda report: None))
    note.unlink()
    asyncio.run(refresh(library, [feed], lambda report: None))

    assert drop_unusable(library, [feed.id]) == [feed.id]


def test_the_removal_of_a_feed_is_undone_with_all_its_articles_and_settings(library: Library, tmp_path: Path) -> None:
    (tmp_path / "port.xml").write_bytes(rss("Port", ("Report", "Cranes stand idle."), ("Offer", "It is low.")))
    feed = add_source(library, named_source(str(tmp_path / "port.xml")), "Mine", "Sea")
    asyncio.run(refresh(library, [feed], lambda report: None))
    set_read(library, article_ids(library, ArticleFilter(), 1), True)
    before = list_feeds(library)

    remove_feed(library, feed.id)
    asyncio.run(refresh(library, [], lambda report: None))
    restored = restore_feed(library)

    assert list_feeds(library) == before
    assert restored == before[0].feed
    assert len(article_ids(library, ArticleFilter(words="cranes"))) == 1


def test_the_feed_removed_last_comes_back_first_and_none_after_a_day(library: Library, tmp_path: Path) -> None:
    feeds = [add_source(library, named_source(f"https://{name}.example/")) for name in ("one", "two", "three")]
    for feed, seconds in zip(feeds, (2, 0, 1), strict=True):
        remove_feed(library, feed.id)
        library.connection.execute("UPDATE feed SET removed_at = removed_at - ? WHERE id = ?", (seconds, feed.id))

    assert [restore_feed(library), restore_feed(library)] == [feeds[1], feeds[2]]
    let_removals_be_old(library)
    assert restore_feed(library) is None


def test_a_source_that_was_no_feed_is_not_brought_back(library: Library, tmp_path: Path) -> None:
    gone = add_source(library, named_source(str(tmp_path)))
    asyncio.run(refresh(library, [gone], lambda report: None))
    page = add_source(library, named_source("https://page.example/"))
    assert (drop_unusable(library, [gone.id]), drop_page(library, page.id)) == ([], page)

    assert restore_feed(library) is None
