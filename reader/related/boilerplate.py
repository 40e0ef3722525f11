"""Terms that a feed puts into many of its articles ("Read more at ..."), and that so tell nothing of one of them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

SAMPLE = 50
"""Articles of a feed that are looked at."""
_LEAST_SAMPLE = 20
"""In fewer articles a term may well be in many of them because they are on one subject."""
_LEAST_SHARE = 0.2
_CAPS = [math.log(100 / max(percent, 1)) for percent in range(101)]


def boilerplate(articles: Sequence[Iterable[int]]) -> dict[int, int]:
    """Give the terms that are in more than a fifth of a feed's articles, in percent of these.

    `articles` are the terms of each; if there are too few of them to tell, there is no boilerplate.
    """
    if len(articles) < _LEAST_SAMPLE:
        return {}
    holders = Counter(term for terms in articles for term in terms)
    return {
        term: round(100 * count / len(articles))
        for term, count in holders.items()
        if count > _LEAST_SHARE * len(articles)
    }


def caps(percents: Mapping[int, int]) -> dict[int, float]:
    """Give the most that terms can tell which are in so many articles of their feed: their frequency there."""
    return dict(zip(percents, map(_CAPS.__getitem__, percents.values()), strict=True))
