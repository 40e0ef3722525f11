"""Authors of well-formed feeds, as feedparser tells them apart."""

import re
from xml.etree.ElementTree import Element

from reader.model.feed import FeedKind
from reader.parse.fast.declining import Declined
from reader.parse.fast.names import Names
from reader.parse.fast.text import text_in

_NAMES = frozenset({"name", "itunes:name"})
_ADDRESSES = frozenset({"email", "itunes:email"})
_ELSEWHERE = frozenset({"uri", "url", "homepage"})
_ADDRESS = re.compile(
    r"[\w+.-]+@(?:\[(?:\d{1,3}\.){3}|(?:[a-zA-Z0-9-]+\.)+)(?:[a-zA-Z]{2,4}|\d{1,3})\]?(?:\?subject=\S+)?", re.ASCII
)
_MOST_CHARACTERS = 500


class Authors:
    """The authors of one feed or entry."""

    def __init__(self, kind: FeedKind) -> None:
        self._kind = kind
        self._people: list[tuple[str, str]] = []
        """What is written of each, and the name in it."""
        self._forms: set[bool] = set()
        """Whether names stood in elements of their own."""
        self._all_named = True

    def add(self, element: Element, names: Names) -> None:
        """Read an element that names one author, or several in one text."""
        self._forms.add(bool(len(element)))
        if len(element):
            self._people.append(_person_in(element, names))
            self._all_named = self._all_named and any(names[child.tag] in _NAMES for child in element)
        else:
            text = text_in(element)
            self._people.append((text, _name_in(text) if text else ""))

    def all(self) -> list[str]:
        """Give the authors; the one author of an RSS item as it is written.

        Decline where feedparser gives one author the name of another: with names in both forms, or missing ones.
        """
        if len(self._people) > 1 and (len(self._forms) > 1 or (True in self._forms and not self._all_named)):
            raise Declined
        if self._kind is not FeedKind.ATOM and len(self._people) == 1:
            return [self._people[0][0]]
        return [name for _, name in self._people]


def _person_in(element: Element, names: Names) -> tuple[str, str]:
    if (element.text and element.text.strip()) or any(child.tail and child.tail.strip() for child in element):
        raise Declined
    name = address = ""
    for child in element:
        key = names[child.tag]
        if key in _NAMES or key in _ADDRESSES or key in _ELSEWHERE:
            text_in(child)  # declines if there are children
            value = (child.text or "").strip()
            name = value if key in _NAMES else name
            address = value if key in _ADDRESSES else address
        elif len(child) or ":" not in key:
            raise Declined
    return (f"{name} ({address})" if name and address else name or address), name or address


def _name_in(author: str) -> str:
    """Give an author without the address beside it, or the address alone."""
    if "@" not in author:
        return author
    if len(author) > _MOST_CHARACTERS:
        raise Declined
    address = _ADDRESS.search(author)
    if address is None:
        return author
    name = author.replace(address[0], "")
    for empty in ("()", "<>", "&lt;&gt;"):
        name = name.replace(empty, "")
    name = name.strip().removeprefix("(").removesuffix(")").strip()
    return name or address[0]
