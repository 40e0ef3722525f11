"""Which articles a list holds."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Conditions that all have to hold; the default lets every article through. Lists are newest first."""

    feed_id: int | None = None
    folder: str | None = None
    """Path of a folder; the folders in it count too."""
    unread: bool = False
    bookmarked: bool = False
    since: datetime | None = None
    """Only articles dated at or after this time."""
    words: str | None = None
    """What the user typed to search for; the best matches come first."""
    followed: int | None = None
    """Only articles on this subject that the user follows; other conditions do not count then."""
    top: bool = False
    """Only the reports of top stories, by story, the top one first; other conditions do not count then."""
