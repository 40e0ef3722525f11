"""JSON Feed, versions 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).

Values of a type that the specification does not allow count as absent: a feed with some wrong values is still a feed.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from reader.model.feed import FeedKind
from reader.parse.rawfeeds import RawEntry, RawFeed, RawLink, RawText
from reader.text.safe import safe_line

_VERSION = "jsonfeed.org/version"
_VERSION_WITHIN = 10_000
"""Characters."""


_ITEMS = re.compile(r'"items"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"[\s,]*")


def is_json_feed(text: str) -> bool:
    """Tell whether a document says that it is a JSON Feed, or else looks like one."""
    start = text[:_VERSION_WITHIN].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and (_VERSION in start.replace("\\/", "/") or '"items"' in text)


def read_json_feed(text: str) -> RawFeed | None:
    """Read the text of a JSON Feed; None if it is none. Of one that is cut off, the whole items are taken."""
    text = text.strip("\ufeff \t\r\n")
    problems = []
    try:
        feed = json.loads(text)
    except ValueError as error:
        problems = [
            f"the feed is not well-formed JSON ({safe_line(str(error), most=100)}); what could be read was taken"
        ]
        feed = _salvaged(text)
    except RecursionError:
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    if _VERSION not in _string(feed.get("version")) and not _string(feed.get("title")):
        return None
    title = _string(feed.get("title"))
    return RawFeed(
        kind=FeedKind.JSON,
        title=RawText(title, "text/plain") if title else None,
        link=_string(feed.get("home_page_url")),
        authors=_authors_of(feed),
        entries=[_read_item(item) for item in feed["items"] if isinstance(item, dict)],
        problems=problems,
    )


def _salvaged(text: str) -> Any:
    """Give what stands before the items of a document that is not well-formed, and the items up to the flaw."""
    start = _ITEMS.search(text)
    if start is None:
        return None
    try:
        feed = json.loads(text[: start.start()].rstrip().rstrip(",") + "}")
    except (ValueError, RecursionError):
        return None
    items, decoder, at = [], json.JSONDecoder(), start.end()
    with suppress(ValueError, RecursionError):
        while True:
            item, at = decoder.raw_decode(text, at)
            items.append(item)
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr] # it matches also nothing
    return {**feed, "items": items} if isinstance(feed, dict) else None


def _read_item(item: dict[str, Any]) -> RawEntry:
    title, summary = _string(item.get("title")), _string(item.get("summary"))
    link, other = _string(item.get("url")), _string(item.get("external_url"))
    bodies = ((item.get("content_html"), "text/html"), (item.get("content_text"), "text/plain"))
    written = [RawText(_string(body), kind) for body, kind in bodies if _string(body)]
    return RawEntry(
        id=_id_of(item.get("id")),
        id_is_link=True,
        title=RawText(title, "text/plain") if title else None,
        links=[*(RawLink(url, type="text/html") for url in (link, other) if url), *_attachments_of(item)],
        bodies=written[:1],
        summary=RawText(summary, "text/plain") if summary else None,
        published=_string(item.get("date_published")),
        updated=_string(item.get("date_modified")),
        authors=_authors_of(item),
        tags=[_string(tag) for tag in _list(item.get("tags"))],
        thumbnails=[*filter(None, (_string(item.get("image")), _string(item.get("banner_image"))))],
    )


def _id_of(value: Any) -> str:
    """Give an id as a string: readers are to turn other types into one (version 1.1, "id")."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _string(value)


def _authors_of(holder: dict[str, Any]) -> list[str]:
    """Give the names of version 1.1's authors, or of version 1.0's author."""
    people = _list(holder.get("authors")) or [holder.get("author")]
    return [_string(person.get("name")) for person in people if isinstance(person, dict)]


def _attachments_of(item: dict[str, Any]) -> Iterator[RawLink]:
    for attachment in _list(item.get("attachments")):
        if isinstance(attachment, dict):
            yield RawLink(
                href=_string(attachment.get("url")),
                rel="enclosure",
                type=_string(attachment.get("mime_type")),
                length=_number(attachment.get("size_in_bytes")),
                title=_string(attachment.get("title")),
                seconds=_number(attachment.get("duration_in_seconds")),
            )


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _number(value: Any) -> str:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
