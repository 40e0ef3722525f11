"""A list whose items are drawn ahead, each in as many lines as it needs."""

from collections.abc import Iterable

from reader.text.marks import Marks
from reader.tui.lines import Line, NumberedLine
from reader.tui.widgets.cursor_list import CursorList


class DrawnList(CursorList):
    """Items of several lines each, and lines between them that belong to none."""

    def __init__(self, widget_id: str, marks: Marks) -> None:
        super().__init__(widget_id, marks)
        self._lines: list[NumberedLine] = []
        self._item_lines: dict[int, range] = {}

    def draw(self, lines: Iterable[NumberedLine]) -> None:
        """Show lines, each with the number of its item; those of one item stand together."""
        self._lines = list(lines)
        self._item_lines = {}
        for at, (item, _) in enumerate(self._lines):
            if item is not None:
                start = self._item_lines[item].start if item in self._item_lines else at
                self._item_lines[item] = range(start, at + 1)
        self.resize_lines()

    def item_lines(self, item: int) -> range:
        """Give the numbers of the lines of an item."""
        return self._item_lines.get(item, range(0))

    def item_at(self, line: int) -> int | None:
        """Give the item that a line belongs to."""
        return self._lines[line][0] if 0 <= line < len(self._lines) else None

    def line_count(self) -> int:
        """Count all lines."""
        return len(self._lines)

    def line(self, number: int) -> Line:
        """Draw a line."""
        return self._lines[number][1]
