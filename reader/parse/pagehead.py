"""The head of a news page: section, headline, and the lines that say who wrote the story and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.parse.bylines import Credits, read_credits
from reader.parse.creditlines import is_certain_credit, is_credit, take_credits, take_early_credits
from reader.parse.furniture import is_button, is_edge_furniture, is_label
from reader.parse.headlines import is_closed, is_headline, starts_like_title, take_headline
from reader.parse.paragraphs import CLOSED, Block, blocks_of, drop_line, is_paragraph, is_prose

_MOST_SECTION = 40
_MOST_SECTION_WORDS = 5
_MOST_KICKERS = 4
_MOST_PART_WORDS = 3
_LEAST_WORDS_BELOW_PART = 4

_ABBREVIATION = re.compile(r"(?:[A-Z]\.)+")
_CRUMBS = re.compile(r"\s+[>»›]\s+")


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
    late, story = take_credits(below, of_article=section is not None)
    found = late.joined(early)
    credited = found != Credits()
    if title is None or (is_closed(title) and not section and not credited):
        return Head(None, None, Credits(), tuple(blocks), 0)
    evidence = 2 if credited else 0
    if not is_closed(title):
        evidence += 2 if section and (credited or _stands_over_story(title, below)) else 1
    if not credited and not any(is_prose(block) for block in story):
        evidence = 0
    return Head(title, section, found, tuple(story), evidence)


def _stands_over_story(title: str, below: Sequence[Block]) -> bool:
    """Tell whether two short lines can be section and headline by what they say and what is below.

    Notes begin with a title and a label too ("Present: Ann, Bob"), and where one lists words of furniture it seldom
    holds paragraphs as long as those of news.
    """
    if any(colon in title for colon in ":："):
        return False
    return any(map(is_paragraph, below)) or not any(is_edge_furniture(line) for block in below for line in block)


def part_head(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Part headline and credits from a story that begins below them without a blank line."""
    first = 1 if len(blocks) > 1 and len(blocks[0]) == 1 else 0  # a section may stand alone above them
    for number in range(min(first + 1, len(blocks))):
        if parted := _parted(blocks[number]):
            return (*blocks[:number], *parted, *blocks[number + 1 :])
    return tuple(blocks)


def _parted(block: Block) -> tuple[Block, ...]:
    for start in (1, 2):  # below a headline, or a section and a headline
        if len(block) <= start + 1 or not is_headline(block[start - 1]):
            continue
        end = next((number for number in range(start, len(block)) if not is_credit(block[number])), len(block))
        if any(map(is_certain_credit, block[start:end])) and is_prose(block[end:]):
            above = (block[: start - 1],) if start > 1 else ()
            return (*above, block[start - 1 : end], *blocks_of("\n".join(block[end:])))
    return ()


def _take_section_and_headline(blocks: Sequence[Block]) -> tuple[str | None, str | None, list[Block]]:
    """Take the headline, and the section line above it if there is one.

    Only below a line that is too short for a headline is a full sentence taken for one.
    """
    section, title, below = _take_section(blocks)
    if title is None or is_closed(title):
        headline, rest = take_headline(blocks)
        if headline is not None:
            return None, headline, rest
    return section, title, below


def _take_section(blocks: Sequence[Block]) -> tuple[str | None, str | None, list[Block]]:
    """Take a section line and the headline below it; nothing if there are not both.

    Labels such as "Live" may stand beside it, and of a section and its part both are kept.
    """
    kickers, rest = _take_kickers(blocks)
    title, below = take_headline(rest)
    if not kickers or title is None or len(title) <= max(map(len, kickers)) or _is_byline(title, below, kickers[-1]):
        return None, None, list(blocks)
    sections = [part for kicker in kickers for part in _CRUMBS.split(kicker) if not is_label(part)]
    return " / ".join(sections) or kickers[0], title, below


def _is_byline(title: str, below: list[Block], above: str) -> bool:
    """Tell whether a name and a place with a date below it stand under a line that is a headline itself."""
    dated = below and (read_credits(below[0][0]) or Credits()).published_at is not None
    return bool(dated) and read_credits(title) is not None and is_headline(above)


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
        while rest and (is_button(rest[0][0]) or read_credits(rest[0][0]) == Credits()):  # "Share", "3 min read"
            drop_line(rest)
    return kickers, rest


def _stands_over_headline(line: str, below: list[Block], *, is_part: bool) -> bool:
    """Tell whether a short line is not itself the headline; the part of a section needs more to be told from one."""
    title, story = take_headline(below)
    if title is None or is_closed(title) or len(title) <= len(line):
        return False
    if not is_part:
        return True
    words = line.split()
    is_short = len(words) <= _MOST_PART_WORDS and not any(word.islower() for word in words)
    return is_short and len(title.split()) >= _LEAST_WORDS_BELOW_PART and take_credits(story)[0] != Credits()


def _is_section(line: str) -> bool:
    line = line.strip()
    if len(line) > _MOST_SECTION or len(line.split()) > _MOST_SECTION_WORDS or not starts_like_title(line):
        return False
    if ":" in line or read_credits(line) is not None:
        return False
    return not CLOSED.search(line) or bool(_ABBREVIATION.fullmatch(line))
