"""States: what the reader did with articles. They are keyed by feed location and article key, and outlive both."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.store.failures import translated
from reader.store.values import to_json, to_seconds

if TYPE_CHECKING:  # marks are set without it
    from reader.model.article import ArticleState


@translated
def add_states(connection: sqlite3.Connection, location: str, states: Mapping[str, "ArticleState"]) -> None:
    """Add marks from elsewhere to the articles of a feed, by key; what is marked already stays as it is.

    There need not be such articles yet. Call it inside `writing`.
    """
    connection.executemany(
        """INSERT INTO state (location, key, read_at, bookmarked_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (location, key) DO UPDATE SET
            read_at = coalesce(read_at, excluded.read_at),
            bookmarked_at = coalesce(bookmarked_at, excluded.bookmarked_at)""",
        [
            (location, key, to_seconds(state.read_at), to_seconds(state.bookmarked_at))
            for key, state in sorted(states.items())
        ],
    )


@translated
def set_read(connection: sqlite3.Connection, ids: Sequence[int], read_at: datetime | None) -> list[int]:
    """Mark articles read at a time, or unread for None; give the ids of those that were not so before.

    Call it inside `writing`.
    """
    return _set(connection, "read_at", "unread" if read_at else "NOT unread", ids, read_at)


@translated
def set_bookmarked(connection: sqlite3.Connection, ids: Sequence[int], bookmarked_at: datetime | None) -> list[int]:
    """Set bookmarks at a time, or remove them for None; give the ids of the articles that were not so before.

    Call it inside `writing`.
    """
    return _set(connection, "bookmarked_at", "NOT bookmarked" if bookmarked_at else "bookmarked", ids, bookmarked_at)


def _set(
    connection: sqlite3.Connection, column: str, changes: str, ids: Sequence[int], moment: datetime | None
) -> list[int]:
    """Set a column of the states of those articles for which `changes` holds."""
    found = connection.execute(
        f"""SELECT article.id FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
        WHERE {changes}""",
        (to_json(dict.fromkeys(ids)),),
    )
    changed = [article_id for (article_id,) in found]
    # In the order in which articles lie in the file: tens of thousands take less than half the time so.
    connection.execute(
        f"""INSERT INTO state (location, key, {column})
        SELECT feed.location, article.key, ?
        FROM json_each(?) AS wanted
        CROSS JOIN article ON article.id = wanted.value
        CROSS JOIN feed ON feed.id = article.feed_id
        WHERE true ON CONFLICT (location, key) DO UPDATE SET {column} = excluded.{column}""",
        (to_seconds(moment), to_json(sorted(changed))),
    )
    return changed
