"""The lane for every feed: feedparser, the one place that knows it.

It reads what no strict parser takes, and is slow. What it does in its own way is put straight here: where it lets one
element overwrite another, what it makes of void elements, and which format it sees in a feed.
"""

import io
import re
from typing import Any

import feedparser

from reader.model.feed import FeedKind
from reader.parse.feedxml import prepare, root_of
from reader.parse.rawfeeds import RawEntry, RawFeed, RawLink, RawText
from reader.text.safe import safe_line

_KINDS = {"rss": FeedKind.RSS, "rdf": FeedKind.RDF, "feed": FeedKind.ATOM, "channel": FeedKind.CDF}
_RDF_VERSIONS = frozenset({"rss090", "rss10"})
_ENDS_OF_VOID = re.compile(r"</(?:area|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)>")


def read_any_feed(text: str) -> RawFeed | None:
    """Read the text of a feed, well-formed or not; None if it is no feed.

    It may raise anything: feedparser's lenient parser has no end of ways to fail.
    """
    document = _parse(prepare(text))
    version = document.get("version") or ""
    if not version and not document.entries:
        return None
    kind = _kind_of(root_of(text), version)
    return RawFeed(
        kind=kind,
        title=_text_of(document.feed, "title"),
        link=_string(document.feed.get("link")),
        authors=_authors_of(document.feed, kind),
        ttl=_string(document.feed.get("ttl")),
        update_period=_string(document.feed.get("sy_updateperiod")),
        update_frequency=_string(document.feed.get("sy_updatefrequency")),
        entries=[_read_entry(entry, kind) for entry in document.entries],
        problems=_problems_of(document),
    )


def _parse(body: bytes) -> Any:
    """Parse UTF-8 without an XML declaration.

    The bytes come in a stream, as feedparser would open a file of that name; links and unsafe HTML are dealt with by
    us, which takes a ninth of the time (https://feedparser.readthedocs.io/en/latest/html-sanitization/).
    """
    return feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _kind_of(root: str, version: str) -> FeedKind:
    """Tell the format by the root element, since feedparser goes by the namespace that is declared first."""
    if root in _KINDS and (root != "channel" or not version):
        return _KINDS[root]
    if version.startswith("atom"):
        return FeedKind.ATOM
    return FeedKind.RDF if version in _RDF_VERSIONS else FeedKind.RSS


def _read_entry(entry: Any, kind: FeedKind) -> RawEntry:
    source = entry.get("source")
    source = source if isinstance(source, dict) else {}
    image = entry.get("image")
    return RawEntry(
        id=_string(entry.get("id")),
        id_is_link=bool(entry.get("guidislink")),
        title=_text_of(entry, "title"),
        links=[*map(_link_of, entry.get("links", ())), *map(_media_of, entry.get("media_content", ()))],
        bodies=[_body_of(content) for content in entry.get("content", ()) if "src" not in content],
        summary=_summary_of(entry),
        caption=_string(entry.get("media_caption")),
        published=_string(dict.get(entry, "published")),
        updated=_string(dict.get(entry, "updated")),
        created=_string(dict.get(entry, "created")),
        authors=_authors_of(entry, kind),
        tags=[_string(tag.get("label") or tag.get("term")) for tag in entry.get("tags", ())],
        section=_string(entry.get("prism_section")),
        comments=_string(entry.get("comments")),
        source_title=_string(dict.get(source, "title")),
        source_link=_string(dict.get(source, "link") or dict.get(source, "href")),
        thumbnails=[
            *(_string(dict.get(thumbnail, "url")) for thumbnail in entry.get("media_thumbnail", ())),
            _string(dict.get(image, "href")) if isinstance(image, dict) else "",
        ],
        duration=_string(entry.get("itunes_duration")),
    )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _text_of(holder: Any, name: str) -> RawText | None:
    value = holder.get(name)
    if not isinstance(value, str) or not value:
        return None
    detail = holder.get(f"{name}_detail")
    return _body_of({"value": value, "type": detail.get("type") if isinstance(detail, dict) else ""})


def _summary_of(entry: Any) -> RawText | None:
    """Give the summary, unless it is a copy that feedparser made of the content."""
    detail = dict.get(entry, "summary_detail")
    if isinstance(detail, dict):
        return _body_of(detail)
    summary = entry.get("summary")
    copied = any(summary == content.get("value") for content in entry.get("content", ()))
    return RawText(summary) if isinstance(summary, str) and summary and not copied else None


def _body_of(content: Any) -> RawText:
    value, kind = _string(content.get("value")), _string(content.get("type"))
    if kind == "application/xhtml+xml":
        value = _ENDS_OF_VOID.sub("", value)
    return RawText(value, kind, _string(content.get("base")))


def _link_of(link: Any) -> RawLink:
    return RawLink(
        href=_string(link.get("href")),
        rel=_string(link.get("rel")),
        type=_string(link.get("type")),
        length=_string(link.get("length")),
        title=_string(link.get("title")),
    )


def _media_of(media: Any) -> RawLink:
    return RawLink(
        href=_string(media.get("url")),
        rel="media",
        type=_string(media.get("type") or media.get("medium")),
        length=_string(media.get("filesize")),
        seconds=_string(media.get("duration")),
    )


def _authors_of(holder: Any, kind: FeedKind) -> list[str]:
    """Give the authors as they are written.

    The one author of an RSS item is taken whole: feedparser finds no address in it that ends in more than four letters.
    """
    people = holder.get("authors", ())
    if kind is not FeedKind.ATOM and len(people) <= 1:
        return [_string(holder.get("author"))]
    return [_string(person.get("name") or person.get("email")) for person in people]


def _problems_of(document: Any) -> list[str]:
    error = document.get("bozo_exception")
    if error is None:
        return []
    message = error.getMessage() if hasattr(error, "getMessage") else str(error)
    return [f"the feed is not well-formed XML ({safe_line(str(message), most=100)}); what could be read was taken"]
