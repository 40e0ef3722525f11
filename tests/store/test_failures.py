"""Databases that can't be used: told in a sentence, and left byte for byte as they are."""

import inspect
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.errors import DatabaseError
from reader.model.filters import ArticleFilter
from reader.store import articles, feeds, files, following, search, states, stories, terms
from reader.store.articles import get_articles
from reader.store.database import open_database
from reader.store.feeds import list_feeds
from reader.store.folds import folded_folders
from reader.store.following import followed_by, list_followed
from reader.store.lists import article_ids, article_rows, smart_counts
from reader.store.schema import APPLICATION_ID
from reader.store.search import matching_ids
from reader.store.seen import seen_entries
from reader.store.stories import story_sums, ungrouped_ids
from reader.store.terms import boilerplate_of, frequencies
from reader.store.values import pack
from tests.store.folders import contents
from tests.store.samples import NOON, add_articles, add_feed, draft

PAGE = 4096


@pytest.fixture
def filled(path: Path) -> Path:
    """A database with a hundred articles that no program has open."""
    with closing(open_database(path)) as connection:
        add_articles(
            connection, add_feed(connection), *(draft(f"{number:03}", html="<p>Calm</p>") for number in range(100))
        )
    return path


def _set(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "not a database": lambda path: path.write_text("These are not the bytes you are looking for.\n" * 9),
    "a few bytes": lambda path: path.write_bytes(b"SQLite"),
    "magic only": lambda path: path.write_bytes(b"SQLite format 3\x00"),
    "cut in half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "cut by a byte": lambda path: os.truncate(path, path.stat().st_size - 1),
    "header only": lambda path: os.truncate(path, 100),
    "wrong magic": lambda path: _set(path, 0, b"sqlite"),
    "impossible page size": lambda path: _set(path, 16, b"\x03\x01"),
    "schema overwritten": lambda path: _set(path, 100, b"\xff" * 3996),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_and_left(filled: Path, damage: str) -> None:
    DAMAGES[damage](filled)
    before = contents(filled.parent)
    with pytest.raises(DatabaseError, match=r"news\.db is damaged .* start with an empty library"):
        open_database(filled)
    assert contents(filled.parent) == before


def test_the_newest_copy_is_named(filled: Path) -> None:
    for version in (2, 1):
        copy = filled.with_name(f"news.db.v{version}.bak")
        copy.touch()
        os.utime(copy, (version, version))
    _set(filled, 0, b"sqlite")
    with pytest.raises(DatabaseError, match=r"put back the copy .*news\.db\.v2\.bak"):
        open_database(filled)


def test_damage_anywhere_is_told_by_the_query_that_meets_it_and_left(filled: Path) -> None:
    sound = filled.read_bytes()
    told = []
    for start in range(0, len(sound), PAGE):
        noise = random.Random(start).randbytes(PAGE)
        filled.write_bytes(sound[:start] + noise + sound[start + PAGE :])
        before = contents(filled.parent)
        try:
            with closing(open_database(filled)) as connection:
                _read_everything(connection)
        except DatabaseError as error:
            told.append(str(error))
        assert contents(filled.parent) == before
    assert len(told) > len(sound) / PAGE / 2
    assert {"is damaged" in sentence for sentence in told} == {True}


def _read_everything(connection: sqlite3.Connection) -> None:
    list_feeds(connection)
    smart_counts(connection, NOON)
    frequencies(connection)
    boilerplate_of(connection, [1])
    ids = article_ids(connection, ArticleFilter())
    article_rows(connection, ids)
    get_articles(connection, ids, with_body=True)
    matching_ids(connection, [["calm"]], ArticleFilter())
    seen_entries(connection, 1)
    story_sums(connection)
    ungrouped_ids(connection)
    folded_folders(connection)
    list_followed(connection)
    followed_by(connection, 1)


def test_damage_is_told_by_a_write_and_left(filled: Path) -> None:
    with closing(open_database(filled)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article_by_date'").fetchone()[0]
    _set(filled, (root - 1) * PAGE, bytes(PAGE))
    before = filled.read_bytes()
    with closing(open_database(filled)) as connection, pytest.raises(DatabaseError, match="is damaged"):
        add_articles(connection, list_feeds(connection)[0].feed, draft("new"))
    assert filled.read_bytes() == before


@pytest.mark.parametrize("body", [b"not compressed", pack("<p>Calm</p>")[:-3], b""])
def test_a_damaged_body_is_told(connection: sqlite3.Connection, body: bytes) -> None:
    ids = add_articles(connection, add_feed(connection), draft("a"))
    connection.execute("UPDATE body SET written = ?", (body,))
    with pytest.raises(DatabaseError, match="is damaged"):
        get_articles(connection, ids, with_body=True)


def test_text_that_is_not_text_is_told(connection: sqlite3.Connection) -> None:
    ids = add_articles(connection, add_feed(connection), draft("a"))
    connection.execute("UPDATE article SET title = CAST(x'ff' AS TEXT)")
    with pytest.raises(DatabaseError, match="is damaged"):
        get_articles(connection, ids, with_body=True)


def test_a_newer_database_is_told_and_left(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("PRAGMA user_version = 999")
    before = contents(filled.parent)
    with pytest.raises(DatabaseError, match=r"from a newer newsreader .* Update newsreader"):
        open_database(filled)
    assert contents(filled.parent) == before


def test_a_newer_database_is_known_by_its_log_too(filled: Path) -> None:
    subprocess.run([sys.executable, "-c", _UPGRADE_AND_DIE, filled], check=False)
    before = contents(filled.parent)
    assert before["news.db-wal"]
    with pytest.raises(DatabaseError, match="from a newer newsreader"):
        open_database(filled)
    after = contents(filled.parent)
    assert (after["news.db"], after["news.db-wal"]) == (before["news.db"], before["news.db-wal"])


_UPGRADE_AND_DIE = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA user_version = 999")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("version", [0, 1])
def test_another_programs_database_is_told_and_left(path: Path, version: int) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name)")
        other.execute(f"PRAGMA user_version = {version}")
    before = contents(path.parent)
    with pytest.raises(DatabaseError, match="another program's database"):
        open_database(path)
    assert contents(path.parent) == before


def test_our_databases_bear_our_mark(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_every_query_tells_of_damage() -> None:
    functions = [
        function
        for module in (articles, feeds, files, following, search, states, stories, terms)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]
    assert [function.__qualname__ for function in functions if not hasattr(function, "__wrapped__")] == []
    assert len(functions) > 20
