"""Tables: tell those that hold data from those that only place things."""

from collections.abc import Iterator, Sequence
from itertools import chain

from reader.model.blocks import Block, Heading, Image, ListBlock, Paragraph, Span, Table

MOST_COLUMNS = 50
"""Columns that one cell may span."""

Cell = tuple[Block, ...]
Row = tuple[bool, tuple[Cell, ...]]
"""Whether it is a header row, and its cells."""


def arrange_table(rows: Sequence[Row], centred: frozenset[int] = frozenset()) -> Iterator[Block]:
    """Give a table of data as one block, and of one that only places things what it holds."""
    if _is_layout(rows):
        yield from (block for _, cells in rows for cell in cells for block in cell)
        return
    texts = [tuple(_text(cell) for cell in cells) for _, cells in rows]
    header, body = (texts[0], texts[1:]) if rows[0][0] else ((), texts)
    yield Table(header, tuple(row for row in body if any(row)), centred)


def _is_layout(rows: Sequence[Row]) -> bool:
    blocks = [block for _, cells in rows for cell in cells for block in cell]
    if not all(map(_is_of_lines, blocks)):
        return True
    filled = [sum(map(bool, cells)) for _, cells in rows]
    if any(isinstance(block, ListBlock) for block in blocks):  # one row may place a menu beside a text
        return sum(count > 1 for count in filled) < 2
    return max(filled, default=0) < 2


def _is_of_lines(block: Block) -> bool:
    if isinstance(block, ListBlock):
        return not block.terms and all(map(_is_of_lines, chain.from_iterable(block.items)))
    return isinstance(block, Paragraph | Heading | Image)


def _text(cell: Cell) -> tuple[Span, ...]:
    spans: list[Span] = []
    for line in _lines(cell):
        spans += [Span("\n"), *line] if spans else line
    return tuple(spans)


def _lines(blocks: Cell) -> Iterator[tuple[Span, ...]]:
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield spans
            case Image(alt, link) if alt:
                yield (Span(alt, link=link),)
            case ListBlock(items, start):
                yield from _items(items, start)


def _items(items: Sequence[Cell], start: int | None) -> Iterator[tuple[Span, ...]]:
    for number, item in enumerate(items):
        mark = "- " if start is None else f"{start + number}. "
        for line in _lines(item):
            yield (Span(mark), *line)
            mark = " " * len(mark)
