"""Marking the words of a search where they stand: values in, values out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.text.tokens import is_unspaced
from reader.tui.lines import Line, Piece, line_text

FOUND = "found"
"""The role that words of a search have besides their own."""


def pattern_of(phrases: Sequence[Sequence[str]]) -> re.Pattern[str] | None:
    """Give what finds phrases, each a run of tokens, in a text as it is written; None if there is no phrase."""
    # The longest first: of two phrases that begin alike, the regular expression takes the first that fits.
    found = sorted(map(_phrase, filter(None, phrases)), key=len, reverse=True)
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def mark_found(line: Line, pattern: re.Pattern[str]) -> Line:
    """Add the role "found" to the parts of a line that a pattern finds."""
    spans = [match.span() for match in pattern.finditer(line_text(line))]
    return tuple(_marked(line, spans)) if spans else line


def _marked(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for text, role in line:
        cuts = sorted({0, len(text), *(min(max(end - at, 0), len(text)) for span in spans for end in span)})
        for start, end in pairwise(cuts):
            is_found = any(first <= at + start < last for first, last in spans)
            yield text[start:end], f"{role} {FOUND}" if is_found else role
        at += len(text)


def _phrase(tokens: Sequence[str]) -> str:
    shown = re.escape(tokens[0])
    for before, token in pairwise(tokens):
        if before[-1] == token[0] and is_unspaced(before) and is_unspaced(token):
            shown += re.escape(token[1:])  # of a script without spaces, tokens are pairs that overlap
        else:
            shown += rf"[\W_]*{re.escape(token)}"
    first = "" if is_unspaced(tokens[0]) else r"(?<![^\W_])"
    last = "" if is_unspaced(tokens[-1]) else r"(?![^\W_])"
    return first + shown + last
