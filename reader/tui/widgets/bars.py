"""The lines around the panes: a title above each, status and keys at the bottom, and a card for the first day."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from reader.model.keys import KEYS, Key, shown_keys
from reader.model.panes import Pane
from reader.tui.rows import fit_name


class TextBar(Widget):
    """One line or a few of text that is set from outside; never read as markup."""

    DEFAULT_CSS = "TextBar { height: 1; width: 1fr; }"

    def __init__(self, widget_id: str, content: Content | None = None) -> None:
        super().__init__(id=widget_id)
        self._content = content or Content("")

    def render(self) -> Content:
        """Draw the text."""
        return self._content

    def show(self, content: Content) -> None:
        """Show another text."""
        if content != self._content:
            self._content = content
            self.refresh()


class PaneTitle(TextBar):
    """The title above a pane; the focused pane's is marked."""

    def __init__(self, pane: Pane, title: str, focus_mark: str) -> None:
        super().__init__(f"{pane}-title")
        self._title, self._right = title, ""
        self._focus_mark, self._focused = focus_mark, False

    def set_title(self, title: str, right: str = "") -> None:
        """Change the title, and what stands at the right end of its line."""
        if (title, right) != (self._title, self._right):
            self._title, self._right = title, right
            self.refresh()

    def set_focused(self, focused: bool) -> None:
        """Mark the pane as the one that has the keyboard, or not."""
        self._focused = focused
        self.set_class(focused, "-focused")
        self.refresh()

    def render(self) -> Content:
        """Draw the mark and the title."""
        right = f" {self._right}" if self._right else ""
        room = self.size.width - len(right) - 3
        return Content(f"{self._focus_mark if self._focused else ' '} {fit_name(self._title, room)}{right}")


KEYS_KEPT = 2
"""Keys at the end of the line that stay however narrow it is."""


class Hint(NamedTuple):
    """A key in the line of keys."""

    key: Key
    keys: str
    title: str

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return len(self.keys) + len(self.title) + 4


class KeyBar(TextBar):
    """The keys that matter in the focused pane; a click on one does the same."""

    class Clicked(Message):
        """Posted when a key was clicked."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, chosen_keys: Mapping[str, str]) -> None:
        super().__init__("keys")
        self._chosen_keys = chosen_keys
        self._hints: list[Hint] = []

    def show_keys(self, pane: Pane, idle: Container[str] = (), *, quits: bool = False) -> None:
        """Show the keys of a pane, but for those that do nothing now, by id; `quits` tells what the way back does."""
        shown = (key for key in KEYS if pane in key.hinted_in and key.id not in idle)
        hints = [
            Hint(key, shown_keys(key, self._chosen_keys, most=1), "quit" if quits and key.id == "quit" else key.title)
            for key in shown
        ]
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def _shown(self) -> list[Hint]:
        """Give as many keys as there is room for, and none of them in part."""
        shown = list(self._hints)
        # Those at the end go last: they are how one finds the others, and the way out.
        while len(shown) > KEYS_KEPT and sum(hint.width for hint in shown) - 2 > self.size.width:
            del shown[-KEYS_KEPT - 1]
        return shown

    def render(self) -> Content:
        """Draw the keys."""
        parts = ((" ", (hint.keys, "bold"), f" {hint.title.lower()}  ") for hint in self._shown())
        return Content.assemble(*(part for hint in parts for part in hint))

    def on_click(self, event: events.Click) -> None:
        """Tell which key was clicked."""
        end = 0
        for hint in self._shown():
            end += hint.width
            if event.x < end:
                self.post_message(self.Clicked(hint.key))
                return


class Card(TextBar):
    """Tells on the first day what this is, and what to do first."""

    def __init__(self, chosen_keys: Mapping[str, str]) -> None:
        by_id = {key.id: shown_keys(key, chosen_keys, most=1) for key in KEYS}
        content = Content.assemble(
            ("Welcome. ", "bold"),
            "These short articles explain the reader.\n",
            (by_id["add"], "bold"),
            " adds feeds and files of your own, ",
            (by_id["help"], "bold"),
            " shows all keys.",
        )
        super().__init__("card", content)
