"""What all panes have in common: they scroll, and are drawn line by line in roles."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.lines import Piece
from reader.tui.looks import style_of


class Painted(ScrollView, inherit_bindings=False):
    """A scrolling widget that draws lines of pieces; what a role looks like comes from the theme."""

    ALLOW_SELECT = False

    def __init__(self, widget_id: str) -> None:
        super().__init__(id=widget_id)
        self._styles_by_role: dict[str, Style] = {}

    @property
    def row_width(self) -> int:
        """Cells of a line left of the scrollbar's column, which stays free also where nothing scrolls."""
        return self.scrollable_content_region.width

    def paint(self, line: Iterable[Piece], ground: str = "") -> Strip:
        """Turn a line into a strip as wide as the widget; `ground` is the role of what lies under all of it."""
        segments = [Segment(text, self.style_for(f"{ground} {role}")) for text, role in line if text]
        return Strip(segments).adjust_cell_length(self.size.width, self.style_for(ground))

    def style_for(self, roles: str) -> Style:
        """Give the style of some roles, separated by spaces."""
        style = self._styles_by_role.get(roles)
        if style is None:
            _, background = self.background_colors
            style = style_of(roles, self.app.theme_variables, background, self.app.no_color)
            self._styles_by_role[roles] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the styles made from the theme before."""
        self._styles_by_role = {}
        super().notify_style_update()

    def set_height(self, lines: int) -> None:
        """Say how many lines there are to scroll through."""
        self.virtual_size = Size(self.size.width, lines)

    def jump(self, line: int) -> None:
        """Scroll so that `line` is the first on the screen, at once."""
        self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def half_page(self) -> int:
        """Count the lines of half a page."""
        return max(1, self.size.height // 2)

    def page(self) -> int:
        """Count the lines of a page; one line stays in sight to hold on to."""
        return max(1, self.size.height - 1)
