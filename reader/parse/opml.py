"""Lists of feeds in OPML, versions 1 and 2 (http://opml.org/spec2.opml), as all sorts of programs write them.

lxml reads them, with its recovery: it closes what was left open and goes on behind what it can't read, and it is fast.
Two things are done to the text before. Ampersands that begin no reference of XML become `&amp;`, since recovery would
cut "?a=1&copy=2" to "?a=1=2" (listparser, which goes by HTML's names, makes "?a=1©=2" of it, and had its last release
in 2024). Thereby no entity that a document defines is ever referred to, so none can grow or name a file.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from reader.model.outcome import Failed
from reader.model.subscription import Refused, Subscription, SubscriptionList, folder_path
from reader.parse.titles import plain_title
from reader.text.encoding import decode
from reader.text.safe import safe_line, safe_url

NAMESPACE = "https://newsreader.invalid/opml"
"""Of the attributes that only this program writes; OPML 2.0 wants such ones to have one, not that it leads anywhere."""
OWN_TITLE = "ownTitle"
"""Says whether an outline's text is the user's title ("true") or the feed's ("false")."""

_OWN = f"{{{NAMESPACE}}}{OWN_TITLE.lower()}"
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z]\w{1,30};)?")
_FEED_TYPES = frozenset({"rss", "atom", "rdf", "feed", "xml", "rss1", "rss2", "pie"})
_ADDRESSES = ("xmlurl", "feedurl")
_MOST_NAME = 200
"""Characters of a title that a complaint repeats."""


def read_opml(body: bytes) -> SubscriptionList | Failed:
    """Read a list of feeds; of a damaged one, what can be had, and a problem that says so.

    Failed if it is no list of feeds. The addresses are given as they are written.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_prepare(decode(body)), parser)
    except etree.XMLSyntaxError:  # there is not one element
        root = None
    outlines = list(_outlines(root)) if root is not None else []
    if not outlines and (root is None or _name(root.tag) != "opml"):
        return Failed("this is no list of feeds in OPML")
    subscriptions: list[Subscription] = []
    refused: list[Refused] = []
    for attributes, folders, is_empty in outlines:
        match _read_outline(attributes, folders, is_empty):
            case Subscription() as subscription:
                subscriptions.append(subscription)
            case Refused() as one:
                refused.append(one)
    return SubscriptionList(tuple(subscriptions), tuple(refused), tuple(_problems(parser)))


def _prepare(text: str) -> bytes:
    """Give the text as UTF-8, without a declaration of another encoding and without what XML forbids."""
    text = text.lstrip("\ufeff")
    declaration = _DECLARATION.match(text)
    text = _CONTROLS.sub("", text[declaration.end() if declaration else 0 :])
    return _AMPERSAND.sub(_reference, text).encode().lstrip()


def _reference(match: re.Match[str]) -> str:
    """Give a reference of HTML as the character it stands for, any other ampersand escaped."""
    character = unescape(match[0]) if match[1] else ""
    known = len(character) in (1, 2) and character.isprintable() and character not in '<>&"'
    return character if known else f"&amp;{match[0][1:]}"


def _outlines(root: Any) -> Iterator[tuple[Mapping[str, str], tuple[str, ...], bool]]:
    """Give each outline's attributes by their names in lower case, the folders it lies in, and whether it is empty."""
    folders: list[str | None] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if _name(element.tag) != "outline":
            continue
        if event == "end":
            folders.pop()
            continue
        attributes = {_lower(name): value for name, value in element.attrib.items()}
        yield attributes, tuple(name for name in folders if name), len(element) == 0
        folders.append(None if _address(attributes) else _line(attributes, "text") or _line(attributes, "title"))


def _read_outline(
    attributes: Mapping[str, str], folders: tuple[str, ...], is_empty: bool
) -> Subscription | Refused | None:
    """Give what an outline stands for; None if it is a folder."""
    address = _address(attributes)
    kind = attributes.get("type", "").strip().lower()
    if address is None:
        name = _line(attributes, "text") or _line(attributes, "title") or _line(attributes, "url") or "an outline"
        if kind in {"include", "link"} and attributes.get("url"):
            return Refused(name[:_MOST_NAME], "it is a link and no feed; import the list it leads to, if it is one")
        missing = is_empty and (kind in _FEED_TYPES or _is_given(attributes, *_ADDRESSES))
        return Refused(name[:_MOST_NAME], "it has no address") if missing else None
    text, title = _line(attributes, "text"), _line(attributes, "title")
    # Another program's name for the feed is what the user knows it by there, and keeps knowing it by here.
    own_title = None if attributes.get(_OWN) == "false" else text or title
    return Subscription(
        address=address,
        title=title,
        own_title=own_title,
        folder=folder_path(folders or _category(attributes)),
        site=safe_url(attributes.get("htmlurl", "")),
    )


def _address(attributes: Mapping[str, str]) -> str | None:
    names = (*_ADDRESSES, "url") if attributes.get("type", "").strip().lower() in _FEED_TYPES else _ADDRESSES
    return next((value for name in names if (value := attributes.get(name, "").strip())), None)


def _is_given(attributes: Mapping[str, str], *names: str) -> bool:
    return any(name in attributes for name in names)


def _line(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name, "")
    # What we wrote ourselves is not escaped twice.
    return (safe_line(value) if _OWN in attributes else plain_title(value)) or None


def _category(attributes: Mapping[str, str]) -> tuple[str, ...]:
    """Give the first of the categories, which are separated by commas and made of names separated by slashes."""
    first = next((one for one in attributes.get("category", "").split(",") if one.strip("/ ")), "")
    return tuple(name for part in first.split("/") if (name := plain_title(part)))


def _problems(parser: Any) -> Iterator[str]:
    error = next((entry for entry in parser.error_log if entry.level_name == "FATAL"), None)
    if error is not None:
        yield f"the list is damaged in line {error.line}; what could be read was taken"


def _name(tag: object) -> str:
    return etree.QName(tag).localname.lower() if isinstance(tag, str) else ""


def _lower(name: str) -> str:
    """Give an attribute's name in lower case but for its namespace."""
    namespace, brace, local = name.rpartition("}")
    return namespace + brace + local.lower()
