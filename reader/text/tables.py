"""Tables: tell those that hold data from those that only place things."""

from collections.abc import Iterator, Sequence

from reader.model.blocks import Block, Heading, Image, Paragraph, Span, Table

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
    columns = max((sum(map(bool, cells)) for _, cells in rows), default=0)
    return columns < 2 or any(
        not isinstance(block, Paragraph | Heading | Image) for _, cells in rows for cell in cells for block in cell
    )


def _text(cell: Cell) -> tuple[Span, ...]:
    spans: list[Span] = []
    for block in cell:
        part = block.spans if isinstance(block, Paragraph | Heading) else _caption(block)
        spans += [Span("\n"), *part] if spans and part else part
    return tuple(spans)


def _caption(block: Block) -> tuple[Span, ...]:
    return (Span(block.alt, link=block.link),) if isinstance(block, Image) and block.alt else ()
