"""All keys, made from the key table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from textual.binding import Binding

from reader.model.keys import KEYS, Key, groups, shown_keys
from reader.tui.lines import Line, line_width
from reader.tui.screens.scrolled import ScrolledScreen
from reader.tui.wrapping import Run, wrap

TWO_COLUMNS_FROM = 96
"""Cells from which the groups stand in two columns."""
GAP = 3
"""Cells between the columns."""
MOST_KEYS = 24
"""Cells that keys may take of a line, before what they do."""

NOTES = (
    "Each of these has an id in the README, by which the config file can give it another key.",
    "The mouse works too: click chooses, a double click opens, the wheel scrolls.",
)


def help_lines(chosen_keys: Mapping[str, str], width: int) -> list[Line]:
    """Write the keys by group, with those that the user chose, in lines of at most `width` cells.

    The roles of their pieces are styles as Textual's `Content` knows them.
    """
    column = (width - GAP) // 2 if width >= TWO_COLUMNS_FROM else width
    parts = [list(_group(name, keys, chosen_keys, column)) for name, keys in groups().items()]
    parts.append([line.pieces for note in NOTES for line in wrap([Run(note, "")], column)])
    if column == width:
        return [line for part in parts for line in part]
    split = min(range(1, len(parts)), key=lambda number: max(_height(parts[:number]), _height(parts[number:])))
    left, right = ([line for part in half for line in part] for half in (parts[:split], parts[split:]))
    return [_beside(one, other, column + GAP) for one, other in zip_longest(left, right, fillvalue=())]


def _group(name: str, keys: Sequence[Key], chosen_keys: Mapping[str, str], width: int) -> Iterator[Line]:
    """Write a group under its name, an empty line behind it; what a key does hangs in a column of its own."""
    left = min(max(len(shown_keys(key, chosen_keys)) for key in KEYS), MOST_KEYS, width // 2) + 2
    yield ((name, "bold underline"),)
    for key in keys:
        names = wrap([Run(shown_keys(key, chosen_keys), "bold")], left - 2)
        does = wrap([Run(key.help, "")], width - left)
        for one, other in zip_longest((line.pieces for line in names), (line.pieces for line in does), fillvalue=()):
            yield _beside(one, other, left)
    yield ()


def _beside(left: Line, right: Line, width: int) -> Line:
    """Put a line behind another one that takes `width` cells."""
    return (*left, (" " * (width - line_width(left)), ""), *right) if right else left


def _height(parts: Sequence[Sequence[Line]]) -> int:
    return sum(map(len, parts))


class HelpScreen(ScrolledScreen):
    """Lists all keys; any of ?, q, Esc and Enter closes it."""

    BINDINGS = [Binding("question_mark", "close", "Close")]  # noqa: RUF012

    def __init__(self, chosen_keys: Mapping[str, str]) -> None:
        super().__init__("Keys")
        self._chosen_keys = chosen_keys

    def write(self, width: int) -> list[Line]:
        """Write the keys for the width there is."""
        return help_lines(self._chosen_keys, width)
