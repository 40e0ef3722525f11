"""Bodies as plain text without a tree: what lists, search and related articles know of an article.

It takes a tenth of the time of the way by safe HTML (`reader.text.bodies`, then `reader.text.html.text_of`), and its
time and memory grow with the length alone. The words are those of that way, but for the few that stand nowhere in a
body: numbers of list items, labels of players, signs that raised and lowered text is spelled with.
"""

import re
from html import unescape

from reader.model.body import RawBody
from reader.text.elements import BLOCKS, DROPPED, INLINE, PARTS
from reader.text.safe import without_controls

_TAG = re.compile(
    r"""<(!--|/?[a-zA-Z][^\s<>/]*|[!?])(?:(?<=<!--)|[^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+>)"""
)
_HIDDEN = re.compile(
    r"<(?:!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|({'|'.join(sorted(DROPPED))})(?=[\s/>]).*?(?:</\1(?=[\s/>])[^>]*(?:>|\Z)|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_IMAGE = re.compile(r"""<img\b[^<>]*?\salt\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]*>""")
_ANY_IMAGE = re.compile(_IMAGE.pattern, re.IGNORECASE)
_HIDING = DROPPED | {"!--", "img"}
"""Elements with text that nobody sees, and images in capitals."""
_WORD = re.compile(r"\w")
_LINES = BLOCKS | PARTS | {"br", "hr", "img"}
_FAMILIAR = INLINE | {"big", "font", "picture", "source", "span", "time", "wbr"}
_IN_PLACE = {
    **{tag: "" for name in _FAMILIAR for tag in (name, f"/{name}")},
    **{tag: "\n" for name in _LINES for tag in (name, f"/{name}")},
}
"""What stands in place of a tag, by its name; the others need a closer look."""


def stripped_text(body: RawBody) -> str:
    """Give a body as plain text without controls, blocks on lines of their own, other white space as it comes.

    Pass on what of it is printed through `safe_line`: marks may be stacked in it.
    """
    text = _without_tags(body.written) if body.is_html and "<" in body.written else body.written
    return without_controls(unescape(text) if body.is_html and "&" in text else text)


def _without_tags(html: str) -> str:
    if "<img" in html:
        html = _IMAGE.sub(_told, html)
    pieces = _TAG.split(html)
    between = [*map(_IN_PLACE.get, pieces[1::2])]
    if None in between:
        strange = {name.lower() for name in pieces[1::2] if name not in _IN_PLACE}
        if not strange.isdisjoint(_HIDING):
            pieces = _TAG.split(_ANY_IMAGE.sub(_told, _HIDDEN.sub("", html)))
        between = [_IN_PLACE.get(name) or _IN_PLACE.get(name.lower(), "") for name in pieces[1::2]]
    pieces[1::2] = between
    return "".join(pieces)


def _told(image: re.Match[str]) -> str:
    """Give what is told of a picture: a smiley stands within the text."""
    alt = image[1] or image[2] or ""
    return f"\n{alt}\n" if _WORD.search(alt) else alt
