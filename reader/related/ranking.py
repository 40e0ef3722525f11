"""Which story comes first, and which report of a story."""

import math
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from reader.model.story import Report, StorySum

HALF_LIFE = timedelta(days=1)
"""Age at which a story needs twice as many sources to be where it was."""
BRIEF, FULL = 50, 200
"""Words from which a report is more than a headline, and from which it is told in full."""


def top_first(stories: Iterable[StorySum], now: datetime) -> list[StorySum]:
    """Order stories by how many sources report and how fresh the newest report is."""

    def heat(story: StorySum) -> float:
        return round(math.log2(story.sources) - max(timedelta(), now - story.last_at) / HALF_LIFE, 6)

    return sorted(stories, key=lambda story: (heat(story), story.last_at, story.id), reverse=True)


def best_first(reports: Iterable[Report], reads: Mapping[int, int]) -> tuple[Report, ...]:
    """Order the reports of a story: the fuller, the earlier, to the hour, and those of the feed that is read most.

    `reads` gives the number of articles read by the id of their feed.
    """

    def order(report: Report) -> tuple[int, int, int, datetime, int]:
        fullness = (report.words >= BRIEF) + (report.words >= FULL)
        hour = int(report.dated_at.timestamp() // 3600)
        return -fullness, hour, -reads.get(report.feed_id, 0), report.dated_at, report.article_id

    return tuple(sorted(reports, key=order))
