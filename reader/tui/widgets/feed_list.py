"""The left pane: smart feeds, folders and feeds with their counts."""

from collections.abc import Sequence

from reader.text.marks import Marks
from reader.tui.lines import Line
from reader.tui.places import Place
from reader.tui.rows import counted_row, feed_row
from reader.tui.widgets.cursor_list import CursorList


class FeedList(CursorList):
    """Smart feeds, an empty line, and the feeds in their folders."""

    def __init__(self, marks: Marks) -> None:
        super().__init__("feeds", marks)
        self._places: list[Place] = []
        self._smart = 0

    @property
    def item_count(self) -> int:
        """Count the places."""
        return len(self._places)

    @property
    def place(self) -> Place:
        """The place under the cursor."""
        return self._places[self.cursor]

    @property
    def places(self) -> Sequence[Place]:
        """All places, from the top."""
        return self._places

    def show(self, smart: Sequence[Place], feeds: Sequence[Place]) -> None:
        """Show these places, the cursor on the one it was on if it is still there."""
        key = self.place.key if self._places else ""
        self._places = [*smart, *feeds]
        self._smart = len(smart)
        self.set_reactive(FeedList.cursor, self.index_of(key, self.cursor))
        self.resize_lines()

    def index_of(self, key: str, default: int = 0) -> int:
        """Give the number of the place with this key."""
        return next((number for number, place in enumerate(self._places) if place.key == key), default)

    def item_lines(self, item: int) -> range:
        """Leave an empty line below the smart feeds."""
        line = item if item < self._smart else item + 1
        return range(line, line + 1)

    def item_at(self, line: int) -> int | None:
        """Give the place of a line."""
        item = line if line < self._smart else line - 1
        return item if line != self._smart and 0 <= item < len(self._places) else None

    def line_count(self) -> int:
        """Count the places and the empty line."""
        return len(self._places) + 1

    def line(self, number: int) -> Line:
        """Draw a place."""
        item = self.item_at(number)
        if item is None:
            return ()
        place, width = self._places[item], self.row_width - 1  # a cell before the scrollbar stays free
        if place.summary is not None:
            return feed_row(place.summary, width, self._marks, 2 * place.depth)
        if place.wanted.bookmarked:
            mark = self._marks.bookmarked if place.badge else ""
            return counted_row(place.title, place.badge, width, mark=mark, role="read")
        if place.wanted.words is not None:
            return counted_row(place.title, place.badge, width, role="read")
        if place.wanted.followed is not None:
            return counted_row(f"{self._marks.followed} {place.title}", place.badge, width)
        if place.folded is None:
            return counted_row(place.title, place.badge, width)
        sign = self._marks.folded if place.folded else self._marks.unfolded
        return counted_row(f"{sign} {place.title}", place.badge, width, 2 * place.depth)
