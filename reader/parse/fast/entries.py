"""Entries of well-formed feeds, read as feedparser reads them; declined where that depends on more than one can see.

Two elements for one thing are common. Which one counts follows feedparser, so that both lanes give the same: the last
date and guid, the first title.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from reader.parse.fast.authors import Authors
from reader.parse.fast.categories import Categories
from reader.parse.fast.declining import Declined
from reader.parse.fast.names import Names
from reader.parse.fast.scope import Scope, ampersands, feed_link_of, is_page, link_of
from reader.parse.fast.stories import Story
from reader.parse.fast.text import address_in, resolved, text_in
from reader.parse.rawfeeds import RawEntry, RawLink, RawText


class EntryReader:
    """One entry, while its elements are read in their order."""

    _title_depth = -1
    """How deep the title stands that no deeper one replaces."""
    _has_link = False
    _has_id = False
    _image = ""

    def __init__(self, scope: Scope, element: Element, base: str, *, after_content: bool) -> None:
        self.scope = scope
        self.raw = RawEntry()
        self._base = self._outer = scope.base_of(element, base) if scope.has_bases else base
        self._authors = Authors(scope.kind)
        self._categories = Categories()
        self._depths: dict[str, int] = {}
        self._story = Story(scope, after_content=after_content)
        self._media: list[RawLink] = []
        if element.attrib:
            self._begin(scope.attributes(element))

    def _begin(self, attributes: dict[str, str]) -> None:
        self.raw.id = attributes.get("rdf:about", "")
        self.raw.updated = attributes.get("lastmod", "").strip()
        if "href" in attributes:  # CDF
            self._has_link = True
            self.raw.links.append(
                RawLink(ampersands(resolved(self._base, attributes["href"].strip())), type="text/html")
            )

    def read(self, element: Element, readers: "Readers") -> RawEntry:
        """Read all of the entry."""
        scope = self.scope
        for child in element:
            reader = readers[child.tag]
            if scope.has_bases:
                self._base = scope.base_of(child, self._outer)
            if reader is not None:
                reader(self, child, 0)
            elif len(child):
                scope.ignore(child, KNOWN)
        raw = self.raw
        raw.links += self._media
        raw.bodies, raw.summary = self._story.bodies, self._story.summary
        raw.authors = self._authors.all()
        raw.tags = self._categories.names()
        if self._image:
            raw.thumbnails.append(self._image)
        return raw

    def _replaces(self, name: str, depth: int) -> bool:
        """Tell whether an element counts in place of those of its name before: if it stands no deeper."""
        if depth > self._depths.get(name, depth):
            return False
        self._depths[name] = depth
        return True

    def _title(self, element: Element, depth: int) -> None:
        if self._take_title(self.scope.text(element, "text/plain", self._base), depth):
            self._title_depth = depth

    def _media_title(self, element: Element, depth: int) -> None:
        self._take_title(self.scope.text(element, "text/plain", self._base), depth)

    def _take_title(self, title: RawText, depth: int) -> bool:
        if not -1 < self._title_depth <= depth:
            if self._replaces("title", depth):
                self.raw.title = title if title.value else None
            elif self.raw.title and self.raw.title.type != title.type:
                raise Declined  # feedparser keeps the text of the one and the type of the other
        return bool(title.value)

    def _link(self, element: Element, _depth: int) -> None:
        link, as_text = link_of(self.scope, element, self._base)
        self.raw.links.append(link)
        self._has_link = self._has_link or as_text or is_page(link)

    def _id(self, element: Element, _depth: int) -> None:
        attributes = self.scope.attributes(element)
        is_link = attributes.get("ispermalink", "true") == "true"
        self.raw.id = address_in(element, self._base) if is_link else text_in(element)
        if not self._has_id:
            self._has_id, self.raw.id_is_link = True, is_link and not self._has_link
        self._has_link = self._has_link or is_link

    def _description(self, element: Element, _depth: int) -> None:
        self._story.describe(element, "text/html", self._base)

    def _summary(self, element: Element, _depth: int) -> None:
        self._story.describe(element, "text/plain", self._base)

    def _abstract(self, element: Element, _depth: int) -> None:
        self._story.sum_up(element, "text/plain", self._base)

    def _content(self, element: Element, _depth: int) -> None:
        self._story.tell(element, "text/plain", self._base)

    def _encoded(self, element: Element, _depth: int) -> None:
        self._story.tell(element, "text/html", self._base)

    def _caption(self, element: Element, depth: int) -> None:
        caption = text_in(element)
        if self._replaces("caption", depth):
            self.raw.caption = caption

    def _published(self, element: Element, _depth: int) -> None:
        self.raw.published = text_in(element)

    def _updated(self, element: Element, _depth: int) -> None:
        self.raw.updated = text_in(element)

    def _created(self, element: Element, _depth: int) -> None:
        self.raw.created = text_in(element)

    def _author(self, element: Element, _depth: int) -> None:
        self._authors.add(element, self.scope.names)

    def _category(self, element: Element, _depth: int) -> None:
        self._categories.add(element, self.scope.names[element.tag], self.scope.attributes(element))

    def _keywords(self, element: Element, _depth: int) -> None:
        self._categories.add_keywords(element, self.scope.names[element.tag])

    def _section(self, element: Element, _depth: int) -> None:
        self.raw.section = "" if element.attrib else text_in(element)

    def _comments(self, element: Element, _depth: int) -> None:
        self.raw.comments = "" if element.attrib else address_in(element, self._base)

    def _duration(self, element: Element, _depth: int) -> None:
        self.raw.duration = "" if element.attrib else text_in(element)

    def _enclosure(self, element: Element, _depth: int) -> None:
        attributes = self.scope.attributes(element)
        self.raw.links.append(
            RawLink(
                href=attributes.get("url") or attributes.get("uri") or attributes.get("href") or "",
                rel="enclosure",
                type=attributes.get("type", ""),
                length=attributes.get("length", ""),
                title=attributes.get("title", ""),
            )
        )

    def _media_group(self, element: Element, depth: int) -> None:
        names = self.scope.names
        for child in element:
            key = names[child.tag]
            reader = _READERS.get(key) if key.startswith("media:") else None
            if reader is not None:
                if self.scope.has_bases:
                    raise Declined
                reader(self, child, depth + 1)
            elif key in KNOWN or key in _DECLINED:
                raise Declined
            elif len(child):
                self.scope.ignore(child, KNOWN)

    def _media_content(self, element: Element, depth: int) -> None:
        attributes = self.scope.attributes(element)
        self._media.append(
            RawLink(
                href=attributes.get("url", ""),
                rel="media",
                type=attributes.get("type") or attributes.get("medium", ""),
                length=attributes.get("filesize", ""),
                seconds=attributes.get("duration", ""),
            )
        )
        if len(element):
            self._media_group(element, depth)

    def _thumbnail(self, element: Element, _depth: int) -> None:
        text = text_in(element)
        self.raw.thumbnails.append(self.scope.attributes(element).get("url", text))

    def _itunes_image(self, element: Element, _depth: int) -> None:
        attributes = self.scope.attributes(element)
        text_in(element)
        self._image = attributes.get("href") or attributes.get("url") or self._image

    def _source(self, element: Element, _depth: int) -> None:
        """Read where the entry was first: RSS gives an address and a title, Atom the elements of a feed."""
        self._title_depth = -1
        self.raw.source_title, self.raw.source_link = "", self.scope.attributes(element).get("url", "")
        if not len(element):
            self.raw.source_title = text_in(element)
            return
        if element.text and element.text.strip():
            raise Declined
        address: str | None = None
        for child in element:
            key = self.scope.names[child.tag]
            base = self.scope.base_of(child, self._base)
            if key == "title":
                title = text_in(child)
                if title and self._title_depth < 0:
                    self._title_depth, self.raw.source_title = 1, title
            elif key == "link":
                found = feed_link_of(self.scope, child, base)
                address = address if found is None else found
            elif key == "id":
                address = address_in(child, base) if address is None else address
            elif key not in _BESIDE_SOURCE:
                raise Declined
        self.raw.source_link = address or self.raw.source_link

    def _picture(self, element: Element, _depth: int) -> None:
        """Pass over an image as RSS has it, of which feedparser takes the title where the item has none."""
        self._title_depth = -1
        for child in element:
            key = self.scope.names[child.tag]
            if key == "title":
                self._title(child, 1)
            elif key in {"url", "link", "width", "height"}:
                text_in(child)
            else:
                raise Declined


_BESIDE_SOURCE = frozenset({"updated", "author", "category", "rights", "subtitle", "generator", "icon", "logo"})
_Reader = Callable[[EntryReader, Element, int], None]
_READERS: dict[str, _Reader] = {
    "title": EntryReader._title,
    "dc:title": EntryReader._title,
    "media:title": EntryReader._media_title,
    "link": EntryReader._link,
    **dict.fromkeys(("guid", "id"), EntryReader._id),
    **dict.fromkeys(("description", "dc:description"), EntryReader._description),
    **dict.fromkeys(("summary", "itunes:summary"), EntryReader._summary),
    "abstract": EntryReader._abstract,
    "content": EntryReader._content,
    **dict.fromkeys(("content:encoded", "fullitem"), EntryReader._encoded),
    "media:description": EntryReader._caption,
    **dict.fromkeys(("pubdate", "published", "issued", "dcterms:issued"), EntryReader._published),
    **dict.fromkeys(
        ("updated", "modified", "lastbuilddate", "dc:date", "dcterms:modified", "date"), EntryReader._updated
    ),
    **dict.fromkeys(("created", "dcterms:created"), EntryReader._created),
    **dict.fromkeys(("author", "managingeditor", "dc:creator", "dc:author", "itunes:author"), EntryReader._author),
    **dict.fromkeys(("category", "keywords", "dc:subject", "itunes:category", "media:category"), EntryReader._category),
    **dict.fromkeys(("itunes:keywords", "media:keywords"), EntryReader._keywords),
    "prism:section": EntryReader._section,
    "comments": EntryReader._comments,
    "itunes:duration": EntryReader._duration,
    "enclosure": EntryReader._enclosure,
    "media:group": EntryReader._media_group,
    "media:content": EntryReader._media_content,
    "media:thumbnail": EntryReader._thumbnail,
    **dict.fromkeys(("itunes:image", "itunes:link"), EntryReader._itunes_image),
    "source": EntryReader._source,
    "image": EntryReader._picture,
}


class Readers(dict[str, "_Reader | None"]):
    """What reads the elements of one feed's entries, by what ElementTree calls them; None passes over one."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, tag: str) -> "_Reader | None":
        key = self._names[tag]
        if key in _DECLINED:
            raise Declined
        reader = self[tag] = _READERS.get(key)
        return reader


_DECLINED = frozenset(
    (
        *("body", "xhtml:body", "tags", "textinput", "channel", "item", "entry", "feed", "rss", "rdf:rdf"),
        *("newlocation", "media:caption", "links", "authors", "contributors", "author_detail", "title_detail"),
        *("summary_detail", "guidislink", "items", "entries", "href"),
    )
)
"""What feedparser takes for something else than it is, or mistakes for what it has found itself."""
KNOWN = frozenset(_READERS) | _DECLINED
"""Elements that mean something wherever they stand."""
