"""The terms of an article that lead to other reports of its event, so that it need not be compared with all others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest

from reader.related.matching import LONG
from reader.related.weights import Collection
from reader.text.terms import UNIT

MOST_LEADS = 10
LEAST_SHARED = 2
MOST_NEAR = 8


def weighty(terms: Mapping[int, int]) -> Mapping[int, int]:
    """Leave out, of the terms of a text that is no mere title, those that occur in it once: it is not about them."""
    return {term: held for term, held in terms.items() if held > UNIT} if len(terms) > LONG else terms


def leads(terms: Mapping[int, int], collection: Collection) -> list[int]:
    """Choose the terms that tell the most about an article, given how much it holds of each."""
    weights = {term: held * collection.idf[term] for term, held in terms.items()}
    return nlargest(MOST_LEADS, weights, key=lambda term: (weights[term], term))


def near(shared: Iterable[int]) -> list[int]:
    """List the articles that share at least two leads with one, given one by one for each lead, closest first."""
    found = sorted((-count, other) for other, count in Counter(shared).items() if count >= LEAST_SHARED)
    return [other for _, other in found[:MOST_NEAR]]
