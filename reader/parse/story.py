"""The story of a news page: its paragraphs, told from the furniture and the lists between and below them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from reader.parse.furniture import (
    announced_title,
    are_buttons,
    is_beside_story,
    is_button,
    is_edge_furniture,
    is_furniture,
    is_related_heading,
    is_way_to_top,
    listed_tags,
)
from reader.parse.listings import is_told, take_closing_lists, take_related_list
from reader.parse.paragraphs import Block, is_underlined, wrapping_width


@dataclass(slots=True)
class Story:
    """What stands below the head of a page."""

    blocks: list[Block] = field(default_factory=list)
    related_titles: list[str] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    evidence: int = 0
    """How much speaks for a news page: 0 nothing, 1 a little, 2 and more enough."""


def read_story(blocks: Sequence[Block]) -> Story:
    """Tell the paragraphs from what stands between them."""
    story, rest = Story(), list(blocks)
    width = wrapping_width(rest)
    below_last_told = _below_last_told(rest)
    while rest:
        if is_related_heading(rest[0][0]) and not is_underlined(rest[0]):
            titles, below = take_related_list(rest, width, is_last=len(rest) <= below_last_told)
            taken = rest[: len(rest) - len(below)]
            story.related_titles += titles
            story.evidence += 2 + any(is_way_to_top(line) for block in taken for line in block)
            rest = below
            continue
        if buttons := list(takewhile(_is_buttons, rest)):
            rest = rest[len(buttons) :]
            if are_buttons([line for block in buttons for line in block]):
                story.evidence += 1
            else:
                story.blocks += buttons
            continue
        block = rest.pop(0)
        if is_beside_story(block[0]) and all(map(is_beside_story, block)) and _is_certain(block):
            story.related_titles += filter(None, map(announced_title, block))
            story.tags = story.tags or _tags_of(block)
            story.evidence += 2 if any(map(is_way_to_top, block)) else 1
        else:
            story.blocks.append(block)
    return story


def ends_like_page(blocks: Sequence[Block], *, is_dated: bool) -> bool:
    """Tell whether what stands below the last paragraph is the end of a web page, and not a list of the text's own.

    A list of related articles, a way back to the top, a date in the head: two of these are enough.
    """
    below = _below_last_told(blocks)
    if below == len(blocks) or blocks[-below - 1][-1].endswith((":", "：")):
        return False
    end = blocks[len(blocks) - below :]
    has_related = any(is_related_heading(block[0]) and not is_underlined(block) for block in end)
    has_top = any(is_way_to_top(line) for block in end for line in block)
    return has_related + has_top + is_dated >= 2


def trim_end(story: Story) -> None:
    """Take furniture, tags, and lists of other articles off the end of a story."""
    closing = take_closing_lists(story.blocks, wrapping_width(story.blocks))
    story.blocks = list(closing.above)
    story.related_titles += closing.related_titles
    story.tags = story.tags or closing.tags
    while story.blocks:
        block = story.blocks.pop()
        kept = len(block)
        while kept and (is_edge_furniture(block[kept - 1]) or listed_tags(block[kept - 1])):
            kept -= 1
        story.tags = story.tags or _tags_of(block[kept:])
        if kept:
            story.blocks.append(block[:kept])
            return


def _below_last_told(blocks: Sequence[Block]) -> int:
    """Count the blocks below the last paragraph."""
    return next((number for number, block in enumerate(reversed(blocks)) if is_told(block)), len(blocks))


def _is_buttons(block: Block) -> bool:
    return all(map(is_button, block))


def _is_certain(block: Block) -> bool:
    """Tell whether a block whose lines can all be furniture is that."""
    return any(is_furniture(line) or announced_title(line) for line in block)


def _tags_of(block: Block) -> tuple[str, ...]:
    return next(filter(None, map(listed_tags, block)), ())
