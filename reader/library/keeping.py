"""Keeping articles: the young ones, the newest of each feed, the bookmarked ones, and what is in the user's own files.

What goes is remembered by feed location and key, so that a source which shows it for ever brings it in only once.
"""

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reader.library.indexing import BREATH, DELETED_AT_ONCE, unindex
from reader.library.library import Library
from reader.model.config import Keep
from reader.model.feed import Feed
from reader.model.keeping import KeepRule, Surplus
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.store import articles as article_store
from reader.store import feeds as feed_store
from reader.store import keeping as keep_store
from reader.store.database import writing
from reader.store.seen import forget_entries

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
                forget_entries(connection, feed_id)  # a rule that keeps more brings them back
            time.sleep(BREATH)
            yield feed_id, len(ids)


def kept_entries(library: Library, feed: Feed, parsed: ParsedFeed) -> ParsedFeed:
    """Leave out the entries that would go at once, and those that went before unless their source dates them anew."""
    connection, keep = library.connection, library.config.keep
    since = kept_since(keep, datetime.now(UTC))
    pruned = keep_store.pruned_keys(connection, feed.id, [entry.key for entry in parsed.entries])
    left_out = {entry.key for entry in parsed.entries if entry.key in pruned and not _is_young(entry, since)}
    if since is not None and not keep.unread:
        newest = max(0, _newest(keep, feed.settings.keep) - len(parsed.seen))  # those are held, so many are enough
        surplus_keys = surplus_of(parsed.entries, KeepRule(since, newest))
        if surplus_keys:
            left_out |= surplus_keys - keep_store.claimed_keys(connection, feed.id, surplus_keys)
    if not left_out:
        return parsed
    return replace(parsed, entries=tuple(entry for entry in parsed.entries if entry.key not in left_out))


def surplus_of(entries: Iterable[ParsedEntry], rule: KeepRule) -> set[str]:
    """Give the keys of the entries that are too old and come after enough others; undated ones are as of today."""
    dated = [(entry.content.published_at, entry.key) for entry in entries if entry.content.published_at]
    dated.sort(reverse=True)
    return {key for published_at, key in dated[rule.newest :] if published_at < rule.since}


def _is_young(entry: ParsedEntry, since: datetime | None) -> bool:
    published_at = entry.content.published_at
    return published_at is not None and (since is None or published_at >= since)


def _newest(keep: Keep, of_the_feed: int | None) -> int:
    return keep.articles if of_the_feed is None else of_the_feed


def _rules(library: Library) -> Iterator[tuple[int, KeepRule]]:
    """Give the rule of each feed that has anything old enough to go."""
    keep = library.config.keep
    since = kept_since(keep, datetime.now(UTC))
    if since is not None:
        for feed_id, newest in keep_store.aged_feeds(library.connection, since):
            yield feed_id, KeepRule(since, _newest(keep, newest), keep.unread)
