"""Articles on their way into the database: what is held already, and what is to be stored."""

from dataclasses import dataclass
from datetime import datetime

from reader.model.article import ArticleContent


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What is held of an article, enough to decide whether its source has changed it."""

    id: int
    key: str
    digest: str
    gone: bool
    """Whether its file was deleted."""
    guid: str
    title: str
    link: str | None
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article is found by."""

    title: str
    """The words of its title as search sees them, with spaces between."""
    text: str
    words: int
    """How many the text has."""
    terms: bytes
    """How much it holds of each of the terms that tell what it is about, as `reader.text.terms.unpack` takes them."""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article that is to be stored: new, or new content for one that is held."""

    key: str
    """What tells it from all others of its feed."""
    content: ArticleContent
    digest: str
    """Hash of the content; another digest means another content."""
    wording: Wording
