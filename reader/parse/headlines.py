"""The head of a news page: section, headline, and the lines that say who wrote the story and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.parse.bylines import Credits, is_name, read_author_beside_date, read_credits
from reader.parse.furniture import is_edge_furniture, is_related_heading
from reader.parse.paragraphs import CLOSED, WRAPPED_LINE, Block, drop_line, is_prose

MOST_HEADLINE = 200
"""Characters of the longest headline."""
_MOST_HEADLINE_LINES = 4
_LEAST_HEADLINE = 8
_MOST_SECTION = 40
_MOST_SECTION_WORDS = 5
_MOST_CREDIT_LINES = 20

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
    early, rest = _take_early(blocks)
    section, title, below = _take_section_and_headline(rest)
    late, story = _take_credits(below)
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


def _take_early(blocks: Sequence[Block]) -> tuple[Credits, list[Block]]:
    """Take the dates, bylines and furniture that stand above the headline."""
    found, rest = Credits(), list(blocks)
    for _ in range(_MOST_CREDIT_LINES):
        line = rest[0][0] if rest else ""
        read = read_credits(line)
        if read and (read.published_at or read.updated_at or read_author_beside_date(line)):
            found = found.joined(read)
        elif not is_edge_furniture(line):
            break
        drop_line(rest)
    return found, rest


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
    """Take a section line and the headline below it; nothing if there are not both."""
    if not blocks or not _is_section(blocks[0][0]):
        return None, None, list(blocks)
    rest = list(blocks)
    section = blocks[0][0].strip()
    drop_line(rest)
    title, below = _take_headline(rest)
    if title is None or len(title) <= len(section):
        return None, None, list(blocks)
    return section, title, below


def _is_section(line: str) -> bool:
    line = line.strip()
    if len(line) > _MOST_SECTION or len(line.split()) > _MOST_SECTION_WORDS or not _starts_like_title(line):
        return False
    if read_credits(line) is not None:
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
    if len(below) > _MOST_CREDIT_LINES or not _is_headline(title):
        return None, list(blocks)
    if not all(is_credit(line) or is_name(line) or read_author_beside_date(line) for line in below):
        return None, list(blocks)
    rest[0:1] = [below] if below else []
    return title, rest


def _is_headline(title: str) -> bool:
    if not _LEAST_HEADLINE <= len(title) <= MOST_HEADLINE or not _starts_like_title(title):
        return False
    return not title.endswith((",", ";", ":")) and not is_related_heading(title) and read_credits(title) is None


def _is_closed(title: str) -> bool:
    """Tell whether a title ends like a sentence that states something."""
    return bool(CLOSED.search(title)) and not title.endswith(("?", "!"))


def _starts_like_title(line: str) -> bool:
    start = _WORD_START.match(line)
    return start is not None and not line[start.end()].islower()


def is_credit(line: str) -> bool:
    """Tell whether a line says who wrote a story or when, or is a button beside that."""
    return read_credits(line) is not None or is_edge_furniture(line)


def _take_credits(blocks: Sequence[Block]) -> tuple[Credits, list[Block]]:
    """Take the lines of authors, dates and buttons below a headline; a standfirst may stand before them."""
    found, rest = _take_credit_lines(blocks)
    if found == Credits() and len(rest) > 1:
        standfirst, others = rest[0], rest[1:]
        late, below = _take_credit_lines(others)
        if late != Credits():
            return late, [standfirst, *below]
    return found, rest


def _take_credit_lines(rest: Sequence[Block]) -> tuple[Credits, list[Block]]:
    found, rest = Credits(), list(rest)
    for _ in range(_MOST_CREDIT_LINES):
        line = rest[0][0] if rest else ""
        read = read_credits(line) or _read_beside_date(line, _line_after(rest), found)
        if read and (_says_more(read, found) or _is_bare_name(line, read, rest)):
            break
        if read:
            found = found.joined(read)
        elif not is_edge_furniture(line):
            break
        drop_line(rest)
    return found, rest


def _says_more(read: Credits, found: Credits) -> bool:
    """Tell whether a line names an author or a date beside those that are found: taken out, it would be lost."""
    pairs = ((read.author, found.author), (read.published_at, found.published_at))
    return any(new is not None and old is not None and new != old for new, old in pairs)


def _is_bare_name(line: str, read: Credits, rest: Sequence[Block]) -> bool:
    """Tell whether a name and a place ("A. Writer, Kabul") stand where no story begins: in a list of people."""
    if read.author is None or read.published_at or read.updated_at or read_author_beside_date(line):
        return False
    below = list(rest)
    drop_line(below)
    while below and (is_edge_furniture(below[0][0]) or read_credits(below[0][0]) == Credits()):
        drop_line(below)
    return not below or not (is_prose(below[0]) or _dated(below[0][0]))


def _read_beside_date(line: str, following: str, found: Credits) -> Credits | None:
    dated = _dated(following)
    if dated and is_name(line):
        return Credits(author=line.strip())
    author = read_author_beside_date(line) if dated or found.published_at else None
    return Credits(author=author) if author else None


def _dated(line: str) -> bool:
    read = read_credits(line)
    return read is not None and (read.published_at or read.updated_at) is not None


def _line_after(blocks: Sequence[Block]) -> str:
    """Give the second line of `blocks`."""
    lines = [line for block in blocks[:2] for line in block[:2]]
    return lines[1] if len(lines) > 1 else ""
