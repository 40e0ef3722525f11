"""Keep HTML balanced and shallow for the parsers.

The standard's algorithm looks through the open elements at most tags and reopens formatting elements in every
paragraph (https://html.spec.whatwg.org/multipage/parsing.html), so that time and memory grow with the square of the
nesting: 100,000 unclosed `<div>` take half a minute, 500 times `<b title=1>` before 500 paragraphs make 4 MB.
"""

import re
from collections import Counter

from reader.text.elements import ALLOWED, BLOCKS, DROPPED, VOID

MOST_DEPTH = 100
"""Elements open at once; deeper ones lose their tags and keep their text."""
MOST_DEPTH_OF_PAGE = 500
"""The same for a page that is still to be searched for its text; well-made ones have fifty."""

FEW_TAGS = 300
FEW_CHARACTERS = 20_000
"""Below both, nothing can grow enough to matter."""

_MARKUP = re.compile(
    r"(?P<text>[^<]+)"
    r"|<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<raw>script|style|textarea|title|iframe|noembed|noframes)(?=[\s/>]).*?(?:</(?P=raw)(?=[\s/>])[^>]*>|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)"
    r"""(?P<attributes>(?:[^>=]|=\s*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))?)*+)(?:>|\Z)"""
    r"|<[!?/][^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_TEXT = re.compile(r".{4000}[^&;]{0,40};?", re.DOTALL)
"""A piece of text that does not end within a character reference."""

_VOID = VOID | {"area", "base", "col", "embed", "input", "link", "meta", "param", "source", "track", "wbr"}
_DRAWINGS = frozenset({"svg", "math"})

_CELLS = frozenset({"caption", "td", "th"})
_SCOPES = {
    **dict.fromkeys(("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"), frozenset({"table"})),
    "li": _CELLS | {"ol", "ul"},
    "dt": _CELLS | {"dl"},
    "dd": _CELLS | {"dl"},
    "a": _CELLS | BLOCKS,
}
"""A tag does not end elements outside of the nearest of these: by default those of a table cell."""

_ENDED_BY_START = {
    **dict.fromkeys((*BLOCKS, "hr"), frozenset({"p"})),
    **dict.fromkeys(("caption", "thead", "tbody", "tfoot"), frozenset({"caption", "thead", "tbody", "tfoot"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th"})),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    "tr": frozenset({"caption", "tr"}),
    "li": frozenset({"li"}),
    "a": frozenset({"a"}),
}


def balanced(html: str) -> str:
    """Give `html` itself if it is small, else with all elements ended and at most `MOST_DEPTH` open at once."""
    if len(html) < FEW_CHARACTERS and html.count("<") < FEW_TAGS:
        return html
    nesting = _Nesting()
    return _MARKUP.sub(nesting.replace, html) + nesting.end_from(0)


def shallow(page: str) -> str:
    """Give a whole page itself, or if its nesting is too deep, with at most `MOST_DEPTH_OF_PAGE` elements open."""
    nesting = _PageNesting(MOST_DEPTH_OF_PAGE)
    flat = _MARKUP.sub(nesting.replace, page) + nesting.end_from(0)
    return flat if nesting.is_too_deep else page


class _Nesting:
    """The elements that are open at one place of a document."""

    def __init__(self, most: int = MOST_DEPTH) -> None:
        self.is_too_deep = False
        self._most = most
        self._open: list[str] = []
        self._times_open = Counter[str]()

    def replace(self, markup: re.Match[str]) -> str:
        """Give what to write in place of a text, a tag, a comment or an element with raw text."""
        if text := markup["text"]:
            # html5ever writes one text node in time quadratic in its length, if it has many of U+0080 to U+00BF.
            return text if len(text) < 4000 else _LONG_TEXT.sub(r"\g<0><!---->", text)
        name = (markup["name"] or "").lower()
        if name not in ALLOWED and name not in DROPPED:
            return ""
        return self._tag(name, markup)

    def end_from(self, depth: int) -> str:
        """End all elements that are open from `depth` on."""
        ended = self._open[depth:]
        del self._open[depth:]
        self._times_open.subtract(ended)
        return "".join(f"</{name}>" for name in reversed(ended))

    def _tag(self, name: str, markup: re.Match[str]) -> str:
        if markup["end"]:
            return self._end_nearest(frozenset({name}), _SCOPES.get(name, _CELLS))
        ends = self._end_nearest(_ENDED_BY_START[name], _SCOPES.get(name, _CELLS)) if name in _ENDED_BY_START else ""
        return ends + self._start(name, markup["attributes"])

    def _end_nearest(self, names: frozenset[str], scope: frozenset[str]) -> str:
        if not any(self._times_open[name] for name in names):
            return ""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth] in names:
                return self.end_from(depth)
            if self._open[depth] in scope:
                break
        return ""

    def _start(self, name: str, attributes: str) -> str:
        if "<" in attributes or len(attributes) > FEW_CHARACTERS:  # a tag that other parsers may end elsewhere
            attributes = ""
        if name not in _VOID and not (attributes.endswith("/") and self._is_in_drawing()):
            if len(self._open) == self._most:
                self.is_too_deep = True
                return ""
            self._open.append(name)
            self._times_open[name] += 1
        return f"<{name}{attributes}>"

    def _is_in_drawing(self) -> bool:
        """Tell whether this is where "/" ends an element: in SVG or MathML, which an element of HTML would end."""
        if not any(self._times_open[name] for name in _DRAWINGS):
            return False
        around = next((name for name in reversed(self._open) if name in _DRAWINGS or name in ALLOWED), None)
        return around in _DRAWINGS


class _PageNesting(_Nesting):
    """The elements of a page, where no tag goes but for the depth."""

    def replace(self, markup: re.Match[str]) -> str:
        """Give what to write in place of a tag; all else stays."""
        return self._tag(markup["name"].lower(), markup) if markup["name"] else markup[0]
