"""Answers from many feeds: what one feed has much of does not push out the others."""

from collections import defaultdict
from collections.abc import Iterable

from reader.related.matching import Match

_FURTHER = 0.9
"""What each further article of one feed counts for, in comparison with the one before it."""


def varied(matches: Iterable[Match]) -> list[Match]:
    """Order matches, given best first, so that the further ones of a feed come after others that are about as good."""
    factors: defaultdict[int, float] = defaultdict(lambda: 1.0)
    worths: list[tuple[float, Match]] = []
    for match in matches:
        feed = match.other.profile.feed_id
        worths.append((match.score * factors[feed], match))
        factors[feed] *= _FURTHER
    return [match for _, match in sorted(worths, key=lambda it: -it[0])]
