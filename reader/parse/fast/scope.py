"""What holds for a whole feed while it is read, and the elements that feeds and entries have alike."""

import re
from xml.etree.ElementTree import Element

from reader.model.feed import FeedKind
from reader.parse.fast.declining import Declined
from reader.parse.fast.names import Names
from reader.parse.fast.text import address_in, markup_in, resolved, text_in
from reader.parse.rawfeeds import RawLink, RawText

_TYPES = {"text": "text/plain", "plain": "text/plain", "html": "text/html", "xhtml": "application/xhtml+xml"}
_XHTML = "application/xhtml+xml"
HTML_TYPES = frozenset({"text/html", _XHTML})
_AMPERSAND = re.compile("&([A-Za-z0-9_]+);")


class Scope:
    """What holds for a whole feed."""

    def __init__(self, names: Names, kind: FeedKind, *, unwraps: bool, has_bases: bool) -> None:
        self.names = names
        self.kind = kind
        self.unwraps = unwraps
        """Whether XHTML loses the `<div>` that Atom 1.0 puts around it."""
        self.has_bases = has_bases
        self._last_base = ""
        self._attribute_names = _AttributeNames(names)

    def attributes(self, element: Element) -> dict[str, str]:
        """Give attributes by their names in lower case."""
        names = self._attribute_names
        found = {names[name]: value for name, value in element.attrib.items()}
        for name in ("rel", "type"):
            if name in found:
                found[name] = found[name].lower()
        return found

    def base_of(self, element: Element, outer: str) -> str:
        """Give what the links in an element are relative to (https://www.w3.org/TR/xmlbase/).

        As with feedparser, a base with none around it stays for what follows.
        """
        if not self.has_bases:
            return outer
        attributes = self.attributes(element)
        own = attributes.get("xml:base", attributes.get("base"))
        within = outer or self._last_base
        if not own:
            return within
        base = resolved(within, own)
        if within and not base.startswith(("http://", "https://")):
            raise Declined
        if not outer:
            self._last_base = base
        return base

    def text(self, element: Element, default: str, base: str) -> RawText:
        """Read an element that may hold text, escaped HTML or XHTML."""
        if not element.attrib:
            return RawText(text_in(element), default, base)
        attributes = self.attributes(element)
        if attributes.get("mode") == "base64":
            raise Declined
        kind = attributes.get("type", default)
        kind = _TYPES.get(kind, kind)
        if kind == _XHTML:
            return RawText(markup_in(element, self.names, unwrapped=self.unwraps), kind, base)
        return RawText(text_in(element), kind, base)

    def ignore(self, element: Element, known: frozenset[str]) -> None:
        """Pass over an element; decline if anything in it would be taken for part of what it stands in."""
        for inner in element.iter():
            if inner is not element and (self.names[inner.tag] in known or (self.has_bases and inner.attrib)):
                raise Declined


class _AttributeNames(dict[str, str]):
    """Names of attributes in lower case, by what ElementTree calls them."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, name: str) -> str:
        short = self._names[name] if name[0] == "{" else name.lower()
        if short.startswith("?") or (name[0] == "{" and ":" not in short):
            raise Declined
        self[name] = short
        return short


def feed_link_of(scope: Scope, element: Element, base: str) -> str | None:
    """Give the address that a link makes the page of a feed, None if it leads elsewhere."""
    link, as_text = link_of(scope, element, base)
    if as_text and "&" in link.href and ";" in (element.text or ""):
        raise Declined  # feedparser mends escaped ampersands in entries, and breaks them here
    return link.href if as_text or is_page(link) else None


def link_of(scope: Scope, element: Element, base: str) -> tuple[RawLink, bool]:
    """Read a link of Atom or RSS, and tell whether it is written as text."""
    if not element.attrib:
        return RawLink(ampersands(address_in(element, base)), type="text/html"), True
    attributes = scope.attributes(element)
    rel = attributes.get("rel", "alternate")
    link = RawLink(
        href="",
        rel=rel,
        type=attributes.get("type", "application/atom+xml" if rel == "self" else "text/html"),
        length=attributes.get("length", ""),
        title=attributes.get("title", ""),
    )
    href = attributes.get("url", attributes.get("uri", attributes.get("href")))
    if href or "href" in attributes:
        text_in(element)  # declines if there are children
        link.href = resolved(base, href or "")
        return link, False
    link.href = ampersands(address_in(element, base))
    return link, True


def ampersands(address: str) -> str:
    """Give an address that was escaped once too often as it was meant."""
    return _AMPERSAND.sub(r"&\1", address.replace("&amp;", "&")) if "&" in address and ";" in address else address


def is_page(link: RawLink) -> bool:
    """Tell whether a link leads to the page of what it stands in."""
    return link.rel == "alternate" and _TYPES.get(link.type, link.type) in HTML_TYPES
