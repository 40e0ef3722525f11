"""News pages saved as text: section, headline, credits, story, furniture and related titles told apart.

The rule in doubt is to keep the text: a line is taken out of the story only if it is kept elsewhere (as title, date,
related title ...) or is furniture beyond doubt. Nothing is taken out of a text that does not look like a news page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.parse.bylines import Credits, is_name, read_author_beside_date, read_credits
from reader.parse.furniture import (
    announced_title,
    is_edge_furniture,
    is_furniture,
    is_related_heading,
    is_sentence,
    is_way_to_top,
    listed_tags,
    listed_title,
)

Block = tuple[str, ...]
"""Lines without a blank line between them."""

MOST_HEADLINE = 200
"""Characters of the longest headline."""
_MOST_SECTION = 40
_MOST_SECTION_WORDS = 5
_LEAST_HEADLINE = 12
_LONG_LINE = 130
"""Nobody breaks lines as late as this: a text with longer lines has a paragraph on each line."""
_WRAPPED_LINE = 50
"""A line broken to fit a width is at least this long."""
_PROSE = 60
"""Characters from which a paragraph is taken for prose even without a full stop."""

_CLOSED = re.compile(r"""[.!?:;,…]["'”’»)]*$""")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.)+")
_WORD_START = re.compile(r"""["'“‘«„¿¡(\[]*(?=[^\W_])""")


@dataclass(frozen=True, slots=True)
class NewsPage:
    """What a saved page says."""

    title: str | None
    """None if the page begins with its story at once."""
    section: str | None
    credits: Credits
    body: str
    """Paragraphs with blank lines between them, their lines as they were."""
    related_titles: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    title: str | None
    section: str | None
    credits: Credits
    rest: tuple[Block, ...]
    evidence: int


@dataclass(slots=True)
class _Story:
    blocks: list[Block] = field(default_factory=list)
    related_titles: list[str] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    evidence: int = 0


def read_news_page(text: str) -> NewsPage | None:
    """Read safe text as a news page; None if there is too little evidence that it is one.

    Enough is a section over a headline, a byline or date under a headline, a list of related articles, a way back to
    the top, or two weaker signs.
    """
    blocks = _blocks_of(text)
    head = _read_head(blocks)
    story = _read_story(_without_repeats(head.title, head.rest))
    if head.evidence + story.evidence < 2:
        return None
    _trim_end(story)
    return NewsPage(
        title=head.title,
        section=head.section,
        credits=head.credits.joined(_credits_at_end(story.blocks)),
        body="\n\n".join("\n".join(block) for block in story.blocks),
        related_titles=tuple(dict.fromkeys(story.related_titles)),
        tags=story.tags,
    )


def _blocks_of(text: str) -> tuple[Block, ...]:
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


def _read_head(blocks: Sequence[Block]) -> _Head:
    early, rest = _take_early(blocks)
    section, title, below = _take_section(rest)
    if title is None:
        title, below = _take_headline(rest)
    if title is None:
        return _Head(None, None, Credits(), tuple(blocks), 0)
    late, story = _take_credits(below)
    found = late.joined(early)
    credited = found != Credits()
    evidence = 2 if credited else 0
    if not _CLOSED.search(title) or title.endswith(("?", "!")):
        evidence += 2 if section else 1
    if not credited and not any(_is_prose(block) for block in story):
        evidence = 0
    return _Head(title, section, found, tuple(story), evidence)


def _take_early(blocks: Sequence[Block]) -> tuple[Credits, list[Block]]:
    """Take the dates and furniture that stand above the headline."""
    found, rest = Credits(), list(blocks)
    while rest:
        line = rest[0][0]
        read = read_credits(line)
        if read and (read.published_at or read.updated_at):
            found = found.joined(read)
        elif not is_furniture(line):
            break
        _drop_line(rest)
    return found, rest


def _take_section(blocks: Sequence[Block]) -> tuple[str | None, str | None, list[Block]]:
    """Take a section line and the headline below it; nothing if there are not both."""
    if not blocks or not _is_section(blocks[0][0]):
        return None, None, list(blocks)
    rest = list(blocks)
    section = blocks[0][0].strip()
    _drop_line(rest)
    title, below = _take_headline(rest)
    if title is None or len(title) <= len(section):
        return None, None, list(blocks)
    return section, title, below


def _is_section(line: str) -> bool:
    line = line.strip()
    if len(line) > _MOST_SECTION or len(line.split()) > _MOST_SECTION_WORDS or not _starts_like_title(line):
        return False
    return not _CLOSED.search(line) or bool(_ABBREVIATION.fullmatch(line))


def _take_headline(blocks: Sequence[Block]) -> tuple[str | None, list[Block]]:
    """Take a headline, which may run over two or three lines; below it in its block stand credits only."""
    rest = list(blocks)
    if not rest:
        return None, rest
    lines = rest[0]
    title, used = lines[0].strip(), 1
    while used < len(lines) and len(lines[used - 1]) >= _WRAPPED_LINE and not _is_credit(lines[used]):
        title, used = f"{title} {lines[used].strip()}", used + 1
    below = lines[used:]
    if not _is_headline(title) or not all(
        _is_credit(line) or is_name(line) or read_author_beside_date(line) for line in below
    ):
        return None, list(blocks)
    rest[0:1] = [below] if below else []
    return title, rest


def _is_headline(title: str) -> bool:
    if not _LEAST_HEADLINE <= len(title) <= MOST_HEADLINE or not _starts_like_title(title):
        return False
    return not title.endswith((",", ";", ":")) and not is_related_heading(title)


def _starts_like_title(line: str) -> bool:
    start = _WORD_START.match(line)
    return bool(start) and not line[start.end()].islower() if start else False


def _is_credit(line: str) -> bool:
    return read_credits(line) is not None or is_edge_furniture(line)


def _take_credits(blocks: Sequence[Block]) -> tuple[Credits, list[Block]]:
    """Take the lines of authors, dates and buttons below a headline; a standfirst may stand before them."""
    found, rest = _take_credit_lines(list(blocks))
    if found == Credits() and len(rest) > 1:
        standfirst, others = rest[0], rest[1:]
        late, below = _take_credit_lines(others)
        if late != Credits():
            return late, [standfirst, *below]
    return found, rest


def _take_credit_lines(rest: list[Block]) -> tuple[Credits, list[Block]]:
    found = Credits()
    rest = list(rest)
    while rest:
        line = rest[0][0]
        read = read_credits(line) or _read_beside_date(line, _line_after(rest), found)
        if read:
            found = found.joined(read)
        elif not is_edge_furniture(line):
            break
        _drop_line(rest)
    return found, rest


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
    if len(blocks[0]) > 1:
        return blocks[0][1]
    return blocks[1][0] if len(blocks) > 1 else ""


def _drop_line(blocks: list[Block]) -> None:
    blocks[0:1] = [blocks[0][1:]] if len(blocks[0]) > 1 else []


def _without_repeats(title: str | None, blocks: Sequence[Block]) -> list[Block]:
    """Leave out a repeated headline, and a standfirst that the first paragraph repeats."""
    rest = list(blocks)
    if title and rest and _folded(rest[0]) == _folded((title,)):
        rest = rest[1:]
    if len(rest) > 1 and any(_folded(later).startswith(_folded(rest[0])) for later in rest[1:3]):
        rest = rest[1:]
    return rest


def _folded(block: Block) -> str:
    return " ".join(" ".join(block).casefold().split()).rstrip(" .…")


def _is_prose(block: Block) -> bool:
    text = " ".join(block)
    return len(text) >= _PROSE or bool(_CLOSED.search(text))


def _read_story(blocks: Sequence[Block]) -> _Story:
    story = _Story()
    listing = False
    for block in blocks:
        if is_related_heading(block[0]):
            listing, block = True, block[1:]
            story.evidence += 2
        if listing and not any(is_sentence(listed_title(line)) for line in block):
            titles = [listed_title(line) for line in block if not _is_credit(line)]
            story.related_titles += titles
            # What follows a button below the list is no longer the list.
            listing = not story.related_titles or not any(is_furniture(line) for line in block)
            story.evidence += any(is_way_to_top(line) for line in block)
            continue
        listing = False
        if all(is_furniture(line) for line in block):
            story.evidence += 2 if any(is_way_to_top(line) for line in block) else 1
        elif len(block) == 1 and (announced := announced_title(block[0])):
            story.related_titles.append(announced)
            story.evidence += 1
        else:
            story.blocks.append(block)
    return story


def _trim_end(story: _Story) -> None:
    """Take furniture and tags off the end of a story."""
    while story.blocks:
        line = story.blocks[-1][-1]
        tags = listed_tags(line)
        if not tags and not is_edge_furniture(line):
            return
        story.tags = story.tags or tags
        story.blocks[-1:] = [story.blocks[-1][:-1]] if len(story.blocks[-1]) > 1 else []


def _credits_at_end(blocks: Sequence[Block]) -> Credits:
    """Read a date from the last line; the line stays, as it may be part of the text."""
    read = read_credits(blocks[-1][-1]) if blocks else None
    return Credits(None, read.published_at, read.updated_at) if read else Credits()
