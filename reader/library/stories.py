"""Stories: which there are, and what reports on them."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from reader.library.library import Library
from reader.model.story import Story
from reader.related.ranking import best_first, top_first
from reader.store import stories as story_store

TOP_SPAN = timedelta(days=3)
"""Time before the newest article in which a top story has its newest one."""
MOST_TOP = 50


def list_stories(library: Library, now: datetime, limit: int | None = None, *, top: bool = False) -> list[Story]:
    """List stories, at most `limit`: the newest first, or those with the most and the freshest sources."""
    connection = library.connection
    sums = story_store.story_sums(connection)
    if top:
        sums = top_first(sums, now)
    return stories_among(connection, [story.id for story in sums[:limit]])


def stories_in(library: Library, ids: Sequence[int]) -> list[list[int]]:
    """Give the stories of which at least two of some articles report: these, the one to read first first."""
    connection = library.connection
    wanted = set(ids)
    sizes = Counter(story_store.stories_of(connection, wanted).values())
    held = stories_among(connection, [story_id for story_id, size in sizes.items() if size > 1])
    return [[it.article_id for it in story.reports if it.article_id in wanted] for story in held]


def other_reports(library: Library, ids: Sequence[int]) -> list[int]:
    """List the other articles of the stories that some articles report on."""
    story_ids = set(story_store.stories_of(library.connection, ids).values())
    found = story_store.reports(library.connection, story_ids).values()
    return [report.article_id for reports in found for report in reports if report.article_id not in ids]


def top_ids(library: Library) -> "array[int]":
    """List the articles of the stories that several sources report these days, the top story's first.

    Each story's come in the order in which they are best read.
    """
    connection = library.connection
    newest = story_store.newest(connection)
    if newest is None:
        return array("q")
    now = min(newest, datetime.now(UTC))
    sums = [story for story in story_store.story_sums(connection, now - TOP_SPAN) if story.sources > 1]
    top = stories_among(connection, [story.id for story in top_first(sums, now)[:MOST_TOP]])
    return array("q", (report.article_id for story in top for report in story.reports))


def stories_among(connection: sqlite3.Connection, story_ids: Sequence[int]) -> list[Story]:
    """Give stories in the order asked; those of which less than two articles are shown are left out."""
    reports = story_store.reports(connection, story_ids)
    reads = story_store.reads(connection, {report.feed_id for held in reports.values() for report in held})
    return [Story(it, best_first(reports[it], reads)) for it in story_ids if len(reports.get(it, ())) > 1]
