"""A line of text asked of the user."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.text.safe import safe_text


class SafeInput(Input):
    """A line of text that takes nothing a terminal would obey, also when it is pasted."""

    def validate_value(self, value: str) -> str:
        """Give the value as it may be shown."""
        return safe_text(value).replace("\n", " ")


class PromptScreen(ModalScreen[str | None]):
    """Asks for a line of text; Enter answers, Esc answers None."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [Binding("escape", "cancel", "Cancel")]  # noqa: RUF012

    def __init__(self, question: str, detail: str, example: str) -> None:
        super().__init__()
        self._question, self._detail = question, detail
        self._input = SafeInput(placeholder=example, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Show the question, the line, and what may stand in it."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="question")
            yield self._input
            yield Static(Content(self._detail), classes="detail")
            yield Static(Content.assemble(("Enter", "bold"), " ok   ", ("Esc", "bold"), " cancel"), classes="hint")

    def type_ahead(self, event: events.Key) -> None:
        """Take a key that was typed before the line had the keyboard: fingers do not wait for a dialog to come up."""
        if event.key == "enter":
            self._answer()
        elif event.character and event.is_printable:
            self._input.insert_text_at_cursor(event.character)

    @on(Input.Submitted)
    def _answer(self) -> None:
        self.dismiss(self._input.value.strip() or None)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def ask_source() -> PromptScreen:
    """Ask for a source to add."""
    detail = (
        "The address of a feed or of a site that has one, a feed file (.xml .rss .atom .rdf), "
        "a text file (.txt .md .html), or a folder of text files."
    )
    return PromptScreen("Add a source", detail, "https://example.org/feed.xml  or  ~/news")


def ask_list() -> PromptScreen:
    """Ask for a list of feeds to import."""
    detail = (
        "A list of feeds in OPML, as other readers export it; or the word newsboat, to take over its feeds, articles "
        "and marks."
    )
    return PromptScreen("Import feeds", detail, "~/feeds.opml  or  newsboat")


def ask_target() -> PromptScreen:
    """Ask for a file to export to."""
    detail = "The file for the list of your feeds, in OPML; passwords in addresses stay out of it."
    return PromptScreen("Export feeds", detail, "~/feeds.opml")


def ask_words() -> PromptScreen:
    """Ask for words to search for."""
    detail = "Articles that hold all the words; “quotes” for words that stand together."
    return PromptScreen("Search all articles", detail, "harbour strike")
