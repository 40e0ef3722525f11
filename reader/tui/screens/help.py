"""All keys, made from the key table."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.keys import groups, shown_keys

KEYS_WIDTH = 16


def help_text(chosen_keys: Mapping[str, str]) -> Content:
    """Write the keys by group, with those that the user chose."""
    parts: list[Content | str | tuple[str, str]] = []
    for group, keys in groups().items():
        parts.append((f"{group}\n", "bold underline"))
        for key in keys:
            parts += [(f"  {shown_keys(key, chosen_keys):<{KEYS_WIDTH}}", "bold"), f"{key.help}\n"]
        parts.append("\n")
    parts.append("Each of these has an id in the README by which the config file can give it another key.\n")
    parts.append("The mouse works too: click chooses, a double click opens, the wheel scrolls.")
    return Content.assemble(*parts)


class HelpScreen(ModalScreen[None]):
    """Lists all keys; any of ?, q, Esc and Enter closes it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("question_mark,q,escape,enter", "close", "Close"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
        Binding("space,ctrl+f,ctrl+d", "scroll(10)", "Page down"),
        Binding("ctrl+b,ctrl+u", "scroll(-10)", "Page up"),
    ]

    def __init__(self, chosen_keys: Mapping[str, str]) -> None:
        super().__init__()
        self._chosen_keys = chosen_keys

    def compose(self) -> ComposeResult:
        """Show the keys in a box that scrolls."""
        with VerticalScroll(classes="box wide"):
            yield Static(help_text(self._chosen_keys))

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
