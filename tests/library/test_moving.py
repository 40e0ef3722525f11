"""Files that are renamed or moved: which new file is which old one, and that the article stays what it was."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library import storing
from reader.library.library import Library
from reader.library.marking import set_bookmarked, set_read
from reader.library.moving import moved_files
from reader.library.reading import article_ids, article_rows, get_article
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.model.outcome import Refreshed, RefreshOutcome
from reader.model.raw import Fingerprint, FoundFile, FoundFiles

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def mark(content: str) -> Fingerprint:
    return Fingerprint(len(content), 0, content)


def listed(known: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """Match files, each given as key and content."""
    changed = tuple(
        FoundFile(key, f"/notes/{key}", NOON, mark(text)) for key, text in now.items() if known.get(key) != text
    )
    missing = frozenset(known.keys() - now.keys())
    return moved_files({key: mark(text) for key, text in known.items()}, FoundFiles(changed, {}, missing, ()))


@pytest.mark.parametrize(
    ("known", "now", "moves"),
    [
        ({"a": "x"}, {"b": "x"}, {"a": "b"}),
        ({"a": "x", "b": "y"}, {"b": "y", "old/a": "x"}, {"a": "old/a"}),
        ({"a": "x"}, {"b": "y"}, {}),
        ({"a": "x"}, {"a": "x", "copy": "x"}, {}),  # nothing is missing
        ({"a": "x", "b": "y"}, {"b": "x"}, {}),  # a file that was known before is no new one
        ({"a": ""}, {"b": ""}, {}),
        ({"a": "x", "b": "x"}, {"c": "x", "d": "x"}, {"a": "c", "b": "d"}),
        ({"a": "x", "b": "x"}, {"old/b": "x", "old/a": "x"}, {"a": "old/a", "b": "old/b"}),
        ({"a": "x", "b": "x"}, {"1": "x", "old/a": "x"}, {"a": "old/a", "b": "1"}),
        ({"a": "x", "b": "x"}, {"c": "x"}, {"a": "c"}),
        ({"a": "x"}, {"1": "x", "2": "x"}, {"a": "1"}),
        ({"1/a": "x", "2/a": "x"}, {"3/a": "x", "4/a": "x"}, {"1/a": "3/a", "2/a": "4/a"}),
    ],
)
def test_missing_files_are_matched_with_new_ones(
    known: dict[str, str], now: dict[str, str], moves: dict[str, str]
) -> None:
    assert listed(known, now) == moves


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "old").mkdir(parents=True)
    (folder / "one.txt").write_text("First note\n\nIt is about cranes.\n")
    (folder / "two.txt").write_text("Second note\n\nIt is about ships.\n")
    return folder


@pytest.fixture
def feed(library: Library, notes: Path) -> Feed:
    added = add_source(library, named_source(str(notes)))
    refreshed(library, added)
    return added


def refreshed(library: Library, feed: Feed) -> RefreshOutcome:
    outcomes: list[RefreshOutcome] = []
    asyncio.run(refresh(library, [feed], lambda report: outcomes.append(report.outcome)))
    return outcomes[0]


def ids(library: Library) -> dict[str, int]:
    """Give the ids of all articles by title."""
    return {row.title: row.id for row in article_rows(library, article_ids(library, ArticleFilter()))}


@pytest.mark.parametrize("target", ["renamed.txt", "old/one.txt", "old/renamed.txt"])
def test_a_file_that_moves_stays_the_article_with_its_marks(
    library: Library, notes: Path, feed: Feed, target: str
) -> None:
    before = ids(library)
    first = before["First note"]
    set_read(library, [first], True)
    set_bookmarked(library, [first], True)

    (notes / "one.txt").rename(notes / target)

    assert refreshed(library, feed) == Refreshed(0, 1)
    assert ids(library) == before
    article = get_article(library, first)
    assert article.content.guid == target
    assert article.state.read_at
    assert article.state.bookmarked_at
    assert list(article_ids(library, ArticleFilter(words="cranes"))) == [first]
    (notes / target).write_text("First note\n\nIt is about pigeons.\n")
    assert refreshed(library, feed) == Refreshed(0, 1)
    assert "pigeons" in get_article(library, first).text


def test_a_note_without_a_title_is_called_by_its_new_name(library: Library, tmp_path: Path) -> None:
    (tmp_path / "ships.html").write_text("<p>They wait.</p>")
    feed = add_source(library, named_source(str(tmp_path)))
    refreshed(library, feed)
    before = set(ids(library).values())

    (tmp_path / "ships.html").rename(tmp_path / "cranes.html")
    refreshed(library, feed)

    assert set(ids(library).values()) == before


def test_a_refresh_that_stops_after_a_move_is_made_up_for(
    library: Library, notes: Path, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ids(library)
    set_bookmarked(library, [before["First note"]], True)
    (notes / "one.txt").rename(notes / "renamed.txt")
    with monkeypatch.context() as patch:
        patch.setattr(storing, "store_files", None)  # an error of our own, as good as a kill
        refreshed(library, feed)

    refreshed(library, feed)

    assert ids(library) == before
    article = get_article(library, before["First note"])
    assert article.content.guid == "renamed.txt"
    assert article.state.bookmarked_at


def test_a_name_that_another_article_had_stays_with_that_one(library: Library, notes: Path, feed: Feed) -> None:
    first, second = ids(library)["First note"], ids(library)["Second note"]
    set_bookmarked(library, [first], True)
    (notes / "two.txt").unlink()
    refreshed(library, feed)
    (notes / "one.txt").rename(notes / "two.txt")

    refreshed(library, feed)

    assert get_article(library, second).content.title == "First note"
    assert get_article(library, first).state.bookmarked_at
    assert not get_article(library, second).state.bookmarked_at


def test_an_old_mark_for_the_new_name_gives_way(library: Library, notes: Path, feed: Feed) -> None:
    connection = library.connection
    connection.execute("INSERT INTO state (location, key, read_at) VALUES (?, 'new.txt', 1)", (str(notes),))
    first = ids(library)["First note"]

    (notes / "one.txt").rename(notes / "new.txt")
    refreshed(library, feed)

    assert not get_article(library, first).state.read_at
    assert first in article_ids(library, ArticleFilter(unread=True))
