"""What newsboat keeps of feeds and their articles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CachedFeed:
    """A feed of newsboat's cache."""

    title: str
    site: str


@dataclass(frozen=True, slots=True)
class CachedItem:
    """An article of newsboat's cache. Its strings are as the feed wrote them, "" for what it lacks: not yet safe."""

    guid: str
    """The feed's own id as it is written; for want of one the link and the date as they are written, or the title."""
    title: str
    author: str
    url: str
    """The link, absolute."""
    content: str
    content_type: str
    """Its media type; old caches do not tell."""
    base: str
    enclosure_url: str
    enclosure_type: str
    seconds: int
    """When it was published or, if its feed does not say, fetched, since 1970-01-01 UTC."""
    unread: bool
    flagged: bool
    deleted: bool
    """Whether the user deleted it: it is kept for its guid alone."""
