"""Tell plain text that has a shape (code, columns, drawings) from prose, which may flow anew."""

import re
from collections.abc import Sequence

_COLUMNS = re.compile(r"\S {3,}\S|[^\s.!?:;…\"'”’)] {2,}\S")
"""Spaces within a line that are no wide space between two sentences."""
_DRAWN = re.compile(r"[\u2500-\u259f]|^\s*\+[-=+]+\+\s*$|^\s*\|.*\|\s*$")
_SENTENCE = re.compile(r" {1,8}[\"'“‘«„¿¡—–-]*[A-Z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff].* .*[.!?…][\"'”’»]?")
"""A sentence behind the indent of a paragraph."""


def is_shaped(lines: Sequence[str], *, wrapped: bool) -> bool:
    """Tell whether lines lose by being moved; `wrapped` says that they seem to be broken to a width, as prose is."""
    if any(map(_DRAWN.search, lines)):
        return True
    columned = sum(_COLUMNS.search(line.strip()) is not None for line in lines)
    if wrapped:  # of running text, a slip of the space bar in one line, or an indent before it, is not its shape
        return columned > 1
    indented = [line for line in lines if line[0] == " "]
    is_paragraph = indented == [lines[0]] and _SENTENCE.fullmatch(lines[0])
    are_links = all("://" in line for line in indented)  # which can be followed in running text only
    return bool(columned) or not (is_paragraph or are_links)
