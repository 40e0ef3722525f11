"""An article laid out as lines: values in, lines out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.model.article import Article
from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Page, Paragraph, Quote, Rule, Span, Table
from reader.text.ages import age_text, day_alone
from reader.text.marks import Marks
from reader.text.repeats import below_title
from reader.tui.lines import MEASURE, Line, fit, grid_safe, line_text, text_width
from reader.tui.tables import table_lines
from reader.tui.wrapping import LinkPlace, Run, TextLine, wrap

LEAST_WIDTH = 8
LEAST_INDENTED = 6
"""Cells that have to be left for a text to be indented."""
LEAST_AUTHOR = 12
"""Cells from which an author is worth naming."""
BETWEEN = " · "
DEFINITION_INDENT = 4
WORDS_A_MINUTE = 230

BLANK = TextLine(())


class PageLine(NamedTuple):
    """A line of a laid out article and the block it belongs to; -1 for what stands above the body."""

    line: TextLine
    block: int


def lay_out(article: Article, page: Page, width: int, now: datetime, ages: str, marks: Marks) -> list[PageLine]:
    """Lay an article out in lines of at most `width` cells, and never more than the measure."""
    width = max(LEAST_WIDTH, min(width, MEASURE))
    lines = [PageLine(line, -1) for line in _head(article, width, now, ages)]
    for number, block in enumerate(page.blocks):
        shown = block if number else below_title(block, article.content.title)
        if shown is None:
            continue
        lines.extend(PageLine(line, number) for line in _block(shown, width, marks, 0))
        lines.append(PageLine(BLANK, number))
    if not page.blocks:
        empty = wrap([Run("This article has no text of its own.", "dim")], width)
        lines.extend(PageLine(line, 0) for line in empty)
    return lines


def _head(article: Article, width: int, now: datetime, ages: str) -> Iterator[TextLine]:
    content = article.content
    yield BLANK
    if content.section:
        yield from wrap([Run(content.section.upper(), "section")], width)
    yield from wrap([Run(content.title, "title")], width)
    when = _date_text(article.dated_at, now) if ages == "short" else age_text(article.dated_at, now, ages)
    reading_time = f"{max(1, round(article.words / WORDS_A_MINUTE))} min" if article.words else None
    changed = f"changed {age_text(article.changed_at, now, ages)}" if article.changed_at else None
    yield TextLine(((_facts_line(article.feed, content.author, when, [changed, reading_time], width), "dim"),))
    yield BLANK


def _facts_line(feed: str, author: str | None, when: str, others: Sequence[str | None], width: int) -> str:
    """Write facts in one line: feed and time first; the author is cut if need be, and others stay if they fit."""
    room = width - text_width(when)
    feed = _cut(feed, room - len(BETWEEN))
    room -= text_width(feed) + len(BETWEEN)
    author = _cut(author or "", room - len(BETWEEN)) if room - len(BETWEEN) >= LEAST_AUTHOR else ""
    line = BETWEEN.join(fact for fact in (feed, author, when) if fact)
    for fact in filter(None, others):
        if text_width(line) + len(BETWEEN) + text_width(fact) <= width:
            line += BETWEEN + fact
    return fit(line, width).rstrip()


def _cut(text: str, width: int) -> str:
    return fit(text, min(width, text_width(grid_safe(text))))


def _date_text(then: datetime, now: datetime) -> str:
    """Give a local date, with the year if it is another one than now, and the time if one is known."""
    local = then.astimezone()
    day = day_alone(then)
    date = day or local.date()
    year = "" if date.year == now.astimezone().year else f" {date.year}"
    return f"{date.day} {date:%b}{year}" + ("" if day else f", {local:%H:%M}")


def _blocks(blocks: Sequence[Block], width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    for number, block in enumerate(blocks):
        if number and not isinstance(block, ListBlock):
            yield BLANK
        yield from _block(block, width, marks, depth)


def _block(block: Block, width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    match block:
        case Paragraph(spans):
            return wrap(_runs(spans, "text"), width)
        case Heading(level, spans):
            return wrap(_runs(spans, "heading" if level <= 2 else "subheading"), width)
        case ListBlock():
            return _list(block, width, marks, depth)
        case Quote(blocks):
            return _quote(blocks, width, marks, depth)
        case Code(text):
            return _code(text, width)
        case Table(header, rows, centred):
            cells = [[_runs(cell, "text") for cell in row] for row in rows]
            return table_lines([_runs(cell, "text") for cell in header], cells, width, marks, centred)
        case Image(alt, link):
            caption = f"[image: {alt}]" if alt else "[image]"
            words, *number = _numbered(Run(caption, "image", link))
            return wrap([words, *([Run(" ", "image", link)] if number else []), *number], width)
        case Rule():
            return iter([TextLine(((" " * (width // 3) + marks.rule * (width // 3), "rule"),))])


def _quote(blocks: Sequence[Block], width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    bar = f"{marks.quote} " if width - 2 >= LEAST_INDENTED else ""
    inner = _blocks(blocks, width - len(bar), marks, depth)
    return _indented((_in_role(line, "quote") for line in inner), bar, bar)


def _list(block: ListBlock, width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    if block.terms:
        yield from _definitions(block, width, marks, depth)
        return
    bullet = marks.bullets[min(depth, len(marks.bullets) - 1)]
    signs = [bullet if block.start is None else f"{block.start + number}." for number in range(len(block.items))]
    indent = max(map(len, signs), default=0) + 1
    for item, sign in zip(block.items, signs, strict=True):
        first = sign.rjust(indent - 1) + " "
        if width - indent >= LEAST_INDENTED:
            yield from _indented(_blocks(item, width - indent, marks, depth + 1), first, " " * indent)
        else:
            yield from wrap([Run(sign, "sign")], width)
            yield from _blocks(item, width, marks, depth + 1)


def _definitions(block: ListBlock, width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    indent = " " * DEFINITION_INDENT if width - DEFINITION_INDENT >= LEAST_INDENTED else ""
    for item, terms in zip(block.items, block.terms, strict=True):
        for term in item[:terms]:
            yield from _block(term, width, marks, depth)
        yield from _indented(_blocks(item[terms:], width - len(indent), marks, depth), indent, indent)


def _code(text: str, width: int) -> Iterator[TextLine]:
    for row in text.split("\n"):
        for shown in _code_row(row.rstrip(), width - 2):
            yield TextLine(((f" {fit(shown, width - 1)}", "code"),))


def _code_row(row: str, width: int) -> Iterator[str]:
    """Break a row that is too wide at its spaces, and keep its indent."""
    if text_width(grid_safe(row)) <= width:
        yield row
        return
    indent = row[: min(len(row) - len(row.lstrip(" ")), width // 2)]
    for line in wrap([Run(row, "code")], width - len(indent)):
        yield indent + line_text(line.pieces)


def _indented(lines: Iterable[TextLine], first: str, rest: str) -> Iterator[TextLine]:
    for number, line in enumerate(lines):
        prefix = rest if number else first
        moved = (LinkPlace(place.start + len(prefix), place.end + len(prefix), place.link) for place in line.links)
        yield TextLine(((prefix, "sign"), *line.pieces) if prefix else line.pieces, tuple(moved))


def _in_role(line: TextLine, role: str) -> TextLine:
    pieces: Line = tuple((text, _with_role(old, role)) for text, old in line.pieces)
    return TextLine(pieces, line.links)


def _with_role(old: str, role: str) -> str:
    """Put running text in another role; what has a look of its own keeps it, as later roles count more."""
    first, *rest = old.split(" ")
    return " ".join([role, *rest] if first in ("text", role) else [role, old])


def _runs(spans: Sequence[Span], base: str) -> list[Run]:
    """Turn spans into runs; after a link stands its number, so that a digit can follow it."""
    runs: list[Run] = []
    for number, span in enumerate(spans):
        following = spans[number + 1].link if number + 1 < len(spans) else None
        ends_link = span.link is not None and span.link != following
        # Ground and underline begin and end with the words, and so does a link with its number.
        before, text, after = _outer_spaces(span.text) if span.code or ends_link else ("", span.text, "")
        run = Run(text, _role(span, base), span.link)
        runs += [Run(before, base), *(_numbered(run) if ends_link else [run]), Run(after, base)]
    return [run for run in runs if run.text]


def _outer_spaces(text: str) -> tuple[str, str, str]:
    """Split text into the spaces before it, the text, and the spaces behind it."""
    left = text.lstrip(" ")
    inner = left.rstrip(" ")
    return text[: len(text) - len(left)], inner, left[len(inner) :]


def _numbered(run: Run) -> list[Run]:
    return [run] if run.link is None else [run, Run(f"[{run.link + 1}]", "link-number", run.link)]


def _role(span: Span, base: str) -> str:
    flags = {"strong": span.strong, "emphasis": span.emphasis, "code-span": span.code, "struck": span.struck}
    return " ".join([base, *(name for name, on in flags.items() if on), *(["link"] if span.link is not None else [])])
