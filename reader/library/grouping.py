"""Articles that were indexed are brought together with other reports of the same event."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence

from reader.library.documents import Arrival, Documents
from reader.library.following import gather
from reader.library.indexing import BREATH
from reader.library.library import Library
from reader.related.leads import near
from reader.related.matching import STORY_WINDOW
from reader.related.stories import MOST_COMPARED, Group, grow
from reader.store import stories as story_store
from reader.store.database import writing

GROUPED_AT_ONCE = 400
"""Articles grouped in one transaction, which takes about a tenth of a second."""
WINDOW = int(STORY_WINDOW.total_seconds())
MOST_LED = 60
"""Articles of a time that a lead may lead to: one of more of them would take long, and lead to all and everything."""


def group(library: Library) -> Iterator[tuple[int, int]]:
    """Bring the articles that are to be grouped into stories, oldest first; yield how many are done, and of how many.

    The id of a story stays as it is when articles join it. When all its articles are grouped anew, the first story
    that some of them form has its id.
    """
    connection = library.connection
    waiting = story_store.ungrouped_ids(connection)
    if not waiting:
        return
    documents = Documents(connection)
    for at in range(0, len(waiting), GROUPED_AT_ONCE):
        some = waiting[at : at + GROUPED_AT_ONCE]
        with writing(connection):
            _group(connection, some, documents)
        time.sleep(BREATH)
        yield at + len(some), len(waiting)


def _group(connection: sqlite3.Connection, wanted: Iterable[int], documents: Documents) -> None:
    # Another process may have grouped some of them since.
    ids = story_store.ungrouped_among(connection, wanted)
    held_before = story_store.stories_of(connection, ids)
    vacant = held_before.values() - story_store.members(connection, set(held_before.values()), 1).keys()
    arrivals = documents.read(ids)
    likely = _near(connection, arrivals)
    others = {other for near in likely.values() for other in near} - ids
    groups = _groups(connection, others)
    documents.ensure({*ids, *others, *(it for group in groups.values() for it in group.members)})
    joined: set[int] = set()
    for grown in grow(groups, likely, documents.excess_of):
        if grown.story_id is None:
            grown.story_id = next((held_before[it] for it in grown.joined if held_before.get(it) in vacant), None)
            vacant.discard(grown.story_id)
        joined.update(grown.joined)
        story_store.set_story(connection, grown.story_id, grown.joined)
    story_store.finish_grouping(connection, ids, ids - joined)
    gather(connection, arrivals)


def _near(connection: sqlite3.Connection, arrivals: Sequence[Arrival]) -> dict[int, list[int]]:
    """Give for each of some articles, oldest first, those before it that may report on the same event.

    They are of its time and have leads in common.
    """
    found = {}
    for article_id, dated_at, leads in arrivals:
        others = story_store.led_to(connection, leads, dated_at - WINDOW, dated_at + WINDOW, MOST_LED)
        found[article_id] = near(other for other in others if other != article_id)
        story_store.add_leads(connection, [(term, dated_at, article_id) for term in leads])
    return found


def _groups(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Group]:
    """Give the stories of those of some articles that belong to one."""
    held = story_store.stories_of(connection, ids)
    members = story_store.members(connection, set(held.values()), MOST_COMPARED)
    groups = {story_id: Group(story_id, latest) for story_id, latest in members.items()}
    return {article: groups[story_id] for article, story_id in held.items() if story_id in groups}
