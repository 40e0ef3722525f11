"""Importing lists of subscriptions: feeds are added, not fetched, and what can't become a feed is told."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from reader.library.library import Library
from reader.library.sources import FIRST_KINDS, older_spellings
from reader.model.errors import UsageError
from reader.model.feed import MOST_KEPT, MOST_MINUTES, Feed, FeedSettings
from reader.model.outcome import Failed
from reader.model.source import Source, SourceKind
from reader.model.subscription import Refused, Subscription, SubscriptionList
from reader.store import feeds as feed_store
from reader.store.database import writing
from reader.store.subscriptions import describe_feed
from reader.text.credentials import without_credentials
from reader.text.safe import safe_line

MOST_BYTES = 50 * 2**20
"""Largest list that is read; one of 100,000 feeds takes half of it."""
FEEDS_AT_ONCE = 500
"""Feeds added in one transaction, so that a reader who marks articles never waits long."""


@dataclass(slots=True)
class ImportReport:
    """What became of a list of subscriptions."""

    new: list[Feed] = field(default_factory=list)
    known: list[Feed] = field(default_factory=list)
    """Feeds that there were before; their titles and folders stay as they are."""
    refused: list[Refused] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """One sentence for each thing that was wrong with the list as a whole."""
    notes: list[str] = field(default_factory=list)
    """One sentence for each thing that is not here as it was in the other program."""
    articles: int = 0
    """New ones, if articles came with the feeds."""
    read: int = 0
    """Articles that the other program knew as read."""
    bookmarked: int = 0


def read_list(path: Path) -> bytes:
    """Read a list from a file. Raises UsageError if it can't be read or is too large."""
    from reader.fetch.documents import read_document

    return read_document(path, MOST_BYTES)


def import_opml(library: Library, body: bytes, name: str) -> ImportReport:
    """Add the feeds of a list in OPML, which a complaint calls `name`. Raises UsageError if it is no such list."""
    from reader.parse.opml import read_opml

    found = read_opml(body)
    if isinstance(found, Failed):
        raise UsageError(f"{name}: {found.reason}; `newsreader add` adds feeds by their addresses")
    return add_subscriptions(library, found)


def add_subscriptions(library: Library, found: SubscriptionList) -> ImportReport:
    """Subscribe to the feeds of a list that are on the web and not known, without fetching them.

    Only http and https addresses are taken: a list may come from anywhere, and must name no file and no program.
    Of a feed that the list names twice the first is taken.
    """
    report = ImportReport(refused=list(found.refused), problems=list(found.problems), notes=list(found.notes))
    wanted: dict[str, Subscription] = {}
    older = older_spellings(library)
    for subscription in found.subscriptions:
        try:
            location = web_location(subscription.address)
        except UsageError as error:
            report.refused.append(_refused(subscription, str(error)))
        else:
            location = older.get(location, location)
            wanted.setdefault(location, replace(subscription, address=location))
    held = _held(library)
    report.known += [held[location] for location in wanted if location in held]
    fresh = [subscription for location, subscription in wanted.items() if location not in held]
    for at in range(0, len(fresh), FEEDS_AT_ONCE):
        report.new += _subscribe(library, fresh[at : at + FEEDS_AT_ONCE])
    return report


def web_location(address: str) -> str:
    """Give the location of the source at a web address. Raises UsageError if it is anything else."""
    from reader.fetch.sources import source_of

    # A word without a scheme might be taken for a file.
    if not address.lower().startswith(("http://", "https://")):
        raise UsageError("only http and https addresses are taken from a list")
    return source_of(address, Path("/")).location


def _refused(subscription: Subscription, reason: str) -> Refused:
    address = safe_line(without_credentials(subscription.address), most=200)
    title = subscription.own_title or subscription.title
    name = f"{safe_line(title, most=100)} ({address})" if title else address
    return Refused(name, reason.removeprefix(f"{address}: "))


def _held(library: Library) -> dict[str, Feed]:
    """Give the feeds on the web by location, by location without password as a list may have it, and by former ones."""
    feeds = {feed.id: feed for feed in feed_store.web_feeds(library.connection)}
    former = feed_store.former_locations(library.connection).items()
    return (
        {location: feeds[feed_id] for location, feed_id in former if feed_id in feeds}
        | {feed.source.shown: feed for feed in feeds.values()}
        | {feed.source.location: feed for feed in feeds.values()}
    )


def _settings(one: Subscription) -> FeedSettings:
    interval = one.interval if one.interval and one.interval <= MOST_MINUTES else None
    keep = one.keep if one.keep is not None and one.keep <= MOST_KEPT else None
    return FeedSettings(one.own_title, one.folder, interval, keep, one.paused)


def _subscribe(library: Library, subscriptions: Iterable[Subscription]) -> list[Feed]:
    connection, now = library.connection, datetime.now(UTC)
    feeds: list[Feed] = []
    with writing(connection):
        for one in subscriptions:
            source = Source(SourceKind.URL, one.address)
            feed = feed_store.find_feed(connection, one.address)
            if feed is None:
                feed = feed_store.insert_feed(connection, source, FIRST_KINDS[source.kind], now)
                feed_store.set_settings(connection, feed.id, _settings(one), None, now)
            describe_feed(connection, feed.id, one.title, one.site)
            feeds.append(feed_store.get_feed(connection, feed.id) or feed)
    return feeds
