"""What the search for related articles goes by: each article's terms, and about how many articles hold a term.

How many hold a term is counted in cells, of which terms with the same remainder share one: a count-min sketch of one
row. In a library of 100,000 articles one rare term of 25 looks commoner than it is; and the counts of a million
terms are a megabyte, which is read faster than a hundred of them would be looked up.
"""

import sqlite3
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping

from reader.model.related import Frequencies, Profile
from reader.store.conditions import HIDDEN_IDS
from reader.store.failures import translated
from reader.store.values import to_datetime, to_json
from reader.text.terms import numbers, unpack

_ROWS = 256
_CELLS_OF_A_ROW = 1000
"""So that a row fits on a page."""
_EMPTY_ROW = bytes(4 * _CELLS_OF_A_ROW)


@translated
def index_articles(connection: sqlite3.Connection, articles: Mapping[int, bytes]) -> None:
    """Hold the terms, packed, of articles by their ids; none of them is held yet. Call it inside `writing`."""
    connection.executemany(
        "INSERT INTO posting (rowid, terms) VALUES (?, ?)", [(it, _spelled(terms)) for it, terms in articles.items()]
    )
    connection.executemany("INSERT INTO vector (article_id, data) VALUES (?, ?)", articles.items())
    _count(connection, articles.values(), 1)


@translated
def remove_articles(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Forget the terms of articles, before they are deleted. Call it inside `writing`."""
    held = connection.execute(
        "DELETE FROM vector WHERE article_id IN (SELECT value FROM json_each(?)) RETURNING article_id, data",
        (to_json(ids),),
    ).fetchall()
    # A contentless index is told what to take out: https://www.sqlite.org/fts5.html#the_delete_command
    connection.executemany(
        "INSERT INTO posting (posting, rowid, terms) VALUES ('delete', ?, ?)",
        [(article_id, _spelled(terms)) for article_id, terms in held],
    )
    _count(connection, [terms for _, terms in held], -1)


@translated
def frequencies(connection: sqlite3.Connection) -> Frequencies:
    """Give the number of articles that are indexed, and about how many of them hold a term."""
    (articles,) = connection.execute("SELECT articles FROM indexing").fetchone()
    packed = b"".join(_rows(connection))
    return Frequencies(articles, packed, _cells(packed))


@translated
def profiles(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Profile]:
    """Give the profiles of articles, in no certain order; those that are not indexed are left out."""
    found = connection.execute(
        """SELECT article.id, feed_id, article.key, data, published_at, sort_at FROM json_each(?) AS wanted
        CROSS JOIN vector ON article_id = wanted.value
        CROSS JOIN article ON article.id = wanted.value""",
        (to_json(ids),),
    )
    return [
        Profile(article_id, feed_id, key, unpack(data), to_datetime(published_at), to_datetime(sort_at))
        for article_id, feed_id, key, data, published_at, sort_at in found
    ]


@translated
def packed_terms(connection: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[int, int, int, bytes]]:
    """Give ids of articles, their feeds, dates in seconds since 1970 and packed terms; what is not indexed is left out.

    They are in no certain order.
    """
    return connection.execute(
        """SELECT article.id, feed_id, sort_at, data FROM json_each(?) AS wanted
        CROSS JOIN vector ON article_id = wanted.value
        CROSS JOIN article ON article.id = wanted.value""",
        (to_json(ids),),
    ).fetchall()


@translated
def set_boilerplate(connection: sqlite3.Connection, feed_id: int, percents: Mapping[int, int]) -> None:
    """Hold which terms so many percent of a feed's articles hold. Call it inside `writing`."""
    if not percents:
        connection.execute("DELETE FROM boilerplate WHERE feed_id = ?", (feed_id,))
        return
    connection.execute(
        "INSERT OR REPLACE INTO boilerplate (feed_id, terms) VALUES (?, ?)",
        (feed_id, struct.pack(f"<{len(percents)}I", *percents) + bytes(percents.values())),
    )


@translated
def boilerplate_of(connection: sqlite3.Connection, feeds: Iterable[int]) -> dict[int, bytes]:
    """Give the terms, packed with the percentage, that some feeds have in many articles; others are left out."""
    ask = "SELECT feed_id, terms FROM boilerplate WHERE feed_id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(ask, (to_json(feeds),)))


@translated
def newest_terms(connection: sqlite3.Connection, feed_id: int, limit: int) -> list[bytes]:
    """Give the terms, packed, of the newest articles of a feed that are indexed, at most `limit`."""
    ask = """SELECT data FROM article INDEXED BY article_by_feed JOIN vector ON article_id = id
        WHERE feed_id = ? ORDER BY sort_at DESC, id DESC LIMIT ?"""
    return [data for (data,) in connection.execute(ask, (feed_id, limit))]


@translated
def most_alike(connection: sqlite3.Connection, weights: Mapping[int, float], limit: int) -> list[int]:
    """List the articles that hold the most of some terms, by the sum of the terms' weights; at most `limit`.

    Those that are hidden, see `conditions`, are left out.
    """
    if not weights:
        return []
    holders = " UNION ALL ".join(
        ["SELECT rowid AS article_id, ? AS weight FROM posting WHERE posting MATCH ?"] * len(weights)
    )
    # Most of the time there is nothing hidden, and thousands of articles need not be looked at for it.
    ask = f"""SELECT article_id FROM ({holders}) GROUP BY article_id
        HAVING NOT EXISTS ({HIDDEN_IDS}) OR article_id NOT IN ({HIDDEN_IDS})
        ORDER BY sum(weight) DESC, article_id DESC LIMIT ?"""
    parameters = [value for term, weight in weights.items() for value in (weight, struct.pack("<I", term).hex())]
    return [article_id for (article_id,) in connection.execute(ask, (*parameters, limit))]


def _spelled(terms: bytes) -> str:
    return numbers(terms).hex(" ", 4)


def _count(connection: sqlite3.Connection, articles: Iterable[bytes], step: int) -> None:
    """Add articles, as packed terms, to the counts, or take them out."""
    before = _rows(connection)
    cells = _cells(b"".join(before))
    number = 0
    for terms in articles:
        number += step
        for (term,) in struct.iter_unpack("<I", numbers(terms)):
            cells[term % len(cells)] += step
    if sys.byteorder == "big":
        cells.byteswap()
    counted = cells.tobytes()
    after = [counted[at : at + len(_EMPTY_ROW)] for at in range(0, len(counted), len(_EMPTY_ROW))]
    connection.executemany(
        "INSERT OR REPLACE INTO frequency (id, cells) VALUES (?, ?)",
        [(place, row) for place, row in enumerate(after) if row != before[place]],
    )
    connection.execute("UPDATE indexing SET articles = articles + ?", (number,))


def _rows(connection: sqlite3.Connection) -> list[bytes]:
    held: dict[int, bytes] = dict(connection.execute("SELECT id, cells FROM frequency"))
    return [held.get(place, _EMPTY_ROW) for place in range(_ROWS)]


def _cells(packed: bytes) -> "array[int]":
    cells = array("I", packed)
    if sys.byteorder == "big":
        cells.byteswap()
    return cells
