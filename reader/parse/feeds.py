"""Feeds of every format, by one of two lanes.

The fast lane takes the well-formed feeds, and declines whatever it is not sure to read as the universal lane does.
Both give the same raw values, which are made into articles in one place.
"""

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from reader.model.feed import FeedKind
from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument
from reader.parse.entries import distinct, names_of, read_entry, says_something
from reader.parse.fast.lane import read_fast
from reader.parse.intervals import interval_of
from reader.parse.jsonfeed import is_json_feed, read_json_feed
from reader.parse.nonfeeds import describe, is_web_page, names_feed_elements
from reader.parse.rawfeeds import RawEntry, RawFeed
from reader.parse.sifting import Sifted, sift
from reader.parse.titles import read_title
from reader.text.encoding import decode, undoubled
from reader.text.safe import safe_line, safe_url

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def parse_feed(raw: RawDocument) -> ParsedFeed | Failed:
    """Parse a feed; Failed says what it is if it is none. Malformed XML gives what can be had."""
    text = document_text(raw.body, raw.content_type)
    sifted = sift(text, raw.url, raw.seen)
    feed = read_feed(sifted.text, raw.url)
    if sifted.known and not _can_do_without(feed, sifted, raw.seen):
        sifted = sift(text, raw.url, frozenset())
        feed = read_feed(text, raw.url)
    if isinstance(feed, Failed):
        return feed
    if not feed.problems and len(feed.entries) == len(sifted.hashes):
        for entry, mark in zip(feed.entries, sifted.hashes, strict=True):
            entry.hash = mark
    return replace(finish(feed, raw.url), seen=sifted.known)


def read_feed(text: str, url: str) -> RawFeed | Failed:
    """Read the text of a feed found at `url` as it is written, by the first lane that takes it."""
    if is_json_feed(text):
        return read_json_feed(text) or Failed(f"{_name_of(url)}: {describe(text)}")
    if (fast := read_fast(text)) is not None:
        return fast
    if is_web_page(text) and not names_feed_elements(text):
        return Failed(f"{_name_of(url)}: {describe(text)}")
    from reader.parse.universal import read_any_feed  # feedparser is slow to import

    try:
        feed = read_any_feed(text)
    except Exception as error:
        return Failed(f"{_name_of(url)}: the feed can't be parsed ({type(error).__name__})")
    return feed or Failed(f"{_name_of(url)}: {describe(text)}")


def _can_do_without(feed: RawFeed | Failed, sifted: Sifted, seen: frozenset[bytes]) -> bool:
    """Tell whether a feed reads the same without what was left out: no new entry can share its id with one of that."""
    if isinstance(feed, Failed) or feed.problems or len(feed.entries) != len(sifted.hashes):
        return False
    new = (entry for entry, mark in zip(feed.entries, sifted.hashes, strict=True) if mark not in seen)
    return all(guid and not sifted.names(guid) for guid in map(_written_id, new))


def _written_id(entry: RawEntry) -> str:
    return entry.id or next((link.href for link in entry.links if link.rel == "alternate"), "")


def finish(feed: RawFeed, url: str) -> ParsedFeed:
    """Make articles of what a lane has read."""
    author = names_of(feed.authors) if feed.kind in {FeedKind.ATOM, FeedKind.JSON} else None
    return ParsedFeed(
        kind=feed.kind,
        title=read_title(feed.title, feed.kind),
        site=safe_url(feed.link, url) if feed.link else None,
        entries=distinct(read_entry(entry, feed.kind, url, author) for entry in feed.entries if says_something(entry)),
        problems=tuple(feed.problems),
        interval=interval_of(feed),
    )


def document_text(body: bytes, content_type: str | None) -> str:
    """Decode a feed. Bytes beyond ASCII that are valid UTF-8 are nothing else, whatever a server says."""
    if not body.isascii():
        with suppress(UnicodeDecodeError):
            return undoubled(body.decode())
    charset = _CHARSET.search(content_type or "")
    return undoubled(decode(body, charset[1] if charset else None))


def _name_of(url: str) -> str:
    """Give the host, or the name of the file, as messages begin with it."""
    parts = urlsplit(url)
    return parts.hostname or safe_line(PurePosixPath(unquote(parts.path)).name, most=200)
