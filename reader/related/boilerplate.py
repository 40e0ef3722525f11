"""Terms that a feed puts into most of its articles ("Read more at ..."), and that so tell nothing of one of them."""

from collections import Counter
from collections.abc import Sequence

from reader.model.related import Profile

SAMPLE = 50
"""Articles of a feed that are looked at."""
_LEAST_SAMPLE = 20
"""In fewer articles a term may well be in most of them because they are on one subject."""
_LEAST_SHARE = 0.5


def boilerplate(articles: Sequence[Profile]) -> frozenset[int]:
    """Give the terms that are in more than half of a feed's articles, none if these are too few to tell."""
    if len(articles) < _LEAST_SAMPLE:
        return frozenset()
    holders = Counter(term for article in articles for term in article.terms)
    return frozenset(term for term, count in holders.items() if count > _LEAST_SHARE * len(articles))
