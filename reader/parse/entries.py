"""From an entry as it is written to an article: what every lane's entries have in common."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from html import unescape

from reader.model.article import ArticleContent, Origin
from reader.model.body import RawBody
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry
from reader.parse.attachments import enclosures_of, thumbnail_of
from reader.parse.bodies import HTML_TYPES, read_body
from reader.parse.feeddates import read_feed_date
from reader.parse.rawfeeds import RawEntry
from reader.parse.summaries import first_words, summarise
from reader.parse.titles import plain_title, read_title
from reader.text.keys import key_among, safe_key, short_hash
from reader.text.safe import safe_line, safe_url
from reader.text.stripping import stripped_text

MOST_TAGS = 50

_NAME_AND_ADDRESS = re.compile(
    r"[^\s@(]+@[^\s(]+\s*\((.+)\)|(.+?)\s*\([^\s@()]+@[^\s()]+\)|(.+?)\s*<[^\s@<>]+@[^\s<>]+>"
)
_MOST_OF_AUTHOR = 500
"""Characters; more is no name, and what is looked for in it takes time."""


def read_entry(entry: RawEntry, kind: FeedKind, url: str, feed_author: str | None = None) -> ParsedEntry:
    """Give an entry of a feed found at `url`; what it lacks gets a substitute that is the same every time."""
    body, summary = read_body(entry, kind, url)
    text = stripped_text(body)
    link = _link_of(entry, url)
    title = read_title(entry.title, kind)
    tags = _tags_of(entry.tags)
    updated_at = read_feed_date(entry.updated)
    dated_at = read_feed_date(entry.published) or read_feed_date(entry.created) or updated_at
    guid = entry.id or link or substitute_guid(title, text, dated_at)
    content = ArticleContent(
        guid=safe_key(guid),
        title=title or _first_words(body) or link or "Untitled",
        link=link,
        author=names_of(entry.authors) or feed_author,
        section=_section_of(entry, tags, kind),
        tags=tags,
        published_at=dated_at,
        updated_at=updated_at,
        summary=summarise(summary or text),
        body=body,
        enclosures=enclosures_of(entry, url),
        comments=_comments_of(entry, url),
        origin=_origin_of(entry, url),
        thumbnail=thumbnail_of(entry, url),
    )
    return ParsedEntry(content.guid, content, text, entry.hash)


def substitute_guid(title: str | None, text: str, dated_at: datetime | None) -> str:
    """Give an id to an entry with neither id nor link: by what it keeps when its text is edited, if it has a title."""
    return short_hash(title or text, dated_at.isoformat() if dated_at else "")


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
    found = {_key_among_others(entry): entry for entry in entries}
    shared = Counter(entry.key for entry in found.values())
    return tuple(entry if shared[entry.key] == 1 else replace(entry, key=key) for key, entry in found.items())


def names_of(authors: list[str]) -> str | None:
    """Give the names in what is written of authors, each once."""
    if not authors:
        return None
    names = (safe_line(_name_in(unescape(text)), most=200) for text in authors if text)
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _first_words(body: RawBody) -> str:
    """Give the beginning of a body as a title; where its lines end says nothing in HTML."""
    return first_words(stripped_text(replace(body, written=" ".join(body.written.split())) if body.is_html else body))


def _key_among_others(entry: ParsedEntry) -> str:
    content = entry.content
    return key_among(entry.key, content.link or entry.text, content.title, content.published_at)


def _link_of(entry: RawEntry, url: str) -> str | None:
    """Give the address of the article itself: never that of an enclosure or of a guid that is only an id."""
    alternates = [link for link in entry.links if link.rel == "alternate" and link.href]
    pages = [link for link in alternates if link.type in HTML_TYPES]
    for link in (*pages, *alternates):
        if address := safe_url(link.href, url):
            return address
    return safe_url(entry.id) if entry.id_is_link and entry.id else None


def _comments_of(entry: RawEntry, url: str) -> str | None:
    """Give the page of the comments, by RSS's element or by RFC 4685 for Atom."""
    if entry.comments:
        return safe_url(entry.comments, url)
    replies = (link.href for link in entry.links if link.rel == "replies" and link.type in HTML_TYPES and link.href)
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
