"""The feeds that fail, and what can be done about them."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.text.marks import Marks
from reader.tui.widgets.cursor_list import CursorList
from reader.tui.widgets.failing_list import HEIGHT, FailingList, Failure

HINTS = (
    ("r", " retry  "), ("R", " all  "), ("n", " new address  "), ("p", " pause  "), ("D", " remove  "),
    ("Enter", " show  "), ("Esc", " close"),
)  # fmt: skip


class Request(NamedTuple):
    """What the user wants done."""

    what: str
    """One of "retry", "retry_all", "find", "pause", "remove" and "show"."""
    at: int
    """The place in the list of the feed it is about."""


class FailingScreen(ModalScreen[Request | None]):
    """Lists feeds that fail; a key says what to do about the one under the cursor, Esc or q nothing."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("r", "ask('retry')", "Retry"),
        Binding("R", "ask('retry_all')", "Retry all"),
        Binding("n", "ask('find')", "New address"),
        Binding("p", "ask('pause')", "Pause"),
        Binding("D", "ask('remove')", "Remove"),
        Binding("q,escape", "close", "Close"),
    ]

    def __init__(self, failures: Sequence[Failure], at: int, marks: Marks) -> None:
        super().__init__()
        self._list = FailingList(failures, marks)
        self._list.styles.height = HEIGHT * len(failures) - 1
        self._at = at

    def compose(self) -> ComposeResult:
        """Show the feeds in a box whose edge says how many there are."""
        keys = Content.assemble(*(part for key, what in HINTS for part in ((key, "bold"), what)))
        box = Vertical(self._list, Static(keys, classes="hint"), classes="box wide")
        box.border_title = Content(f"Failing feeds: {self._list.item_count}")
        yield box

    def on_mount(self) -> None:
        """Put the cursor where it was."""
        self._list.focus()
        self._list.move_to(self._at)

    @on(CursorList.Chosen)
    def _chosen(self, event: CursorList.Chosen) -> None:
        event.stop()
        self.action_ask("show")

    def action_ask(self, what: str) -> None:
        """Close with a request."""
        self.dismiss(Request(what, self._list.cursor))

    def action_close(self) -> None:
        """Close without one."""
        self.dismiss(None)
