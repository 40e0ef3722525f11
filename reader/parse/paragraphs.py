"""The paragraphs of a plain text, before it is known what they are."""

import re
from itertools import pairwise

from reader.parse.furniture import is_related_heading

Block = tuple[str, ...]
"""Lines without a blank line between them."""

_LONG_LINE = 130
"""Nobody breaks lines as late as this: a text with longer lines has a paragraph on each line."""
_PROSE = 60
"""Characters from which a paragraph is taken for prose even without a full stop."""

CLOSED = re.compile(r"""[.!?:;,…]["'”’»)]*$""")
"""How a line ends that is a sentence or part of one."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text at its blank lines, before the headings of related articles, and at line breaks if lines are long."""
    blocks: list[Block] = []
    for part in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        lines = tuple(line.rstrip() for line in part.split("\n") if line.strip())
        if any(len(line) > _LONG_LINE for line in lines):
            blocks += ((line,) for line in lines)
        elif lines:
            blocks += _parted_at_lists(lines)
    return tuple(blocks)


def _parted_at_lists(lines: Block) -> list[Block]:
    """Let the heading of a list of related articles begin a block of its own."""
    starts = [0, *(number for number in range(1, len(lines)) if is_related_heading(lines[number])), len(lines)]
    return [lines[start:end] for start, end in pairwise(starts)]


def drop_line(blocks: list[Block]) -> None:
    """Take the first line off `blocks`."""
    blocks[0:1] = [blocks[0][1:]] if len(blocks[0]) > 1 else []


def is_prose(block: Block) -> bool:
    """Tell whether a block is running text rather than a heading or an item of a list."""
    text = " ".join(block)
    return len(text) >= _PROSE or bool(CLOSED.search(text))
