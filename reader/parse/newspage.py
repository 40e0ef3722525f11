"""News pages saved as text: section, headline, credits, story, furniture and related titles told apart.

The rule in doubt is to keep the text: a line is taken out of the story only if it is kept elsewhere (as title, date,
related title ...) or is furniture beyond doubt. Nothing is taken out of a text that does not look like a news page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.parse.bylines import Credits, read_closing_credits
from reader.parse.pagehead import Head, part_head, read_head
from reader.parse.paragraphs import Block, blocks_of
from reader.parse.story import ends_like_page, read_story, trim_end

_LEAST_STANDFIRST = 20
_MOST_CLOSING_LINES = 2


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


def read_news_page(text: str) -> NewsPage | None:
    """Read safe text as a news page; None if there is too little evidence that it is one.

    Enough is a section over a headline, a byline or date under a headline, a list of related articles, a way back to
    the top, or two weaker signs.
    """
    blocks = part_head(blocks_of(text))
    head = read_head(blocks)
    story = read_story(_without_repeats(head.title, head.story))
    if head.evidence + story.evidence < 2:
        return None
    if not (_has_head_of_page(head) or ends_like_page(head.story, is_dated=head.credits.published_at is not None)):
        # Notes have headings, dates and words of furniture too: what has no more than these is kept whole.
        return NewsPage(None if head.section else head.title, None, head.credits, text, (), ())
    trim_end(story)
    return NewsPage(
        title=head.title,
        section=head.section,
        credits=head.credits.joined(_credits_at_end(story.blocks)),
        body="\n\n".join("\n".join(block) for block in story.blocks),
        related_titles=tuple(dict.fromkeys(story.related_titles)),
        tags=story.tags,
    )


def _has_head_of_page(head: Head) -> bool:
    return head.credits.author is not None or (head.section is not None and head.evidence >= 2)


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


def _credits_at_end(blocks: Sequence[Block]) -> Credits:
    """Read author and date from the last lines; they stay, as they may be part of the text or name others too."""
    found = Credits()
    lines = [line for block in blocks[-_MOST_CLOSING_LINES:] for line in block][-_MOST_CLOSING_LINES:]
    for line in reversed(lines):
        read = read_closing_credits(line)
        if read == Credits():  # what stands above is spoken of by the text that goes on
            break
        found = found.joined(read)
    return found
