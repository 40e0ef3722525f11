"""Safe HTML without a parser, where HTML is plain and well-formed, as that of most articles is.

What is given is put together from known tags, checked addresses and escaped text, so that nothing else can be in it. It
is what the parser would give, and whatever a parser may take in another way is declined.
"""

import re
from html import escape, unescape
from typing import NamedTuple

from reader.text.elements import BLOCKS, HEADINGS, INLINE
from reader.text.safe import safe_line, safe_url

MOST_DEPTH = 50
MOST_CHARACTERS = 4000
"""In one tag."""

_DOT = r"""\s*=\s*["']?[01](?:px)?["'\s/>]"""
TRACKING_PIXEL = re.compile(rf"<(?i:img)\b(?=[^<>]*\b(?i:width){_DOT})(?=[^<>]*\b(?i:height){_DOT})[^<>]*>")

_TAG = re.compile("(<[^<>]*>)")
_PARTS = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)
    (?P<attributes>(?:[ \t\n\f]++[a-zA-Z][\w:.-]*+(?:[ \t\n\f]*=[ \t\n\f]*(?:"[^"]*"|'[^']*'|[^\s"'=<>`/]+))?+)*+)
    [ \t\n\f]*/?>""",
    re.VERBOSE | re.ASCII,
)
_UNSEEN = re.compile(r"""<(script|style)(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*+>[^<]*</\1>""", re.IGNORECASE)
"""Elements that go with what they hold, which is no markup."""
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z][\w:.-]*)(?:[ \t\n\f]*=[ \t\n\f]*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`/]+)))?""", re.ASCII
)
_COMMENT = re.compile("<!--(?!-?>)[^<>]*-->")
_REFERENCE = re.compile("&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});")
_CONTROL = re.compile(
    "&#(?:0*(?:[0-9]|[12][0-9]|3[01]|12[7-9]|1[345][0-9])(?![0-9])"
    "|[xX]0*(?:[01]?[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])(?![0-9a-fA-F]))"
)
"""References to controls: it takes whole sequences of them to know what they would do."""
_ABSOLUTE = re.compile(r"https?://(?:(?!(?i:xn--))[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,20}(?:[/?#][^\x00-\x1f\x7f\\]*)?")
_RELATIVE = re.compile(r"(?!//)[/\w.?#&%=-]+", re.ASCII)

_OTHER_SCHEME = re.compile(r"(?!(?i:https?):)[a-zA-Z][a-zA-Z0-9+.-]*:[^\x00-\x20\x7f\\]*")

_GENERIC = frozenset({"title", "lang"})
_KEPT = {
    "a": _GENERIC | {"href"},
    "img": _GENERIC | {"src", "alt"},
    **dict.fromkeys(("td", "th"), _GENERIC | {"colspan"}),
}
_UNWRAPPED = frozenset({"font", "span", "time"})
_VOID = frozenset({"br", "hr", "img"})
_ROWS = frozenset({"tbody", "tfoot", "thead"})
_PARENTS = {
    "li": frozenset({"ol", "ul"}),
    **dict.fromkeys(("dd", "dt"), frozenset({"dl"})),
    **dict.fromkeys((*_ROWS, "caption"), frozenset({"table"})),
    "tr": _ROWS,
    **dict.fromkeys(("td", "th"), frozenset({"tr"})),
}
"""Where elements have to stand; elsewhere they end others, or others begin that nobody wrote."""
_WITHOUT_TEXT = frozenset({"table", "tr"}) | _ROWS
"""Where a parser moves text out."""
_NAMES = INLINE | BLOCKS | frozenset(_PARENTS) | _UNWRAPPED | _VOID


class _Tag(NamedTuple):
    name: str
    ends: bool
    written: str
    """What to write in its place."""


class _Doubtful(Exception):  # noqa: N818
    """Raised by HTML that has to be parsed."""


def tidied(html: str, base: str | None) -> str | None:
    """Give HTML with known elements and absolute links only; None if it takes a parser to say what is in it."""
    if "<script" in html or "<style" in html:
        html = _UNSEEN.sub("<!-- -->", html)
    pieces = _TAG.split(html)
    tags = len(pieces) // 2
    if html.count("<") != tags or "\r" in html or "\0" in html or ("&#" in html and _CONTROL.search(html)):
        return None
    nesting = _Nesting(base)
    try:
        for place in range(1, len(pieces), 2):
            pieces[place] = nesting.take(pieces[place], pieces[place + 1])
    except _Doubtful:
        return None
    if html.count(">") != tags or "\xa0" in html or "&" in html:
        pieces[::2] = map(_escaped, pieces[::2])
    return "".join(pieces) if nesting.is_over else None


def _escaped(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    return escape(text, quote=False).replace("\xa0", "&nbsp;")


class _Nesting:
    """The elements that are open at one place of a document."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._open = [""]
        self._seen: dict[str, _Tag] = {}

    @property
    def is_over(self) -> bool:
        """Whether all elements have ended."""
        return len(self._open) == 1

    def take(self, written: str, following: str) -> str:
        """Give what to write in place of a tag that is followed by a text."""
        tag = _BARE.get(written) or self._seen.get(written) or self._look_at(written)
        name = tag.name
        if tag.ends:
            if self._open.pop() != name:
                raise _Doubtful
        elif name in _VOID:
            if self._open[-1] in _WITHOUT_TEXT or (name == "hr" and "p" in self._open):
                raise _Doubtful
        elif name:
            self._begin(name)
        if self._open[-1] in _WITHOUT_TEXT and following.strip(" \t\n\f"):
            raise _Doubtful
        return tag.written

    def _look_at(self, written: str) -> _Tag:
        tag = self._seen[written] = self._read(written)
        return tag

    def _read(self, written: str) -> _Tag:
        if _COMMENT.fullmatch(written):
            return _Tag("", False, "")
        parts = _PARTS.fullmatch(written) if len(written) <= MOST_CHARACTERS else None
        if parts is None:
            raise _Doubtful
        bare = _BARE.get(f"<{parts['end']}{parts['name'].lower()}>")
        if bare is None:
            raise _Doubtful
        if bare.name == "img" and TRACKING_PIXEL.match(written):
            return _Tag("img", False, "")
        if not parts["attributes"] or not bare.written or bare.ends:
            return bare
        return bare._replace(written=f"<{bare.name}{self._attributes(bare.name, parts['attributes'])}>")

    def _begin(self, name: str) -> None:
        """Open an element, if it closes none: https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody."""
        outer = self._open[-1]
        parents = _PARENTS.get(name)
        if outer not in parents if parents else outer in _WITHOUT_TEXT:
            raise _Doubtful
        closes = "p" if name in BLOCKS else "a" if name == "a" else None
        if closes in self._open or (name in HEADINGS and outer in HEADINGS) or len(self._open) > MOST_DEPTH:
            raise _Doubtful
        self._open.append(name)

    def _attributes(self, element: str, written: str) -> str:
        kept: dict[str, str] = {}
        for attribute, *values in _ATTRIBUTE.findall(written):
            name = attribute.lower()
            if name in kept or (name == "start" and element == "ol"):
                raise _Doubtful
            if name in _KEPT.get(element, _GENERIC):
                kept[name] = self._value(name, _decoded("".join(values)))
        return "".join(kept.values())

    def _value(self, name: str, value: str) -> str:
        if name not in {"href", "src"}:
            return f' {name}="{_quoted(safe_line(value))}"'
        if not any(form.fullmatch(value) for form in (_ABSOLUTE, _RELATIVE, _OTHER_SCHEME)):
            raise _Doubtful
        address = safe_url(value, self._base)
        return "" if address is None else f' {name}="{_quoted(address)}"'


def _quoted(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


def _decoded(value: str) -> str:
    """Decode the references in an attribute; those without a semicolon mean other things there than in text."""
    if "&" not in value:
        return value
    rest = _REFERENCE.sub("", value)
    if "&" in rest and unescape(rest) != rest:
        raise _Doubtful
    return _REFERENCE.sub(lambda reference: unescape(reference[0]), value)


_BARE = {
    **{f"<{name}>": _Tag(name, False, "" if name in _UNWRAPPED else f"<{name}>") for name in _NAMES},
    **{f"</{name}>": _Tag(name, True, "" if name in _UNWRAPPED else f"</{name}>") for name in _NAMES - _VOID},
}
"""Tags without attributes."""
