"""The paragraphs of a plain text, before it is known what they are."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from unicodedata import east_asian_width

from reader.parse.furniture import announced_title, is_beside_story, is_furniture, is_related_heading

Block = tuple[str, ...]
"""Lines without a blank line between them."""

_LONG_LINE = 130
"""Nobody breaks lines as late as this: a text with longer lines has a paragraph on each line."""
_TERMINAL = 80
"""Hardly anybody breaks lines later than a terminal of the usual width."""
WRAPPED_LINE = 50
"""A line broken to fit a width is at least this long."""
_PROSE = 60
"""Characters from which a paragraph is taken for prose even without a full stop."""

_SENTENCE_END = re.compile(r"""[.!?…。！？।؟]["'”’»)」』）]*$""")
_UNDERLINE = re.compile(r"([=*~^_-])\1{2,}")
CLOSED = re.compile(r"""[.!?:;,…。！？：；，、।॥؟؛،]["'”’»)」』）]*$""")
"""How a line ends that is a sentence or part of one."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text at its blank lines, around furniture, and at line breaks if lines are long."""
    blocks: list[Block] = []
    for part in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        lines = tuple(line.rstrip() for line in part.split("\n") if line.strip())
        if lines and _are_paragraphs(lines):
            blocks += ((line,) for line in lines)
        elif lines:
            blocks += filter(None, _parted(lines))
    return tuple(blocks)


def _are_paragraphs(lines: Block) -> bool:
    """Tell whether each line is a paragraph: longer than any line is broken, or long and a whole sentence each."""
    widths = [width_of(line) for line in lines]
    if max(widths) > _LONG_LINE:
        return True
    whole = all(_SENTENCE_END.search(line) for line, width in zip(lines, widths, strict=True) if width >= _PROSE)
    return whole and sum(width > _TERMINAL for width in widths) > 1


def _parted(lines: Block) -> Iterator[Block]:
    """Let the heading of a list of related articles begin a block of its own, and runs of furniture be one."""
    parts: list[list[str]] = [[]]
    for beside, group in groupby(lines, key=is_beside_story):
        run = list(group)
        if beside and any(is_furniture(line) or announced_title(line) for line in run):
            parts += [run, []]
        else:
            parts[-1] += run
    for part in parts:
        starts = [number for number, line in enumerate(part) if number and is_related_heading(line)]
        for start, end in pairwise([0, *starts, len(part)]):
            yield tuple(part[start:end])


def width_of(text: str) -> int:
    """Give the length of a text, Chinese and Japanese characters counted twice: they say as much as two letters."""
    return len(text) if text.isascii() else sum(1 + (east_asian_width(character) in "WF") for character in text)


def is_underlined(block: Block) -> bool:
    """Tell whether the first line of a block is a heading with a row of marks below it, as documents have them."""
    return len(block) > 1 and bool(_UNDERLINE.fullmatch(block[1].strip()))


def drop_line(blocks: list[Block]) -> None:
    """Take the first line off `blocks`."""
    blocks[0:1] = [blocks[0][1:]] if len(blocks[0]) > 1 else []


def is_prose(block: Block) -> bool:
    """Tell whether a block is running text rather than a heading or an item of a list."""
    text = " ".join(block)
    return width_of(text) >= _PROSE or bool(CLOSED.search(text))


def is_paragraph(block: Block) -> bool:
    """Tell whether a block is running text of more than a short sentence."""
    return width_of(" ".join(block)) >= _PROSE and bool(_SENTENCE_END.search(block[-1]))


def wrapping_width(blocks: Iterable[Block]) -> int:
    """Give the width to which the running text is broken into lines; 0 if it is not."""
    lines = [line for block in blocks if CLOSED.search(block[-1]) for line in block[:-1]]
    return max((len(line) for line in lines if len(line) >= WRAPPED_LINE), default=0)


def goes_on(line: str, following: str, width: int) -> bool:
    """Tell whether a title is broken after `line` and goes on in the line `following`."""
    following = following.lstrip()
    if following[:2].islower():
        return True
    return bool(width) and len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
