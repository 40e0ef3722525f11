"""A text in a box that scrolls, until a key closes it."""

from abc import abstractmethod

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.lines import Line


class ScrolledScreen(ModalScreen[None]):
    """Shows lines that are written for the width there is; any of q, Esc and Enter closes it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("q,escape,enter", "close", "Close"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
        Binding("space,ctrl+f,ctrl+d,pagedown", "scroll(10)", "Page down"),
        Binding("ctrl+b,ctrl+u,pageup", "scroll(-10)", "Page up"),
        Binding("g,home", "scroll(-1000)", "Top"),
        Binding("G,end", "scroll(1000)", "Bottom"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._text = Static()
        self._scroll = VerticalScroll(self._text, classes="box wide")

    @abstractmethod
    def write(self, width: int) -> list[Line]:
        """Write the text in lines of at most `width` cells.

        The roles of their pieces are styles as Textual's `Content` knows them.
        """

    def compose(self) -> ComposeResult:
        """Show the text in a box whose edge names its keys."""
        self._scroll.border_title = self._title
        self._scroll.border_subtitle = "Esc closes · Space, j and k scroll"
        yield self._scroll

    def on_resize(self) -> None:
        """Write the text anew."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        lines = self.write(self._scroll.scrollable_content_region.width)
        parts = (piece for line in lines for piece in (*line, ("\n", "")))
        self._text.update(Content.assemble(*parts))

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self._scroll.scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
