"""A line of text asked of the user."""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.text.safe import safe_text
from reader.tui.answers import complete_path, list_complaint, source_complaint, target_complaint

Check = Callable[[str], str | None]
"""Says what is wrong with an answer; None if nothing is."""


class SafeInput(Input):
    """A line of text that takes nothing a terminal would obey, also when it is pasted."""

    def validate_value(self, value: str) -> str:
        """Give the value as it may be shown."""
        return safe_text(value).replace("\n", " ")


class PromptScreen(ModalScreen[str | None]):
    """Asks for a line of text; Enter answers, Esc answers None."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [Binding("escape", "cancel", "Cancel"), Binding("tab", "complete", "Complete")]  # noqa: RUF012

    def __init__(self, question: str, detail: str, example: str, check: Check | None = None, value: str = "") -> None:
        """With `check` the answer may be a path, which Tab completes; one that is wrong is not taken."""
        super().__init__()
        self._question, self._detail, self._check = question, detail, check
        self._complaint = Static(classes="complaint")
        self._refused = ""
        """The answer that the complaint is about."""
        self._input = SafeInput(value, placeholder=example, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Show the question, the line, and what may stand in it."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="question")
            yield self._input
            yield self._complaint
            yield Static(Content(self._detail), classes="detail")
            keys = [("Enter", "ok"), *([("Tab", "completes a path")] if self._check else []), ("Esc", "cancel")]
            parts = (part for key, what in keys for part in ((key, "bold"), f" {what}   "))
            yield Static(Content.assemble(*parts), classes="hint")

    def type_ahead(self, event: events.Key) -> None:
        """Take a key that was typed before the line had the keyboard: fingers do not wait for a dialog to come up."""
        if event.key == "enter":
            self._answer()
        elif event.character and event.is_printable:
            self._input.insert_text_at_cursor(event.character)

    @on(Input.Submitted)
    def _answer(self) -> None:
        answer = self._input.value.strip()
        complaint = self._check(answer) if self._check and answer else None
        if complaint is None:
            self.dismiss(answer or None)
        else:
            self._refused = answer
            self._complain(complaint)

    def _complain(self, complaint: str) -> None:
        self._complaint.update(Content(complaint))
        self._complaint.display = bool(complaint)

    @on(Input.Changed)
    def _changed(self) -> None:
        # Letters may be told of after Enter, where all was typed ahead.
        if self._input.value.strip() != self._refused:
            self._complain("")

    def action_complete(self) -> None:
        """Complete a path, as far as there is no choice."""
        if self._check:
            self._input.value = complete_path(self._input.value)
            self._input.action_end()

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def ask_source() -> PromptScreen:
    """Ask for a source to add."""
    detail = (
        "The address of a feed or of a site that has one, a feed file (.xml .rss .atom .rdf), "
        "a text file (.txt .md .html), or a folder of text files."
    )
    return PromptScreen("Add a source", detail, "https://example.org/feed.xml  or  ~/news", source_complaint)


def ask_list() -> PromptScreen:
    """Ask for a list of feeds to import."""
    detail = (
        "A list of feeds in OPML, as other readers export it; or the word newsboat, to take over its feeds, articles "
        "and marks."
    )
    return PromptScreen("Import feeds", detail, "~/feeds.opml  or  newsboat", list_complaint)


def ask_target() -> PromptScreen:
    """Ask for a file to export to."""
    detail = "The file for the list of your feeds, in OPML; passwords in addresses stay out of it."
    return PromptScreen("Export feeds", detail, "~/feeds.opml", target_complaint)


def ask_name(folder: str) -> PromptScreen:
    """Ask for another name of a folder."""
    detail = "The name of another folder makes one of both; a slash puts it inside another: News/World."
    return PromptScreen(f"Rename “{folder}”", detail, "name of the folder", value=folder)


def ask_words() -> PromptScreen:
    """Ask for words to search for."""
    detail = "Articles that hold all the words; “quotes” for words that stand together."
    return PromptScreen("Search all articles", detail, "harbour strike")
