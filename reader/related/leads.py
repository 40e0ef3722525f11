"""Reports of one event are found by the leads that they share, so that an article is not compared with all others."""

from collections import Counter
from collections.abc import Iterable

LEAST_SHARED = 2
MOST_NEAR = 8


def near(shared: Iterable[int]) -> list[int]:
    """List the articles that share at least two leads with one, given one by one for each lead, closest first."""
    found = sorted((-count, other) for other, count in Counter(shared).items() if count >= LEAST_SHARED)
    return [other for _, other in found[:MOST_NEAR]]
