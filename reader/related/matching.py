"""Comparing an article with others: how alike they are, and whether they tell of one event."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.related import Profile
from reader.related.hollow import counts
from reader.related.weights import Vector, Weighed, asked, cosine, expanded, likeness, shares

LEAST_SCORE = 0.02
"""Under it, what two articles share is chance."""
LEAST_IDF = 3.5
"""What the terms that two articles share must add up to: one that a thirtieth of all articles hold, or some of less.

Small numbers do not count."""

MOST_NEAR = 3
LEAST_NEAR = 0.08
"""Cosine from which an article is near enough to ask in its words too: 99 of 100 unrelated ones are not."""

STORY_WINDOW = timedelta(days=14)
"""Reports that are further apart tell of two events that are alike."""
SHORT, LONG = 10, 25
"""Different terms of a title, and of a text that is long enough for its words to be no accident."""
STORY_SHORT, STORY_LONG = 0.65, 0.41
"""How alike such texts must be to tell of one event, when an article is asked for in the words of those near too."""
STORY_OWN = 0.28
"""How alike they must be by their own words: lent ones bring together what is on one subject, too."""


@dataclass(frozen=True, slots=True)
class Match:
    """How an article compares with another one."""

    asked: Mapping[int, float]
    """What was asked for, as `cosine` takes it."""
    other: Weighed
    score: float
    """From 0 to 1."""
    related: bool
    """Whether they have more in common than chance."""
    same_story: bool
    """Whether they tell of one event; rather no than wrongly yes."""

    def shares(self) -> dict[int, float]:
        """Give the part of each term in what they have in common."""
        return shares(self.asked, self.other)


def query_of(article: Weighed, others: Iterable[Weighed]) -> Vector:
    """Give what to ask for: the article's own words, and those of the three that are nearest to it."""
    vector = article.vector()
    wanted = asked(vector, article.idf)
    near = [(likeness, other) for other in others if (likeness := _nearness(wanted, other)) >= LEAST_NEAR]
    near.sort(key=lambda it: (-it[0], *_order(it[1].profile)))
    return expanded(vector, near[:MOST_NEAR])


def compare(article: Weighed, query: Vector, others: Iterable[Weighed]) -> list[Match]:
    """Compare an article, asked for as `query_of` says, with others; the most alike first, of equals the newest."""
    wanted = asked(query, article.idf)
    matches = [_match(article, wanted, other) for other in others]
    return sorted(matches, key=lambda match: (-match.score, *_order(match.other.profile)))


def _nearness(wanted: Mapping[int, float], other: Weighed) -> float:
    """Give the cosine with an article, or 0 if it shares too little with what is wanted."""
    return cosine(wanted, other) if _tell_enough(wanted, other) else 0.0


def _tell_enough(wanted: Mapping[int, float], other: Weighed) -> bool:
    told, plain, idf = 0.0, counts(), other.idf
    for term in other.terms:
        if term in wanted and term not in plain:
            told += idf[term]
            if told >= LEAST_IDF:
                return True
    return False


def _match(article: Weighed, wanted: Mapping[int, float], other: Weighed) -> Match:
    alike = cosine(wanted, other)
    return Match(
        asked=wanted,
        other=other,
        score=round(alike * _freshness(article.profile.dated_at, other.profile.dated_at), 6),
        related=alike >= LEAST_SCORE and _tell_enough(wanted, other),
        same_story=_is_same_story(article, other, alike),
    )


def _order(profile: Profile) -> tuple[float, str, int]:
    """Order equals by what they are, and not by when they came."""
    return -profile.dated_at.timestamp(), profile.key, profile.article_id


def _freshness(one: datetime, other: datetime) -> float:
    """Give a factor that prefers what was written at the same time, with a floor: likeness counts more than age."""
    days = abs(one - other) / timedelta(days=1)
    return 0.7 + 0.3 * math.exp(-days / 7)


def _is_same_story(article: Weighed, other: Weighed, alike: float) -> bool:
    one, two = article.profile, other.profile
    if one.published_at and two.published_at and abs(one.published_at - two.published_at) > STORY_WINDOW:
        return False
    size = min(len(one.terms), len(two.terms))
    length = min(1.0, max(0.0, (size - SHORT) / (LONG - SHORT)))
    return (
        alike >= STORY_SHORT + length * (STORY_LONG - STORY_SHORT)
        and len(one.terms.keys() & two.terms.keys()) > 1
        and likeness(article, other) >= STORY_OWN
    )
