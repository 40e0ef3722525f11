"""Plain text of safe HTML without a parser, for the elements that nearly all articles consist of.

It gives what the blocks of a page give (`reader.text.blocks`), in a fraction of the time, and leaves all else to them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from reader.text.elements import HEADINGS, INLINE
from reader.text.scripts import spell_scripts
from reader.text.tables import MOST_COLUMNS

_TAG = re.compile(r'<([^<>"]*(?:"[^"]*"[^<>"]*)*)>')
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"\w")
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_IMAGE = re.compile(r'img(?: [a-z]+="[^"]*")*')
_NUMBER = re.compile(r"[0-9]{1,6}")
_BLANK = frozenset({" ", "\n", "\n\n"})
_MOST_DEPTH = 50
_PASSED = frozenset(name for inline in INLINE - {"q"} for name in (inline, f"/{inline}"))
_BLOCKS = HEADINGS | {
    *("address", "article", "aside", "center", "details", "div", "fieldset", "figcaption", "footer", "header"),
    *("hgroup", "main", "nav", "p", "section", "summary"),
}


class _Unsuited(Exception):  # noqa: N818
    """Raised by what only the blocks of a page can tell."""


_WITHOUT_TEXT = frozenset({"ul", "ol", "table", "tr"})


@dataclass(slots=True)
class _Part:
    """A list, an item, a quotation, a figure, a table, a row or a cell that is open."""

    name: str
    blocks: list[str] = field(default_factory=list)
    """The text of each block in it; of a list, of each item."""
    start: int | None = None
    """The number of a list's first item; of a cell, the columns it spans."""
    is_simple: bool = True
    """Whether a cell holds nothing but paragraphs, headings and pictures."""
    is_header: bool = True
    """Whether a row has no other cells than those of a header."""
    cells: "list[_Part]" = field(default_factory=list)
    rows: "list[_Part]" = field(default_factory=list)


def text_of_flow(html: str) -> str | None:
    """Give safe HTML as plain text; None if it holds definitions or other things with rules of their own."""
    html = spell_scripts(html)
    pieces = _TAG.split(html)
    if len(pieces) // 2 != html.count("<"):
        return None
    try:
        return _Flow().read(pieces)
    except _Unsuited:
        return None


class _Flow:
    """The text of a document, while its tags are read in their order."""

    def __init__(self) -> None:
        self._parts = [_Part("")]
        self._open: list[str] = []
        self._run: list[str] = []
        self._images: list[str] = []
        self._after_space = True
        self._code: list[str] | None = None

    def read(self, pieces: list[str]) -> str:
        """Read text and tags in turns."""
        self._add(pieces[0])
        for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
            name = tag.partition(" ")[0] if " " in tag else tag
            if name not in _PASSED:
                reader = _READERS.get(name)
                if reader is None:
                    raise _Unsuited
                reader(self, name, tag)
            if text:
                self._add(text)
        if self._open or self._code is not None:
            raise _Unsuited
        self._end_paragraph()
        return "\n\n".join(filter(None, self._parts[0].blocks))

    def _add(self, text: str) -> None:
        if self._after_space and text in _BLANK and self._code is None:
            return
        if "&" in text:
            text = unescape(text)
        if self._code is not None:
            self._code.append(text)
            return
        if "  " in text or not text.isprintable():
            text = _SPACE.sub(" ", text)
        if self._after_space:
            text = text.removeprefix(" ")
        if text:
            if self._parts[-1].name in _WITHOUT_TEXT:
                raise _Unsuited
            self._run.append(text)
            self._after_space = text[-1] == " "

    def _end_paragraph(self) -> None:
        if self._run:
            text = "".join(self._run).rstrip().replace(" \n", "\n")
            self._run.clear()
            self._after_space = True
            if text:
                self._parts[-1].blocks.append(text)
        if self._images:
            self._parts[-1].blocks += self._images
            self._images.clear()

    def _start(self, name: str, _tag: str) -> None:
        if self._parts[-1].name in _WITHOUT_TEXT or self._code is not None or len(self._open) == _MOST_DEPTH:
            raise _Unsuited
        if self._run or self._images:
            self._end_paragraph()
        self._open.append(name)

    def _end(self, name: str, _tag: str) -> None:
        if not self._open or self._open.pop() != name[1:]:
            raise _Unsuited
        if self._run or self._images:
            self._end_paragraph()

    def _start_part(self, name: str, tag: str) -> None:
        self._start(name, tag)
        start = dict(_ATTRIBUTE.findall(tag)).get("start", "1")
        number = int(start) if _NUMBER.fullmatch(start) else 1
        self._parts.append(_Part(name, start=number if name == "ol" else None))

    def _end_part(self, name: str, tag: str) -> None:
        self._end(name, tag)
        part = self._parts.pop()
        if not part.blocks:
            raise _Unsuited  # whether a paragraph goes on there
        self._parts[-1].is_simple = False
        if name == "/blockquote":
            self._parts[-1].blocks.append("\n\n".join(filter(None, part.blocks)))
            return
        marks = ("- " if part.start is None else f"{part.start + number}. " for number in range(len(part.blocks)))
        items = (
            mark + item.replace("\n", "\n" + " " * len(mark)) for mark, item in zip(marks, part.blocks, strict=True)
        )
        self._parts[-1].blocks.append("\n".join(items))

    def _start_item(self, name: str, _tag: str) -> None:
        if self._parts[-1].name not in {"ul", "ol"}:
            raise _Unsuited
        self._open.append(name)
        self._parts.append(_Part(name))

    def _end_item(self, name: str, tag: str) -> None:
        self._end(name, tag)
        blocks = self._parts.pop().blocks
        if blocks:
            self._parts[-1].blocks.append("\n".join(filter(None, blocks)))

    def _break(self, _name: str, _tag: str) -> None:
        if self._code is not None:
            self._code.append("\n")
        elif self._run and self._run[-1] == "\n":  # two in a row stand between paragraphs
            self._end_paragraph()
        elif self._run:
            self._run.append("\n")
            self._after_space = True

    def _rule(self, _name: str, _tag: str) -> None:
        if self._code is not None or self._parts[-1].name:
            raise _Unsuited
        self._end_paragraph()

    def _quotation(self, name: str, _tag: str) -> None:
        if self._code is None:
            self._add("“" if name == "q" else "”")

    def _image(self, _name: str, tag: str) -> None:
        if not _IMAGE.fullmatch(tag):
            raise _Unsuited
        attributes = dict(_ATTRIBUTE.findall(tag))
        alt = " ".join(unescape(attributes.get("alt", "")).split())
        if self._code is not None or self._parts[-1].name in _WITHOUT_TEXT:
            raise _Unsuited
        if alt and not _WORD.search(alt):
            self._add(alt.replace("&", "&amp;"))
        elif alt or attributes.get("src"):
            if self._run and self._run[-1] == "\n":
                self._end_paragraph()
            (self._images if self._run else self._parts[-1].blocks).append(alt)

    def _start_code(self, name: str, tag: str) -> None:
        self._start(name, tag)
        self._code = []

    def _end_code(self, name: str, tag: str) -> None:
        text = "".join(self._code or ()).strip("\n").rstrip()
        self._code = None
        self._end(name, tag)
        if not text:
            raise _Unsuited
        self._parts[-1].is_simple = False
        self._parts[-1].blocks.append(text)

    def _end_figure(self, name: str, tag: str) -> None:
        self._end(name, tag)
        figure, outer = self._parts.pop(), self._parts[-1]
        if len(figure.blocks) == 2 and figure.blocks[0] in {"", figure.blocks[1].replace("\n", " ")}:
            raise _Unsuited  # whether it is a caption that takes the place of what is told of the picture
        outer.is_simple = outer.is_simple and figure.is_simple
        outer.blocks += figure.blocks

    def _start_table(self, name: str, tag: str) -> None:
        self._start(name, tag)
        self._parts.append(_Part(name))

    def _start_rows(self, name: str, _tag: str) -> None:
        if self._parts[-1].name != "table":
            raise _Unsuited
        self._open.append(name)

    def _start_row(self, name: str, _tag: str) -> None:
        if self._parts[-1].name != "table":
            raise _Unsuited
        self._open.append(name)
        self._parts.append(_Part(name))

    def _start_cell(self, name: str, tag: str) -> None:
        row = self._parts[-1]
        if row.name != "tr":
            raise _Unsuited
        row.is_header = row.is_header and name == "th"
        self._open.append(name)
        columns = dict(_ATTRIBUTE.findall(tag)).get("colspan", "")
        self._parts.append(_Part(name, start=min(int(columns), MOST_COLUMNS) if _NUMBER.fullmatch(columns) else 1))

    def _end_cell(self, name: str, tag: str) -> None:
        self._end(name, tag)
        cell = self._parts.pop()
        self._parts[-1].cells += [cell, *(_Part(cell.name) for _ in range((cell.start or 1) - 1))]

    def _end_row(self, name: str, tag: str) -> None:
        self._end(name, tag)
        row = self._parts.pop()
        row.is_header = row.is_header or self._open[-1] == "thead"
        self._parts[-1].rows.append(row)

    def _end_table(self, name: str, tag: str) -> None:
        """Add a table of data as one block, and of one that only places things what it holds (see `arrange_table`)."""
        self._end(name, tag)
        rows, outer = self._parts.pop().rows, self._parts[-1]
        filled = [sum(bool(cell.blocks) for cell in row.cells) for row in rows]
        is_simple = all(cell.is_simple for row in rows for cell in row.cells)
        if not is_simple and sum(count > 1 for count in filled) > 1:
            raise _Unsuited  # whether the cells hold lists
        if not is_simple or max(filled, default=0) < 2:
            outer.is_simple = outer.is_simple and is_simple
            outer.blocks += [block for row in rows for cell in row.cells for block in cell.blocks]
            return
        texts = [["\n".join(filter(None, cell.blocks)) for cell in row.cells] for row in rows]
        kept = [text for number, text in enumerate(texts) if (number == 0 and rows[0].is_header and text) or any(text)]
        outer.is_simple = False
        outer.blocks.append("\n".join(" | ".join(text) for text in kept))


_READERS: dict[str, Callable[[_Flow, str, str], None]] = {
    **dict.fromkeys(_BLOCKS, _Flow._start),
    **dict.fromkeys((f"/{name}" for name in _BLOCKS), _Flow._end),
    **dict.fromkeys(("ul", "ol", "blockquote", "figure"), _Flow._start_part),
    **dict.fromkeys(("/ul", "/ol", "/blockquote"), _Flow._end_part),
    "/figure": _Flow._end_figure,
    "li": _Flow._start_item,
    "/li": _Flow._end_item,
    "br": _Flow._break,
    "hr": _Flow._rule,
    **dict.fromkeys(("q", "/q"), _Flow._quotation),
    "img": _Flow._image,
    "pre": _Flow._start_code,
    "/pre": _Flow._end_code,
    "table": _Flow._start_table,
    "/table": _Flow._end_table,
    **dict.fromkeys(("thead", "tbody", "tfoot"), _Flow._start_rows),
    **dict.fromkeys(("/thead", "/tbody", "/tfoot"), _Flow._end),
    "tr": _Flow._start_row,
    "/tr": _Flow._end_row,
    **dict.fromkeys(("td", "th"), _Flow._start_cell),
    **dict.fromkeys(("/td", "/th"), _Flow._end_cell),
}
