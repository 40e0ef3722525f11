"""Answers from many feeds: what one feed has much of does not push out the others."""

from collections import defaultdict, deque
from collections.abc import Iterable

from reader.related.matching import Match

_FURTHER = 0.9
"""What each further article of one feed counts for, in comparison with the one before it."""


def varied(matches: Iterable[Match]) -> list[Match]:
    """Order matches, given best first, so that the further ones of a feed come after others that are about as good."""
    waiting: defaultdict[int, deque[tuple[int, Match]]] = defaultdict(deque)
    for place, match in enumerate(matches):
        waiting[match.other.profile.feed_id].append((place, match))
    factors = dict.fromkeys(waiting, 1.0)
    order: list[Match] = []
    while waiting:
        feed = max(waiting, key=lambda feed: (waiting[feed][0][1].score * factors[feed], -waiting[feed][0][0]))
        _, match = waiting[feed].popleft()
        order.append(match)
        factors[feed] *= _FURTHER
        if not waiting[feed]:
            del waiting[feed]
    return order
