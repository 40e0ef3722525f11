"""A story by time: who reported when, and what each added."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.model.config import Config
from reader.model.story import Entry
from reader.text.counts import counted
from reader.tui.widgets.cursor_list import CursorList
from reader.tui.widgets.timeline_list import TimelineList

HINTS = (("j k", " move   "), ("Enter", " open   "), ("Esc", " close"))


class TimelineScreen(ModalScreen[int | None]):
    """Lists the reports of a story, oldest first, and gives the article that is chosen."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [Binding("q,t,escape", "close", "Close")]  # noqa: RUF012

    def __init__(self, entries: Sequence[Entry], at: int, config: Config) -> None:
        """Show a story with the cursor on the report of number `at`."""
        super().__init__()
        self._list = TimelineList(entries, at, config)
        sources = len({entry.report.feed_id for entry in entries})
        self._title = f"Timeline: {counted(len(entries), 'report')}, {counted(sources, 'source')}"

    def compose(self) -> ComposeResult:
        """Show the reports in a box whose edge says how many there are."""
        keys = Content.assemble(*(part for key, what in HINTS for part in ((key, "bold"), what)))
        box = Vertical(self._list, Static(keys, classes="hint"), classes="box wide")
        box.border_title = Content(self._title)
        yield box

    def on_mount(self) -> None:
        """Give the list the keyboard."""
        self._list.focus()

    @on(CursorList.Chosen)
    def _chosen(self, event: CursorList.Chosen) -> None:
        event.stop()
        self.dismiss(self._list.article_id)

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
