"""Full-text search over words that the caller has cut."""

import sqlite3
from array import array
from collections.abc import Sequence

from reader.model.filters import ArticleFilter
from reader.store.conditions import HIDDEN_IDS, conditions, index
from reader.store.failures import translated

TITLE_WEIGHT = 5.0
"""How much more a word counts in the title than in the body."""


@translated
def index_words(connection: sqlite3.Connection, article_id: int, title: str, body: str) -> None:
    """Make an article findable by its words, which have spaces between them. Call it inside `writing`."""
    connection.execute("INSERT INTO fulltext (rowid, title, body) VALUES (?, ?, ?)", (article_id, title, body))


@translated
def remove_words(connection: sqlite3.Connection, article_id: int, title: str, body: str) -> None:
    """Undo `index_words`, with the same words: the index holds no text to look them up in. Call it inside `writing`.

    See https://www.sqlite.org/fts5.html#the_delete_command.
    """
    connection.execute(
        "INSERT INTO fulltext (fulltext, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (article_id, title, body),
    )


@translated
def matching_ids(
    connection: sqlite3.Connection,
    phrases: Sequence[Sequence[str]],
    wanted: ArticleFilter,
    limit: int | None = None,
) -> "array[int]":
    """List the ids of the articles that fit and hold every phrase, best first, at most `limit`.

    A phrase is words that follow each other.
    """
    query = " ".join(_quote(phrase) for phrase in phrases if phrase)
    if not query:
        return array("q")
    fits, parameters = f"NOT IN ({HIDDEN_IDS})", list[int | str]()
    if wanted != ArticleFilter(words=wanted.words):
        where, parameters = conditions(wanted)
        fits = f"IN (SELECT id FROM article INDEXED BY {index(wanted)} {where})"
    # The "+" keeps SQLite from asking the full text about one article after the other.
    found = connection.execute(
        f"""SELECT rowid FROM fulltext WHERE fulltext MATCH ? AND +rowid {fits}
        ORDER BY bm25(fulltext, {TITLE_WEIGHT}, 1.0), rowid DESC LIMIT ?""",
        (query, *parameters, -1 if limit is None else limit),
    )
    return array("q", (article_id for (article_id,) in found))


def _quote(phrase: Sequence[str]) -> str:
    text = " ".join(phrase).replace('"', '""')
    return f'"{text}"'
