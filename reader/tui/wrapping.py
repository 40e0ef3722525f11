"""Breaking styled text into lines of a width, at spaces and between wide characters."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.tui.lines import Line, Piece, cell_places, grid_safe


class Run(NamedTuple):
    """Text in one role; `link` is the number of the link it belongs to, None for none."""

    text: str
    role: str
    link: int | None = None


class LinkPlace(NamedTuple):
    """The cells of a line that belong to a link."""

    start: int
    end: int
    link: int


class TextLine(NamedTuple):
    """A laid out line."""

    pieces: Line
    links: tuple[LinkPlace, ...] = ()


# Chinese, Japanese and Yi put no spaces between words, and an emoji is a word of its own; a flag is two characters.
_UNSPACED = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uffef\U0001f000-\U0001f1e5\U0001f200-\U0003ffff"
_NOT_FIRST = (
    "、。，．・：；？！）］｝」』】〉》〕〗〙〟｡｣､･"
    "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶｰﾞﾟ\u302a-\u302f\u3099\u309a"
)
"""Characters that must not begin a line (JIS X 4051, "gyoto kinsoku")."""
_NOT_LAST = "（［｛「『【〈《〔〖〘〝｢"
"""Characters that must not end a line (the same, "gyomatsu kinsoku")."""

_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_MAY_BREAK = re.compile(
    f"(?<![{_NOT_LAST}])(?=[{_UNSPACED}])(?![{_NOT_FIRST}])|(?<=[{_UNSPACED}])(?<![{_NOT_LAST}])(?=[^\\W{_UNSPACED}])"
)
"""Where a line may end although there is no space."""


def wrap(runs: Iterable[Run], width: int) -> Iterator[TextLine]:
    """Lay runs out in lines of at most `width` cells (two or more); a newline in a run ends a line."""
    safe = [Run(grid_safe(text), role, link) for text, role, link in runs]
    text = "".join(run.text for run in safe)
    cells = cell_places(text)
    starts = list(accumulate((len(run.text) for run in safe), initial=0))
    for start, end in _lines(text, cells, width):
        yield _text_line(safe, starts, cells, start, end)


def words_of(text: str) -> list[str]:
    """Cut grid-safe text wherever a line may end."""
    words = text.split()
    return [part for word in words for part in _MAY_BREAK.split(word)] if _HAS_UNSPACED.search(text) else words


def _lines(text: str, cells: Sequence[int], width: int) -> Iterator[tuple[int, int]]:
    """Give where in the text each line starts and ends."""
    start = 0
    rows = text.split("\n")
    unspaced = _HAS_UNSPACED.search(text) is not None
    for number, row in enumerate(rows, start=1):
        if row.strip(" "):
            yield from _row_lines(text, cells, start, start + len(row), width, unspaced)
        elif number < len(rows):
            yield start, start
        start += len(row) + 1


def _row_lines(
    text: str, cells: Sequence[int], start: int, end: int, width: int, unspaced: bool
) -> Iterator[tuple[int, int]]:
    while True:
        while start < end and text[start] == " ":
            start += 1
        if start == end:
            return
        most = bisect_right(cells, cells[start] + width, lo=start) - 1
        stop = end if most >= end else _last_break(text, start, max(most, start + 1), unspaced)
        last = stop
        while text[last - 1] == " ":
            last -= 1
        yield start, last
        start = stop


def _last_break(text: str, start: int, most: int, unspaced: bool) -> int:
    """Give where a line that may reach to `most` ends: at a space or between wide characters, else within a word."""
    space = text.rfind(" ", start, most + 1)
    if unspaced:
        for place in range(most, max(space, start), -1):
            if _MAY_BREAK.match(text, place):
                return place
    return space if space > start else most


def _text_line(runs: Sequence[Run], starts: Sequence[int], cells: Sequence[int], start: int, end: int) -> TextLine:
    """Cut a line out of the runs; `starts` is where in the text each begins."""
    pieces: list[Piece] = []
    links: list[LinkPlace] = []
    number, left = bisect_right(starts, start) - 1, cells[start]
    while start < end:
        run, until = runs[number], min(end, starts[number + 1])
        text = run.text[start - starts[number] : until - starts[number]]
        if pieces and pieces[-1][1] == run.role:
            pieces[-1] = (pieces[-1][0] + text, run.role)
        elif text:
            pieces.append((text, run.role))
        if run.link is not None:
            begin = cells[start] - left
            if links and links[-1][1:] == (begin, run.link):
                begin = links.pop().start
            links.append(LinkPlace(begin, cells[until] - left, run.link))
        start, number = until, number + 1
    return TextLine(tuple(pieces), tuple(links))
