"""The feeds that fail, each with what there is to know of it."""

from collections.abc import Sequence

from reader.text.marks import Marks
from reader.tui.lines import Line, fit, line_text
from reader.tui.widgets.cursor_list import CursorList
from reader.tui.wrapping import Run, wrap

Failure = tuple[str, str, str]
"""Which feed fails, why, and since when and until when."""
HEIGHT = 5
"""Lines of a feed: its name, the reason in one or two, the times, and an empty one."""


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
        """Leave out the empty lines: they belong to none."""
        return range(HEIGHT * item, HEIGHT * item + len(self._drawn(item)))

    def item_at(self, line: int) -> int | None:
        """Give the feed of a line."""
        item = line // HEIGHT
        return item if 0 <= item < self.item_count and line in self.item_lines(item) else None

    def line_count(self) -> int:
        """Count the lines of all feeds."""
        return HEIGHT * self.item_count - 1

    def line(self, number: int) -> Line:
        """Draw a line of a feed."""
        item = self.item_at(number)
        return self._drawn(item)[number % HEIGHT] if item is not None else ()

    def _drawn(self, item: int) -> list[Line]:
        return failing_lines(self._failures[item], self.size.width)


def failing_lines(failure: Failure, width: int) -> list[Line]:
    """Draw a feed that fails in three or four lines of `width` cells."""
    name, reason, times = failure
    room = max(width - 3, 2)
    first = next(wrap([Run(reason, "text")], room), None)
    shown = line_text(first.pieces) if first else ""
    rest = reason[len(shown) :].lstrip()
    told = [(name, "title"), (shown, "text"), (rest, "text"), (times, "dim")]
    return [(("  ", "dim"), (fit(text, room), role)) for text, role in told if text]
