"""Feeds: what the reader subscribes to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.model.source import Source

MOST_MINUTES = 525_600
"""Longest interval that a user can choose: a year."""
MOST_KEPT = 1_000_000
"""Most articles of a feed that a user can have kept, however old."""


class FeedKind(StrEnum):
    """The format a feed's articles come in."""

    RSS = "rss"
    ATOM = "atom"
    RDF = "rdf"
    CDF = "cdf"
    JSON = "json"
    TEXT = "text"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """What the user sets for one feed; None leaves it to the source or to the config file."""

    title: str | None = None
    folder: str | None = None
    interval: int | None = None
    """Minutes between two requests, whatever the server wishes."""
    keep: int | None = None
    """So many of its newest articles stay, however old."""
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription."""

    id: int
    source: Source
    kind: FeedKind
    title: str
    """The user's own title if there is one, else the source's, else what its source is called; never empty."""
    folder: str | None
    site: str | None
    added_at: datetime
    refreshed_at: datetime | None
    """Last time the source answered, also with "not modified"."""
    error: str | None
    """Why the last refresh failed, one sentence; None when it worked."""
    failing_since: datetime | None
    interval: int | None = None
    """Seconds that it wants to be left alone for between two requests; None if it does not say."""
    failures: int = 0
    """How often in a row it failed."""
    due_at: datetime | None = None
    """When it is to be asked next, by what its server wishes and after failures; None for at once."""
    ended_at: datetime | None = None
    """When its server said that the feed is gone for ever; it is not asked by itself any more."""
    paused_at: datetime | None = None
    """When the user wanted it to be asked no more unless it is named."""
    settings: FeedSettings = FeedSettings()
    note: str | None = None
    """What was wrong with what the source last sent, though it could be read; one sentence."""

    @property
    def sorted_as(self) -> str:
        """Its title as lists sort it: without regard to case, and to how an address begins that stands in for one."""
        return self.title.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class FeedSummary:
    """A feed with its counts, as a feed list shows it."""

    feed: Feed
    unread: int
    total: int


@dataclass(frozen=True, slots=True)
class SmartCounts:
    """Counts of the smart feeds."""

    unread: int
    today: int
    """Unread ones of today."""
    bookmarked: int
    total: int
