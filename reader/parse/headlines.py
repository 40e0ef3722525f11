"""The head of a news page: section, headline, and the lines that say who wrote the story and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.parse.authors import is_name
from reader.parse.bylines import Credits, read_author_beside_date, read_credits
from reader.parse.creditlines import (
    MOST_CREDIT_LINES,
    is_certain_credit,
    is_credit,
    is_credit_label,
    take_credits,
    take_early_credits,
)
from reader.parse.furniture import is_edge_furniture, is_label, is_related_heading
from reader.parse.paragraphs import CLOSED, WRAPPED_LINE, Block, drop_line, is_prose, width_of

MOST_HEADLINE = 200
"""Characters of the longest headline."""
_MOST_HEADLINE_LINES = 4
_LEAST_HEADLINE = 8
_MOST_SECTION = 40
_MOST_SECTION_WORDS = 5
_MOST_KICKERS = 4
_MOST_PART_WORDS = 3
_LEAST_WORDS_BELOW_PART = 4

_ABBREVIATION = re.compile(r"(?:[A-Z]\.)+")
_WORD_START = re.compile(r"""["'“‘«„¿¡(\[]*(?=[^\W_])""")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page, as far as there is one."""

    title: str | None
    section: str | None
    credits: Credits
    story: tuple[Block, ...]
    """What stands below, or everything if no headline was found."""
    evidence: int
    """How much speaks for a news page: 0 nothing, 1 a little, 2 and more enough."""


def read_head(blocks: Sequence[Block]) -> Head:
    """Find section, headline and credits at the beginning of a text."""
    early, rest = take_early_credits(blocks)
    section, title, below = _take_section_and_headline(rest)
    late, story = take_credits(below)
    found = late.joined(early)
    credited = found != Credits()
    if title is None or (_is_closed(title) and not section and not credited):
        return Head(None, None, Credits(), tuple(blocks), 0)
    evidence = 2 if credited else 0
    if not _is_closed(title):
        evidence += 2 if section else 1
    if not credited and not any(is_prose(block) for block in story):
        evidence = 0
    return Head(title, section, found, tuple(story), evidence)


def _take_section_and_headline(blocks: Sequence[Block]) -> tuple[str | None, str | None, list[Block]]:
    """Take the headline, and the section line above it if there is one.

    Only below a line that is too short for a headline is a full sentence taken for one.
    """
    section, title, below = _take_section(blocks)
    if title is None or _is_closed(title):
        headline, rest = _take_headline(blocks)
        if headline is not None:
            return None, headline, rest
    return section, title, below


def _take_section(blocks: Sequence[Block]) -> tuple[str | None, str | None, list[Block]]:
    """Take a section line and the headline below it; nothing if there are not both.

    Labels such as "Live" may stand beside it, and of a section and its part both are kept.
    """
    kickers, rest = _take_kickers(blocks)
    title, below = _take_headline(rest)
    if not kickers or title is None or len(title) <= max(map(len, kickers)) or _is_byline(title, below, kickers[-1]):
        return None, None, list(blocks)
    sections = [kicker for kicker in kickers if not is_label(kicker)]
    return " / ".join(sections) or kickers[0], title, below


def _is_byline(title: str, below: list[Block], above: str) -> bool:
    """Tell whether a name and a place with a date below it stand under a line that is a headline itself."""
    dated = below and (read_credits(below[0][0]) or Credits()).published_at is not None
    return bool(dated) and read_credits(title) is not None and _is_headline(above)


def _take_kickers(blocks: Sequence[Block]) -> tuple[list[str], list[Block]]:
    """Take the short lines above a headline: labels, one section, and a part of that if the headline has credits."""
    kickers: list[str] = []
    sections = 0
    rest = list(blocks)
    while rest and len(kickers) < _MOST_KICKERS and _is_section(line := rest[0][0].strip()):
        below = list(rest)
        drop_line(below)
        if not is_label(line):
            if kickers and not _stands_over_headline(line, below, is_part=sections > 0):
                break
            sections += 1
        kickers.append(line)
        rest = below
    return kickers, rest


def _stands_over_headline(line: str, below: list[Block], *, is_part: bool) -> bool:
    """Tell whether a short line is not itself the headline; the part of a section needs more to be told from one."""
    title, story = _take_headline(below)
    if title is None or _is_closed(title) or len(title) <= len(line):
        return False
    if not is_part:
        return True
    words = line.split()
    is_short = len(words) <= _MOST_PART_WORDS and not any(word.islower() for word in words)
    return is_short and len(title.split()) >= _LEAST_WORDS_BELOW_PART and take_credits(story)[0] != Credits()


def _is_section(line: str) -> bool:
    line = line.strip()
    if len(line) > _MOST_SECTION or len(line.split()) > _MOST_SECTION_WORDS or not _starts_like_title(line):
        return False
    if ":" in line or read_credits(line) is not None:
        return False
    return not CLOSED.search(line) or bool(_ABBREVIATION.fullmatch(line))


def _take_headline(blocks: Sequence[Block]) -> tuple[str | None, list[Block]]:
    """Take a headline, which may run over two or three lines; below it in its block stand credits only."""
    rest = list(blocks)
    if not rest:
        return None, rest
    lines = rest[0]
    title, used = lines[0].strip(), 1
    while used < min(len(lines), _MOST_HEADLINE_LINES):
        is_broken = len(lines[used - 1]) >= WRAPPED_LINE or lines[used].lstrip()[:1].islower()
        if not is_broken or is_credit(lines[used]):
            break
        title, used = f"{title} {lines[used].strip()}", used + 1
    below = lines[used:]
    if len(below) > MOST_CREDIT_LINES or not _is_headline(title) or _is_name_and_place(title, rest[1:]):
        return None, list(blocks)
    if not all(map(_is_below_headline, below)):
        return None, list(blocks)
    rest[0:1] = [below] if below else []
    return title, rest


def _is_below_headline(line: str) -> bool:
    return is_credit(line) or is_name(line) or is_credit_label(line) or bool(read_author_beside_date(line))


def _is_headline(title: str) -> bool:
    if not _LEAST_HEADLINE <= width_of(title) <= MOST_HEADLINE or not _starts_like_title(title):
        return False
    is_no_headline = is_edge_furniture(title) or "://" in title
    return (
        not title.endswith(tuple(",;:，；：،؛"))
        and not is_related_heading(title)
        and not is_certain_credit(title)
        and not is_no_headline
    )


def _is_name_and_place(title: str, below: list[Block]) -> bool:
    """Tell whether a line is "A. Writer, Kabul" and not a headline in capitals with a comma, such as a story needs."""
    if read_credits(title) is None:
        return False
    return not below or not (is_prose(below[0]) or is_certain_credit(below[0][0]))


def _is_closed(title: str) -> bool:
    """Tell whether a title ends like a sentence that states something."""
    return bool(CLOSED.search(title)) and not title.endswith(tuple("?!？！؟"))


def _starts_like_title(line: str) -> bool:
    start = _WORD_START.match(line)
    return start is not None and not line[start.end()].islower()
