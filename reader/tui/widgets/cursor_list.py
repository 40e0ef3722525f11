"""A list with a cursor, drawn from the lines that are on the screen alone: 100,000 rows cost what ten cost."""

from abc import abstractmethod

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.model.keys import Scope
from reader.text.marks import Marks
from reader.tui.bindings import bindings
from reader.tui.lines import Line
from reader.tui.widgets.painted import Painted


class ListMessage(Message):
    """What a list tells; handlers can select by the list's id."""

    def __init__(self, list_: "CursorList") -> None:
        super().__init__()
        self.list = list_

    @property
    def control(self) -> "CursorList":
        """The list that tells."""
        return self.list


class CursorList(Painted, can_focus=True, inherit_bindings=False):
    """A list of items, each one or more lines high. Subclasses say how many there are and how their lines look."""

    BINDINGS = bindings(Scope.PANE)  # type: ignore[assignment]

    cursor = reactive(0, repaint=False, init=False)
    """Number of the item under the cursor."""

    class Moved(ListMessage):
        """Posted when the cursor comes to stand on another item."""

    class Chosen(ListMessage):
        """Posted when the item under the cursor is opened, by Enter or a double click."""

    def __init__(self, widget_id: str, marks: Marks) -> None:
        super().__init__(widget_id)
        self._marks = marks

    @property
    @abstractmethod
    def item_count(self) -> int:
        """Count the items."""

    @abstractmethod
    def line(self, number: int) -> Line:
        """Draw a line of the list; an item's begins with a space, where the cursor is shown."""

    def item_lines(self, item: int) -> range:
        """Give the numbers of the lines of an item."""
        return range(item, item + 1)

    def item_at(self, line: int) -> int | None:
        """Give the item that a line belongs to."""
        return line if 0 <= line < self.item_count else None

    def line_count(self) -> int:
        """Count the lines of all items."""
        return self.item_count

    def resize_lines(self) -> None:
        """Draw anew after the items changed; the cursor stays within them."""
        self.set_height(self.line_count())
        self.set_reactive(CursorList.cursor, max(0, min(self.cursor, self.item_count - 1)))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line of the screen."""
        number = y + self.scroll_offset.y
        item = self.item_at(number)
        if number >= self.line_count():
            return self.paint(())
        line = self.line(number)
        if item is None or item != self.cursor:
            return self.paint(line)
        (text, role), *others = line
        sign = self._marks.focus if self.has_focus else self._marks.cursor_away
        return self.paint(((sign, "mark"), (text[1:], role), *others), "cursor" if self.has_focus else "cursor-away")

    def move_to(self, item: int) -> None:
        """Put the cursor on an item, the nearest one if there is none of that number, and bring it into sight."""
        self.cursor = max(0, min(item, self.item_count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two items that changed, scroll if need be, and tell."""
        if not self._bring_into_sight(self.item_lines(new)):
            for item in (old, new):
                self.refresh_item(item)
        # To the screen, which listens: on their way up messages wait in line at every widget around.
        self.screen.post_message(self.Moved(self))

    def refresh_item(self, item: int) -> None:
        """Draw one item anew."""
        lines = self.item_lines(item)
        self.refresh(Region(0, lines.start - self.scroll_offset.y, self.size.width, len(lines)))

    def _bring_into_sight(self, lines: range) -> bool:
        top, height = self.scroll_offset.y, self.size.height
        start = 0 if lines.start <= self._first_line() else lines.start
        if start < top:
            self.jump(start)
            return True
        if lines.stop > top + height:
            self.jump(lines.stop - height)
            return True
        return False

    def _first_line(self) -> int:
        """Give the first line of the first item; what stands above it is a heading that should be seen too."""
        return self.item_lines(0).start if self.item_count else 0

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.set_height(self.line_count())
        if self.item_count:
            self._bring_into_sight(self.item_lines(self.cursor))

    def on_focus(self) -> None:
        """Show that the cursor is here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the click was; a double click opens."""
        item = self.item_at(event.y + self.scroll_offset.y)
        if item is None:
            return
        self.move_to(item)
        if event.chain == 2:
            self.action_choose()

    def action_choose(self) -> None:
        """Open the item under the cursor."""
        if self.item_count:
            self.post_message(self.Chosen(self))

    def action_down(self) -> None:
        """Move a row down."""
        self.move_to(self.cursor + 1)

    def action_up(self) -> None:
        """Move a row up."""
        self.move_to(self.cursor - 1)

    def action_top(self) -> None:
        """Move to the first item."""
        self.move_to(0)

    def action_bottom(self) -> None:
        """Move to the last item."""
        self.move_to(self.item_count - 1)

    def action_half_page_down(self) -> None:
        """Move half a page down."""
        self._move_lines(self.half_page())

    def action_half_page_up(self) -> None:
        """Move half a page up."""
        self._move_lines(-self.half_page())

    def action_page_down(self) -> None:
        """Move a page down."""
        self._move_lines(self.page())

    def action_page_up(self) -> None:
        """Move a page up."""
        self._move_lines(-self.page())

    def _move_lines(self, lines: int) -> None:
        if not self.item_count:
            return
        target = max(0, min(self.item_lines(self.cursor).start + lines, self.line_count() - 1))
        step = -1 if lines > 0 else 1
        while (item := self.item_at(target)) is None and 0 <= target < self.line_count():
            target += step
        self.move_to(self.cursor if item is None else item)
