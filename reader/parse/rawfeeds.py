"""Feeds as they are written: what every lane reads, before one module turns it into articles.

Strings are as their source has them: not yet safe, not yet resolved. None and "" both mean absent here.
"""

from dataclasses import dataclass, field

from reader.model.feed import FeedKind


@dataclass(slots=True)
class RawText:
    """A piece of writing."""

    value: str
    type: str = "text/html"
    """Its media type, in lower case; what a format calls "text" or "html" is mapped to one."""
    base: str = ""
    """What its links are relative to; itself relative to the feed's address, "" for that address."""


@dataclass(slots=True)
class RawLink:
    """An address with what is said of it. `rel` is "enclosure" for enclosures, and "media" for those of Media RSS."""

    href: str
    rel: str = "alternate"
    type: str = ""
    """Its media type, or only the kind of media: "image"."""
    length: str = ""
    title: str = ""
    seconds: str = ""
    """How long a recording plays, as written: "3600", "1:00:00"."""


@dataclass(slots=True)
class RawEntry:
    """An entry of a feed."""

    id: str = ""
    id_is_link: bool = False
    """Whether the id may stand for the link that is missing."""
    title: RawText | None = None
    links: list[RawLink] = field(default_factory=list)
    bodies: list[RawText] = field(default_factory=list)
    """What was given as content."""
    summary: RawText | None = None
    caption: str = ""
    """What a picture or video shows: the story only where there is no other."""
    published: str = ""
    updated: str = ""
    created: str = ""
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    section: str = ""
    comments: str = ""
    source_title: str = ""
    source_link: str = ""
    thumbnails: list[str] = field(default_factory=list)
    duration: str = ""
    """How long the recording plays that the entry is about."""
    hash: bytes = b""
    """See `ParsedEntry.hash`."""


@dataclass(slots=True)
class RawFeed:
    """A feed."""

    kind: FeedKind
    title: RawText | None = None
    link: str = ""
    authors: list[str] = field(default_factory=list)
    ttl: str = ""
    """Minutes for which the feed may be held before it is asked for again (RSS 2.0)."""
    update_period: str = ""
    """"hourly" to "yearly" (RSS 1.0's module Syndication)."""
    update_frequency: str = ""
    """How often in that period."""
    entries: list[RawEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
