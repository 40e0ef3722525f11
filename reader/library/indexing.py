"""Making articles findable, by search and as related ones.

New articles are stored first and indexed after that, many at once, since the index is written anew with each
transaction. What is not indexed yet, by a refresh that was interrupted or since the rules have changed, is found by its
not being there.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping

from reader.library.library import Library
from reader.model.article import ArticleContent
from reader.model.draft import Wording
from reader.related.boilerplate import SAMPLE, boilerplate
from reader.store import indexing, search, stories, terms
from reader.store.articles import get_articles
from reader.store.database import writing
from reader.text.stripping import stripped_text
from reader.text.terms import unpack
from reader.text.wording import wording_of

INDEX_VERSION = 3
"""To be raised when other words are taken out of an article: those taken before can't be told to the index any more."""
DELETED_AT_ONCE = 10
"""Articles taken out of the index in one transaction: the words of each are looked up."""
INDEXED_AT_ONCE = 200
"""Articles indexed in one transaction, which takes about a tenth of a second."""
FORGOTTEN_AT_ONCE = 2_000
BREATH = 0.002
"""Seconds between transactions: SQLite has no queue, so another process that waits to write needs a gap."""


def index(library: Library, wordings: Mapping[int, Wording]) -> None:
    """Make articles findable, by id, that are not so yet; those that are gone are left out."""
    connection = library.connection
    with writing(connection):
        # Another process may have indexed, changed or deleted some of them since their words were taken.
        ids = indexing.stored_ids(connection, wordings) - indexing.indexed_ids(connection, wordings)
        for article_id in ids:
            search.index_words(connection, article_id, wordings[article_id].title, wordings[article_id].text)
        terms.index_articles(connection, {article_id: wordings[article_id].terms for article_id in ids})
        stories.leave_ungrouped(connection, ids)
    _learn_boilerplate(connection, ids)


def unindex(connection: sqlite3.Connection, ids: list[int]) -> None:
    """Undo `index`, as far as it was done. Call it inside `writing`, before the articles change."""
    for profile in terms.profiles(connection, ids):
        stories.remove_leads(connection, profile.article_id, profile.terms)
    indexed = sorted(indexing.indexed_ids(connection, ids))
    for article in get_articles(connection, indexed, with_body=True):
        wording = held_wording(article.content)
        search.remove_words(connection, article.id, wording.title, wording.text)
    if indexed:
        terms.remove_articles(connection, indexed)


def held_wording(content: ArticleContent) -> Wording:
    """Take the words out of an article that is stored."""
    return wording_of(content.title, stripped_text(content.body))


def drop_outdated_index(library: Library) -> None:
    """Empty an index that another version of the program made, before anything is taken out of it by our rules."""
    if indexing.index_version(library.connection) != INDEX_VERSION:
        drop_index(library)


def drop_index(library: Library) -> None:
    """Empty the index, in steps that let others write between them; stopped, it is emptied by the next refresh."""
    connection = library.connection
    with writing(connection):
        indexing.begin_emptying(connection)
    left = True
    while left:
        with writing(connection):
            left = indexing.forget_some(connection, FORGOTTEN_AT_ONCE)
        time.sleep(BREATH)
    with writing(connection):
        indexing.empty_index(connection, INDEX_VERSION)
        stories.empty_leads(connection)


def _learn_boilerplate(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Look what the feeds of some articles have in many of theirs."""
    feeds = indexing.feeds_of(connection, ids)
    held = terms.boilerplate_of(connection, feeds)
    learnt = {it: boilerplate([*map(unpack, terms.newest_terms(connection, it, SAMPLE))]) for it in feeds}
    news = {feed_id: percents for feed_id, percents in learnt.items() if percents != unpack(held.get(feed_id, b""))}
    if news:
        with writing(connection):
            for feed_id, percents in news.items():
                terms.set_boilerplate(connection, feed_id, percents)


def fill_index(library: Library) -> Iterator[tuple[int, int]]:
    """Index the articles that are not, newest first, a few at a time; yield how many are done, and of how many."""
    connection = library.connection
    if indexing.is_complete(connection):
        return
    missing = indexing.unindexed_ids(connection)
    for at in range(0, len(missing), INDEXED_AT_ONCE):
        ids = missing[at : at + INDEXED_AT_ONCE]
        index(library, {it.id: held_wording(it.content) for it in get_articles(connection, ids, with_body=True)})
        time.sleep(BREATH)
        yield at + len(ids), len(missing)
    with writing(connection):
        indexing.complete_index(connection)
