"""Articles: what a source said (content) and what the reader did with it (state)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.body import NO_BODY, RawBody


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an article: a recording, a video, a document."""

    url: str
    """An http(s) address."""
    type: str | None = None
    """Media type, in lower case."""
    size: int | None = None
    """Bytes, as the source says."""
    seconds: int | None = None
    """Playing time, as the source says."""
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a feed that gathers articles of others took one from."""

    title: str | None
    link: str | None
    """An http(s) address, of a feed or of a site."""


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """What a source says in one article. Every string but the body is terminal-safe; None means it was silent."""

    guid: str
    """The source's own id; a stable substitute where it has none."""
    title: str
    """One line, never empty."""
    link: str | None = None
    """An http(s) address, or None."""
    author: str | None = None
    """The names of all authors, with ", " between them."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    summary: str | None = None
    """Plain text of one paragraph at most, about 300 characters."""
    body: RawBody = NO_BODY
    related_titles: tuple[str, ...] = ()
    """Titles that the publisher lists as related."""
    enclosures: tuple[Enclosure, ...] = ()
    comments: str | None = None
    """Address of the page where the article is discussed."""
    origin: Origin | None = None
    thumbnail: str | None = None
    """Address of a small picture."""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the reader did with an article; None means never."""

    read_at: datetime | None = None
    bookmarked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article with all there is to know about it."""

    id: int
    feed_id: int
    feed: str
    """The feed's title."""
    content: ArticleContent
    state: ArticleState
    words: int
    first_seen_at: datetime
    changed_at: datetime | None = None
    """When its source last changed its title or text; None if it is as it came."""
    html: str = ""
    """The body as safe HTML; "" unless it was asked for."""
    text: str = ""
    """The same as plain text."""

    @property
    def dated_at(self) -> datetime:
        """When it counts as published: see `dated_at`."""
        return dated_at(self.content.published_at, self.first_seen_at)


def dated_at(published_at: datetime | None, first_seen_at: datetime) -> datetime:
    """Give the time an article is sorted by: when it was published, or first seen if that is unknown or in the future.

    A day of grace covers publishers whose clock or time zone is off.
    """
    if published_at is None or published_at > first_seen_at + timedelta(days=1):
        return first_seen_at
    return published_at
