"""An article laid out as lines: values in, lines out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.model.article import Article
from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Page, Paragraph, Quote, Rule, Span, Table
from reader.tui.lines import MEASURE, Line, grid_safe, line_width
from reader.tui.marks import Marks
from reader.tui.rows import age_text
from reader.tui.tables import table_lines
from reader.tui.wrapping import LinkPlace, Run, TextLine, wrap

LEAST_WIDTH = 8
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
        if number == 0 and _repeats(block, article.content.title):
            continue
        lines.extend(PageLine(line, number) for line in _block(block, width, marks, 0))
        lines.append(PageLine(BLANK, number))
    if not page.blocks:
        empty = wrap([Run("This article has no text of its own.", "dim")], width)
        lines.extend(PageLine(line, 0) for line in empty)
    return lines


def _repeats(block: Block, title: str) -> bool:
    """Tell whether a block says nothing but the title above it, as the first line of a note does."""
    return isinstance(block, Paragraph | Heading) and "".join(span.text for span in block.spans).strip() == title


def _head(article: Article, width: int, now: datetime, ages: str) -> Iterator[TextLine]:
    content = article.content
    if content.section:
        yield from wrap([Run(content.section.upper(), "section")], width)
    yield from wrap([Run(content.title, "title")], width)
    minutes = max(1, round(article.words / WORDS_A_MINUTE))
    when = f"{article.dated_at.astimezone():%-d %b %Y, %H:%M} ({age_text(article.dated_at, now, 'short')})"
    facts = [article.feed, content.author, when if ages == "short" else age_text(article.dated_at, now, ages)]
    if article.words:
        facts.append(f"{minutes} min")
    yield from wrap([Run(" · ".join(fact for fact in facts if fact), "dim")], width)
    yield BLANK


def _blocks(blocks: Sequence[Block], width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    for number, block in enumerate(blocks):
        if number and not isinstance(block, ListBlock):
            yield BLANK
        yield from _block(block, width, marks, depth)


def _block(block: Block, width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    width = max(LEAST_WIDTH, width)
    match block:
        case Paragraph(spans):
            return wrap(_runs(spans, "text"), width)
        case Heading(level, spans):
            return wrap(_runs(spans, "heading" if level <= 2 else "subheading"), width)
        case ListBlock():
            return _list(block, width, marks, depth)
        case Quote(blocks):
            inner = _blocks(blocks, width - 2, marks, depth)
            return _indented((_in_role(line, "quote") for line in inner), marks.quote + " ", marks.quote + " ")
        case Code(text):
            return _code(text, width)
        case Table(header, rows):
            cells = [[_runs(cell, "text") for cell in row] for row in rows]
            return table_lines([_runs(cell, "text") for cell in header], cells, width, marks)
        case Image(alt, link):
            caption = f"[image: {alt}]" if alt else "[image]"
            return wrap(_numbered(Run(caption, "image", link)), width)
        case Rule():
            return iter([TextLine(((" " * (width // 3) + marks.rule * (width // 3), "rule"),))])


def _list(block: ListBlock, width: int, marks: Marks, depth: int) -> Iterator[TextLine]:
    bullet = marks.bullets[min(depth, len(marks.bullets) - 1)]
    last = (block.start or 0) + len(block.items) - 1
    indent = 2 if block.start is None else len(str(last)) + 2
    for number, item in enumerate(block.items):
        sign = f"{bullet} " if block.start is None else f"{block.start + number}.".rjust(indent - 1) + " "
        yield from _indented(_blocks(item, width - indent, marks, depth + 1), sign, " " * indent)


def _code(text: str, width: int) -> Iterator[TextLine]:
    for row in text.split("\n"):
        cut = list(wrap([Run(grid_safe(row).replace(" ", "\xa0"), "code")], width - 2)) or [TextLine((("", "code"),))]
        for line in cut:
            shown = "".join(piece for piece, _ in line.pieces).replace("\xa0", " ")
            filled = " " + shown + " " * (width - 1 - line_width(line.pieces))
            yield TextLine(((filled, "code"),))


def _indented(lines: Iterable[TextLine], first: str, rest: str) -> Iterator[TextLine]:
    for number, line in enumerate(lines):
        prefix = rest if number else first
        moved = (LinkPlace(place.start + len(prefix), place.end + len(prefix), place.link) for place in line.links)
        yield TextLine(((prefix, "sign"), *line.pieces), tuple(moved))


def _in_role(line: TextLine, role: str) -> TextLine:
    pieces: Line = tuple((text, role if old == "text" else f"{old} {role}") for text, old in line.pieces)
    return TextLine(pieces, line.links)


def _runs(spans: Sequence[Span], base: str) -> list[Run]:
    """Turn spans into runs; after a link stands its number, so that a digit can follow it."""
    runs: list[Run] = []
    for number, span in enumerate(spans):
        run = Run(span.text, _role(span, base), span.link)
        following = spans[number + 1].link if number + 1 < len(spans) else None
        runs.extend([run] if span.link == following else _numbered(run))
    return runs


def _numbered(run: Run) -> list[Run]:
    if run.link is None:
        return [run]
    # The number belongs to the link's last word, not to the space that may follow it.
    text = run.text.rstrip(" ")
    after = [Run(run.text[len(text) :], "text")] if len(text) < len(run.text) else []
    return [Run(text, run.role, run.link), Run(f"[{run.link + 1}]", "link-number", run.link), *after]


def _role(span: Span, base: str) -> str:
    flags = {"strong": span.strong, "emphasis": span.emphasis, "code-span": span.code, "struck": span.struck}
    return " ".join([base, *(name for name, on in flags.items() if on), *(["link"] if span.link is not None else [])])
