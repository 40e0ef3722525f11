"""What a source's bytes parse to, before the library knows what of it is new."""

from dataclasses import dataclass

from reader.model.article import ArticleContent
from reader.model.draft import Wording
from reader.model.feed import FeedKind


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One article as parsed, before the library knows whether it is new."""

    key: str
    """What tells this entry from all others of its feed, and stays the same from one fetch to the next."""
    content: ArticleContent
    text: str = ""
    """The body as plain text, see `reader.text.stripping`: what the article is found by. It is not for printing."""
    hash: bytes = b""
    """What tells that the entry has not changed, before it is read the next time; b"" if nothing does."""
    digest: str | None = None
    """Hash of the content, see `reader.library.preparing`; None until that is done, like the wording."""
    wording: Wording | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a source's bytes say."""

    kind: FeedKind
    title: str | None
    site: str | None
    """Address of the feed's web site."""
    entries: tuple[ParsedEntry, ...]
    """In the source's order. Of a folder: the new and changed files only."""
    problems: tuple[str, ...] = ()
    """One sentence for each thing that was wrong but did not stop the parsing."""
    interval: int | None = None
    """Seconds that the feed wants to be left alone for between two requests; None if it does not say."""
    seen: tuple[bytes, ...] = ()
    """Hashes of the entries that were left out since they are stored as they are."""
