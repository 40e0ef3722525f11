"""Made-up feeds and articles."""

import sqlite3
from datetime import UTC, datetime, timedelta

from reader.model.article import ArticleContent, ArticleState
from reader.model.body import RawBody
from reader.model.draft import ArticleDraft, Wording
from reader.model.feed import Feed, FeedKind
from reader.model.source import Source, SourceKind
from reader.store.articles import insert_articles
from reader.store.database import writing
from reader.store.feeds import insert_feed
from reader.store.values import to_datetime

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def draft(
    key: str, published_at: datetime | None = None, *, digest: str = "first", html: str = "<p>Calm</p>"
) -> ArticleDraft:
    content = ArticleContent(f"guid of {key}", f"Title of {key}", published_at=published_at, body=RawBody(html))
    return ArticleDraft(key, content, digest, Wording("", "calm", 1, b""))


def add_feed(
    connection: sqlite3.Connection, name: str = "port", *, folder: str | None = None, own_title: str | None = None
) -> Feed:
    source = Source(SourceKind.URL, f"https://{name}.example/feed")
    with writing(connection):
        return insert_feed(connection, source, FeedKind.RSS, NOON, folder=folder, own_title=own_title)


def add_articles(connection: sqlite3.Connection, feed: Feed, *drafts: ArticleDraft) -> list[int]:
    with writing(connection):
        return insert_articles(connection, feed.id, drafts, NOON)


def get_state(connection: sqlite3.Connection, location: str, key: str) -> ArticleState:
    """Give the state of the article `key` of the feed at `location`, whether or not there is such an article."""
    ask = "SELECT read_at, bookmarked_at FROM state WHERE location = ? AND key = ?"
    read_at, bookmarked_at = connection.execute(ask, (location, key)).fetchone() or (None, None)
    return ArticleState(to_datetime(read_at), to_datetime(bookmarked_at))
