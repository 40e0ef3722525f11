"""The page of an article as lines of plain text."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Page, Paragraph, Quote, Rule, Span, Table

LEAST_WIDTH = 20
"""Characters below which nothing is indented further."""


def page_lines(page: Page, width: int) -> Iterator[str]:
    """Lay a page out in lines of `width` characters, unless words or code are wider; its links are listed below it."""
    yield from _blocks(page.blocks, width)
    if page.links:
        yield ""
    yield from (f"[{number}] {address}" for number, address in enumerate(page.links, start=1))


def _blocks(blocks: Sequence[Block], width: int, *, spaced: bool = True) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number and (spaced or not isinstance(block, ListBlock)):
            yield ""
        yield from _block(block, max(width, LEAST_WIDTH))


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return _wrapped(_text(spans), width)
        case ListBlock():
            return _list(block, width)
        case Quote(blocks):
            return _indented(_blocks(blocks, width - 2), "> ", "> ")
        case Code(text):
            return iter(text.split("\n"))
        case Table(header, rows):
            return _table(header, rows, width)
        case Image(alt, link):
            return _wrapped(f"[image: {alt}]" if alt else "[image]", width, _number(link))
        case Rule():
            return iter(["-" * (width // 3)])


def _wrapped(text: str, width: int, number: str = "") -> Iterator[str]:
    for line in (f"{text} {number}" if number else text).split("\n"):
        yield textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _list(block: ListBlock, width: int) -> Iterator[str]:
    for item, terms in zip(block.items, block.terms, strict=False):
        yield from _blocks(item[:terms], width, spaced=False)
        yield from _indented(_blocks(item[terms:], width - 4), " " * 4, " " * 4)
    if block.terms:
        return
    for number, item in enumerate(block.items):
        mark = "- " if block.start is None else f"{block.start + number}. "
        yield from _indented(_blocks(item, width - len(mark), spaced=False), mark, " " * len(mark))


def _indented(texts: Iterator[str], first: str, rest: str) -> Iterator[str]:
    for number, line in enumerate(line for text in texts for line in text.split("\n")):
        yield f"{rest if number else first}{line}".rstrip()


def _table(header: Sequence[Sequence[Span]], rows: Sequence[Sequence[Sequence[Span]]], width: int) -> Iterator[str]:
    """Give the rows with their columns aligned, or if there is no room for that, each row on one line."""
    cells = [[_cell_lines(cell) for cell in row] for row in (header, *rows)]
    widths = [0] * max(map(len, cells), default=0)
    for row in cells:
        for column, lines in enumerate(row):
            widths[column] = max(widths[column], max(map(len, lines)))
    if sum(widths) + 3 * len(widths) - 3 > width:
        widths = [0] * len(widths)
        cells = [[[" ".join(lines)] for lines in row] for row in cells]
    for place, row in enumerate(cells):
        if place or any(map(any, row)):
            for line in zip_longest(*row, fillvalue=""):
                yield " | ".join(text.ljust(widths[column]) for column, text in enumerate(line)).rstrip()
        if place == 0 and any(map(any, row)):
            yield "-" * min(width, max(len(row), sum(widths) + 3 * len(row) - 3))


def _cell_lines(cell: Sequence[Span]) -> list[str]:
    return [" ".join(line.split()) for line in _text(cell).split("\n")]


def _text(spans: Sequence[Span]) -> str:
    """Give the text of spans, with the number of each link behind it."""
    parts: list[str] = []
    for place, span in enumerate(spans):
        parts.append(span.text)
        if span.link is not None and (place + 1 == len(spans) or spans[place + 1].link != span.link):
            words = span.text.rstrip()
            parts[-1] = f"{words}{_number(span.link)}{span.text[len(words) :]}"
    return "".join(parts)


def _number(link: int | None) -> str:
    return "" if link is None else f"[{link + 1}]"
