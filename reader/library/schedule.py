"""When a feed is to be asked again without being told to: as often as its server lets us, rarer while it fails."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from reader.model.feed import Feed
from reader.text.ages import short_age, time_left
from reader.text.counts import counted

MOST_WISHED = timedelta(days=1)
"""A server's wish to be asked less often than that is taken for a mistake."""
FIRST_RETRY, LAST_RETRY = timedelta(minutes=10), timedelta(days=1)
"""Pause after a first failure, doubled by each further one, and the longest."""


def due_after_answer(now: datetime, wishes: Iterable[int | None], minutes: int | None = None) -> datetime | None:
    """Give when to ask again after an answer, by the wishes of the server and of the feed, in seconds.

    The longest counts, unless the user chose how many minutes are to pass. None: nobody wished anything.
    """
    if minutes is not None:
        return now + timedelta(minutes=minutes)
    longest = max((seconds for seconds in wishes if seconds), default=0)
    wished = timedelta(seconds=min(longest, MOST_WISHED.total_seconds()))
    return now + wished if longest else None


def due_after_failure(now: datetime, failures: int) -> datetime:
    """Give when to try again after the last of some failures in a row."""
    doublings = min(failures - 1, 10)  # more are past the longest pause, and would overflow
    return now + min(FIRST_RETRY * int(2**doublings), LAST_RETRY)


def is_asked(feed: Feed) -> bool:
    """Tell whether a feed is among those that are refreshed if none is named: neither ended nor paused."""
    return feed.ended_at is None and feed.paused_at is None


def is_due(feed: Feed, now: datetime) -> bool:
    """Tell whether a feed is to be asked now, though nobody named it."""
    return is_asked(feed) and (feed.due_at is None or feed.due_at <= now)


def next_try_text(feed: Feed, now: datetime) -> str:
    """Tell when a feed is asked next by itself: "in 20 min", "next refresh", or that it is not: "paused", "ended"."""
    if feed.ended_at is not None:
        return "ended"
    if feed.paused_at is not None:
        return "paused"
    return time_left(feed.due_at, now) if feed.due_at and feed.due_at > now else "next refresh"


def trouble_text(feed: Feed, now: datetime) -> str:
    """Tell of a feed that fails when it last worked, how often it failed since, and when it is asked next."""
    told = [f"last success {short_age(feed.refreshed_at, now)}" if feed.refreshed_at else "never succeeded"]
    if feed.failing_since:
        told.append(f"{counted(feed.failures, 'failure')} {_period(feed.failing_since, now)}")
    told.append(f"next try: {next_try_text(feed, now)}")
    return " · ".join(told)


def _period(start: datetime, now: datetime) -> str:
    age = short_age(start, now)
    if age == "now":
        return "just now"
    return f"in {age}" if age.endswith(("min", "h", "d")) else f"since {age}"
