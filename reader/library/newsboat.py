"""Moving from newsboat: its feeds, and what it holds of their articles, so that nothing looks unread that was read."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.library import grouping, indexing, storing
from reader.library.importing import ImportReport, add_subscriptions, read_list, web_location
from reader.library.library import Library
from reader.library.sources import older_spellings
from reader.model.article import ArticleState
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.newsboat import CachedFeed
from reader.model.parsed import ParsedFeed
from reader.model.subscription import Subscription
from reader.parse.newsboat import MovedItem, read_items, read_urls
from reader.parse.titles import plain_title
from reader.store import feeds as feed_store
from reader.store.articles import stored_articles
from reader.store.database import writing
from reader.store.newsboat import cached_feeds, cached_items, reading_cache
from reader.store.states import add_states
from reader.store.subscriptions import describe_feed
from reader.text.safe import safe_line, safe_url

Tell = Callable[[int, int], None]
"""Is told how many feeds are done, and of how many."""


class Places(NamedTuple):
    """Where newsboat keeps its files."""

    urls: Path
    cache: Path | None
    """None if there is no cache in the usual places."""


def find_places(urls: Path | None = None, cache: Path | None = None) -> Places:
    """Give the files that are named, the others where newsboat keeps them.

    Raises UsageError if there is no urls file, or not the cache that is named.
    """
    if cache and not cache.is_file():
        raise UsageError(f"{safe_line(str(cache))}: there is no such file; name newsboat's cache.db by --cache")
    usual_urls = [folder / "urls" for folder in _folders("XDG_CONFIG_HOME", ".config")]
    usual_caches = [folder / "cache.db" for folder in _folders("XDG_DATA_HOME", ".local/share")]
    found = urls or next((path for path in usual_urls if path.is_file()), None)
    if found is None:
        looked = " or ".join(safe_line(str(path)) for path in usual_urls)
        raise UsageError(f"newsboat's urls file is not in {looked}; name it by --urls")
    return Places(found, cache or next((path for path in usual_caches if path.is_file()), None))


def import_newsboat(library: Library, places: Places, tell: Tell = lambda done, total: None) -> ImportReport:
    """Add newsboat's feeds, with its articles and marks; its own files stay as they are, and no program is run.

    Raises UsageError if the urls file can't be read, DatabaseError if the cache can't be; the feeds are added by then.
    """
    found = read_urls(read_list(places.urls))
    report = add_subscriptions(library, found)
    if places.cache is None:
        report.problems.append("newsboat's cache.db was not found, so no articles and marks came along; use --cache")
        return report
    feeds = _by_address(library, found.subscriptions)
    indexing.drop_outdated_index(library)
    with reading_cache(places.cache) as cache:
        described = cached_feeds(cache)
        for done, (address, feed) in enumerate(feeds.items()):
            tell(done, len(feeds))
            if address in described:
                _move_feed(library, cache, address, feed, described[address], report)
    for _ in indexing.fill_index(library):
        pass  # what an interrupted move left; else it only notes that nothing is missing
    for _ in grouping.group(library):
        pass
    tell(len(feeds), len(feeds))
    # Their titles may have come with the cache.
    report.new = [feed_store.get_feed(library.connection, feed.id) or feed for feed in report.new]
    return report


def _folders(variable: str, usual: str) -> list[Path]:
    home = Path(os.environ.get("HOME", "/"))
    return [Path(os.environ.get(variable) or home / usual) / "newsboat", home / ".newsboat"]


def _by_address(library: Library, subscriptions: Iterable[Subscription]) -> dict[str, Feed]:
    """Give the feeds by their addresses as newsboat spells them."""
    feeds: dict[str, Feed] = {}
    older = older_spellings(library)
    for one in subscriptions:
        try:
            location = web_location(one.address)
        except UsageError:
            continue  # it was refused
        if feed := feed_store.find_feed(library.connection, older.get(location, location)):
            feeds[one.address] = feed
    return feeds


def _move_feed(
    library: Library, cache: sqlite3.Connection, address: str, feed: Feed, described: CachedFeed, report: ImportReport
) -> None:
    connection, now = library.connection, datetime.now(UTC)
    location = feed.source.location
    moved = read_items(cached_items(cache, address), location, described.site)
    # The marks first: an article that is stored finds its own, and one that is not marked never shows as unread.
    with writing(connection):
        site = safe_url(described.site)
        describe_feed(connection, feed.id, plain_title(described.title) or None, None if site == location else site)
        add_states(connection, location, _states(moved, now))
    kept = {one.entry.key: one.entry for one in reversed(moved) if not one.item.deleted}
    held = stored_articles(connection, feed.id, kept)
    fresh = tuple(entry for key, entry in kept.items() if key not in held)
    stored = storing.store_entries(connection, feed, ParsedFeed(feed.kind, None, None, fresh))
    indexing.index(library, stored.wordings)
    report.articles += stored.outcome.new
    report.read += sum(not one.item.unread and not one.item.deleted for one in moved)
    report.bookmarked += sum(one.item.flagged and not one.item.deleted for one in moved)


def _states(moved: Iterable[MovedItem], now: datetime) -> Mapping[str, ArticleState]:
    """Give the marks by key; an article that the user deleted counts as read, should it come again."""
    states: dict[str, ArticleState] = {}
    for one in moved:
        item = one.item
        read, bookmarked = not item.unread or item.deleted, item.flagged and not item.deleted
        if read or bookmarked:
            state = ArticleState(now if read else None, now if bookmarked else None)
            states |= dict.fromkeys((*one.aliases, one.entry.key), state)
    return states
