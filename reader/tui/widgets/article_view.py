"""The article: laid out elsewhere, scrolled, selected and clicked here."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.model.keys import Scope
from reader.tui.bindings import bindings
from reader.tui.history import TOP, TextPlace
from reader.tui.lines import MEASURE, Line, NumberedLine, line_text
from reader.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from reader.tui.pages import PageLine
    from reader.tui.wrapping import TextLine

MARGIN = 2
"""Least cells left of the text."""


class NumberMessage(Message):
    """What the article tells in one number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class ArticleView(Painted, can_focus=True, inherit_bindings=False):
    """A laid out article, with the related articles below it where they have no pane of their own."""

    ALLOW_SELECT = True
    BINDINGS = bindings(Scope.PANE)  # type: ignore[assignment]

    class LinkClicked(NumberMessage):
        """Posted when a link was clicked; the number is its index on the page."""

    class RelatedClicked(NumberMessage):
        """Posted when a related article below the text was clicked; the number is its id."""

    class Resized(NumberMessage):
        """Posted when the article has to be laid out anew; the number is the new width for text, in cells."""

    class Chosen(Message):
        """Posted on Enter."""

    def __init__(self) -> None:
        super().__init__("article")
        self._lines: Sequence[PageLine] = ()
        self._below: Sequence[NumberedLine] = ()
        self._laid_out_for = 0
        self.place = TOP
        """What stands at the top of the screen, or stood there before the article fitted on it as a whole."""
        self._found: re.Pattern[str] | None = None
        self._reasons: re.Pattern[str] | None = None
        self._settled_size = Size(0, 0)
        """The size that `place` was seen at."""
        self._typed_ahead: list[Callable[[], None]] | None = None
        """What was done to an article that is not here yet; None if none is expected."""

    @property
    def text_width(self) -> int:
        """Cells for text in a line."""
        return min(MEASURE, self.size.width - 2 * MARGIN)

    @property
    def margin_width(self) -> int:
        """Cells left of the text, which stands in the middle of a pane that is wider than it may be."""
        return max(MARGIN, (self.size.width - MEASURE) // 2)

    @property
    def filled(self) -> bool:
        """Whether an article is shown."""
        return bool(self._lines)

    @property
    def at_end(self) -> bool:
        """Whether the last line of the article is in sight."""
        return self.scroll_offset.y + self.size.height >= len(self._lines)

    @property
    def is_past_head(self) -> bool:
        """Whether the title has been scrolled out of sight."""
        return self.scroll_offset.y >= len(self._lines_of(-1)) - 1 > 0

    def show(self, lines: Sequence["PageLine"], width: int, place: TextPlace = TOP) -> None:
        """Show another article that was laid out for `width` cells, from a place on; then do what waited for it."""
        self._lines, self._below, self._laid_out_for = lines, (), width
        self.screen.clear_selection()
        self._go_to(place)
        self._check_width()
        typed, self._typed_ahead = self._typed_ahead or [], None
        for action in typed:
            action()

    def expect_another(self, expected: bool) -> None:
        """Keep the keys for an article that is on its way, or no longer."""
        self._typed_ahead = [] if expected else None

    def when_shown(self, action: Callable[[], None]) -> None:
        """Do something to the article that is shown, or to the one that is on its way once it is shown."""
        if self._typed_ahead is None:
            action()
        else:
            self._typed_ahead.append(action)

    def show_anew(self, lines: Sequence["PageLine"], width: int) -> None:
        """Show the same article laid out for another width, with the same text at the top."""
        place = self.place
        self._lines, self._laid_out_for = lines, width
        self._go_to(place)

    def mark_found(self, pattern: "re.Pattern[str] | None") -> None:
        """Mark what a pattern finds, in this article and in those that follow; None marks nothing."""
        if pattern != self._found:
            self._found = pattern
            self.refresh()

    def mark_reasons(self, pattern: "re.Pattern[str] | None") -> None:
        """Mark in this article what a pattern finds, in place of what a search marks; None goes back to that."""
        if pattern != self._reasons:
            self._reasons = pattern
            self.refresh()

    def show_below(self, lines: Sequence[NumberedLine]) -> None:
        """Show related articles below the text; each line has the id of its article, if it belongs to one."""
        if lines or self._below:
            self._below = lines
            self._resize()

    def _resize(self) -> None:
        self.set_height(len(self._lines) + len(self._below))
        self.refresh()

    def _go_to(self, place: TextPlace) -> None:
        self._resize()
        self.jump(self._line_of(place))
        self.place = place

    def on_resize(self) -> None:
        """Keep the same text at the top, for which another width needs another layout."""
        self._settled_size = self.size
        self._go_to(self.place)
        self._check_width()

    def _check_width(self) -> None:
        if self.text_width != self._laid_out_for and self.text_width > 0:
            self._laid_out_for = self.text_width
            self.post_message(self.Resized(self.text_width))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note what stands at the top, unless it moved there because the size changed."""
        super().watch_scroll_y(old_value, new_value)
        if self.size == self._settled_size:
            self.place = self._top_place()

    def _top_place(self) -> TextPlace:
        top = self.scroll_offset.y
        if not 0 < top < len(self._lines):
            return TOP
        own = self._lines_of(self._lines[top].block)
        return TextPlace(self._lines[top].block, (top - own.start) / len(own))

    def _line_of(self, place: TextPlace) -> int:
        own = self._lines_of(place.block)
        return own[min(round(place.part * len(own)), len(own) - 1)] if own and place != TOP else 0

    def _lines_of(self, block: int) -> range:
        """Give the numbers of the lines of a block; the lines stand in the order of their blocks."""
        start = bisect_left(self._lines, block, key=lambda line: line.block)
        return range(start, bisect_right(self._lines, block, lo=start, key=lambda line: line.block))

    def render_line(self, y: int) -> Strip:
        """Draw a line of the screen."""
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            below = number - len(self._lines)
            line: Line = self._below[below][1] if below < len(self._below) else ()
            return self.paint(((" " * (self.margin_width - MARGIN), ""), *line))
        margin = Segment(" " * self.margin_width, self.style_for(""))
        strip = Strip([margin, *self._text_segments(number)]).apply_offsets(-self.margin_width, number)
        return strip.adjust_cell_length(self.size.width, self.style_for(""))

    def _text_segments(self, number: int) -> list[Segment]:
        pieces = self._pieces(number)
        span = self.text_selection.get_span(number) if self.text_selection else None
        if span is None:
            return [Segment(text, self.style_for(role)) for text, role in pieces]
        start, end = span[0], span[1] if span[1] >= 0 else len(line_text(pieces))
        segments: list[Segment] = []
        at = 0
        for text, role in pieces:
            cuts = [max(0, min(len(text), place - at)) for place in (start, end)]
            parts = (text[: cuts[0]], text[cuts[0] : cuts[1]], text[cuts[1] :])
            for part, over in zip(parts, ("", " selection", ""), strict=True):
                if part:
                    segments.append(Segment(part, self.style_for(role + over)))
            at += len(text)
        return segments

    def _pieces(self, number: int) -> Line:
        pieces = self._lines[number].line.pieces
        pattern = self._reasons or self._found
        if pattern is None:
            return pieces
        from reader.tui.found import mark_found  # articles are mostly read without

        return mark_found(pieces, pattern)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the selected text."""
        text = "\n".join(line_text(line.line.pieces).rstrip() for line in self._lines)
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Follow the link, or open the related article, under the mouse, unless text is being selected."""
        if event.chain > 1 or self.text_selection is not None:
            return
        number = event.y + self.scroll_offset.y
        if number < len(self._lines):
            link = link_at(self._lines[number].line, event.x - self.margin_width)
            if link is not None:
                self.post_message(self.LinkClicked(link))
        elif number - len(self._lines) < len(self._below):
            item = self._below[number - len(self._lines)][0]
            if item is not None:
                self.post_message(self.RelatedClicked(item))

    def scroll_lines(self, lines: int) -> None:
        """Scroll by so many lines, at once."""
        self.jump(max(0, min(round(self.scroll_target_y) + lines, round(self.max_scroll_y))))

    def action_choose(self) -> None:
        """Tell that Enter was pressed."""
        self.post_message(self.Chosen())

    def action_down(self) -> None:
        """Scroll a line down."""
        self.when_shown(lambda: self.scroll_lines(1))

    def action_up(self) -> None:
        """Scroll a line up."""
        self.when_shown(lambda: self.scroll_lines(-1))

    def action_top(self) -> None:
        """Scroll back to the top."""
        self.when_shown(lambda: self.jump(0))

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self.when_shown(lambda: self.jump(round(self.max_scroll_y)))

    def action_half_page_down(self) -> None:
        """Scroll half a page down."""
        self.when_shown(lambda: self.scroll_lines(self.half_page()))

    def action_half_page_up(self) -> None:
        """Scroll half a page up."""
        self.when_shown(lambda: self.scroll_lines(-self.half_page()))

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.when_shown(lambda: self.scroll_lines(self.page()))

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.when_shown(lambda: self.scroll_lines(-self.page()))


def link_at(line: "TextLine", cell: int) -> int | None:
    """Give the link that a cell of a line belongs to."""
    return next((place.link for place in line.links if place.start <= cell < place.end), None)
