"""Frames around panes: what they hold covers them, so that they need not be drawn line by line."""

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def draw_ground(widget: Widget, crop: Region) -> list[Strip]:
    """Draw a widget that is all ground: one line, as often as it is needed.

    Textual draws every widget around one that has changed, for each key that is pressed; that of so many lines took
    longer than all the rest of a move of the cursor. Its own `BLANK` forgets the filter that takes colours away.
    """
    line = Strip.blank(crop.width, widget.visual_style.rich_style)
    for line_filter in widget.get_line_filters():
        line = line.apply_filter(line_filter, widget.background_colors[1])
    return [line] * crop.height


class Row(Horizontal):
    """Panes side by side."""

    render_lines = draw_ground


class Column(Vertical):
    """A pane and its title, or panes one above the other."""

    render_lines = draw_ground
