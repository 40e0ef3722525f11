"""Which articles can be found by their words, and by which version of our rules the words were cut."""

import sqlite3
from array import array
from collections.abc import Iterable

from reader.store.failures import translated
from reader.store.values import to_json


@translated
def index_version(connection: sqlite3.Connection) -> int:
    """Give the version of the rules by which the words of the index were cut."""
    version: int = connection.execute("SELECT version FROM indexing").fetchone()[0]
    return version


@translated
def is_complete(connection: sqlite3.Connection) -> bool:
    """Tell whether every article can be found by its words."""
    complete: int = connection.execute("SELECT complete FROM indexing").fetchone()[0]
    return bool(complete)


@translated
def begin_emptying(connection: sqlite3.Connection) -> None:
    """Note that the index is of no version, since some of it will be gone. Call it inside `writing`."""
    connection.execute("UPDATE indexing SET version = 0, complete = 0")


@translated
def forget_some(connection: sqlite3.Connection, limit: int) -> bool:
    """Forget the terms of at most `limit` articles, and tell whether there were any. Call it inside `writing`."""
    some = "SELECT article_id FROM vector LIMIT ?"
    return connection.execute(f"DELETE FROM vector WHERE article_id IN ({some})", (limit,)).rowcount > 0


@translated
def empty_index(connection: sqlite3.Connection, version: int) -> None:
    """Forget the words of all articles at once, for an index by rules of another version. Call it inside `writing`.

    See https://www.sqlite.org/fts5.html#the_delete_all_command.
    """
    connection.execute("INSERT INTO fulltext (fulltext) VALUES ('delete-all')")
    connection.execute("INSERT INTO posting (posting) VALUES ('delete-all')")
    for table in ("vector", "frequency", "boilerplate"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE indexing SET version = ?, complete = 0, articles = 0", (version,))


@translated
def unindexed_ids(connection: sqlite3.Connection) -> "array[int]":
    """List the articles that can't be found by their words yet, newest first."""
    found = connection.execute(
        """SELECT id FROM article INDEXED BY article_by_date
        WHERE NOT EXISTS (SELECT 1 FROM vector WHERE article_id = id) ORDER BY sort_at DESC, id DESC"""
    )
    return array("q", (article_id for (article_id,) in found))


@translated
def indexed_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Give those of some articles that can be found by their words."""
    ask = "SELECT article_id FROM vector WHERE article_id IN (SELECT value FROM json_each(?))"
    return {article_id for (article_id,) in connection.execute(ask, (to_json(ids),))}


@translated
def stored_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Give those of some articles that are there."""
    ask = "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return {article_id for (article_id,) in connection.execute(ask, (to_json(ids),))}


@translated
def feeds_of(connection: sqlite3.Connection, ids: Iterable[int]) -> list[int]:
    """List the feeds that some articles are of."""
    ask = "SELECT DISTINCT feed_id FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return [feed_id for (feed_id,) in connection.execute(ask, (to_json(ids),))]


@translated
def leave_unindexed(connection: sqlite3.Connection) -> None:
    """Note that articles are stored that are not indexed yet. Call it inside `writing`, with what stores them."""
    connection.execute("UPDATE indexing SET complete = 0 WHERE complete = 1")


@translated
def complete_index(connection: sqlite3.Connection) -> None:
    """Note that no article is missing from the index, if that is so. Call it inside `writing`."""
    connection.execute(
        """UPDATE indexing SET complete = 1
        WHERE NOT EXISTS (
            SELECT 1 FROM article INDEXED BY article_by_date WHERE id NOT IN (SELECT article_id FROM vector)
        )"""
    )
