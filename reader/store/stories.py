"""Stories: which articles report on one event, and which ones have not been looked at yet."""

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from reader.model.story import Report, StorySum
from reader.store.conditions import HIDDEN_IDS
from reader.store.failures import translated
from reader.store.values import to_datetime, to_json, to_seconds

_RECENT = """SELECT story_id FROM article AS dated INDEXED BY article_by_date
    CROSS JOIN story_article ON article_id = dated.id WHERE dated.sort_at >= ?"""


@translated
def leave_ungrouped(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Note that articles are to be grouped, once more if they were before. Call it inside `writing`."""
    connection.execute(
        "INSERT OR IGNORE INTO ungrouped (article_id) SELECT value FROM json_each(?)", (to_json(sorted(ids)),)
    )


@translated
def ungrouped_ids(connection: sqlite3.Connection) -> "array[int]":
    """List the articles that are to be grouped, oldest first."""
    found = connection.execute(
        """SELECT article_id FROM ungrouped CROSS JOIN article ON article.id = article_id
        ORDER BY sort_at, article_id"""
    )
    return array("q", (article_id for (article_id,) in found))


@translated
def ungrouped_among(connection: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Give those of some articles that are to be grouped."""
    ask = "SELECT article_id FROM ungrouped WHERE article_id IN (SELECT value FROM json_each(?))"
    return {article_id for (article_id,) in connection.execute(ask, (to_json(ids),))}


@translated
def add_leads(connection: sqlite3.Connection, leads: Iterable[tuple[int, int, int]]) -> None:
    """Hold leads, each with the date, in seconds since 1970, and the id of its article. Call it inside `writing`."""
    connection.executemany("INSERT OR IGNORE INTO lead (term, dated_at, article_id) VALUES (?, ?, ?)", leads)


@translated
def remove_leads(connection: sqlite3.Connection, article_id: int, terms: Iterable[int]) -> None:
    """Forget the leads of an article, which are among some terms. Call it inside `writing`."""
    connection.execute(
        """DELETE FROM lead WHERE term IN (SELECT value FROM json_each(?)) AND article_id = ?
            AND dated_at = (SELECT sort_at FROM article WHERE id = article_id)""",
        (to_json(terms), article_id),
    )


@translated
def empty_leads(connection: sqlite3.Connection) -> None:
    """Forget the leads of all articles. Call it inside `writing`."""
    connection.execute("DELETE FROM lead")


@translated
def led_to(connection: sqlite3.Connection, terms: Iterable[int], since: int, until: int, most: int) -> list[int]:
    """List the articles of a time, in seconds since 1970, that have some leads, once for each.

    A lead that more than `most` of them have is none.
    """
    ask = "SELECT article_id FROM lead WHERE term = ? AND dated_at BETWEEN ? AND ? LIMIT ?"
    led = (connection.execute(ask, (term, since, until, most + 1)).fetchall() for term in terms)
    return [article_id for found in led if len(found) <= most for (article_id,) in found]


@translated
def stories_of(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, int]:
    """Give the story of each of some articles; those that belong to none are left out."""
    ask = "SELECT article_id, story_id FROM story_article WHERE article_id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(ask, (to_json(ids),)))


@translated
def members(connection: sqlite3.Connection, story_ids: Iterable[int], most: int | None = None) -> dict[int, list[int]]:
    """List the articles of stories as they were stored, without those that are to be grouped anew.

    At most so many of each: the latest.
    """
    ask = """SELECT article_id FROM story_article INDEXED BY story_article_by_story
        WHERE story_id = ? AND article_id NOT IN (SELECT article_id FROM ungrouped)
        ORDER BY article_id DESC LIMIT ?"""
    limit = -1 if most is None else most
    held = {it: [article_id for (article_id,) in connection.execute(ask, (it, limit))][::-1] for it in story_ids}
    return {story_id: articles for story_id, articles in held.items() if articles}


@translated
def set_story(connection: sqlite3.Connection, story_id: int | None, ids: Sequence[int]) -> int:
    """Let articles belong to a story, a new one for None, and to no other; give its id. Call it inside `writing`."""
    if story_id is None:
        (story_id,) = connection.execute("INSERT INTO story DEFAULT VALUES RETURNING id").fetchone()
    connection.executemany(
        """INSERT INTO story_article (article_id, story_id) VALUES (?, ?)
        ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id""",
        [(article_id, story_id) for article_id in ids],
    )
    return int(story_id)


@translated
def finish_grouping(connection: sqlite3.Connection, ids: Collection[int], alone: Iterable[int]) -> None:
    """Note that articles are grouped, some of them as belonging to no story. Call it inside `writing`."""
    connection.executemany("DELETE FROM story_article WHERE article_id = ?", [(article_id,) for article_id in alone])
    connection.executemany("DELETE FROM ungrouped WHERE article_id = ?", [(article_id,) for article_id in ids])


@translated
def newest(connection: sqlite3.Connection) -> datetime | None:
    """Give the date of the newest article."""
    newest_at: int | None = connection.execute("SELECT max(sort_at) FROM article").fetchone()[0]
    return to_datetime(newest_at)


@translated
def story_sums(connection: sqlite3.Connection, since: datetime | None = None) -> list[StorySum]:
    """Give what stories are ranked by, newest first; those of which less than two articles are shown are left out.

    With `since`, only stories with an article dated at or after that time.
    """
    recent = f"story_id IN ({_RECENT}) AND" if since else ""
    found = connection.execute(
        f"""SELECT story_id, count(DISTINCT feed_id), max(sort_at) AS last_at
        FROM story_article CROSS JOIN article ON article.id = article_id
        WHERE {recent} article.id NOT IN ({HIDDEN_IDS})
        GROUP BY story_id HAVING count(*) > 1 ORDER BY last_at DESC, story_id DESC""",
        (to_seconds(since),) if since else (),
    )
    return [StorySum(story_id, sources, to_datetime(last_at)) for story_id, sources, last_at in found]


@translated
def reports(connection: sqlite3.Connection, story_ids: Iterable[int]) -> dict[int, list[Report]]:
    """Give the articles of stories that are shown, by the story's id, oldest first."""
    found = connection.execute(
        f"""SELECT story_id, article.id, feed_id, coalesce(own_title, feed.title), article.title, words, sort_at, unread
        FROM json_each(?) AS wanted
        CROSS JOIN story_article ON story_id = wanted.value
        CROSS JOIN article ON article.id = article_id
        CROSS JOIN feed ON feed.id = feed_id
        WHERE article.id NOT IN ({HIDDEN_IDS})
        ORDER BY sort_at, article.id""",
        (to_json(story_ids),),
    )
    held: dict[int, list[Report]] = {}
    for story_id, article_id, feed_id, feed, title, words, sort_at, unread in found:
        report = Report(article_id, feed_id, feed, title, words, to_datetime(sort_at), bool(unread))
        held.setdefault(story_id, []).append(report)
    return held


@translated
def reads(connection: sqlite3.Connection, feed_ids: Iterable[int]) -> dict[int, int]:
    """Count the articles of feeds that were read, by the feed's id."""
    found = connection.execute(
        """SELECT value,
            (SELECT count(*) FROM article INDEXED BY article_by_feed WHERE feed_id = value)
            - (SELECT count(*) FROM article INDEXED BY article_unread_by_feed WHERE feed_id = value AND unread = 1)
        FROM json_each(?)""",
        (to_json(sorted(feed_ids)),),
    )
    return dict(found.fetchall())
