"""The reports of a story by time, each with what it adds."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.model.config import Config
from reader.model.story import Entry
from reader.text.marks import SETS
from reader.tui.lines import Line
from reader.tui.timelines import timeline_lines
from reader.tui.widgets.cursor_list import CursorList


class TimelineList(CursorList):
    """Reports, oldest first; the cursor stands on one of them."""

    def __init__(self, entries: Sequence[Entry], at: int, config: Config) -> None:
        """Show a story, the cursor on the report of number `at`."""
        super().__init__("timeline", SETS[config.marks])
        self._entries, self._config, self._now = entries, config, datetime.now(UTC)
        self._lines: list[tuple[int | None, Line]] = []
        self.set_reactive(TimelineList.cursor, at)

    @property
    def item_count(self) -> int:
        """Count the reports."""
        return len(self._entries)

    @property
    def article_id(self) -> int:
        """The article under the cursor."""
        return self._entries[self.cursor].report.article_id

    def on_resize(self) -> None:
        """Draw for the new width."""
        width = self.row_width - 1  # a cell before the scrollbar stays free
        self._lines = list(timeline_lines(self._entries, width, self._now, self._config.ages, self._marks))
        self.styles.height = len(self._lines)
        self.resize_lines()
        self._bring_into_sight(self.item_lines(self.cursor))

    def item_lines(self, item: int) -> range:
        """Give the lines of a report."""
        numbers = [number for number, _ in self._lines]
        return range(start := numbers.index(item), start + numbers.count(item)) if item in numbers else range(0)

    def item_at(self, line: int) -> int | None:
        """Give the report of a line."""
        return self._lines[line][0] if 0 <= line < len(self._lines) else None

    def line_count(self) -> int:
        """Count the lines of all reports."""
        return len(self._lines)

    def line(self, number: int) -> Line:
        """Draw a line."""
        return self._lines[number][1]
