"""When a feed is to be asked again without being told to: as often as its server lets us, rarer while it fails."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from reader.model.feed import Feed

MOST_WISHED = timedelta(days=1)
"""A server's wish to be asked less often than that is taken for a mistake."""
FIRST_RETRY, LAST_RETRY = timedelta(minutes=10), timedelta(days=1)
"""Pause after a first failure, doubled by each further one, and the longest."""


def due_after_answer(now: datetime, wishes: Iterable[int | None]) -> datetime | None:
    """Give when to ask again after an answer, by the wishes of the server and of the feed, in seconds.

    The longest counts. None: nobody wished anything.
    """
    longest = max((seconds for seconds in wishes if seconds), default=0)
    wished = timedelta(seconds=min(longest, MOST_WISHED.total_seconds()))
    return now + wished if longest else None


def due_after_failure(now: datetime, failures: int) -> datetime:
    """Give when to try again after the last of some failures in a row."""
    doublings = min(failures - 1, 10)  # more are past the longest pause, and would overflow
    return now + min(FIRST_RETRY * int(2**doublings), LAST_RETRY)


def is_due(feed: Feed, now: datetime) -> bool:
    """Tell whether a feed is to be asked now, though nobody named it."""
    return feed.ended_at is None and (feed.due_at is None or feed.due_at <= now)
