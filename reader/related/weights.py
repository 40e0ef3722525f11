"""How much a term says about an article: tf-idf, as vectors of length one."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Vector = Mapping[int, float]
"""Weight by term; the squares of the weights add up to 1, but for an article without terms."""

_SMOOTHING = 20
"""Articles added to a collection, as it were, which share one more appearance of every term.

In a library of ten articles a term's frequency is chance; this keeps the weights of terms, and so the cosines, about
where they are in a library of thousands.
"""
_DAMPED_COUNTS = (0.0, *(1 + math.log(count) for count in range(1, 256)))

MOST_PROBES = 15
MOST_POSTINGS = 20_000
"""Bounds what looking for articles that share terms costs, whatever the terms."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All the articles an article is compared with, as far as weights go by them."""

    articles: int
    frequencies: Mapping[int, int]
    """In how many articles a term is, for the terms that matter."""

    def idf(self, term: int) -> float:
        """Give the inverse document frequency of a term, above 0: the rarer a term, the more it tells."""
        return math.log((self.articles + _SMOOTHING) / (self.frequencies.get(term, 0) + 1))


def vector_of(terms: Mapping[int, int], collection: Collection) -> Vector:
    """Weigh the terms of an article, given how often it holds each."""
    weights = {term: _DAMPED_COUNTS[count] * collection.idf(term) for term, count in terms.items()}
    # fsum is exact, so that the order of the terms makes no difference.
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()}


def shares(one: Vector, other: Vector) -> dict[int, float]:
    """Give the part of each term that two articles have in common; the sum is their cosine, from 0 to 1."""
    return {term: one[term] * other[term] for term in one.keys() & other.keys()}


def probes(vector: Vector, collection: Collection, least: int = 2) -> dict[int, float]:
    """Choose the terms to find like articles by, with what an article that holds one is worth.

    They are the strongest terms that at least `least` articles hold, and that few enough hold for a quick answer.
    """
    chosen: dict[int, float] = {}
    left = MOST_POSTINGS
    for term in sorted(vector, key=lambda term: (-vector[term], term)):
        frequency = collection.frequencies.get(term, 0)
        if least <= frequency <= left and len(chosen) < MOST_PROBES:
            chosen[term] = vector[term] * collection.idf(term)
            left -= frequency
    return chosen
