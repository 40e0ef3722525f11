"""Reading newsboat's cache: whatever state it is in, it stays in that."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.errors import DatabaseError
from reader.model.newsboat import CachedFeed, CachedItem
from reader.store import newsboat
from reader.store.newsboat import cached_feeds, cached_items, reading_cache
from tests.store.newsboats import files_in, make_cache

WHEN = 1_777_852_800
ADDRESS = "https://port.example/feed"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "newsboat"
    folder.mkdir()
    items: list[dict[str, object]] = [
        {"guid": "a", "feedurl": ADDRESS, "title": "One", "unread": 0, "flags": "x"},
        {"guid": "b", "feedurl": "https://other.example/"},
        {"guid": "c", "feedurl": ADDRESS, "content": "<p>Three</p>", "deleted": 1, "base": "https://base.example/"},
    ]
    return make_cache(folder / "cache.db", {ADDRESS: ("Port", "https://port.example/")}, items)


def guids(cache: Path) -> list[str]:
    with reading_cache(cache) as connection:
        return [item.guid for item in cached_items(connection, ADDRESS)]


def test_feeds_and_their_items_are_given_newest_first(cache: Path) -> None:
    before = files_in(cache.parent)

    with reading_cache(cache) as connection:
        assert cached_feeds(connection) == {ADDRESS: CachedFeed("Port", "https://port.example/")}
        assert cached_items(connection, ADDRESS) == [
            CachedItem("c", "", "", "", "<p>Three</p>", "", "https://base.example/", "", "", WHEN, True, False, True),
            CachedItem("a", "One", "", "", "", "", "", "", "", WHEN, False, True, False),
        ]
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("DELETE FROM rss_item")
        connection.rollback()

    assert files_in(cache.parent) == before


def test_an_old_cache_lacks_columns(cache: Path) -> None:
    with closing(sqlite3.connect(cache)) as connection, connection:
        for column in ("flags", "deleted", "base", "enclosure_url", "enclosure_type"):
            connection.execute(f"ALTER TABLE rss_item DROP COLUMN {column}")

    assert guids(cache) == ["c", "a"]


def test_a_new_cache_tells_the_type_of_a_text(cache: Path) -> None:
    with closing(sqlite3.connect(cache)) as connection, connection:
        connection.execute("ALTER TABLE rss_item ADD content_mime_type VARCHAR(255) NOT NULL DEFAULT 'text/plain'")

    with reading_cache(cache) as connection:
        assert {item.content_type for item in cached_items(connection, ADDRESS)} == {"text/plain"}


def test_a_cache_that_is_being_written_is_read_from_a_copy(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsboat, "PATIENCE", 0.0)
    with closing(sqlite3.connect(cache, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE rss_item SET unread = 1")
        assert guids(cache) == ["c", "a"]
        writer.execute("COMMIT")


def test_a_cache_that_was_left_half_written_is_read_as_it_was_before(cache: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    with closing(sqlite3.connect(cache, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE rss_item SET guid = 'lost', content = hex(zeroblob(100000))")
        shutil.copytree(cache.parent, crashed)
        writer.execute("ROLLBACK")
    assert sorted(path.name for path in crashed.iterdir()) == ["cache.db", "cache.db-journal"]
    before = files_in(crashed)

    assert guids(crashed / "cache.db") == ["c", "a"]

    assert files_in(crashed) == before


def test_a_cache_with_a_write_ahead_log_is_read_with_it(cache: Path) -> None:
    with closing(sqlite3.connect(cache, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("DELETE FROM rss_item WHERE guid = 'a'")
        before = files_in(cache.parent)

        assert guids(cache) == ["c"]

        assert files_in(cache.parent) == before


def test_text_in_another_encoding_is_no_obstacle(cache: Path) -> None:
    with closing(sqlite3.connect(cache)) as connection, connection:
        connection.execute("UPDATE rss_item SET title = CAST(x'c4' AS TEXT)")

    with reading_cache(cache) as connection:
        assert cached_items(connection, ADDRESS)[0].title == "\ufffd"


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to look at" * 10])
def test_what_is_no_cache_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(content)

    with pytest.raises(DatabaseError, match=r"cache\.db can't be read as newsboat's cache"), reading_cache(path):
        pass

    assert files_in(tmp_path)["cache.db"][0] == content


def test_a_damaged_cache_is_named(cache: Path) -> None:
    body = bytearray(cache.read_bytes())
    body[4096:] = b"\xff" * (len(body) - 4096)
    cache.write_bytes(body)

    with pytest.raises(DatabaseError, match=r"cache\.db can't be read"), reading_cache(cache) as connection:
        cached_items(connection, ADDRESS)
