"""What an entry of a well-formed feed tells: which of its texts are content and which is the summary."""

from xml.etree.ElementTree import Element

from reader.parse.fast.scope import HTML_TYPES, Scope
from reader.parse.rawfeeds import RawText

_COPIED = HTML_TYPES | {"text/plain"}


class Story:
    """The texts of one entry, told apart as feedparser does it: by the order they come in."""

    def __init__(self, scope: Scope, *, after_content: bool) -> None:
        self.bodies: list[RawText] = []
        self.summary: RawText | None = None
        self._scope = scope
        self._has_content = after_content
        self._has_summary = False

    def describe(self, element: Element, default: str, base: str) -> None:
        """Read a description or summary. A second one is content, if there is none yet."""
        if self._has_summary and not self._has_content:
            self.tell(element, "text/plain", base)
        else:
            self.sum_up(element, default, base)

    def sum_up(self, element: Element, default: str, base: str) -> None:
        """Read a summary."""
        self._has_summary = True
        self.summary = self._scope.text(element, default, base)

    def tell(self, element: Element, default: str, base: str) -> None:
        """Read content, which counts as a summary as well."""
        content = self._scope.text(element, default, base)
        self._has_content = True
        self._has_summary = self._has_summary or content.type in _COPIED
        if "src" not in element.attrib:
            self.bodies.append(content)
