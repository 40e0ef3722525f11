"""Which panes are on the screen, by its size and what the user is doing."""

from typing import NamedTuple

from reader.model.panes import Pane

ONE_PANE_BELOW = 60
"""Columns under which one pane at a time is shown."""
THREE_COLUMNS_FROM = 100
"""Columns from which feeds, articles and related articles stand side by side."""
FOUR_COLUMNS_FROM = 170
"""Columns from which the list and the article stand side by side too."""

FEEDS_WIDTH = 26
LEAST_LIST, MOST_LIST = 4, 16


class Arrangement(NamedTuple):
    """Which panes show, and the sizes that are not left to the article."""

    shown: frozenset[Pane]
    side_by_side: bool
    """The list stands left of the article instead of above it."""
    list_height: int
    """Rows of the list and its title when it stands above the article."""


def arrange(width: int, height: int, focused: Pane, sidebar: bool, zoomed: bool) -> Arrangement:
    """Choose the panes for a screen of `width` columns and `height` rows of panes.

    The focused pane is always shown. `sidebar` is the user's wish to see related articles; `zoomed` leaves the
    article alone on the screen while it has the focus.
    """
    if width < ONE_PANE_BELOW or (zoomed and focused is Pane.ARTICLE):
        shown = {focused}
    elif width < THREE_COLUMNS_FROM:
        shown = _two_columns(focused)
    else:
        shown = {Pane.FEEDS, Pane.LIST, Pane.ARTICLE}
        if sidebar or focused is Pane.RELATED:
            shown.add(Pane.RELATED)
    alone = Pane.ARTICLE not in shown
    list_height = height if alone else max(LEAST_LIST, min(MOST_LIST, height // 3))
    return Arrangement(frozenset(shown), width >= FOUR_COLUMNS_FROM, list_height)


def sidebar_width(width: int, wanted: int) -> int:
    """Give the columns of the related articles' pane: as many as wanted, and on a wide screen half as many more."""
    spare = max(0, width - FOUR_COLUMNS_FROM)
    return min(wanted + min(wanted // 2, spare // 4), width // 2)


def _two_columns(focused: Pane) -> set[Pane]:
    match focused:
        case Pane.FEEDS:
            return {Pane.FEEDS, Pane.LIST, Pane.ARTICLE}
        case Pane.RELATED:
            return {Pane.ARTICLE, Pane.RELATED}
        case _:
            return {Pane.LIST, Pane.ARTICLE}
