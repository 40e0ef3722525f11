"""What a list holds, as SQL: filters, with the index that answers each, and what is hidden from all lists."""

from reader.model.filters import ArticleFilter
from reader.store.values import to_seconds

HIDDEN_IDS = """SELECT hidden.id FROM feed CROSS JOIN article AS hidden INDEXED BY article_by_feed ON feed_id = feed.id
    WHERE removed_at IS NOT NULL AND hidden.id NOT IN (SELECT id FROM article WHERE bookmarked = 1)"""
"""A subquery for the articles that nothing keeps, no subscription and no bookmark: deleted by and by, shown no more."""

_SHOWN = """(feed_id NOT IN (SELECT id FROM feed WHERE removed_at IS NOT NULL)
    OR id IN (SELECT id FROM article WHERE bookmarked = 1))"""
"""The opposite of `HIDDEN_IDS` as a condition: the first rows of a list need not wait until all others are known."""


def conditions(wanted: ArticleFilter) -> tuple[str, list[int | str]]:
    """Give the WHERE clause of a filter and its parameters; `words` is no part of it. Hidden articles do not pass."""
    terms: list[str] = []
    parameters: list[int | str] = []
    # Literals, not parameters: SQLite must see that the conditions of a partial index are met.
    if wanted.unread:
        terms.append("unread = 1")
    if wanted.bookmarked:
        terms.append("bookmarked = 1")
    if wanted.feed_id is not None:
        terms.append("feed_id = ?")
        parameters.append(wanted.feed_id)
    if wanted.folder is not None:
        terms.append("feed_id IN (SELECT id FROM feed WHERE instr(folder || '/', ? || '/') = 1 AND removed_at IS NULL)")
        parameters.append(wanted.folder)
    if wanted.since is not None:
        terms.append("sort_at >= ?")
        parameters.append(to_seconds(wanted.since))
    if wanted.feed_id is None and wanted.folder is None and not wanted.bookmarked:
        terms.append(_SHOWN)
    return f"WHERE {' AND '.join(terms)}", parameters


def index(wanted: ArticleFilter) -> str:
    """Name the index that answers a filter in the order of lists, without a look at the table.

    Left to itself SQLite may choose another one, and differently from version to version.
    """
    if wanted.bookmarked:
        return "article_bookmarked"
    if wanted.feed_id is not None:
        return "article_unread_by_feed" if wanted.unread else "article_by_feed"
    return "article_unread" if wanted.unread else "article_by_date"
