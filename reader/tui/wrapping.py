"""Breaking styled text into lines of a width, at spaces and between wide characters."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from reader.tui.lines import Line, Piece, grid_safe


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


class Word(NamedTuple):
    """What is not broken unless it is wider than a line."""

    runs: tuple[Run, ...]
    width: int
    spaced: bool
    """Whether a space stands before it, if it does not begin a line."""


def wrap(runs: Iterable[Run], width: int) -> Iterator[TextLine]:
    """Lay runs out in lines of at most `width` cells; a newline in a run ends a line."""
    line: list[Run] = []
    used = 0
    for word in _words(runs, width):
        if word is None:
            yield _text_line(line)
            line, used = [], 0
            continue
        gap = 1 if word.spaced and line else 0
        if used + gap + word.width > width and line:
            yield _text_line(line)
            line, used, gap = [], 0, 0
        if gap:
            before, after = line[-1], word.runs[0]
            # A space between two parts of one link is part of the link.
            line.append(Run(" ", after.role, after.link) if before.link == after.link else Run(" ", "text"))
        line.extend(word.runs)
        used += gap + word.width
    if line:
        yield _text_line(line)


def _words(runs: Iterable[Run], width: int) -> Iterator[Word | None]:
    """Cut runs into words; None stands for a forced line break."""
    parts: list[Run] = []
    spaced = False
    for run in runs:
        text = grid_safe(run.text)
        for number, row in enumerate(text.split("\n")):
            if number:
                yield from _word(parts, spaced, width)
                yield None
                parts, spaced = [], False
            chunks = row.split(" ")
            for place, chunk in enumerate(chunks):
                if place:
                    yield from _word(parts, spaced, width)
                    parts, spaced = [], True
                if chunk:
                    parts.append(Run(chunk, run.role, run.link))
    yield from _word(parts, spaced, width)


def _word(parts: list[Run], spaced: bool, width: int) -> Iterator[Word]:
    """Give a word as it is, or cut where scripts without spaces, or its length, need it."""
    if not parts:
        return
    total = sum(cell_len(part.text) for part in parts)
    if total <= width and not any(_UNSPACED.search(part.text) for part in parts):
        yield Word(tuple(parts), total, spaced)
        return
    for part in parts:
        for piece in _breakable(part.text, width):
            yield Word((Run(piece, part.role, part.link),), cell_len(piece), spaced)
            spaced = False


def _breakable(text: str, width: int) -> Iterator[str]:
    """Cut where a line may end in scripts without spaces, and at the width."""
    kept = ""
    for character in text:
        if kept and _UNSPACED.match(character) and character not in _NOT_FIRST:
            yield from chop_cells(kept, width)
            kept = ""
        kept += character
    yield from chop_cells(kept, width)


_UNSPACED = re.compile("[\u2e80-\uabff\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003ffff]")
"""Characters of scripts that put no spaces between words, before which a line may break; Korean is not among them."""

_NOT_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""Characters that must not begin a line (JIS X 4051, "gyoto kinsoku")."""


def _text_line(runs: list[Run]) -> TextLine:
    pieces: list[Piece] = []
    links: list[LinkPlace] = []
    at = 0
    for run in runs:
        if pieces and pieces[-1][1] == run.role:
            pieces[-1] = (pieces[-1][0] + run.text, run.role)
        else:
            pieces.append((run.text, run.role))
        end = at + cell_len(run.text)
        if run.link is not None:
            if links and links[-1].end == at and links[-1].link == run.link:
                links[-1] = LinkPlace(links[-1].start, end, run.link)
            else:
                links.append(LinkPlace(at, end, run.link))
        at = end
    return TextLine(tuple(pieces), tuple(links))
