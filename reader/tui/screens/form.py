"""What can be set for a feed, in a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from reader.model.feed import MOST_KEPT, MOST_MINUTES, Feed
from reader.tui.screens.prompt import SafeInput


class FeedForm(ModalScreen[Mapping[str, Any] | None]):
    """Asks how a feed is to be set; Enter answers with the changes, Tab goes to the next line, Esc answers None."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("escape", "cancel", "Cancel"),
        Binding("down", "app.focus_next", "Next line"),
        Binding("up", "app.focus_previous", "Line before"),
    ]

    def __init__(self, feed: Feed, folders: Sequence[str]) -> None:
        super().__init__()
        self._feed = feed
        settings = feed.settings
        self._title = _line(settings.title, "the source's own")
        self._folder = _line(settings.folder, "none; a new name makes a folder")
        self._folder.suggester = SuggestFromList(folders, case_sensitive=False)
        self._interval = _line(settings.interval, "minutes between two requests; as its server wishes")
        self._address = _line(feed.source.shown, "where it is on the web")
        self._keep = _line(settings.keep, "newest articles that stay; as for all feeds")
        self._complaint = Static("", classes="complaint")

    def compose(self) -> ComposeResult:
        """Show a line for each thing that can be set."""
        lines = [("Title", self._title), ("Folder", self._folder)]
        if not self._feed.source.is_text:  # what is read from text files is looked at when asked, and stays
            lines += [("Every", self._interval), ("Keep", self._keep)]
        if not self._feed.source.is_local:
            lines.append(("Address", self._address))
        with Vertical(classes="box"):
            yield Static(Content(self._feed.title), classes="question")
            if self._feed.source.is_local:
                yield Static(Content(self._feed.source.shown), classes="detail")
            for name, line in lines:
                yield Horizontal(Static(name, classes="name"), line, classes="field")
            yield self._complaint
            hints = (("Enter", " ok   "), ("Tab", " next line   "), ("→", " complete   "), ("Esc", " cancel"))
            yield Static(
                Content.assemble(*(part for key, what in hints for part in ((key, "bold"), what))), classes="hint"
            )

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            interval = _number(self._interval, "Every", 1, MOST_MINUTES)
            keep = _number(self._keep, "Keep", 0, MOST_KEPT)
        except ValueError as error:
            self._complaint.update(Content(str(error)))
            self._complaint.display = True
            return
        title, folder = self._title.value.strip() or None, self._folder.value.strip() or None
        wanted = {"title": title, "folder": folder, "interval": interval, "keep": keep}
        shown = self._feed.settings
        changes: dict[str, Any] = {name: value for name, value in wanted.items() if value != getattr(shown, name)}
        address = self._address.value.strip()
        if address not in ("", self._feed.source.shown):
            changes["address"] = address
        self.dismiss(changes)

    def action_cancel(self) -> None:
        """Close and leave all as it is."""
        self.dismiss(None)


def _line(value: object, placeholder: str) -> SafeInput:
    return SafeInput("" if value is None else str(value), placeholder=placeholder, select_on_focus=False, compact=True)


def _number(line: Input, name: str, least: int, most: int) -> int | None:
    word = line.value.strip()
    if not word:
        return None
    if word.isdecimal() and len(word) < 9 and least <= int(word) <= most:
        return int(word)
    raise ValueError(f"{name} must be a whole number from {least} to {most}, or empty")
