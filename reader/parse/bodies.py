"""Which text of an entry is its body, and how that is to be read when it is shown."""

import re
from dataclasses import replace
from html import unescape

from reader.model.body import NO_BODY, RawBody
from reader.model.feed import FeedKind
from reader.parse.rawfeeds import RawEntry, RawText
from reader.text.safe import safe_url
from reader.text.stripping import stripped_text

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_TYPES = frozenset({"", "text/plain"})
_TYPES = HTML_TYPES | _TEXT_TYPES
_TYPED_KINDS = frozenset({FeedKind.ATOM, FeedKind.JSON})
"""Formats that say whether a text is HTML; elsewhere one has to look."""
_MARKUP = re.compile(
    r"</(?:p|a|div|em|i|b|strong|span|ul|ol|li|h\d|blockquote|table|pre)>|<(?:br|img|p|hr)\b", re.IGNORECASE
)
_MOST_OF_SUMMARY = 6000
"""Characters, markup among them."""
_ABSOLUTE = (b'="https://', b'="http://')
_ESCAPED = re.compile(r"</\w+>|&#?\w+;")


def read_body(entry: RawEntry, kind: FeedKind, url: str) -> tuple[RawBody, str | None]:
    """Give the body of an entry found at `url`, and the plain text of a summary that is not just the body.

    Publishers disagree on which element holds the story, so the longest is the body.
    """
    summary = entry.summary if entry.summary and entry.summary.value else None
    body = None
    for text in entry.bodies:
        if text.value and text.type in _TYPES and (body is None or len(text.value) > len(body.value)):
            body = text
    if summary and (body is None or len(summary.value) > len(body.value)):
        body = summary
    if body is None:
        return _body_of(RawText(entry.caption, "text/plain"), kind, url) if entry.caption else NO_BODY, None
    shorter = summary and body is not summary and summary.value != body.value
    return _body_of(body, kind, url), _beginning_of(summary, kind) if summary and shorter else None


def _body_of(text: RawText, kind: FeedKind, url: str) -> RawBody:
    body = _without_base(text, kind)
    base = _base_of(text, url) if body.is_html else None
    return replace(body, base=base) if base and _has_relative_links(text.value) else body


def _beginning_of(text: RawText, kind: FeedKind) -> str:
    """Give as much of a text, in plain text, as a summary is made from."""
    if len(text.value) > _MOST_OF_SUMMARY:
        beginning = text.value[:_MOST_OF_SUMMARY]
        text = RawText(beginning[: beginning.rfind("<")] if "<" in beginning else beginning, text.type)
    return stripped_text(_without_base(text, kind))


def _without_base(text: RawText, kind: FeedKind) -> RawBody:
    value = text.value
    plain = text.type in _TEXT_TYPES and (kind in _TYPED_KINDS or not _ESCAPED.search(value))
    if "<" not in value:
        return RawBody(value if plain or "&" not in value else unescape(value), is_html=False)
    return RawBody(value, is_html=not plain or _MARKUP.search(value) is not None)


def _has_relative_links(html: str) -> bool:
    """Tell whether some address may not be absolute: only then it matters, and is kept, what addresses start from."""
    markup = html.encode(errors="replace").lower()  # sooner done than lower case of all the world's letters
    for name in (b"href", b"src"):
        at = markup.find(name)
        while at >= 0:
            at += len(name)
            if not markup.startswith(_ABSOLUTE, at):
                return True
            at = markup.find(name, at)
    return False


def _base_of(text: RawText, url: str) -> str | None:
    base = (safe_url(text.base, url) if text.base else None) or url
    return base if base.startswith(("http://", "https://")) else None
