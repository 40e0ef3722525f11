"""Articles on their way into the database: what is held already, and what is to be stored."""

from dataclasses import dataclass

from reader.model.article import ArticleContent


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What is held of an article, enough to decide whether its source has changed it."""

    id: int
    digest: str
    gone: bool
    """Whether its file was deleted."""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article that is to be stored: new, or new content for one that is held."""

    key: str
    """What tells it from all others of its feed."""
    content: ArticleContent
    words: int
    digest: str
    """Hash of the content; another digest means another content."""
