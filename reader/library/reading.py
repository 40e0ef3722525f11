"""Reading the library: counts, lists, and whole articles."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.filters import ArticleFilter
from reader.model.row import ArticleRow
from reader.store import lists as list_store
from reader.store.database import data_version

if TYPE_CHECKING:  # a list is shown in less time than these take to import
    from reader.model.article import Article
    from reader.model.feed import FeedSummary, SmartCounts
    from reader.model.story import Followed


def list_feeds(library: Library) -> "list[FeedSummary]":
    """List the subscribed feeds with their counts, by folder and title."""
    from reader.store import feeds as feed_store

    return feed_store.list_feeds(library.connection)


def folded_folders(library: Library) -> frozenset[str]:
    """Give the paths of the folders that are folded in the feed list."""
    from reader.store import folds as fold_store

    return fold_store.folded_folders(library.connection)


def has_feeds(library: Library) -> bool:
    """Tell whether there is a subscription."""
    from reader.store import feeds as feed_store

    return feed_store.has_feeds(library.connection)


def smart_counts(library: Library, now: datetime) -> "SmartCounts":
    """Count for the smart feeds; "today" begins at the last midnight of the local time zone before `now`."""
    return list_store.smart_counts(library.connection, start_of_day(now))


def start_of_day(now: datetime) -> datetime:
    """Give the last midnight of the local time zone, in UTC."""
    # By way of a naive local time, so that a day on which the clocks change begins right.
    midnight = datetime.combine(now.astimezone().date(), time())
    return midnight.astimezone(UTC)


def list_followed(library: Library) -> "list[Followed]":
    """List what is followed, the latest first."""
    from reader.store import following

    return following.list_followed(library.connection)


def article_ids(library: Library, wanted: ArticleFilter, limit: int | None = None) -> "array[int]":
    """List the ids of the articles that fit, newest first, or best first if `wanted` has words; at most `limit`."""
    if wanted.followed is not None:
        from reader.store.following import followed_ids

        return followed_ids(library.connection, wanted.followed)[:limit]
    if wanted.top:
        from reader.library.stories import top_ids

        return top_ids(library)[:limit]
    if wanted.words is None:
        return list_store.article_ids(library.connection, wanted, limit)
    from reader.library.searching import phrases_of
    from reader.store.search import matching_ids

    return matching_ids(library.connection, phrases_of(wanted.words), wanted, limit)


def article_rows(library: Library, ids: Sequence[int]) -> list[ArticleRow]:
    """Give the rows of the articles in the order asked; those that are no longer there are left out."""
    return list_store.article_rows(library.connection, ids)


def library_version(library: Library) -> int:
    """Give a number that changes when another connection, of this process or another one, writes to the library."""
    return data_version(library.connection)


def unread_among(library: Library, ids: Sequence[int]) -> set[int]:
    """Give those of some articles that are unread."""
    return list_store.unread_among(library.connection, ids)


def get_article(library: Library, article_id: int) -> "Article":
    """Give one article whole. Raises UsageError when there is none with that id."""
    for article in get_articles(library, [article_id], with_text=True):
        return article
    raise unknown(article_id)


def check_known(library: Library, ids: Sequence[int]) -> None:
    """Raise UsageError if one of the ids is no article's."""
    known = {row.id for row in article_rows(library, ids)}
    if missing := [article_id for article_id in ids if article_id not in known]:
        raise unknown(*missing)


def get_articles(library: Library, ids: Sequence[int], *, with_text: bool) -> "list[Article]":
    """Give whole articles in the order asked, missing ones left out; their bodies made safe if wanted, else without.

    This is the only way by which a body leaves the library.
    """
    from reader.store import articles as article_store

    found = article_store.get_articles(library.connection, ids, with_body=with_text)
    return [_with_text(article) for article in found] if with_text else found


def unknown(*ids: int) -> UsageError:
    """Say that there are no articles with some ids."""
    return UsageError(f"There is no article {', '.join(map(str, ids))}; `newsreader articles` lists the ids")


def _with_text(article: "Article") -> "Article":
    from reader.model.body import NO_BODY
    from reader.text.bodies import safe_html  # a list without texts must not pay for HTML parsers
    from reader.text.html import text_of

    html = safe_html(article.content.body)
    return replace(article, content=replace(article.content, body=NO_BODY), html=html, text=text_of(html))
