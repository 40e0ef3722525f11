"""Keeping articles: the young ones, the newest of each feed, the bookmarked ones, and what is in the user's own files.

What goes is remembered by feed location and key, so that a source which shows it for ever brings it in only once.
"""

import math
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reader.library.config import Keep
from reader.library.indexing import BREATH, DELETED_AT_ONCE, unindex
from reader.library.library import Library
from reader.model.feed import Feed
from reader.model.keeping import KeepRule, Surplus
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.store import articles as article_store
from reader.store import feeds as feed_store
from reader.store import keeping as keep_store
from reader.store.database import writing

DAYS_A_MONTH = 30.5
"""A little more than the mean, so that twelve months are never shorter than a year."""


def kept_since(keep: Keep, now: datetime) -> datetime | None:
    """Give the time from which on every article stays; None if all do for ever."""
    return now - timedelta(days=math.ceil(keep.months * DAYS_A_MONTH)) if keep.months else None


def surplus(library: Library) -> list[Surplus]:
    """List what would go, feed by feed."""
    connection = library.connection
    found = []
    for feed_id, rule in _rules(library):
        articles, oldest_at, newest_at = keep_store.surplus_span(connection, feed_id, rule)
        feed = feed_store.get_feed(connection, feed_id)
        if feed and oldest_at and newest_at:
            found.append(Surplus(feed_id, feed.title, feed.source.shown, articles, oldest_at, newest_at))
    return found


def prune(library: Library) -> Iterator[tuple[int, int]]:
    """Delete the articles that no rule keeps, a few at a time; yield the feed's id and how many of it went."""
    connection = library.connection
    for feed_id, rule in _rules(library):
        while keep_store.surplus_ids(connection, feed_id, rule, 1):
            with writing(connection):
                ids = keep_store.surplus_ids(connection, feed_id, rule, DELETED_AT_ONCE)
                keep_store.remember_pruned(connection, ids, datetime.now(UTC))
                unindex(connection, ids)
                article_store.delete_articles(connection, ids)
            time.sleep(BREATH)
            yield feed_id, len(ids)


def without_pruned(library: Library, feed: Feed, parsed: ParsedFeed) -> ParsedFeed:
    """Leave out the entries that were let go for their age, unless their source has dated them anew."""
    pruned = keep_store.pruned_keys(library.connection, feed.id, [entry.key for entry in parsed.entries])
    if not pruned:
        return parsed
    since = kept_since(library.config.keep, datetime.now(UTC))
    entries = (entry for entry in parsed.entries if entry.key not in pruned or _is_young(entry, since))
    return replace(parsed, entries=tuple(entries))


def _is_young(entry: ParsedEntry, since: datetime | None) -> bool:
    published_at = entry.content.published_at
    return published_at is not None and (since is None or published_at >= since)


def _rules(library: Library) -> Iterator[tuple[int, KeepRule]]:
    """Give the rule of each feed that has anything old enough to go."""
    keep = library.config.keep
    since = kept_since(keep, datetime.now(UTC))
    if since is not None:
        for feed_id, newest in keep_store.aged_feeds(library.connection, since):
            yield feed_id, KeepRule(since, keep.articles if newest is None else newest, keep.unread)
