"""Lines of styled text, the form in which panes are drawn.

A line is a run of pieces; a piece is a text and its role ("dim", "title", ...), which the stylesheet gives a look.
Widths are terminal cells.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from rich.cells import get_character_cell_size, set_cell_size

Piece = tuple[str, str]
Line = tuple[Piece, ...]

MEASURE = 88
"""Most cells of a line of running text: longer lines are hard to follow with the eye."""

NumberedLine = tuple[int | None, Line]
"""A line and the number of the article it belongs to, if any: counted from the top over all sections, or its id."""

ELLIPSIS = "…"
LEAST_ENDS = 8
"""Cells from which two ends of a text say more than its head."""

# Terminals disagree on how wide these are, so an emoji is reduced to its first, plain form, a family to its members.
_EMOJI = "[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
_MODIFIERS = "[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
_PERSON = "[\U0001f466-\U0001f469\U0001f9d1-\U0001f9d3]"
_UNSURE = re.compile(f"(?<={_EMOJI})(?:{_MODIFIERS}*\u200d(?!{_PERSON}){_EMOJI})+|{_MODIFIERS}|\u200d")

_ONE_CELL_EACH = re.compile("[ -~\n\xa0-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Text whose characters all take one cell, in the scripts and signs where most such text is found."""


def grid_safe(text: str) -> str:
    """Give text whose width is the same in every terminal: the sum of its characters' widths."""
    return text if text.isascii() else _UNSURE.sub("", text)


def cell_places(text: str) -> Sequence[int]:
    """Give the cell at which each character of grid-safe text starts, and the one behind the last."""
    if text.isascii() or _ONE_CELL_EACH.fullmatch(text):
        return range(len(text) + 1)
    return list(accumulate(map(get_character_cell_size, text), initial=0))


def text_width(text: str) -> int:
    """Count the cells of grid-safe text."""
    return len(text) if text.isascii() else cell_places(text)[-1]


def fit(text: str, width: int) -> str:
    """Cut text to `width` cells, ending in an ellipsis if anything is lost, and fill it up with spaces."""
    if width <= 0:
        return ""
    text = grid_safe(text)
    gap = width - text_width(text)
    if gap >= 0:
        return text + " " * gap
    # A wide character that would be cut in half leaves a space, which reads better after the ellipsis.
    kept = set_cell_size(text, width - 1).rstrip()
    return set_cell_size(kept + ELLIPSIS, width)


def fit_right(text: str, width: int) -> str:
    """Like `fit`, but text that is shorter stands at the right."""
    text = grid_safe(text)
    gap = width - text_width(text)
    return " " * gap + text if gap > 0 else fit(text, width)


def fit_ends(text: str, width: int) -> str:
    """Like `fit`, but what is too long loses its middle."""
    text = grid_safe(text)
    if text_width(text) <= width or width < LEAST_ENDS:
        return fit(text, width)
    start = set_cell_size(text, width // 2)
    end = set_cell_size(text[::-1], (width - 1) // 2)[::-1]
    return start + ELLIPSIS + end


def line_width(line: Iterable[Piece]) -> int:
    """Count the cells of a line."""
    return sum(text_width(text) for text, _ in line)


def line_text(line: Iterable[Piece]) -> str:
    """Give a line's text alone."""
    return "".join(text for text, _ in line)
