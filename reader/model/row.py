"""Articles as rows of a list."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """The slim form of an article that a list shows."""

    id: int
    feed_id: int
    feed: str
    title: str
    dated_at: datetime
    unread: bool
    bookmarked: bool
    sources: int = 1
    """Feeds that report on the same event, its own among them."""
