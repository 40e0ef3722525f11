"""Articles that are too old to be kept, and the memory of those that were let go."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from reader.model.keeping import KeepRule
from reader.model.source import SourceKind
from reader.store.failures import translated
from reader.store.values import to_datetime, to_json, to_seconds

_FOR_EVER = (SourceKind.TEXT_FILE, SourceKind.FOLDER)
"""Sources whose articles are the user's own files."""

_KEPT_AS_UNREAD = """AND id NOT IN (
    SELECT id FROM article INDEXED BY article_unread_by_feed WHERE unread = 1 AND feed_id = :feed_id)"""


@translated
def aged_feeds(connection: sqlite3.Connection, since: datetime) -> list[tuple[int, int | None]]:
    """List the feeds with articles dated before a time, by id, each with how many of its newest the user keeps.

    Text files and folders of them are left out.
    """
    found = connection.execute(
        """SELECT id, keep FROM feed
        WHERE removed_at IS NULL AND source_kind NOT IN (?, ?) AND EXISTS (
            SELECT 1 FROM article INDEXED BY article_by_feed WHERE feed_id = feed.id AND sort_at < ?
        ) ORDER BY id""",
        (*_FOR_EVER, to_seconds(since)),
    )
    return found.fetchall()


@translated
def surplus_ids(connection: sqlite3.Connection, feed_id: int, rule: KeepRule, limit: int) -> list[int]:
    """Give the ids of articles of a feed, at most `limit`, that a rule does not keep, oldest first."""
    ask = f"SELECT id FROM ({_surplus(rule)}) ORDER BY sort_at, id LIMIT :limit"
    return [article_id for (article_id,) in connection.execute(ask, _parameters(feed_id, rule) | {"limit": limit})]


@translated
def surplus_span(
    connection: sqlite3.Connection, feed_id: int, rule: KeepRule
) -> tuple[int, datetime | None, datetime | None]:
    """Count the articles of a feed that a rule does not keep, and give the dates of the oldest and the newest."""
    ask = f"SELECT count(*), min(sort_at), max(sort_at) FROM ({_surplus(rule)})"
    count, oldest, newest = connection.execute(ask, _parameters(feed_id, rule)).fetchone()
    return count, to_datetime(oldest), to_datetime(newest)


@translated
def remember_pruned(connection: sqlite3.Connection, ids: Iterable[int], pruned_at: datetime) -> None:
    """Remember, before some articles are deleted, that it is their age which ends them. Call it inside `writing`."""
    connection.execute(
        """INSERT INTO state (location, key, pruned_at)
        SELECT feed.location, article.key, ?
        FROM json_each(?) AS wanted
        CROSS JOIN article ON article.id = wanted.value
        CROSS JOIN feed ON feed.id = article.feed_id
        WHERE true ON CONFLICT (location, key) DO UPDATE SET pruned_at = excluded.pruned_at""",
        (to_seconds(pruned_at), to_json(ids)),
    )


@translated
def pruned_keys(connection: sqlite3.Connection, feed_id: int, keys: Iterable[str]) -> set[str]:
    """Give those of some keys whose articles were let go for their age and are not held again."""
    found = connection.execute(
        """SELECT state.key FROM feed
        CROSS JOIN json_each(?) AS wanted
        CROSS JOIN state ON state.location = feed.location AND state.key = wanted.value
        WHERE feed.id = ? AND pruned_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM article WHERE feed_id = feed.id AND article.key = state.key)""",
        (to_json(keys), feed_id),
    )
    return {key for (key,) in found}


@translated
def claimed_keys(connection: sqlite3.Connection, feed_id: int, keys: Iterable[str]) -> set[str]:
    """Give those of some keys whose articles are held, or bookmarked without being held."""
    found = connection.execute(
        """SELECT wanted.value FROM feed CROSS JOIN json_each(?) AS wanted
        WHERE feed.id = ? AND (
            EXISTS (SELECT 1 FROM article WHERE feed_id = feed.id AND article.key = wanted.value)
            OR EXISTS (
                SELECT 1 FROM state
                WHERE location = feed.location AND state.key = wanted.value AND bookmarked_at IS NOT NULL
            )
        )""",
        (to_json(keys), feed_id),
    )
    return {key for (key,) in found}


def _surplus(rule: KeepRule) -> str:
    # Without a newest one that is kept, the comparison below would be with NULL, and let nothing go.
    older_than_newest = """AND (sort_at, id) < (
        SELECT sort_at, id FROM article INDEXED BY article_by_feed
        WHERE feed_id = :feed_id ORDER BY sort_at DESC, id DESC LIMIT 1 OFFSET :newest - 1)"""
    return f"""SELECT id, sort_at FROM article INDEXED BY article_by_feed
        WHERE feed_id = :feed_id AND sort_at < :since {older_than_newest if rule.newest else ""}
            AND id NOT IN (SELECT id FROM article INDEXED BY article_bookmarked WHERE bookmarked = 1)
            {_KEPT_AS_UNREAD if rule.unread else ""}"""


def _parameters(feed_id: int, rule: KeepRule) -> dict[str, int]:
    return {"feed_id": feed_id, "since": to_seconds(rule.since), "newest": rule.newest}
