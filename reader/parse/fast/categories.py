"""Categories of well-formed feeds, as feedparser gathers them."""

from xml.etree.ElementTree import Element

from reader.parse.fast.text import text_in

_ITUNES = "http://www.itunes.com/"
_MEDIA = "http://search.yahoo.com/mrss/category_schema"


_Category = tuple[str | None, str | None, str | None]
"""Term, scheme and label."""


class Categories:
    """The categories of one entry."""

    def __init__(self) -> None:
        self._found: list[_Category] = []
        self._known: set[_Category] = set()

    def add(self, element: Element, key: str, attributes: dict[str, str]) -> None:
        """Read an element that names a category in its attributes, its text, or both."""
        if key == "itunes:category":
            self._add(attributes.get("text"), _ITUNES, None)
        elif attributes or key == "media:category":
            scheme = attributes.get("scheme", _MEDIA if key == "media:category" else attributes.get("domain"))
            self._add(attributes.get("term"), scheme, attributes.get("label"))
        name = text_in(element)
        if name and self._found and not self._found[-1][0]:
            unnamed = self._found.pop()
            self._known.discard(unnamed)
            self._take((name, *unnamed[1:]))
        elif name:
            self._add(name, None, None)

    def add_keywords(self, element: Element, key: str) -> None:
        """Read an element with words between commas; feedparser does not if it has attributes."""
        if not element.attrib:
            for keyword in text_in(element).split(","):
                self._add(keyword.strip(), _ITUNES if key == "itunes:keywords" else None, None)

    def names(self) -> list[str]:
        """Give what to call the categories."""
        return [label or term or "" for term, _, label in self._found]

    def _add(self, term: str | None, scheme: str | None, label: str | None) -> None:
        if (term or scheme or label) and (term, scheme, label) not in self._known:
            self._take((term, scheme, label))

    def _take(self, category: _Category) -> None:
        self._found.append(category)
        self._known.add(category)
