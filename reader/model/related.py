"""Related articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.model.row import ArticleRow


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is compared by."""

    article_id: int
    terms: Mapping[int, int]
    """How often it holds each of its terms, by the term's number."""
    published_at: datetime | None
    dated_at: datetime


@dataclass(frozen=True, slots=True)
class Near:
    """An article that is like another, by its words alone."""

    article_id: int
    cosine: float
    """From 0 to 1, the same from either side."""
    same_story: bool
    """Whether both tell of the same event; rather no than wrongly yes."""


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article that is related to another, and why."""

    row: ArticleRow
    link: str | None
    published_at: datetime | None
    score: float
    """Likeness from 0 to 1."""
    same_story: bool
    """Whether both tell of the same event."""
    declared: bool
    """Whether the publisher listed it as related."""
    reasons: tuple[str, ...]
    """Shared words with the largest part in the score, largest first, as the article spells them."""
