"""Safe HTML to blocks, the form that the article pane lays out."""

import re
from collections.abc import Callable, Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Page, Paragraph, Quote, Rule
from reader.text.elements import BLOCKS, HEADINGS, PARTS
from reader.text.nesting import balanced
from reader.text.runs import Run, Style
from reader.text.scripts import spell_scripts
from reader.text.tables import MOST_COLUMNS, Cell, Row, arrange_table

MOST_DEPTH = 100
"""What is nested deeper is read as plain text."""

_PLAIN = Style()
_STYLES = {
    **dict.fromkeys(("b", "strong", "dt", "summary"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "struck"),
}
_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"[0-9]{1,6}")


def page_of(html: str) -> Page:
    """Give the blocks of safe HTML. Unknown elements count for what they hold, loose text makes paragraphs."""
    body = LexborHTMLParser(balanced(spell_scripts(html)).encode(errors="ignore")).body
    links: dict[str, int] = {}
    blocks = _Flow(links, 0).read(_children(body), _PLAIN) if body else ()
    return Page(blocks, tuple(links))


class _Flow:
    """The blocks of one container, as they are gathered."""

    def __init__(self, links: dict[str, int], depth: int) -> None:
        self._links = links
        self._depth = depth
        self._blocks: list[Block] = []
        self._run = Run()
        self._images: list[Image] = []
        """Pictures amid the text of a paragraph: they follow it."""

    def read(self, nodes: Iterable[LexborNode], style: Style) -> tuple[Block, ...]:
        """Give the blocks that the nodes make."""
        self._read(nodes, style)
        self._end_paragraph()
        return tuple(self._blocks)

    def _read(self, nodes: Iterable[LexborNode], style: Style) -> None:
        self._depth += 1
        for node in nodes:
            tag = node.tag or ""
            if tag == "-text":
                self._run.add(node.text_content or "", style)
            elif self._depth > MOST_DEPTH:
                self._run.add(node.text(deep=True, separator=" "), style)
            elif tag in _READERS:
                _READERS[tag](self, node, style)
            else:
                self._transparent(node, tag, style)
        self._depth -= 1

    def _inner(self, nodes: Iterable[LexborNode], style: Style) -> tuple[Block, ...]:
        return _Flow(self._links, self._depth).read(nodes, style)

    def _transparent(self, node: LexborNode, tag: str, style: Style) -> None:
        if tag in _STYLES:
            style = style._replace(**{_STYLES[tag]: True})
        if tag not in BLOCKS and tag not in PARTS:
            self._read(_children(node), style)
            return
        self._end_paragraph()
        self._read(_children(node), style)
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self._run and (spans := self._run.take()):
            self._blocks.append(Paragraph(spans))
        self._blocks += self._images
        self._images.clear()

    def _add(self, *blocks: Block) -> None:
        self._end_paragraph()
        self._blocks += blocks

    def _break(self, _node: LexborNode, _style: Style) -> None:
        if self._run.ends_line:  # two in a row stand between paragraphs in many feeds
            self._end_paragraph()
        else:
            self._run.break_line()

    def _rule(self, _node: LexborNode, _style: Style) -> None:
        self._add(Rule())

    def _link(self, node: LexborNode, style: Style) -> None:
        url = node.attributes.get("href")
        if url and node.text(deep=True).strip():
            style = style._replace(link=self._number(url))
        self._read(_children(node), style)

    def _number(self, url: str) -> int:
        return self._links.setdefault(url, len(self._links))

    def _quotation(self, node: LexborNode, style: Style) -> None:
        self._run.add("“", style)
        self._read(_children(node), style)
        self._run.add("”", style)

    def _image(self, node: LexborNode, style: Style) -> None:
        alt, url = " ".join((node.attributes.get("alt") or "").split()), node.attributes.get("src")
        if alt and not _WORD.search(alt):  # a smiley
            self._run.add(alt, style)
        elif alt or url:
            if self._run.ends_line:
                self._end_paragraph()
            place: list[Image] | list[Block] = self._images if self._run else self._blocks
            place.append(Image(alt, self._number(url) if url else None))

    def _figure(self, node: LexborNode, style: Style) -> None:
        blocks = self._inner(_children(node), style)
        match blocks:
            case (Image(alt, link), Paragraph(spans)) if all(span.link is None for span in spans):
                caption = "".join(span.text for span in spans).replace("\n", " ")
                if alt in {"", caption}:
                    blocks = (Image(caption, link),)
        self._add(*blocks)

    def _heading(self, node: LexborNode, style: Style) -> None:
        level = int((node.tag or "")[1:])
        blocks = self._inner(_children(node), style)
        self._add(*(Heading(level, block.spans) if isinstance(block, Paragraph) else block for block in blocks))

    def _quote(self, node: LexborNode, style: Style) -> None:
        if blocks := self._inner(_children(node), style):
            self._add(Quote(blocks))

    def _code(self, node: LexborNode, _style: Style) -> None:
        parts = ("\n" if part.tag == "br" else part.text_content or "" for part in node.traverse(include_text=True))
        if text := "".join(parts).strip("\n").rstrip():
            self._add(Code(text))

    def _list(self, node: LexborNode, style: Style) -> None:
        items: list[list[Block]] = []
        for child in _children(node):
            if child.tag == "li" or not items:
                items.append([])
            items[-1] += self._inner(_children(child) if child.tag == "li" else [child], style)
        start = node.attributes.get("start") or "1"
        self._add_list(items, (int(start) if _NUMBER.fullmatch(start) else 1) if node.tag == "ol" else None)

    def _definitions(self, node: LexborNode, style: Style) -> None:
        items: list[list[Block]] = []
        terms: list[int] = []
        before = ""
        for child in _definition_parts(node):
            tag = child.tag or ""
            if not items or (tag == "dt" and before != "dt"):
                items.append([])
                terms.append(0)
            items[-1] += self._inner([child], style)
            if tag == "dt":
                terms[-1] = len(items[-1])
            before = before if tag == "-text" else tag
        counted = tuple(count for count, item in zip(terms, items, strict=True) if item)
        self._add_list(items, None, counted)

    def _add_list(self, items: list[list[Block]], start: int | None, terms: tuple[int, ...] = ()) -> None:
        if filled := tuple(tuple(item) for item in items if item):
            self._add(ListBlock(filled, start, terms))

    def _table(self, node: LexborNode, style: Style) -> None:
        rows: list[Row] = []
        centred: frozenset[int] = frozenset()
        for part in _children(node):
            if part.tag == "caption":
                self._add(*self._inner([part], style))
            for row in [part] if part.tag == "tr" else _children(part):
                if row.tag == "tr":
                    rows.append(self._row(row, style, in_header=part.tag == "thead"))
                    centred = centred if len(rows) > 1 else _centred_columns(row)
        self._add(*arrange_table(rows, centred))

    def _row(self, row: LexborNode, style: Style, *, in_header: bool) -> Row:
        nodes = _cells(row)
        cells: list[Cell] = []
        for node in nodes:
            columns = node.attributes.get("colspan") or ""
            cells.append(self._inner(_children(node), style))
            cells += [()] * (min(int(columns), MOST_COLUMNS) - 1 if _NUMBER.fullmatch(columns) else 0)
        return in_header or all(node.tag == "th" for node in nodes), tuple(cells)


_READERS: dict[str, Callable[[_Flow, LexborNode, Style], None]] = {
    "a": _Flow._link,
    "blockquote": _Flow._quote,
    "br": _Flow._break,
    "dl": _Flow._definitions,
    "figure": _Flow._figure,
    **dict.fromkeys(HEADINGS, _Flow._heading),
    "hr": _Flow._rule,
    "img": _Flow._image,
    "ol": _Flow._list,
    "pre": _Flow._code,
    "q": _Flow._quotation,
    "table": _Flow._table,
    "ul": _Flow._list,
}


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter(include_text=True)


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in _children(row) if cell.tag in {"td", "th"}]


def _centred_columns(row: LexborNode) -> frozenset[int]:
    """Tell by the cells of the first row; that one spans others is not looked for."""
    return frozenset(number for number, cell in enumerate(_cells(row)) if cell.attributes.get("align") == "center")


def _definition_parts(definitions: LexborNode) -> Iterator[LexborNode]:
    for child in _children(definitions):
        yield from _children(child) if child.tag == "div" else [child]
