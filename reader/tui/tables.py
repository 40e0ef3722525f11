"""Tables of an article, laid out in columns that fit."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import zip_longest

from reader.text.marks import Marks
from reader.tui.lines import Piece, grid_safe, line_width, text_width
from reader.tui.wrapping import LinkPlace, Run, TextLine, words_of, wrap

MOST_UNBROKEN = 24
"""Cells of the longest word or figure that a column is made wide enough for."""

Cell = Sequence[Run]

_NUMBER = re.compile(r"[^\w\s]{0,2} ?\d[\d.,:'’ ]*(?: ?(?:[^\w\s]|[^\W\d_]{1,3}))?")
"""A figure, with a sign or currency before it or a short unit behind it."""


def table_lines(
    header: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    width: int,
    marks: Marks,
    centred: Set[int] = frozenset(),
) -> Iterator[TextLine]:
    """Lay out a table in at most `width` cells; cells that are too long take several lines.

    If the columns would break words, the table is shown row by row. Figures stand at the right, and the cells of the
    columns `centred` in the middle.
    """
    columns = max((len(row) for row in (header, *rows)), default=0)
    if not columns:
        return
    numeric = [_is_numeric([row[column] for row in rows if column < len(row)]) for column in range(columns)]
    widths = _column_widths([header, *rows], numeric, width - 3 * (columns - 1))
    if widths is None:
        yield from _row_by_row(header, rows, width, marks)
        return
    before = [0.5 if column in centred else float(numeric[column]) for column in range(columns)]
    if any(header):
        yield from _row_lines([_bold(cell) for cell in header], widths, before, marks)
        yield TextLine(((marks.rule * (sum(widths) + 3 * columns - 3), "rule"),))
    for row in rows:
        yield from _row_lines(row, widths, before, marks)


def _is_numeric(cells: Sequence[Cell]) -> bool:
    """Tell whether a column holds figures, which are compared with ease only if their ends stand below each other."""
    texts = ["".join(run.text for run in cell).strip() for cell in cells]
    filled = [text for text in texts if text.strip("-–—")]
    return bool(filled) and all(map(_NUMBER.fullmatch, filled))


def _column_widths(rows: Sequence[Sequence[Cell]], numeric: Sequence[bool], room: int) -> list[int] | None:
    """Give each column what its widest cell needs; if that is too much, the widest columns yield first.

    The first row is the header. None if there is too little room for the longest words.
    """
    wanted, least = [1] * len(numeric), [1] * len(numeric)
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            text = grid_safe("".join(run.text for run in cell))
            whole = max(map(text_width, text.split("\n")))
            if whole > wanted[column]:
                wanted[column] = whole
            if whole > least[column]:
                word = whole if place and numeric[column] else max(map(text_width, words_of(text)), default=1)
                least[column] = max(least[column], min(word, MOST_UNBROKEN))
    for most in range(max(wanted), 0, -1):
        widths = [max(low, min(high, most)) for low, high in zip(least, wanted, strict=True)]
        if sum(widths) <= room:
            return widths
    return None


def _row_lines(row: Sequence[Cell], widths: list[int], shares: list[float], marks: Marks) -> Iterator[TextLine]:
    filled = [*row, *((),) * (len(widths) - len(row))]
    cells = [list(wrap(cell, width)) for cell, width in zip(filled, widths, strict=True)]
    for number in range(max((len(cell) for cell in cells), default=0)):
        yield _join([cell[number] if number < len(cell) else TextLine(()) for cell in cells], widths, shares, marks)


def _join(parts: list[TextLine], widths: list[int], shares: list[float], marks: Marks) -> TextLine:
    """Join the cells of a line; `shares` are the parts of each column's empty space that stand before its text."""
    pieces: list[Piece] = []
    links: list[LinkPlace] = []
    at = 0
    for column, (part, width) in enumerate(zip(parts, widths, strict=True)):
        if column:
            pieces.append((f" {marks.column} ", "rule"))
            at += 3
        space = width - line_width(part.pieces)
        before = int(space * shares[column])
        padded = [(" " * before, "text"), *part.pieces, (" " * (space - before), "text")]
        pieces += [(text, role) for text, role in padded if text]
        links += [LinkPlace(at + before + start, at + before + end, link) for start, end, link in part.links]
        at += width
    return TextLine(tuple(pieces), tuple(links))


def _row_by_row(header: Sequence[Cell], rows: Sequence[Sequence[Cell]], width: int, marks: Marks) -> Iterator[TextLine]:
    for number, row in enumerate(rows or [()]):
        if number:
            yield TextLine(())
        if not any(header):
            yield from wrap(_joined(row, marks), width)
            continue
        for name, cell in zip_longest(header, row, fillvalue=()):
            label = [*_bold(name), Run(": ", "strong")] if name else []
            yield from wrap([*label, *cell], width)


def _joined(row: Sequence[Cell], marks: Marks) -> Iterator[Run]:
    for column, cell in enumerate(row):
        if column:
            yield Run(f"\xa0{marks.column} ", "rule")  # so that a line ends behind it
        yield from cell


def _bold(cell: Cell) -> list[Run]:
    return [Run(run.text, f"{run.role} strong", run.link) for run in cell]
