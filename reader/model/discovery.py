"""Feeds that are found where somebody looked for them."""

from dataclasses import dataclass

from reader.model.feed import FeedKind
from reader.model.outcome import Failed


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as a page or a rule names it, not yet fetched."""

    address: str
    """An http(s) address without credentials."""
    title: str | None = None
    kind: FeedKind | None = None

    @property
    def name(self) -> str:
        """What to call it: its title, else its address."""
        return self.title or self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage(Failed):
    """The source is a web page and no feed, with what it says about feeds."""

    url: str
    """The page's address after redirects, without credentials."""
    declared: tuple[FeedLink, ...] = ()
    """Feeds that the page declares as its own, the main one first."""
    linked: tuple[FeedLink, ...] = ()
    """Links on the page that look like those of feeds."""


@dataclass(frozen=True, slots=True)
class Found:
    """The one feed that is meant."""

    link: FeedLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Failed):
    """Several feeds may be meant, so none is taken: one has to be chosen."""

    links: tuple[FeedLink, ...]
    """The likeliest first."""


Finding = Found | Failed
"""What the search for a feed came to; Failed may be a Choice."""
