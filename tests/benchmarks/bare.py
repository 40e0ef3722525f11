"""The least a Textual program can be, to compare with: `bare.py static`, or `bare.py lines ROWS [HEIGHT]`."""

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static


class BareStatic(App[None]):
    """One line of text."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Show a line that a benchmark can wait for."""
        yield Static("000000 The only line")


class Lines(ScrollView, can_focus=True):
    """A list of strings with a cursor, drawn by `render_line` and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "move(1)"),
        ("pagedown", "page(1)"),
        ("pageup", "page(-1)"),
        ("G", "move(1000000000)"),
        ("g", "move(-1000000000)"),
    ]

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self.titles = titles
        self.cursor = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(60, len(self.titles))

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        if row >= len(self.titles):
            return Strip.blank(self.size.width)
        style = Style(reverse=row == self.cursor)
        return Strip([Segment(self.titles[row], style)]).adjust_cell_length(self.size.width, style)

    def action_move(self, rows: int) -> None:
        top, before = self.scroll_offset.y, self.cursor
        self.cursor = max(0, min(len(self.titles) - 1, before + rows))
        if top <= self.cursor < top + self.size.height:
            width = self.size.width
            self.refresh(Region(0, before - top, width, 1), Region(0, self.cursor - top, width, 1))
        else:
            self.scroll_to(y=self.cursor if rows < 0 else self.cursor - self.size.height + 1, animate=False)

    def action_page(self, pages: int) -> None:
        self.action_move(pages * self.size.height)


class BareLines(App[None]):
    """A list as long as the reader's, and as high as the screen or `height` lines of it."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, rows: int, height: int | None = None) -> None:
        super().__init__()
        self.rows, self.height = rows, height

    def compose(self) -> ComposeResult:
        """Show the list, newest first as the reader does."""
        lines = Lines([f"{row:06d} A headline of some length that goes on" for row in reversed(range(self.rows))])
        lines.styles.height = self.height
        yield lines


if __name__ == "__main__":
    if sys.argv[1] == "static":
        BareStatic().run()
    else:
        BareLines(*map(int, sys.argv[2:])).run()
