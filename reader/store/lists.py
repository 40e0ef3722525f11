"""The lists that articles stand in: ids, rows and counts."""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.model.filters import ArticleFilter
from reader.model.row import ArticleRow
from reader.store.conditions import conditions, index
from reader.store.failures import translated
from reader.store.values import to_datetime, to_json

if TYPE_CHECKING:  # a list of articles is printed in less time than this takes to import
    from reader.model.feed import SmartCounts

_SOURCES = """CASE WHEN own.story_id IS NULL THEN 1 ELSE (
        SELECT count(DISTINCT report.feed_id) FROM story_article AS other
        CROSS JOIN article AS report ON report.id = other.article_id
        CROSS JOIN feed AS reporter ON reporter.id = report.feed_id
        WHERE other.story_id = own.story_id
            AND (report.id = article.id OR report.bookmarked OR reporter.removed_at IS NULL)
    ) END"""
"""The number of feeds with an article of the same story that is shown."""


@translated
def article_ids(connection: sqlite3.Connection, wanted: ArticleFilter, limit: int | None = None) -> "array[int]":
    """List the ids of the articles that fit, newest first, at most `limit`. `wanted.words` is for `matching_ids`."""
    where, parameters = conditions(wanted)
    ask = f"SELECT id FROM article INDEXED BY {index(wanted)} {where} ORDER BY sort_at DESC, id DESC LIMIT ?"
    found = connection.execute(ask, (*parameters, -1 if limit is None else limit))
    return array("q", (article_id for (article_id,) in found))


@translated
def smart_counts(connection: sqlite3.Connection, since: datetime) -> "SmartCounts":
    """Count for the smart feeds; unread ones dated at or after `since` count as of today."""
    from reader.model.feed import SmartCounts  # what feeds are made of takes a while to import; lists do without

    counts = (
        _count(connection, wanted)
        for wanted in (
            ArticleFilter(unread=True),
            ArticleFilter(unread=True, since=since),
            ArticleFilter(bookmarked=True),
            ArticleFilter(),
        )
    )
    return SmartCounts(*counts)


@translated
def article_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """Give the rows of articles in the order asked; those that are not there are left out."""
    found = connection.execute(
        f"""SELECT article.id, feed_id, coalesce(own_title, feed.title), article.title, sort_at, unread,
            bookmarked, {_SOURCES}
        FROM json_each(?) AS wanted
        CROSS JOIN article ON article.id = wanted.value
        CROSS JOIN feed ON feed.id = feed_id
        LEFT JOIN story_article AS own ON own.article_id = article.id
        ORDER BY wanted.key""",
        (to_json(ids),),
    )
    return [
        ArticleRow(article_id, feed_id, feed, title, to_datetime(sort_at), bool(unread), bool(bookmarked), sources)
        for article_id, feed_id, feed, title, sort_at, unread, bookmarked, sources in found
    ]


@translated
def unread_among(connection: sqlite3.Connection, ids: Sequence[int]) -> set[int]:
    """Give those of some articles that are unread."""
    ask = "SELECT article.id FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value WHERE unread"
    return {article_id for (article_id,) in connection.execute(ask, (to_json(ids),))}


def _count(connection: sqlite3.Connection, wanted: ArticleFilter) -> int:
    where, parameters = conditions(wanted)
    ask = f"SELECT count(*) FROM article INDEXED BY {index(wanted)} {where}"
    count: int = connection.execute(ask, parameters).fetchone()[0]
    return count
