"""Making articles findable, by search and as related ones.

It is done in the transaction that stores or deletes them, and for all of them anew when the rules have changed.
"""

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass

from reader.library.library import Library
from reader.model.article import ArticleContent
from reader.store import indexing, search, terms
from reader.store.articles import get_articles
from reader.store.database import writing
from reader.text.tokens import tokens

INDEX_VERSION = 1
"""To be raised when other words are taken out of an article: those taken before can't be told to the index any more."""
ARTICLES_AT_ONCE = 10
"""Articles stored, indexed or deleted in one transaction."""
BREATH = 0.002
"""Seconds between transactions: SQLite has no queue, so another process that waits to write needs a gap."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article is found by."""

    title: str
    text: str
    title_words: list[str]
    text_words: list[str]


def wording_of(content: ArticleContent) -> Wording:
    """Take the words out of an article, given its `html`."""
    from reader.text.html import text_of

    # From the html and not from `text`: the index forgets an article by the same words, and the html is what is stored.
    text = text_of(content.html)
    return Wording(content.title, text, tokens(content.title), tokens(text))


def index(connection: sqlite3.Connection, article_id: int, wording: Wording) -> None:
    """Make an article findable that is not so yet. Call it inside `writing`."""
    search.index_words(connection, article_id, wording.title_words, wording.text_words)
    terms.index_article(connection, article_id, wording.title, wording.text)


def unindex(connection: sqlite3.Connection, ids: list[int]) -> None:
    """Undo `index`, as far as it was done. Call it inside `writing`, before the articles change."""
    for article in get_articles(connection, sorted(indexing.indexed_ids(connection, ids)), with_html=True):
        wording = wording_of(article.content)
        search.remove_words(connection, article.id, wording.title_words, wording.text_words)
        terms.remove_article(connection, article.id)


def drop_outdated_index(library: Library) -> None:
    """Empty an index that another version of the program made, before anything is taken out of it by our rules."""
    if indexing.index_version(library.connection) != INDEX_VERSION:
        drop_index(library)


def drop_index(library: Library) -> None:
    """Empty the index."""
    with writing(library.connection):
        indexing.empty_index(library.connection, INDEX_VERSION)


def fill_index(library: Library) -> Iterator[tuple[int, int]]:
    """Index the articles that are not, newest first, a few at a time; yield how many are done, and of how many."""
    connection = library.connection
    if indexing.is_complete(connection):
        return
    missing = indexing.unindexed_ids(connection)
    for at in range(0, len(missing), ARTICLES_AT_ONCE):
        ids = missing[at : at + ARTICLES_AT_ONCE]
        wordings = {it.id: wording_of(it.content) for it in get_articles(connection, ids, with_html=True)}
        with writing(connection):
            # Another process may have indexed, changed or deleted some of them meanwhile.
            held = {it.id for it in get_articles(connection, ids, with_html=False)}
            for article_id in held - indexing.indexed_ids(connection, ids):
                index(connection, article_id, wordings[article_id])
        time.sleep(BREATH)
        yield at + len(ids), len(missing)
    with writing(connection):
        indexing.complete_index(connection)
