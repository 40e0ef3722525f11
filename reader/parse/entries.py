"""Entries of a feed, from feedparser's dictionaries to our values."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from html import unescape
from time import struct_time
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.model.article import ArticleContent
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry
from reader.parse.dates import plausible, read_date
from reader.parse.summaries import first_words, summarise
from reader.parse.titles import plain_title, read_title
from reader.text.html import clean_html, plain_to_html, text_of
from reader.text.keys import safe_key, short_hash
from reader.text.safe import safe_line, safe_url

MOST_TAGS = 50

_MARKUP = re.compile(
    r"</(?:p|a|div|em|i|b|strong|span|ul|ol|li|h\d|blockquote|table|pre)>|<(?:br|img|p|hr)\b", re.IGNORECASE
)
_NAME_AND_ADDRESS = re.compile(r"\S+@\S+\s*\((.+)\)|(.+?)\s*\(\S+@\S+\)|(.+?)\s*<\S+@\S+>")
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_TYPES = frozenset({"", "text/plain"})


def read_entry(entry: Any, feed: Any, kind: FeedKind, url: str) -> ParsedEntry:
    """Give an entry of a feed found at `url`; what it lacks gets a substitute that is the same every time."""
    html, summary = _body_and_summary(entry, url)
    text = text_of(html)
    link = _link_of(entry, url)
    title = read_title(entry, kind) or first_words(text) or link or "Untitled"
    published_at, updated_at = _date_of(entry, "published", "created"), _date_of(entry, "updated")
    dated_at = published_at or updated_at
    guid = entry.get("id") or link or short_hash(title, text, dated_at.isoformat() if dated_at else "")
    content = ArticleContent(
        guid=safe_key(guid),
        title=title,
        link=link,
        author=_authors_of(entry, kind) or (_authors_of(feed, kind) if kind is FeedKind.ATOM else None),
        section=_section_of(entry, kind),
        tags=_tags_of(entry),
        published_at=dated_at,
        updated_at=updated_at,
        summary=summarise(summary or text),
        html=html,
        text=text,
    )
    return ParsedEntry(key=content.guid, content=content)


def says_something(entry: Any) -> bool:
    """Tell whether an entry is more than an empty element."""
    return any(entry.get(name) for name in ("id", "title", "links", "content", "summary", "media_caption"))


def distinct(entries: Iterable[ParsedEntry]) -> tuple[ParsedEntry, ...]:
    """Leave out entries that say the same again, and give keys of their own to others that share an id.

    All of these get one, so that it does not depend on their order, which changes with each new entry.
    """
    found = {(entry.key, _print_of(entry.content)): entry for entry in entries}
    shared = Counter(key for key, _ in found)
    return tuple(
        entry if shared[key] == 1 else ParsedEntry(f"{key} #{mark}", entry.content)
        for (key, mark), entry in found.items()
    )


def _print_of(content: ArticleContent) -> str:
    return short_hash(content.link or "", content.title, str(content.published_at))


def _body_and_summary(entry: Any, url: str) -> tuple[str, str | None]:
    """Give the body as safe HTML, and the plain text of a summary that is not just the body.

    Publishers disagree on which element holds the story, so the longest is the body.
    """
    contents = [content for content in entry.get("content", ()) if _is_readable(content)]
    summary = entry.get("summary_detail") or {"value": entry.get("summary", ""), "type": "text/html"}
    if summary.get("value"):
        contents.append(summary)
    if not contents and entry.get("media_caption"):
        contents.append({"value": entry["media_caption"], "type": "text/plain"})
    if not contents:
        return "", None
    body = max(contents, key=lambda content: len(content["value"]))
    shorter = contents[-1] is summary and body is not summary and summary["value"] != body["value"]
    return _html_of(body, url), text_of(_html_of(summary, url)) if shorter else None


def _is_readable(content: Any) -> bool:
    kind = content.get("type") or ""
    return bool(content.get("value")) and "src" not in content and (kind in _HTML_TYPES or kind in _TEXT_TYPES)


def _html_of(content: Any, url: str) -> str:
    value: str = content["value"]
    if content.get("type") in _TEXT_TYPES and not _MARKUP.search(value):
        return plain_to_html(value)
    if "<" not in value:
        return plain_to_html(unescape(value))
    return clean_html(value, _base_of(content, url)).strip()


def _base_of(content: Any, url: str) -> str | None:
    try:
        base = urljoin(url, content.get("base") or "")
    except ValueError:
        base = url
    return base if urlsplit(base).scheme in {"http", "https"} else None


def _link_of(entry: Any, url: str) -> str | None:
    """Give the address of the article itself: never that of an enclosure or of a guid that is only an id."""
    alternates = [link for link in entry.get("links", ()) if link.get("rel") == "alternate" and link.get("href")]
    pages = [link["href"] for link in alternates if link.get("type") in _HTML_TYPES]
    candidates = [*pages, *(link["href"] for link in alternates)]
    own = entry.get("link")
    if own and not (entry.get("guidislink") and own == entry.get("id")):
        candidates.append(own)
    for candidate in candidates:
        address = safe_url(candidate, url)
        if address:
            return address
    guid = entry.get("id") if entry.get("guidislink") else None
    return safe_url(guid) if guid else None


def _date_of(entry: Any, *names: str) -> datetime | None:
    for name in names:
        parsed, written = dict.get(entry, f"{name}_parsed"), dict.get(entry, name)
        at = _aware(parsed) if parsed else read_date(written) if isinstance(written, str) else None
        if at:
            return at
    return None


def _aware(parsed: struct_time) -> datetime | None:
    try:
        return plausible(datetime(*parsed[:5], min(parsed[5], 59), tzinfo=UTC))
    except ValueError:
        return None


def _authors_of(holder: Any, kind: FeedKind) -> str | None:
    """Give the names of the authors.

    The one author of an RSS item is taken as it is written: feedparser finds no address in it that ends in more than
    four letters.
    """
    people = holder.get("authors", ())
    written = [person.get("name") or person.get("email") or "" for person in people]
    if kind is not FeedKind.ATOM and len(people) <= 1:
        written = [holder.get("author") or ""]
    names = (safe_line(_name_in(unescape(text)), most=200) for text in written)
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _name_in(author: str) -> str:
    """Give the name in "mail (name)", "name (mail)" or "name <mail>"."""
    match = _NAME_AND_ADDRESS.fullmatch(author.strip())
    return next(filter(None, match.groups()), author) if match else author


def _tags_of(entry: Any) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in entry.get("tags", ()):
        name = plain_title(tag.get("label") or tag.get("term") or "")[:100]
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST_TAGS]


def _section_of(entry: Any, kind: FeedKind) -> str | None:
    """Give the section of a newspaper: what PRISM calls so, or the one category of an RSS item."""
    section = entry.get("prism_section")
    if isinstance(section, str) and section:
        return safe_line(section, most=100)
    tags = _tags_of(entry)
    if kind is FeedKind.RSS and len(tags) == 1 and tags[0].casefold() != "uncategorized":
        return tags[0]
    return None
