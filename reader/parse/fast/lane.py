"""The fast lane: well-formed feeds, by expat.

ElementTree's parser is expat with a tree built in C. On the whole of a collection of real feeds it takes about as long
as handlers of our own for pyexpat (36 ms to 30 ms, before those have done anything), and code that looks at a tree is
far simpler than handlers that keep their state. lxml parses as fast, but makes a Python object of every element one
looks at; fastfeedparser stands on it, knows no differences between lanes, and lets captions and nested items pass.

It declines, rather than guesses, whatever could be read in two ways: feedparser has the last word on that.
No entity is ever expanded, since a document that declares one is declined.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError, XMLParser

from reader.model.feed import FeedKind
from reader.parse.fast.authors import Authors
from reader.parse.fast.declining import Declined
from reader.parse.fast.entries import KNOWN, EntryReader, Readers
from reader.parse.fast.names import ATOM_10, RSS_10, Names
from reader.parse.fast.scope import Scope, feed_link_of
from reader.parse.fast.text import address_in, resolved, text_in
from reader.parse.rawfeeds import RawFeed

_KINDS = {"rss": FeedKind.RSS, "rdf:rdf": FeedKind.RDF, "feed": FeedKind.ATOM, "channel": FeedKind.CDF}
_SUBSET = re.compile(r"<!DOCTYPE[^>]*\[", re.IGNORECASE)
_BASE = re.compile(r"base\s*=")
_ENTRIES = frozenset({"item", "entry"})
_AROUND = frozenset({"image", "textinput"})
_IN_IMAGE = frozenset({"title", "link", "description", "url", "href", "width", "height", "name"})


def read_fast(text: str) -> RawFeed | None:
    """Read the text of a feed; None leaves it to the universal lane."""
    if "<!ENTITY" in text or _SUBSET.search(text, 0, 10_000):
        return None
    try:
        names = Names(text)
        root = _tree_of(text)
        return _FeedReader(text, names, root).read()
    except (Declined, ParseError, RecursionError, UnicodeError):
        return None


def _tree_of(text: str) -> Element:
    if not text.startswith("<"):
        text = text.lstrip("\ufeff \t\r\n")
    # The encoding that was declared no longer holds. What makes XML dangerous are entities, and there are none.
    parser = XMLParser(encoding="utf-8")  # noqa: S314
    parser.feed(text)
    root: Element = parser.close()
    return root


def _has_bases(text: str) -> bool:
    at = text.find("base")
    while at >= 0:
        if _BASE.match(text, at):
            return True
        at = text.find("base", at + 4)
    return False


class _FeedReader:
    """One feed, while its elements are read in their order."""

    def __init__(self, text: str, names: Names, root: Element) -> None:
        kind = _KINDS.get(names[root.tag])
        if kind is None:
            raise Declined
        self._names = names
        self._root = root
        self._scope = Scope(
            names,
            kind,
            unwraps=kind is FeedKind.ATOM and ATOM_10 in names.namespaces,
            has_bases=_has_bases(text),
        )
        self._readers = Readers(names)
        self._feed = RawFeed(kind)
        self._authors = Authors(kind)
        self._has_link = False
        self._passed_other = False
        """Whether an entry or an image stood since the title, after which feedparser takes another one."""
        self._has_summary = self._has_content = False

    def read(self) -> RawFeed:
        """Read all of the feed."""
        kind = self._feed.kind
        base = self._scope.base_of(self._root, "")
        if kind in {FeedKind.ATOM, FeedKind.CDF}:
            self._read_channel(self._root, base)
        else:
            self._read_root(base)
        if kind is FeedKind.ATOM and RSS_10 in self._names.namespaces:
            raise Declined
        if not self._feed.entries and kind in {FeedKind.RDF, FeedKind.CDF}:
            raise Declined
        self._feed.authors = self._authors.all()
        return self._feed

    def _read_root(self, base: str) -> None:
        channels = 0
        for child in self._root:
            key = self._names[child.tag]
            if key == "channel":
                channels += 1
                self._read_channel(child, self._scope.base_of(child, base))
            elif key in _ENTRIES:
                self._read_entry(child, base)
            elif key in _AROUND:
                self._image(child, key, base)
            else:
                self._scope.ignore(child, KNOWN)
                if key in KNOWN:
                    raise Declined
        if channels > 1:
            raise Declined

    def _read_channel(self, channel: Element, base: str) -> None:
        if channel.attrib and self._feed.kind is not FeedKind.ATOM:
            attributes = self._scope.attributes(channel)
            if "href" in attributes:  # CDF
                self._has_link, self._feed.link = True, resolved(base, attributes["href"].strip())
        for child in channel:
            key = self._names[child.tag]
            if key in _ENTRIES:
                self._read_entry(child, base)
            else:
                self._read_about(child, key, base)

    def _read_entry(self, element: Element, base: str) -> None:
        reader = EntryReader(self._scope, element, base, after_content=self._has_content)
        self._passed_other = True
        self._feed.entries.append(reader.read(element, self._readers))
        self._has_content = False

    def _read_about(self, element: Element, key: str, base: str) -> None:
        """Read what is said of the feed itself."""
        base = self._scope.base_of(element, base)
        reader = _READERS.get(key)
        if reader is not None:
            reader(self, element, key, base)
        elif key in _DECLINED:
            raise Declined
        else:
            self._scope.ignore(element, KNOWN - _NESTED)

    def _title(self, element: Element, _key: str, base: str) -> None:
        title = self._scope.text(element, "text/plain", base)
        if self._feed.title is None or self._passed_other:
            self._feed.title = title if title.value else None
            self._passed_other = self._passed_other and not title.value

    def _link(self, element: Element, _key: str, base: str) -> None:
        address = feed_link_of(self._scope, element, base)
        if address is not None:
            self._has_link, self._feed.link = True, address

    def _id(self, element: Element, _key: str, base: str) -> None:
        """Take the id for the link, as long as there is no other."""
        if element.attrib:
            raise Declined
        if not self._has_link:
            self._has_link, self._feed.link = True, address_in(element, base)

    def _description(self, element: Element, key: str, _base: str) -> None:
        """Notice what makes feedparser believe that the first entry has told its story already."""
        if key == "media:description":
            return
        if self._has_summary:
            self._has_content = True
        elif key in {"summary", "itunes:summary"}:
            self._has_summary = True
        self._scope.text(element, "text/plain", "")

    def _author(self, element: Element, _key: str, _base: str) -> None:
        self._authors.add(element, self._names)

    def _wish(self, element: Element, key: str, _base: str) -> None:
        """Read how often the feed wants to be asked; feedparser does not, where there are attributes."""
        setattr(self._feed, _WISHES[key], "" if element.attrib else text_in(element))

    def _image(self, element: Element, _key: str, _base: str) -> None:
        self._passed_other = True
        if any(self._names[child.tag] not in _IN_IMAGE or len(child) for child in element):
            raise Declined


_WISHES = {"ttl": "ttl", "sy:updateperiod": "update_period", "sy:updatefrequency": "update_frequency"}
_READERS: dict[str, Callable[[_FeedReader, Element, str, str], None]] = {
    **dict.fromkeys(("title", "dc:title"), _FeedReader._title),
    "link": _FeedReader._link,
    **dict.fromkeys(("id", "guid"), _FeedReader._id),
    **dict.fromkeys(("author", "managingeditor", "dc:creator", "dc:author", "itunes:author"), _FeedReader._author),
    **dict.fromkeys(
        ("summary", "itunes:summary", "description", "dc:description", "media:description"), _FeedReader._description
    ),
    **dict.fromkeys(_AROUND, _FeedReader._image),
    **dict.fromkeys(_WISHES, _FeedReader._wish),
}
_NESTED = frozenset({"itunes:category"})
_DECLINED = frozenset(
    ("media:title", "content", "content:encoded", "fullitem", "body", "xhtml:body", "source", "channel", "tags")
)
