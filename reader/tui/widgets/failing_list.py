"""The feeds that fail, each with what there is to know of it."""

from collections.abc import Sequence

from reader.text.marks import Marks
from reader.tui.lines import Line, fit
from reader.tui.widgets.cursor_list import CursorList

Failure = tuple[str, str, str]
"""A line for which feed fails, one for why, and one for since when and until when."""
STYLES = ("title", "text", "dim")
HEIGHT = 4
"""Lines of a feed: its own, and an empty one."""


class FailingList(CursorList):
    """Feeds that fail; the cursor stands on one of them."""

    def __init__(self, failures: Sequence[Failure], marks: Marks) -> None:
        super().__init__("failing", marks)
        self._failures = failures

    @property
    def item_count(self) -> int:
        """Count the feeds."""
        return len(self._failures)

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
        if item is None:
            return ()
        row = number % HEIGHT
        return ("  ", "dim"), (fit(self._failures[item][row], self.size.width - 3), STYLES[row])
