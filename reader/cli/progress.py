"""How far a command is, at the bottom of a terminal; of a refresh also what is new, how fast, and whom it waits for."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from reader.model.feed import Feed
from reader.model.outcome import Failed, Refreshed, RefreshReport

SLOW = 2.0
"""Seconds after which a feed that is at work still is named."""
MOST_NAMED = 3
"""Slow feeds that are named; the others are counted."""
MOST_TITLE = 24
"""Characters of a slow feed's title."""


@dataclass(slots=True)
class Tally:
    """What a refresh has come to so far."""

    started_at: float
    done: int = 0
    new: int = 0
    failing: int = 0
    running: dict[int, tuple[str, float]] = field(default_factory=dict)
    """Title and start of the feeds at work, by id; times are those of `monotonic`."""

    def begin(self, feed: Feed, now: float) -> None:
        """Note that a feed is at work."""
        self.running[feed.id] = (feed.title, now)

    def end(self, report: RefreshReport) -> None:
        """Count a feed that is done."""
        if report.feed_id is not None:
            self.running.pop(report.feed_id, None)
        self.done += 1
        self.new += report.outcome.new if isinstance(report.outcome, Refreshed) else 0
        self.failing += isinstance(report.outcome, Failed)

    def told(self, now: float) -> str:
        """Give the sums and the rate in a few words."""
        parts = [f"{self.new} new"] + ([f"{self.failing} failing"] if self.failing else [])
        seconds = now - self.started_at
        return " · ".join([*parts, f"{self.done / seconds:.0f}/s"] if seconds >= 1 and self.done else parts)


def slow_text(running: Mapping[int, tuple[str, float]], now: float) -> str | None:
    """Name the feeds that are at work for long, the slowest first; None if there are none."""
    slow = sorted(((now - start, title) for title, start in list(running.values()) if now - start > SLOW), reverse=True)
    if not slow:
        return None
    named = ", ".join(f"{_cut(title)} ({seconds:.0f} s)" for seconds, title in slow[:MOST_NAMED])
    more = len(slow) - MOST_NAMED
    return f"waiting for {named}" + (f" and {more} more" if more > 0 else "")


def _cut(title: str) -> str:
    return title if len(title) <= MOST_TITLE else title[: MOST_TITLE - 1] + "…"


def counting_bars() -> Progress:
    """Build bars for tasks that are counted, each behind its name; they go when the work is over."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    return Progress(*columns, console=Console(highlight=False, emoji=False), transient=True)


class RefreshBar(Progress):
    """A bar, and below it the slow feeds; it goes when the refresh is over."""

    def __init__(self, console: Console, feeds: int) -> None:
        columns = TextColumn("Refreshing"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}")
        self.tally = Tally(monotonic())
        # Errors on the same terminal go above the bar; those that are sent elsewhere must arrive there.
        super().__init__(*columns, console=console, transient=True, redirect_stderr=sys.stderr.isatty())
        self._task = self.add_task("", total=feeds)

    def begin(self, feed: Feed) -> None:
        """Show that a feed is at work."""
        self.tally.begin(feed, monotonic())

    def end(self, report: RefreshReport) -> None:
        """Show that a feed is done."""
        self.tally.end(report)
        self.advance(self._task)

    def get_renderables(self) -> Iterable[RenderableType]:
        """Draw the bar with the sums as they are now, and the slow feeds."""
        now = monotonic()
        for task in self.tasks:
            task.description = self.tally.told(now)
        yield from super().get_renderables()
        if slow := slow_text(self.tally.running, now):
            yield Text(slow, style="dim", no_wrap=True, overflow="ellipsis")
