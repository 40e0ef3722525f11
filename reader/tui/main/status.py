"""The main screen's status line: where the reader is, what is unread, and what the refresher does."""

from datetime import UTC, datetime

from textual.content import Content

from reader.library.reading import start_of_day
from reader.library.schedule import next_try_text
from reader.model.feed import SmartCounts
from reader.model.panes import Pane
from reader.text.ages import short_age
from reader.tui.jobs.reading import Overview
from reader.tui.main.panes import Panes
from reader.tui.places import ALL, Place, badge_text, failing_text, smart_places
from reader.tui.rows import fit_name

MOST_NAME = 32
"""Cells of a place's title in the status line; what follows it counts for more."""
NOTHING = Overview(smart_places(SmartCounts(0, 0, 0, 0), start_of_day(datetime.now(UTC))), [], [])
"""What is known before the feeds were read."""


class Status:
    """Says in one line how things are."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._place, self._overview = ALL, NOTHING
        self.progress: dict[str, str] = {}
        """What the refresher does, by job; nothing when it rests."""

    def show(self, place: Place, overview: Overview) -> None:
        """Say where the reader is, and how that place is."""
        self._place, self._overview = place, overview
        self._panes.titles[Pane.LIST].set_title(place.title, badge_text(place))
        self._draw()

    def tell(self, job: str, progress: str | None) -> None:
        """Say how far a job of the refresher is, or, with None, that it is done."""
        self.progress.pop(job, None)
        if progress is not None:
            self.progress[job] = progress
        self._draw()

    def _draw(self) -> None:
        cursor, count = self._panes.article_list.cursor, self._panes.article_list.item_count
        name = fit_name(self._place.title, MOST_NAME).rstrip()
        here = f"{name} · {cursor + 1} of {count}" if count else f"{name} · empty"
        failure = None if self.progress else _trouble(self._place, with_reason=count > 0)
        state = " · ".join(self.progress.values()) or failure or _last_refresh(self._overview)
        if self._overview.unread is None:
            state = "counting"
        elif not failure:  # room is short, and why a feed fails counts for more than a number
            state = f"{self._overview.unread} unread in all · {state}"
        self._panes.status_bar.show(Content(f" {here} · {state}"))


def _trouble(place: Place, *, with_reason: bool) -> str | None:
    """Tell what is wrong with a feed; an empty list says itself why it fails."""
    feed = place.summary.feed if place.summary else None
    if feed is not None and feed.paused_at is not None:
        return "paused"
    if feed is None or feed.error is None:
        return feed.note if feed else None
    now = datetime.now(UTC)
    told = f"{failing_text(feed, now)}, next try: {next_try_text(feed, now)}"
    return f"{told}: {feed.error}" if with_reason else told


def _last_refresh(overview: Overview) -> str:
    feeds = [summary.feed for summary in overview.feeds]
    times = [feed.refreshed_at for feed in feeds if feed.refreshed_at]
    failing = sum(feed.error is not None for feed in feeds)
    told = f"refreshed {_ago(max(times))}" if times else "never refreshed"
    return f"{told} · {failing} failing" if failing else told


def _ago(then: datetime) -> str:
    age = short_age(then, datetime.now(UTC))
    if age == "now":
        return "just now"
    return f"{age} ago" if age.endswith(("min", "h", "d")) else age
