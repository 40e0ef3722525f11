"""The signs that tell states apart without colour, each with a twin for plain terminals."""

from typing import NamedTuple


class Marks(NamedTuple):
    """One set of signs, each one cell wide."""

    unread: str
    bookmarked: str
    failing: str
    paused: str
    copies: str
    """Stands before the number of sources of a story."""
    followed: str
    folded: str
    unfolded: str
    focus: str
    """Stands before the title of the focused pane, and before the row under its cursor."""
    cursor_away: str
    """Stands before the row under the cursor of any other pane."""
    rule: str
    quote: str
    bullets: tuple[str, ...]
    """By depth of the list."""
    column: str
    """Between the columns of a table."""


UNICODE = Marks("●", "★", "!", "‖", "×", "»", "▸", "▾", "▌", "▎", "─", "▎", ("•", "◦", "▪"), "│")
ASCII = Marks("*", "+", "!", "=", "x", "~", ">", "v", ">", "|", "-", "|", ("*", "-", "+"), "|")
SETS = {"unicode": UNICODE, "ascii": ASCII}
