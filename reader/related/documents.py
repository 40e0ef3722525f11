"""Articles as they are compared to group them: the weights beside the terms, in a tenth of what a mapping takes."""

import math
from array import array
from collections.abc import Callable, Iterable, Mapping
from itertools import compress, repeat
from operator import mul
from typing import NamedTuple

from reader.related.matching import LONG, SHORT
from reader.text.terms import UNIT, amounts, numbers, term_ids

TITLE_COSINE, TEXT_COSINE = 0.8, 0.36
"""From which articles of a few words, and those with a text, tell of one event.

Two titles that differ in one name alone ("Jackson arrested on suspicion of fraud") may well have 0.7.
"""
LEAST_SHARED = 2
"""Words: one that both repeat makes no event."""
MOST_LEADS = 10
_REPEATED = bytes(held > UNIT for held in range(256))


class Document(NamedTuple):
    """An article whose terms are weighed."""

    numbers: bytes
    """Of its terms, as `reader.text.terms.term_ids` takes them."""
    weights: "array[float]"
    length: float
    """Of the vector that these are; 1 if it is empty."""

    def excess(self) -> "Callable[[Document], float]":
        """Tell of other documents by how much they are more like it than reports of one event have to be.

        They have to be the more alike the shorter the shorter one is. It is below 0 for less.
        """
        own = dict(zip(term_ids(self.numbers), self.weights, strict=True))

        def excess_over(other: Document) -> float:
            common = [*filter(None, map(mul, other.weights, map(own.get, term_ids(other.numbers), repeat(0.0))))]
            if len(common) < LEAST_SHARED:
                return -1.0
            length = min(1.0, max(0.0, (min(len(own), len(other.weights)) - SHORT) / (LONG - SHORT)))
            needed = TITLE_COSINE + length * (TEXT_COSINE - TITLE_COSINE)
            return math.fsum(common) / (self.length * other.length) - needed

        return excess_over


EMPTY = Document(b"", array("f"), 1.0)


def document(packed: bytes, idf: Mapping[int, float], capped: Mapping[int, float]) -> tuple[Document, list[int]]:
    """Weigh an article, given its terms, packed; those in `capped` tell no more than it says. Give its leads, too.

    They are the terms that tell the most of it, by which other reports of its event are found. Of a text that is no
    mere title, a term that occurs in it once leads nowhere: it is not about it.
    """
    terms, held = term_ids(numbers(packed)), amounts(packed)
    weights = [*map(mul, held, map(capped.get, terms, map(idf.__getitem__, terms)))]
    weighed = Document(numbers(packed), array("f", weights), math.hypot(*weights) or 1.0)
    strong: Iterable[tuple[float, int]] = zip(weights, terms, strict=True)
    if len(terms) > LONG:
        strong = compress(strong, held.translate(_REPEATED))
    return weighed, [term for _, term in sorted(strong, reverse=True)[:MOST_LEADS]]
