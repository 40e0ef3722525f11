"""Related articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reader.model.row import ArticleRow


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many articles terms are, about: never too low, and too high now and then."""

    articles: int
    """How many there are."""
    packed: bytes
    """What `cells` was made of, quick to compare."""
    cells: Sequence[int] = field(compare=False)
    """Each has the articles that hold any of some terms: those with the same remainder."""

    def of(self, term: int) -> int:
        """Give the number of articles that hold a term."""
        return self.cells[term % len(self.cells)]


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is compared by."""

    article_id: int
    feed_id: int
    key: str
    """What tells it from all others of its feed."""
    terms: Mapping[int, int]
    """How much it holds of each of its terms, by the term's number: see `reader.text.terms`."""
    published_at: datetime | None
    dated_at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """A term that two articles share, and its part in their likeness."""

    word: str
    weight: float
    """From 0 to 1; those of all terms add up to the likeness."""
    own: bool
    """Whether the article itself holds it; else the articles nearest to it do."""


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
    copies: "tuple[RelatedArticle, ...]" = ()
    """Articles that are the same text but for a little."""
    parts: tuple[Part, ...] = ()
    """What the likeness is made of, largest first, if that was asked for."""
