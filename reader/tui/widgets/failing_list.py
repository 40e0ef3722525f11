"""The feeds that fail, each with what there is to know of it."""

from collections.abc import Sequence
from datetime import datetime

from reader.library.schedule import next_try_text
from reader.model.feed import Feed
from reader.text.ages import short_age
from reader.text.counts import counted
from reader.text.marks import Marks
from reader.tui.lines import Line, fit
from reader.tui.widgets.cursor_list import CursorList

HEIGHT = 4
"""Lines of a feed: its title, the reason, the times, and an empty one."""


class FailingList(CursorList):
    """Feeds that fail; the cursor stands on one of them."""

    def __init__(self, feeds: Sequence[Feed], now: datetime, marks: Marks) -> None:
        super().__init__("failing", marks)
        self._feeds, self._now = feeds, now

    @property
    def item_count(self) -> int:
        """Count the feeds."""
        return len(self._feeds)

    @property
    def feed(self) -> Feed:
        """The feed under the cursor."""
        return self._feeds[self.cursor]

    def item_lines(self, item: int) -> range:
        """Leave out the empty line: it belongs to none."""
        return range(HEIGHT * item, HEIGHT * item + HEIGHT - 1)

    def item_at(self, line: int) -> int | None:
        """Give the feed of a line."""
        item, rest = divmod(line, HEIGHT)
        return item if rest < HEIGHT - 1 and 0 <= item < self.item_count else None

    def line_count(self) -> int:
        """Count the lines of all feeds."""
        return HEIGHT * self.item_count - 1

    def line(self, number: int) -> Line:
        """Draw a line of a feed."""
        item = self.item_at(number)
        return failing_lines(self._feeds[item], self.size.width, self._now)[number % HEIGHT] if item is not None else ()


def failing_lines(feed: Feed, width: int, now: datetime) -> tuple[Line, Line, Line]:
    """Draw a feed that fails in lines of `width` cells: which one, why, and when."""
    times = [f"last success {short_age(feed.refreshed_at, now)}" if feed.refreshed_at else "never succeeded"]
    if feed.failing_since:
        times.append(f"{counted(feed.failures, 'failure')} since {short_age(feed.failing_since, now)}")
    times.append(f"next try: {next_try_text(feed, now)}")
    where = f"{feed.title} · {feed.folder}" if feed.folder else feed.title
    return (
        (("  ", "dim"), (fit(where, width - 3), "title")),
        (("  ", "dim"), (fit(feed.error or "", width - 3), "text")),
        (("  ", "dim"), (fit(" · ".join(times), width - 3), "dim")),
    )
