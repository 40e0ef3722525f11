"""News pages saved as text: section, headline, credits, story, furniture and related titles told apart.

The rule in doubt is to keep the text: a line is taken out of the story only if it is kept elsewhere (as title, date,
related title ...) or is furniture beyond doubt. Nothing is taken out of a text that does not look like a news page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.parse.bylines import Credits, read_credits
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
from reader.parse.headlines import is_credit, read_head
from reader.parse.paragraphs import Block, blocks_of

_LEAST_STANDFIRST = 20


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
    blocks = blocks_of(text)
    head = read_head(blocks)
    story = _read_story(_without_repeats(head.title, head.story))
    if head.evidence + story.evidence < 2:
        return None
    if not (head.section or head.credits.author or story.evidence >= 2):
        # Notes have headings and dates too: what has no more than these is kept whole, and only dated.
        return NewsPage(head.title, None, head.credits, text, (), ())
    _trim_end(story)
    return NewsPage(
        title=head.title,
        section=head.section,
        credits=head.credits.joined(_credits_at_end(story.blocks)),
        body="\n\n".join("\n".join(block) for block in story.blocks),
        related_titles=tuple(dict.fromkeys(story.related_titles)),
        tags=story.tags,
    )


def _without_repeats(title: str | None, blocks: Sequence[Block]) -> list[Block]:
    """Leave out a repeated headline, and a standfirst that the first paragraph repeats."""
    rest = list(blocks)
    if title and rest and _folded(rest[0]) == _folded((title,)):
        rest = rest[1:]
    standfirst = _folded(rest[0]) if rest else ""
    if len(standfirst) >= _LEAST_STANDFIRST and any(_folded(later).startswith(standfirst) for later in rest[1:3]):
        rest = rest[1:]
    return rest


def _folded(block: Block) -> str:
    return " ".join(" ".join(block).casefold().split()).rstrip(" .…")


def _read_story(blocks: Sequence[Block]) -> _Story:
    story = _Story()
    listing = False
    for block in blocks:
        if is_related_heading(block[0]):
            listing, block = True, block[1:]
            story.evidence += 2
        if listing and not any(is_sentence(listed_title(line)) for line in block):
            titles = [listed_title(line) for line in block if not is_credit(line)]
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
        block = story.blocks.pop()
        kept = len(block)
        while kept and (is_edge_furniture(block[kept - 1]) or listed_tags(block[kept - 1])):
            kept -= 1
        story.tags = story.tags or next(filter(None, map(listed_tags, block[kept:])), ())
        if kept:
            story.blocks.append(block[:kept])
            return


def _credits_at_end(blocks: Sequence[Block]) -> Credits:
    """Read a date from the last line; the line stays, as it may be part of the text."""
    read = read_credits(blocks[-1][-1]) if blocks else None
    return Credits(None, read.published_at, read.updated_at) if read else Credits()
