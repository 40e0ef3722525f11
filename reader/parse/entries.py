"""From an entry as it is written to an article: what every lane's entries have in common."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from urllib.parse import urljoin, urlsplit

from reader.model.article import ArticleContent, Origin
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry
from reader.parse.attachments import enclosures_of, thumbnail_of
from reader.parse.feeddates import read_feed_date
from reader.parse.rawfeeds import RawEntry, RawText
from reader.parse.summaries import first_words, summarise
from reader.parse.titles import plain_title, read_title
from reader.text.html import clean_html, plain_to_html, text_of
from reader.text.keys import safe_key, short_hash
from reader.text.safe import safe_line, safe_url

MOST_TAGS = 50

_MARKUP = re.compile(
    r"</(?:p|a|div|em|i|b|strong|span|ul|ol|li|h\d|blockquote|table|pre)>|<(?:br|img|p|hr)\b", re.IGNORECASE
)
_ESCAPED = re.compile(r"</\w+>|&#?\w+;")
_NAME_AND_ADDRESS = re.compile(
    r"[^\s@(]+@[^\s(]+\s*\((.+)\)|(.+?)\s*\([^\s@()]+@[^\s()]+\)|(.+?)\s*<[^\s@<>]+@[^\s<>]+>"
)
_MOST_OF_AUTHOR = 500
"""Characters; more is no name, and what is looked for in it takes time."""
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_TYPES = frozenset({"", "text/plain"})
_TYPED_KINDS = frozenset({FeedKind.ATOM, FeedKind.JSON})
"""Formats that say whether a text is HTML; elsewhere one has to look."""


def read_entry(entry: RawEntry, kind: FeedKind, url: str, feed_author: str | None = None) -> ParsedEntry:
    """Give an entry of a feed found at `url`; what it lacks gets a substitute that is the same every time."""
    html, summary = _body_and_summary(entry, kind, url)
    text = text_of(html) if html else ""
    link = _link_of(entry, url)
    title = read_title(entry.title, kind) or first_words(text) or link or "Untitled"
    tags = _tags_of(entry.tags)
    updated_at = read_feed_date(entry.updated)
    dated_at = read_feed_date(entry.published) or read_feed_date(entry.created) or updated_at
    guid = entry.id or link or short_hash(title, text, dated_at.isoformat() if dated_at else "")
    content = ArticleContent(
        guid=safe_key(guid),
        title=title,
        link=link,
        author=names_of(entry.authors) or feed_author,
        section=_section_of(entry, tags, kind),
        tags=tags,
        published_at=dated_at,
        updated_at=updated_at,
        summary=summarise(summary or text),
        html=html,
        text=text,
        enclosures=enclosures_of(entry, url),
        comments=_comments_of(entry, url),
        origin=_origin_of(entry, url),
        thumbnail=thumbnail_of(entry, url),
    )
    return ParsedEntry(content.guid, content)


def says_something(entry: RawEntry) -> bool:
    """Tell whether an entry is more than an empty element."""
    return bool(entry.id or entry.title or entry.links or entry.bodies or entry.summary or entry.caption)


def distinct(entries: Iterable[ParsedEntry]) -> tuple[ParsedEntry, ...]:
    """Leave out entries that say the same again, and give keys of their own to others that share an id.

    All of these get one, so that it does not depend on their order, which changes with each new entry.
    """
    entries = list(entries)
    if len({entry.key for entry in entries}) == len(entries):
        return tuple(entries)
    found = {(entry.key, _print_of(entry.content)): entry for entry in entries}
    shared = Counter(key for key, _ in found)
    return tuple(
        entry if shared[key] == 1 else ParsedEntry(f"{key} #{mark}", entry.content)
        for (key, mark), entry in found.items()
    )


def names_of(authors: list[str]) -> str | None:
    """Give the names in what is written of authors, each once."""
    if not authors:
        return None
    names = (safe_line(_name_in(unescape(text)), most=200) for text in authors if text)
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _print_of(content: ArticleContent) -> str:
    return short_hash(content.link or "", content.title, str(content.published_at))


def _body_and_summary(entry: RawEntry, kind: FeedKind, url: str) -> tuple[str, str | None]:
    """Give the body as safe HTML, and the plain text of a summary that is not just the body.

    Publishers disagree on which element holds the story, so the longest is the body.
    """
    bodies = [body for body in entry.bodies if body.value and (body.type in _HTML_TYPES or body.type in _TEXT_TYPES)]
    summary = entry.summary if entry.summary and entry.summary.value else None
    if summary:
        bodies.append(summary)
    if not bodies:
        return (_html_of(RawText(entry.caption, "text/plain"), kind, url), None) if entry.caption else ("", None)
    body = max(bodies, key=lambda text: len(text.value)) if len(bodies) > 1 else bodies[0]
    shorter = summary and body is not summary and summary.value != body.value
    return _html_of(body, kind, url), text_of(_html_of(summary, kind, url)) if summary and shorter else None


def _html_of(text: RawText, kind: FeedKind, url: str) -> str:
    value = text.value
    plain = text.type in _TEXT_TYPES and (kind in _TYPED_KINDS or not _ESCAPED.search(value))
    if plain and not _MARKUP.search(value):
        return plain_to_html(value)
    if "<" not in value:
        return plain_to_html(unescape(value))
    return clean_html(value, _base_of(text, url)).strip()


def _base_of(text: RawText, url: str) -> str | None:
    try:
        base = urljoin(url, text.base) if text.base else url
    except ValueError:
        base = url
    return base if urlsplit(base).scheme in {"http", "https"} else None


def _link_of(entry: RawEntry, url: str) -> str | None:
    """Give the address of the article itself: never that of an enclosure or of a guid that is only an id."""
    alternates = [link for link in entry.links if link.rel == "alternate" and link.href]
    pages = [link for link in alternates if link.type in _HTML_TYPES]
    for link in (*pages, *alternates):
        if address := safe_url(link.href, url):
            return address
    return safe_url(entry.id) if entry.id_is_link and entry.id else None


def _comments_of(entry: RawEntry, url: str) -> str | None:
    """Give the page of the comments, by RSS's element or by RFC 4685 for Atom."""
    if entry.comments:
        return safe_url(entry.comments, url)
    replies = (link.href for link in entry.links if link.rel == "replies" and link.type in _HTML_TYPES and link.href)
    address = next(replies, None)
    return safe_url(address, url) if address else None


def _origin_of(entry: RawEntry, url: str) -> Origin | None:
    if not entry.source_title and not entry.source_link:
        return None
    title = plain_title(entry.source_title) or None
    link = safe_url(entry.source_link, url) if entry.source_link else None
    return Origin(title, link) if title or link else None


def _name_in(author: str) -> str:
    """Give the name in "mail (name)", "name (mail)" or "name <mail>"."""
    author = author[:_MOST_OF_AUTHOR].strip()
    match = _NAME_AND_ADDRESS.fullmatch(author) if "@" in author else None
    return next(filter(None, match.groups()), author) if match else author


@lru_cache(maxsize=1000)  # the entries of a feed have many in common
def _tag_name(tag: str) -> str:
    return plain_title(tag)[:100]


def _tags_of(written: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in written:
        if name := _tag_name(tag):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST_TAGS]


def _section_of(entry: RawEntry, tags: tuple[str, ...], kind: FeedKind) -> str | None:
    """Give the section of a newspaper: what PRISM calls so, or the one category of an RSS item."""
    if entry.section:
        return safe_line(entry.section, most=100) or None
    if kind is FeedKind.RSS and len(tags) == 1 and tags[0].casefold() != "uncategorized":
        return tags[0]
    return None
