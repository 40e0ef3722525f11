"""Stories: the articles on one event."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StorySum:
    """What stories are ranked by."""

    id: int
    sources: int
    """Feeds that report."""
    last_at: datetime
    """When the newest article is dated."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A subject that the user follows."""

    id: int
    title: str
    """Of the article it began with."""
    unread: int
    """Articles on it that are not read."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article as one of a story's."""

    article_id: int
    feed_id: int
    feed: str
    title: str
    words: int
    dated_at: datetime
    unread: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in the timeline of its story."""

    report: Report
    adds: tuple[str, ...]
    """Its first sentences that the reports before it lack."""


@dataclass(frozen=True, slots=True)
class Story:
    """At least two articles on one event."""

    id: int
    """It stays as more articles arrive."""
    reports: tuple[Report, ...]
    """The one to read first is the first."""

    @property
    def title(self) -> str:
        """Give the title of the best report."""
        return self.reports[0].title

    @property
    def sources(self) -> tuple[str, ...]:
        """Give the titles of the feeds, in the order of the reports."""
        return tuple({report.feed_id: report.feed for report in self.reports}.values())

    @property
    def first_at(self) -> datetime:
        """When the oldest article is dated."""
        return min(report.dated_at for report in self.reports)

    @property
    def last_at(self) -> datetime:
        """When the newest article is dated."""
        return max(report.dated_at for report in self.reports)

    @property
    def unread(self) -> int:
        """Count the unread articles."""
        return sum(report.unread for report in self.reports)
