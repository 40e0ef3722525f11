"""Lists of feeds in OPML, versions 1 and 2 (http://opml.org/spec2.opml), as all sorts of programs write them.

lxml reads them, with its recovery: it closes what was left open and goes on behind what it can't read, and it is fast.
Ampersands that begin no reference of XML become `&amp;` before, since recovery would cut "?a=1&copy=2" to "?a=1=2"
(listparser, which goes by HTML's names, makes "?a=1©=2" of it, and had its last release in 2024). Thereby no entity
that a document defines is ever referred to, so none can grow or name a file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from typing import Any

from lxml import etree

from reader.model.outcome import Failed
from reader.model.subscription import Refused, Subscription, SubscriptionList, folder_path
from reader.parse.feedxml import FORBIDDEN
from reader.parse.titles import plain_title
from reader.text.encoding import decode
from reader.text.safe import safe_line, safe_url

NAMESPACE = "https://newsreader.invalid/opml"
"""Of the attributes that only this program writes; OPML 2.0 wants such ones to have one, not that it leads anywhere."""
OWN_TITLE = "ownTitle"
"""Says whether an outline's text is the user's title ("true") or the feed's ("false")."""
INTERVAL, KEEP, PAUSED = "interval", "keep", "paused"
"""Hold what the user has set for a feed besides."""

_OWN = f"{{{NAMESPACE}}}{OWN_TITLE.lower()}"
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z]\w{1,30};)?")
_NUMBER = re.compile(r"[0-9]{1,9}")
_FEED_TYPES = frozenset({"rss", "atom", "rdf", "feed", "xml", "rss1", "rss2", "pie"})
_ADDRESSES = ("xmlurl", "feedurl")
_MOST_NAME = 200
"""Characters of a title that a complaint repeats."""


def read_opml(body: bytes) -> SubscriptionList | Failed:
    """Read a list of feeds; of a damaged one, what can be had, and a problem that says so.

    Failed if it is no list of feeds. The addresses are given as they are written.
    """
    document = etree.iterparse(
        BytesIO(_prepare(decode(body))),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    reading = _Reading()
    try:
        for event, element in document:
            if event == "start":
                reading.start(_name(element.tag), element.attrib)
            else:
                reading.end(_name(element.tag))
                _forget(element)
    except etree.XMLSyntaxError:  # there is not one element
        pass
    if not reading.is_list:
        return Failed("this is no list of feeds in OPML")
    return SubscriptionList(tuple(reading.subscriptions), tuple(reading.refused), tuple(_problems(document.error_log)))


@dataclass(slots=True)
class _Outline:
    """An outline that is open."""

    attributes: Mapping[str, str]
    folder: str | None
    """Its name if it may be a folder, None if it is a feed."""
    is_empty: bool = True


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    is_list: bool = False
    outlines: list[_Outline] = field(default_factory=list)
    subscriptions: list[Subscription] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def start(self, name: str, written: Mapping[str, str]) -> None:
        """Take in the start of an element."""
        self.is_list = self.is_list or name in {"opml", "outline"}
        if name != "outline":
            return
        attributes = {_lower(name): value for name, value in written.items()}
        address = _address(attributes)
        if address:
            folders = tuple(one.folder for one in self.outlines if one.folder)
            self.subscriptions.append(_subscription(attributes, address, folders))
        if self.outlines:
            self.outlines[-1].is_empty = False
        self.outlines.append(_Outline(attributes, None if address else _text(attributes)))

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name == "outline":
            outline = self.outlines.pop()
            reason = _reason_against(outline)
            if reason:
                named = outline.folder or _line(outline.attributes, "url") or "an outline"
                self.refused.append(Refused(named[:_MOST_NAME], reason))


def _forget(element: Any) -> None:
    """Let go of an element that ended and of what stood before it, so that a long list takes no more memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _prepare(text: str) -> bytes:
    """Give the text as UTF-8, without a declaration of another encoding and without what XML forbids."""
    text = text.lstrip("\ufeff")
    declaration = _DECLARATION.match(text)
    text = FORBIDDEN.sub("", text[declaration.end() if declaration else 0 :])
    return _AMPERSAND.sub(_reference, text).encode().lstrip()


def _reference(match: re.Match[str]) -> str:
    """Give a reference of HTML as the character it stands for, any other ampersand escaped."""
    character = unescape(match[0]) if match[1] else ""
    known = len(character) in (1, 2) and character.isprintable() and character not in '<>&"'
    return character if known else f"&amp;{match[0][1:]}"


def _subscription(attributes: Mapping[str, str], address: str, folders: tuple[str, ...]) -> Subscription:
    # Another program's name for the feed is what the user knows it by there, and keeps knowing it by here.
    own_title = None if attributes.get(_OWN) == "false" else _text(attributes)
    return Subscription(
        address=address,
        title=_line(attributes, "title"),
        own_title=own_title,
        folder=folder_path(folders or _category(attributes)),
        site=safe_url(attributes.get("htmlurl", "")),
        interval=_number(attributes, INTERVAL),
        keep=_number(attributes, KEEP),
        paused=attributes.get(f"{{{NAMESPACE}}}{PAUSED}") == "true",
    )


def _number(attributes: Mapping[str, str], name: str) -> int | None:
    value = attributes.get(f"{{{NAMESPACE}}}{name}", "")
    return int(value) if _NUMBER.fullmatch(value) else None


def _reason_against(outline: _Outline) -> str | None:
    """Say why an outline is not taken; None if it is a feed or a folder."""
    attributes, kind = outline.attributes, _kind(outline.attributes)
    if _address(attributes) or not outline.is_empty:
        return None
    if kind in {"include", "link"} and attributes.get("url"):
        return "it is a link and no feed; import the list it leads to, if it is one"
    is_feed = kind in _FEED_TYPES or any(name in attributes for name in _ADDRESSES)
    return "it has no address" if is_feed else None


def _address(attributes: Mapping[str, str]) -> str | None:
    names = (*_ADDRESSES, "url") if _kind(attributes) in _FEED_TYPES else _ADDRESSES
    return next((value for name in names if (value := attributes.get(name, "").strip())), None)


def _kind(attributes: Mapping[str, str]) -> str:
    return attributes.get("type", "").strip().lower()


def _text(attributes: Mapping[str, str]) -> str | None:
    return _line(attributes, "text") or _line(attributes, "title")


def _line(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name, "")
    # What we wrote ourselves is not escaped twice.
    return (safe_line(value) if _OWN in attributes else plain_title(value)) or None


def _category(attributes: Mapping[str, str]) -> tuple[str, ...]:
    """Give the first of the categories, which are separated by commas and made of names separated by slashes."""
    first = next((one for one in attributes.get("category", "").split(",") if one.strip("/ ")), "")
    return tuple(name for part in first.split("/") if (name := plain_title(part)))


def _problems(errors: Any) -> Iterator[str]:
    error = next((entry for entry in errors if entry.level_name == "FATAL"), None)
    if error is not None:
        yield f"the list is damaged in line {error.line}; what could be read was taken"


def _name(tag: object) -> str:
    return etree.QName(tag).localname.lower() if isinstance(tag, str) else ""


def _lower(name: str) -> str:
    """Give an attribute's name in lower case but for its namespace."""
    namespace, brace, local = name.rpartition("}")
    return namespace + brace + local.lower()
