"""One of several feeds, chosen from a list."""

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

Offer = Mapping[str, str | None]
"""A feed as the refresher offers it, with `title`, `address` and `kind`."""


class FeedOptions(OptionList):
    """The feeds, a line for the title and one for the address."""

    BINDINGS = [  # noqa: RUF012
        Binding("j", "cursor_down"),
        Binding("k", "cursor_up"),
        Binding("g", "first"),
        Binding("G", "last"),
    ]


class ChoiceScreen(ModalScreen[str | None]):
    """Asks which feed is meant; Enter or a digit answers with its address, Esc or q with None."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("q,escape", "cancel", "Cancel"),
        *(Binding(str(digit), f"choose({digit})", "Choose") for digit in range(1, 10)),
    ]

    def __init__(self, source: str, offers: Sequence[Offer], question: str = "", verb: str = "add") -> None:
        super().__init__()
        self._source, self._offers = source, offers
        self._question, self._verb = question or f"Which of these {len(offers)} feeds?", verb

    def compose(self) -> ComposeResult:
        """Show the feeds and how to choose one."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="question")
            yield Static(Content(self._source), classes="detail")
            yield FeedOptions(*(_option(number, offer) for number, offer in enumerate(self._offers, start=1)))
            keys = (("Enter", f" {self._verb}   "), ("1…9", f" {self._verb} that one   "), ("Esc", " none of them"))
            yield Static(
                Content.assemble(*(part for key, what in keys for part in ((key, "bold"), what))), classes="hint"
            )

    def action_choose(self, number: int) -> None:
        """Close with the feed of that number, counted from 1."""
        if number <= len(self._offers):
            self.dismiss(self._offers[number - 1]["address"])

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose(event.option_index + 1)


def _option(number: int, offer: Offer) -> Option:
    kind = f"  {offer['kind']}" if offer["kind"] else ""
    title = (f"{number:>2}  {offer['title'] or 'No title'}", "bold")
    return Option(Content.assemble(title, (kind, "dim"), (f"\n    {offer['address']}", "dim")))
