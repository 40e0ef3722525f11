"""The reports of a story by time, each with what it adds."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.model.config import Config
from reader.model.story import Entry
from reader.text.marks import SETS
from reader.tui.timelines import timeline_lines
from reader.tui.widgets.drawn_list import DrawnList


class TimelineList(DrawnList):
    """Reports, oldest first; the cursor stands on one of them."""

    def __init__(self, entries: Sequence[Entry], at: int, config: Config) -> None:
        """Show a story, the cursor on the report of number `at`."""
        super().__init__("timeline", SETS[config.marks])
        self._entries, self._config, self._now = entries, config, datetime.now(UTC)
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
        lines = list(timeline_lines(self._entries, width, self._now, self._config.ages, self._marks))
        self.styles.height = len(lines)
        self.draw(lines)
        self._bring_into_sight(self.item_lines(self.cursor))
