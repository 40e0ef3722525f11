"""How much a term says about an article: tf-idf, as vectors of length one."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from reader.model.related import Frequencies, Profile
from reader.related.boilerplate import caps
from reader.text.commonness import share_of
from reader.text.terms import unpack

Vector = Mapping[int, float]
"""Weight by term; the squares of the weights add up to 1, but for an article without terms."""

LEAST_PRIOR, MOST_PRIOR = 50, 500
"""Articles added to a collection, as it were, that are as general as can be: see `reader.text.commonness`.

They are as many as the collection has. In a library of ten articles a term's frequency is chance, and there are more;
in one of thousands it tells more than any other list does, and there are less.
"""
MOST_PROBES = 30
MOST_POSTINGS = 10_000
"""Bounds what looking for articles that share terms costs, whatever the terms."""


_ENOUGH = 10
"""Articles from which on a term tells no more than it tells within the library, if more than half of all hold it."""
_SMOOTHING = 20
_MOST_REMEMBERED = 50_000
_NONE: Mapping[int, float] = {}


class _Idf(dict[int, float]):
    """Inverse document frequencies, worked out when they are asked for."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._cells = frequencies.cells
        self._articles = frequencies.articles

    def __missing__(self, term: int) -> float:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        idf = self[term] = _idf(self._articles, self._cells[term % len(self._cells)], share_of(term))
        return idf


# Most terms are rare, and a number that is one object for all that are as rare stays in the processor's cache.
@lru_cache(_MOST_REMEMBERED)
def _idf(articles: int, held: int, share: float) -> float:
    prior = min(max(articles, LEAST_PRIOR), MOST_PRIOR)
    idf = math.log((articles + prior) / (held + prior * share))
    if 2 * held > articles >= _ENOUGH:
        idf = min(idf, math.log((articles + _SMOOTHING) / min(held + 1, articles + _SMOOTHING)))
    return idf


class _Parts(dict[bytes, Mapping[int, float]]):
    """What counts of the boilerplate of a feed, by it as it is packed."""

    def __init__(self, idf: Mapping[int, float]) -> None:
        self._idf = idf

    def __missing__(self, packed: bytes) -> Mapping[int, float]:
        tell = caps(unpack(packed)).items()
        parts = self[packed] = {term: cap / self._idf[term] for term, cap in tell if cap < self._idf[term]}
        return parts


@dataclass(frozen=True, slots=True)
class Collection:
    """What the articles that are compared have in common with all others."""

    frequencies: Frequencies
    idf: Mapping[int, float]
    """Inverse document frequency of each term, from 0 on: the rarer a term, the more it tells."""
    parts: Mapping[bytes, Mapping[int, float]]
    """What counts of each term that is boilerplate of a feed, from 0 to 1."""


def collection_of(frequencies: Frequencies) -> Collection:
    """Weigh terms by how many articles of a library hold them, and how many do in general."""
    idf = _Idf(frequencies)
    return Collection(frequencies, idf, _Parts(idf))


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article whose terms are weighed by a collection, but for the work of writing all weights down."""

    profile: Profile
    terms: Mapping[int, float]
    """How much it holds of each of its terms; less of those that are boilerplate."""
    idf: Mapping[int, float]
    length: float
    """Of its vector, as it would be without being brought to 1; 1 if it is empty."""

    def vector(self) -> Vector:
        """Write all weights down."""
        return {term: held * self.idf[term] / self.length for term, held in self.terms.items()}


def weigh(profile: Profile, collection: Collection, parts: Mapping[int, float] = _NONE) -> Weighed:
    """Weigh the terms of an article; of those in `parts`, which are boilerplate, only so much counts."""
    idf = collection.idf
    terms: Mapping[int, float] = profile.terms
    if common := parts.keys() & terms.keys():
        terms = dict(terms)
        for term in common:
            terms[term] *= parts[term]
    length = math.hypot(*map(mul, terms.values(), map(idf.__getitem__, terms)))
    return Weighed(profile, terms, idf, length or 1.0)


def asked(vector: Vector, idf: Mapping[int, float]) -> dict[int, float]:
    """Give what each term of a vector adds to the cosine with an article, for what that one holds of it."""
    return {term: weight * idf[term] for term, weight in vector.items()}


def cosine(asked: Mapping[int, float], other: Weighed) -> float:
    """Give how alike are a vector, as `asked` gives it, and an article, from 0 to 1."""
    parts = [asked[term] * held for term, held in other.terms.items() if term in asked]
    # Rounded, so that what is equal but for the arithmetic is equal.
    return round(math.fsum(parts) / other.length, 6)


def shares(asked: Mapping[int, float], other: Weighed) -> dict[int, float]:
    """Give the part of each term in their cosine."""
    return {term: asked[term] * held / other.length for term, held in other.terms.items() if term in asked}


def likeness(one: Weighed, other: Weighed) -> float:
    """Give the cosine of two articles, the same from either side."""
    common = one.terms.keys() & other.terms.keys()
    parts = [one.terms[it] * other.terms[it] * one.idf[it] ** 2 for it in common]
    return math.fsum(parts) / (one.length * other.length)


def of_length_one(weights: Mapping[int, float]) -> Vector:
    """Give a vector the length 1, unless it has none."""
    length = math.hypot(*weights.values()) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def expanded(vector: Vector, near: Iterable[tuple[float, Weighed]]) -> Vector:
    """Add to a vector half of those nearest to it, each as far as its cosine says (Rocchio 1971, without a reader).

    What articles on one event say in other words than this one is found by that.
    """
    weights = dict(vector)
    for cosine, other in near:
        for term, weight in other.vector().items():
            weights[term] = weights.get(term, 0.0) + weight * cosine / 2
    return of_length_one(weights)


def probes(vector: Vector, collection: Collection, least: int = 2) -> dict[int, float]:
    """Choose the terms to find like articles by, with what an article that holds one is worth.

    They are the strongest terms that at least `least` articles hold, and that few enough hold for a quick answer.
    """
    chosen: dict[int, float] = {}
    left = MOST_POSTINGS
    for _, term in sorted((-weight, term) for term, weight in vector.items()):
        frequency = collection.frequencies.of(term)
        if least <= frequency <= left:
            chosen[term] = vector[term] * collection.idf[term]
            left -= frequency
            if len(chosen) == MOST_PROBES:
                break
    return chosen
