"""A filter as SQL, with the index that answers it."""

from reader.model.filters import ArticleFilter
from reader.store.values import to_seconds


def conditions(wanted: ArticleFilter) -> tuple[str, list[int | str]]:
    """Give the WHERE clause of a filter, "" if every article passes, and its parameters. `words` is no part of it."""
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
        terms.append("feed_id IN (SELECT id FROM feed WHERE folder = ?)")
        parameters.append(wanted.folder)
    if wanted.since is not None:
        terms.append("sort_at >= ?")
        parameters.append(to_seconds(wanted.since))
    return f"WHERE {' AND '.join(terms)}" if terms else "", parameters


def index(wanted: ArticleFilter) -> str:
    """Name the index that answers a filter in the order of lists, without a look at the table.

    Left to itself SQLite may choose another one, and differently from version to version.
    """
    if wanted.bookmarked:
        return "article_bookmarked"
    by_feed = wanted.feed_id is not None or wanted.folder is not None
    if wanted.unread:
        return "article_unread_by_feed" if by_feed else "article_unread"
    return "article_by_feed" if by_feed else "article_by_date"
