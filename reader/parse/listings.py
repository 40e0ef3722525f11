"""Lists of other articles on a news page, between its paragraphs and below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.parse.bylines import is_time_of_title
from reader.parse.creditlines import is_certain_credit
from reader.parse.furniture import (
    Closing,
    closing_heading,
    is_beside_story,
    is_edge_furniture,
    is_furniture,
    is_listed,
    is_related_heading,
    is_sentence,
    listed_tags,
    listed_title,
    split_tags,
)
from reader.parse.paragraphs import CLOSED, Block, drop_line, goes_on
from reader.text.tokens import words

_LEAST_TITLE_WORDS = 3
"""A shorter line above prose may be a heading of the story."""
_LEAST_CLOSING_TITLE_WORDS = 4
_MOST_TAG_WORDS = 4
_MOST_CLOSING_LINES = 100


def is_told(block: Block) -> bool:
    """Tell whether a block is part of a story rather than of a list."""
    return any(is_sentence(listed_title(line)) and not is_edge_furniture(line) for line in block)


def take_related_list(blocks: Sequence[Block], width: int, *, is_last: bool) -> tuple[list[str], list[Block]]:
    """Take a list of related articles off `blocks`, which begin with its heading; give its titles and what is below.

    Unless it is the last thing on the page, only the lines under the heading or of one block are sure to be the list.
    """
    rest = list(blocks)
    attached = len(rest[0]) > 1
    drop_line(rest)
    titles: list[str] = []
    is_whole = False
    for number, block in enumerate(rest):
        listed = [*_titles_of(block, width)]
        if is_told(block) or is_related_heading(block[0]) or closing_heading(block[0]) or listed_tags(block[0]):
            return titles, rest[number:]
        if not is_last and (is_whole or any(len(words(title)) < _LEAST_TITLE_WORDS for title in listed)):
            return titles, rest[number:]
        titles += listed
        if titles and any(map(is_furniture, block)):
            return titles, rest[number + 1 :]  # what follows a button below the list is no longer the list
        is_whole = is_whole or attached or len(listed) > 1
    return titles, []


@dataclass(frozen=True, slots=True)
class ClosingLists:
    """What stands above the lists that close a page, and what they hold."""

    above: tuple[Block, ...]
    related_titles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def take_closing_lists(blocks: Sequence[Block], width: int) -> ClosingLists:
    """Take the lists off the end of a story that have headings like "Related", "Most popular", "Topics".

    Such a heading could be one of the story's own: it counts only if nothing below it reads like a story.
    """
    places = [(number, place) for number, block in enumerate(blocks) for place in range(len(block))]
    for number, place in places[-_MOST_CLOSING_LINES:]:
        block = blocks[number]
        if closing_heading(block[place]) and (place == 0 or CLOSED.search(block[place - 1])):
            above = (*blocks[:number], *filter(None, [block[:place]]))
            read = _read_closing([block[place:], *blocks[number + 1 :]], width)
            if read is not None:
                return ClosingLists(above, *read)
    return ClosingLists(tuple(blocks))


def _read_closing(blocks: Sequence[Block], width: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Give the related titles and the tags of closing lists; None if there is anything else."""
    found: dict[Closing, list[str]] = {kind: [] for kind in Closing}
    kind, labels = Closing.RELATED, 0
    for line in (line for block in blocks for line in _joined(block, width)):
        heading = closing_heading(line)
        kind = heading or kind
        if heading or is_beside_story(line):
            continue
        count = len(words(line))
        if kind is Closing.TOPICS and not is_sentence(line) and all(map(_is_tag, split_tags(line))):
            found[kind] += split_tags(line)
        elif _is_label(line):
            labels += not _is_dated(line)
        else:
            if kind is Closing.TOPICS or count < _LEAST_CLOSING_TITLE_WORDS or is_sentence(line):
                return None
            found[kind].append(line)
    if labels > len(found[Closing.RELATED]) + len(found[Closing.POPULAR]):
        return None
    return tuple(found[Closing.RELATED]), tuple(found[Closing.TOPICS])


def _titles_of(block: Block, width: int) -> Iterator[str]:
    return (title for title in _joined(block, width) if not _is_label(title))


def _joined(block: Block, width: int) -> Iterator[str]:
    """Give the entries of a list without their marks, those in one piece that are broken over lines."""
    entry = listed_title(block[0])
    for above, line in pairwise(block):
        if is_listed(line) or _is_dated(line) or not (is_listed(block[0]) or _goes_on(above, line, width)):
            yield entry
            entry = listed_title(line)
        else:
            entry = f"{entry} {line.strip()}"
    yield entry


def _goes_on(above: str, line: str, width: int) -> bool:
    return len(words(above)) >= _LEAST_TITLE_WORDS and goes_on(above, line, width)


def _is_tag(text: str) -> bool:
    return len(words(text)) <= _MOST_TAG_WORDS


def _is_label(line: str) -> bool:
    """Tell whether a line beside a title in a list is its section, date or author."""
    return _is_dated(line) or len(words(line)) <= 1


def _is_dated(line: str) -> bool:
    """Tell whether a line is a date or author, perhaps with a section: "World | 3 hours ago"."""
    return is_certain_credit(line) or is_edge_furniture(line) or is_time_of_title(line)
