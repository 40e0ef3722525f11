"""Comparing an article with others: how alike they are, and whether they tell of one event."""

import math
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.related import Profile
from reader.related.weights import Collection, Vector, shares, vector_of

LEAST_COSINE = 0.08
"""Under it, what two articles share is chance: so are 99 of 100 pairs of articles on different subjects."""
LEAST_IDF = 3.0
"""What the terms that two articles share must add up to: one that a twentieth of all articles hold, or some of less."""

STORY_COSINE_SHORT, STORY_COSINE_LONG = 0.5, 0.31
SHORT, LONG = 10, 25
"""Different terms of a title, and of a text that is long enough for its words to be no accident."""
STORY_WINDOW = timedelta(days=14)
"""Reports that are further apart tell of two events that are alike."""


@dataclass(frozen=True, slots=True)
class Match:
    """How an article compares with another one."""

    profile: Profile
    """Of the other one."""
    cosine: float
    """Of their words alone."""
    score: float
    """From 0 to 1."""
    related: bool
    """Whether they have more in common than chance."""
    same_story: bool
    """Whether they tell of one event; rather no than wrongly yes."""
    shares: Mapping[int, float]
    """The part in the score of each term that they have in common."""


def compare(
    article: Profile, others: Iterable[Profile], collection: Collection, weak: Set[int] = frozenset()
) -> list[Match]:
    """Compare an article with others; the most alike first, and among equals the newest.

    Its terms in `weak` count for less.
    """
    vector = vector_of(article.terms, collection, weak)
    matches = [_match(article, vector, other, collection) for other in others]
    return sorted(
        matches, key=lambda match: (match.score, match.profile.dated_at, match.profile.article_id), reverse=True
    )


def _match(article: Profile, vector: Vector, other: Profile, collection: Collection) -> Match:
    common = shares(vector, other.terms, collection)
    cosine = math.fsum(common.values())
    return Match(
        profile=other,
        cosine=round(cosine, 6),
        # Rounded, so that what is equal but for the arithmetic is equal.
        score=round(cosine * _freshness(article.dated_at, other.dated_at), 6),
        related=cosine >= LEAST_COSINE and math.fsum(collection.idf[term] for term in common) >= LEAST_IDF,
        same_story=_is_same_story(article, other, cosine, len(common)),
        shares=common,
    )


def _freshness(one: datetime, other: datetime) -> float:
    """Give a factor that prefers what was written at the same time, with a floor: likeness counts more than age."""
    days = abs(one - other) / timedelta(days=1)
    return 0.7 + 0.3 * math.exp(-days / 7)


def _is_same_story(article: Profile, other: Profile, cosine: float, common: int) -> bool:
    if article.published_at and other.published_at and abs(article.published_at - other.published_at) > STORY_WINDOW:
        return False
    return common > 1 and cosine >= _story_cosine(min(len(article.terms), len(other.terms)))


def _story_cosine(size: int) -> float:
    """Give the cosine from which texts tell of one event, by the number of terms in the shorter one."""
    length = min(1.0, max(0.0, (size - SHORT) / (LONG - SHORT)))
    return STORY_COSINE_SHORT + length * (STORY_COSINE_LONG - STORY_COSINE_SHORT)
