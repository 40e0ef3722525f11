"""What the search for related articles goes by: each article's terms, and how many articles hold a term."""

import sqlite3
import struct
from collections import Counter
from collections.abc import Iterable, Mapping

from reader.model.related import Profile
from reader.store.conditions import HIDDEN_IDS
from reader.store.failures import translated
from reader.store.values import to_datetime, to_json
from reader.text.terms import term_id

EVERY_ARTICLE = term_id("")
"""The empty term: every article holds it, so that its frequency is the number of articles."""

_MOST_COUNTED = 255
"""A term's count is held in one byte."""


@translated
def index_articles(connection: sqlite3.Connection, articles: Mapping[int, Mapping[str, int]]) -> None:
    """Hold how often each article, by its id, holds each of its terms; none of them is held yet.

    Call it inside `writing`.
    """
    counts = {article_id: _by_id(terms) for article_id, terms in articles.items()}
    frequencies = Counter(term for terms in counts.values() for term in terms)
    frequencies[EVERY_ARTICLE] = len(counts)
    connection.executemany(
        "INSERT INTO term (id, df) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET df = df + excluded.df",
        sorted(frequencies.items()),
    )
    connection.executemany(
        "INSERT INTO posting (rowid, terms) VALUES (?, ?)", [(it, _spelled(terms)) for it, terms in counts.items()]
    )
    connection.executemany(
        "INSERT INTO vector (article_id, data) VALUES (?, ?)", [(it, _pack(terms)) for it, terms in counts.items()]
    )


@translated
def remove_article(connection: sqlite3.Connection, article_id: int) -> None:
    """Forget the terms of an article, before it is deleted. Call it inside `writing`."""
    held = connection.execute("DELETE FROM vector WHERE article_id = ? RETURNING data", (article_id,)).fetchall()
    for (data,) in held:
        counts = _unpack(data)
        # A contentless index is told what to take out: https://www.sqlite.org/fts5.html#the_delete_command
        connection.execute(
            "INSERT INTO posting (posting, rowid, terms) VALUES ('delete', ?, ?)", (article_id, _spelled(counts))
        )
        terms = [(term,) for term in (EVERY_ARTICLE, *counts)]
        connection.executemany("UPDATE term SET df = df - 1 WHERE id = ?", terms)
        connection.executemany("DELETE FROM term WHERE id = ? AND df = 0", terms)


@translated
def frequencies(connection: sqlite3.Connection, terms: Iterable[int]) -> dict[int, int]:
    """Give the number of articles that hold each of some terms; terms that none holds are left out."""
    ask = "SELECT id, df FROM term WHERE id IN (SELECT value FROM json_each(?))"
    # Neighbours in the table are asked for together: with thousands of terms that tells.
    return dict(connection.execute(ask, (to_json(sorted(terms)),)))


@translated
def profiles(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Profile]:
    """Give the profiles of articles, in no certain order; those that are not indexed are left out."""
    found = connection.execute(
        """SELECT article.id, data, published_at, sort_at FROM json_each(?) AS wanted
        CROSS JOIN vector ON article_id = wanted.value
        CROSS JOIN article ON article.id = wanted.value""",
        (to_json(ids),),
    )
    return [
        Profile(article_id, _unpack(data), to_datetime(published_at), to_datetime(sort_at))
        for article_id, data, published_at, sort_at in found
    ]


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
    ask = f"""SELECT article_id FROM ({holders}) GROUP BY article_id HAVING article_id NOT IN ({HIDDEN_IDS})
        ORDER BY sum(weight) DESC, article_id DESC LIMIT ?"""
    parameters = [value for term, weight in weights.items() for value in (weight, _spell(term))]
    return [article_id for (article_id,) in connection.execute(ask, (*parameters, limit))]


def _by_id(terms: Mapping[str, int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for term, count in terms.items():
        number = term_id(term)
        counts[number] = counts.get(number, 0) + count
    return dict(sorted(counts.items()))


def _spell(term: int) -> str:
    return f"{term:x}"


def _spelled(terms: Iterable[int]) -> str:
    return " ".join(map(_spell, terms))


def _pack(counts: Mapping[int, int]) -> bytes:
    """Hold counts by term in five bytes each: all the terms, then their counts."""
    size = len(counts)
    return struct.pack(f"<{size}I{size}B", *counts, *(min(count, _MOST_COUNTED) for count in counts.values()))


def _unpack(data: bytes) -> dict[int, int]:
    size = len(data) // 5
    numbers = struct.unpack(f"<{size}I{size}B", data)
    return dict(zip(numbers[:size], numbers[size:], strict=True))
