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
        self._found: dict[_Category, None] = {}

    def add(self, element: Element, key: str, attributes: dict[str, str]) -> None:
        """Read an element that names a category in its attributes, its text, or both."""
        if key == "itunes:category":
            self._add((attributes.get("text"), _ITUNES, None))
        elif attributes or key == "media:category":
            scheme = attributes.get("scheme", _MEDIA if key == "media:category" else attributes.get("domain"))
            self._add((attributes.get("term"), scheme, attributes.get("label")))
        if name := text_in(element):
            last = next(reversed(self._found), None)
            if last and not last[0]:
                del self._found[last]
                self._found[(name, *last[1:])] = None
            else:
                self._add((name, None, None))

    def add_keywords(self, element: Element, key: str) -> None:
        """Read an element with words between commas; feedparser does not if it has attributes."""
        if not element.attrib:
            scheme = _ITUNES if key == "itunes:keywords" else None
            for keyword in text_in(element).split(","):
                self._add((keyword.strip(), scheme, None))

    def names(self) -> list[str]:
        """Give what to call the categories."""
        return [label or term or "" for term, _, label in self._found]

    def _add(self, category: _Category) -> None:
        if any(category):
            self._found[category] = None
