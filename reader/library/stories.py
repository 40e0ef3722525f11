"""Stories: articles that were indexed are brought together with other reports of the same event."""

import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from reader.library.comparing import collection_in, vectors
from reader.library.following import gather
from reader.library.indexing import BREATH
from reader.library.library import Library
from reader.model.related import Profile
from reader.model.story import Story
from reader.related.leads import leads, near, weighty
from reader.related.matching import STORY_WINDOW
from reader.related.ranking import best_first, top_first
from reader.related.stories import MOST_COMPARED, excess, grow
from reader.related.weights import Vector
from reader.store import stories as story_store
from reader.store.database import writing
from reader.store.terms import profiles

GROUPED_AT_ONCE = 200
"""Articles grouped in one transaction, which takes less than a tenth of a second."""
MOST_KNOWN = 1_000
"""Vectors that are kept from one transaction to the next, in about 10 MB: reports of an event come close together."""
TOP_SPAN = timedelta(days=3)
"""Time before the newest article in which a top story has its newest one."""
MOST_TOP = 50


def group(library: Library) -> Iterator[tuple[int, int]]:
    """Bring the articles that are to be grouped into stories, oldest first; yield how many are done, and of how many.

    The id of a story stays as it is when articles join it. When all its articles are grouped anew, the first story
    that some of them form has its id.
    """
    connection = library.connection
    waiting = story_store.ungrouped_ids(connection)
    known: dict[int, Vector] = {}
    for at in range(0, len(waiting), GROUPED_AT_ONCE):
        some = waiting[at : at + GROUPED_AT_ONCE]
        with writing(connection):
            _group(connection, some, known)
        time.sleep(BREATH)
        yield at + len(some), len(waiting)


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


def _group(connection: sqlite3.Connection, wanted: Iterable[int], known: dict[int, Vector]) -> None:
    # Another process may have grouped some of them since.
    ids = story_store.ungrouped_among(connection, wanted)
    held_before = story_store.stories_of(connection, ids)
    vacant = held_before.values() - story_store.members(connection, set(held_before.values())).keys()
    profiled = sorted(profiles(connection, ids), key=lambda it: (it.dated_at, it.article_id))
    led = _leads(connection, profiled)
    arrivals = _near(connection, profiled, led)
    others = {other for near in arrivals.values() for other in near} - ids
    stories = story_store.members(connection, set(story_store.stories_of(connection, others).values()))
    _know(connection, known, arrivals, stories)
    joined: set[int] = set()
    for grown in grow(stories, arrivals, lambda one, other: excess(known[one], known[other])):
        if grown.story_id is None:
            grown.story_id = next((held_before[it] for it in grown.members if held_before.get(it) in vacant), None)
            vacant.discard(grown.story_id)
        joined.update(grown.members)
        story_store.set_story(connection, grown.story_id, grown.members)
    story_store.finish_grouping(connection, ids, ids - joined)
    gather(connection, profiled, led)


def _leads(connection: sqlite3.Connection, arrivals: Sequence[Profile]) -> dict[int, list[int]]:
    terms = {profile.article_id: weighty(profile.terms) for profile in arrivals}
    collection = collection_in(connection)
    return {article: leads(some, collection) for article, some in terms.items()}


def _near(
    connection: sqlite3.Connection, arrivals: Sequence[Profile], led: Mapping[int, Sequence[int]]
) -> dict[int, list[int]]:
    """Give for each of some articles, oldest first, those before it that may report on the same event.

    They are of its time and have leads in common.
    """
    found = {}
    for profile in arrivals:
        own = led[profile.article_id]
        others = story_store.led_to(connection, own, profile.dated_at, STORY_WINDOW)
        found[profile.article_id] = near(other for other in others if other != profile.article_id)
        story_store.add_leads(connection, [(profile.article_id, profile.dated_at, own)])
    return found


def _know(
    connection: sqlite3.Connection,
    known: dict[int, Vector],
    arrivals: Mapping[int, Sequence[int]],
    stories: Mapping[int, Sequence[int]],
) -> None:
    """Add to the vectors that are known those of the articles that may come together."""
    wanted = {article for article, near in arrivals.items() if near}
    wanted.update(*arrivals.values(), *(members[-MOST_COMPARED:] for members in stories.values()))
    if len(known) > MOST_KNOWN:
        for article in known.keys() - wanted:
            del known[article]
    missing = sorted(wanted - known.keys())
    # An article that has changed is taken out of the index and put in again: between the two it has no vector.
    known.update({article: {} for article in missing} | vectors(connection, missing))
