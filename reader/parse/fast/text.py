"""Text of XML elements, as feedparser gives it."""

import re
from contextlib import suppress
from html import escape  # that of xml.sax.saxutils imports what speaks HTTP
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from reader.parse.fast.declining import Declined
from reader.parse.fast.names import Names

MOST_DEPTH = 100

_VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_KEPT_ATTRIBUTES = frozenset("href title src alt start colspan width height".split())  # noqa: SIM905
_CONFUSING = frozenset(
    "title summary content description author source category link id guid name image item entry".split()  # noqa: SIM905
)
"""Elements of feeds that would end the text they stand in."""
_C1 = re.compile("[\x80-\x9f]")
_FROM_C1 = {number: bytes([number]).decode("cp1252", "ignore") or chr(number) for number in range(0x80, 0xA0)}
_SLASHES = re.compile("^([A-Za-z][A-Za-z0-9+-.]*://)/+")


def text_in(element: Element) -> str:
    """Give the text of an element without children, mended."""
    if len(element):
        raise Declined
    text = (element.text or "").strip()
    return text if text.isascii() else mended(text)


def mended(text: str) -> str:
    """Decode what was encoded as UTF-8 twice, and take C1 controls for what Windows-1252 has in their places."""
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode()
    in_utf8 = text.encode(errors="surrogatepass")
    # A quick look that spares most texts a longer one: the two bytes of C1 begin like those of a non-breaking space.
    may_hold_c1 = in_utf8.count(b"\xc2") != in_utf8.count(b"\xc2\xa0")
    return text.translate(_FROM_C1) if may_hold_c1 and _C1.search(text) else text


def address_in(element: Element, base: str) -> str:
    """Give the text of an element as an address; none stays none."""
    address = text_in(element)
    return resolved(base, address) if address else ""


def markup_in(element: Element, names: Names, *, unwrapped: bool) -> str:
    """Give the children of an element as HTML; without the one `<div>` around them, if it is to be unwrapped."""
    if unwrapped and len(element) == 1 and not _is_text(element.text) and not _is_text(element[0].tail):
        only = element[0]
        if names[only.tag].rpartition(":")[2] == "div":
            element = only
    out: list[str] = [escape(element.text or "", quote=False)]
    for child in element:
        _write(child, names, out, 0, in_svg=False)
    text = "".join(out).strip()
    return text if text.isascii() else mended(text)


def resolved(base: str, address: str) -> str:
    """Give an address relative to `base`, with one mistake mended: more than two slashes behind the scheme."""
    if ":///" in address:
        address = _SLASHES.sub(r"\1", address)
    if not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _is_text(text: str | None) -> bool:
    return bool(text and text.strip())


def _write(element: Element, names: Names, out: list[str], depth: int, *, in_svg: bool) -> None:
    prefix, _, name = names[element.tag].rpartition(":")
    if depth > MOST_DEPTH or (prefix in {"", "?"} and name in _CONFUSING and not in_svg):
        raise Declined
    out.append(f"<{name}")
    for attribute, value in element.attrib.items():
        if attribute == "base" or names[attribute] == "xml:base":
            raise Declined
        if attribute[0] != "{":
            out.append(f' {attribute.lower()}="{escape(value)}"')
        elif not in_svg and names[attribute].rpartition(":")[2] in _KEPT_ATTRIBUTES:
            raise Declined
    out.append(">")
    if element.text:
        out.append(escape(element.text, quote=False))
    for child in element:
        _write(child, names, out, depth + 1, in_svg=in_svg or name == "svg")
    if name not in _VOID:
        out.append(f"</{name}>")
    if element.tail:
        out.append(escape(element.tail, quote=False))
