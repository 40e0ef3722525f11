"""How often a feed wants to be asked for news."""

import re

from reader.parse.rawfeeds import RawFeed

MOST_SECONDS = 366 * 24 * 3600

_NUMBER = re.compile(r"[0-9]{1,6}")
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 7 * 86_400, "monthly": 30 * 86_400, "yearly": 365 * 86_400}


def interval_of(feed: RawFeed) -> int | None:
    """Give the seconds between two requests that a feed asks for, None if it asks for nothing that makes sense.

    By `ttl` (https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt), or else by the period and
    frequency of https://web.resource.org/rss/1.0/modules/syndication/, of which the frequency is 1 unless given.
    """
    minutes = int(feed.ttl) if _NUMBER.fullmatch(feed.ttl) else 0
    seconds = minutes * 60
    if not seconds and (period := _PERIODS.get(feed.update_period.lower())):
        times = int(feed.update_frequency) if _NUMBER.fullmatch(feed.update_frequency) else 1
        seconds = period // max(times, 1)
    return min(seconds, MOST_SECONDS) or None
