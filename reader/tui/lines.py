"""Lines of styled text, the form in which panes are drawn.

A line is a run of pieces; a piece is a text and its role ("dim", "title", ...), which the stylesheet gives a look.
Widths are terminal cells.
"""

import re
from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

Piece = tuple[str, str]
Line = tuple[Piece, ...]

MEASURE = 88
"""Most cells of a line of running text: longer lines are hard to follow with the eye."""

ELLIPSIS = "…"

# Terminals disagree on how wide these are drawn, so an emoji is reduced to its first, plain form.
_JOINED = re.compile("(?<=[\u2600-\u27bf\U0001f000-\U0001faff])[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*\u200d.")
_MODIFIERS = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")


def grid_safe(text: str) -> str:
    """Give text whose width is the same in every terminal."""
    if text.isascii():
        return text
    return _MODIFIERS.sub("", _JOINED.sub("", text))


def fit(text: str, width: int) -> str:
    """Cut text to `width` cells, ending in an ellipsis if anything is lost, and fill it up with spaces."""
    if width <= 0:
        return ""
    text = grid_safe(text)
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    # A wide character that would be cut in half leaves a space, which reads better after the ellipsis.
    kept = set_cell_size(text, width - 1).rstrip()
    return set_cell_size(kept + ELLIPSIS, width)


def fit_right(text: str, width: int) -> str:
    """Like `fit`, but text that is shorter stands at the right."""
    gap = width - cell_len(text)
    return " " * gap + text if gap > 0 else fit(text, width)


def line_width(line: Iterable[Piece]) -> int:
    """Count the cells of a line."""
    return sum(cell_len(text) for text, _ in line)


def line_text(line: Iterable[Piece]) -> str:
    """Give a line's text alone."""
    return "".join(text for text, _ in line)
