"""How much a term says about an article: tf-idf, as vectors of length one."""

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass

Vector = Mapping[int, float]
"""Weight by term; the squares of the weights add up to 1, but for an article without terms."""

_SMOOTHING = 20
"""Articles added to a collection, as it were, which share one more appearance of every term.

In a library of ten articles a term's frequency is chance; this keeps the weights of terms, and so the cosines, about
where they are in a library of thousands.
"""
_WEAK = 0.25
_DAMPED_COUNTS = (0.0, *(1 + math.log(count) for count in range(1, 256)))

MOST_PROBES = 15
MOST_POSTINGS = 20_000
"""Bounds what looking for articles that share terms costs, whatever the terms."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What the articles that are compared have in common with all others."""

    frequencies: Mapping[int, int]
    """In how many articles of the library each of their terms is."""
    idf: Mapping[int, float]
    """Inverse document frequency of each of their terms, above 0: the rarer a term, the more it tells."""


def collection_of(articles: int, frequencies: Mapping[int, int]) -> Collection:
    """Weigh terms by the number of articles in the library and the number of those that hold each term."""
    size = articles + _SMOOTHING
    idf = {term: math.log(size / (frequency + 1)) for term, frequency in frequencies.items()}
    return Collection(frequencies, idf)


def vector_of(terms: Mapping[int, int], collection: Collection, weak: Set[int] = frozenset()) -> Vector:
    """Weigh the terms of an article, given how often it holds each; those in `weak` count for less."""
    weights = _weights(terms, collection)
    for term in weak & weights.keys():
        weights[term] *= _WEAK
    length = math.hypot(*weights.values())
    return {term: weight / length for term, weight in weights.items()}


def shares(vector: Vector, terms: Mapping[int, int], collection: Collection) -> dict[int, float]:
    """Give the part of each term that an article has in common with another one, given how often that holds each.

    The sum is their cosine, from 0 to 1.
    """
    weights = _weights(terms, collection)
    length = math.hypot(*weights.values())
    return {term: vector[term] * weights[term] / length for term in vector.keys() & weights.keys()}


def probes(vector: Vector, collection: Collection, least: int = 2) -> dict[int, float]:
    """Choose the terms to find like articles by, with what an article that holds one is worth.

    They are the strongest terms that at least `least` articles hold, and that few enough hold for a quick answer.
    """
    chosen: dict[int, float] = {}
    left = MOST_POSTINGS
    for term in sorted(vector, key=lambda term: (-vector[term], term)):
        frequency = collection.frequencies[term]
        if least <= frequency <= left and len(chosen) < MOST_PROBES:
            chosen[term] = vector[term] * collection.idf[term]
            left -= frequency
    return chosen


def _weights(terms: Mapping[int, int], collection: Collection) -> dict[int, float]:
    idf = collection.idf
    return {term: _DAMPED_COUNTS[count] * idf[term] for term, count in terms.items()}
