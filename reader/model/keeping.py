"""How long articles are kept."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KeepRule:
    """What of a feed's articles stays; bookmarked ones do in any case."""

    since: datetime
    """All that is dated at or after this time."""
    newest: int
    """So many of a feed's newest, however old."""
    unread: bool = False
    """Whether all that is unread does too."""


@dataclass(frozen=True, slots=True)
class Surplus:
    """The articles of a feed that no rule keeps."""

    feed_id: int
    feed: str
    """The feed's title."""
    source: str
    articles: int
    oldest_at: datetime
    newest_at: datetime
