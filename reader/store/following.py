"""What the user follows: articles on a subject, and those that came after them."""

import sqlite3
from array import array
from collections.abc import Iterable

from reader.model.story import Followed
from reader.store.conditions import HIDDEN_IDS
from reader.store.failures import translated
from reader.store.values import to_json


@translated
def follow(connection: sqlite3.Connection, title: str, ids: Iterable[int]) -> int:
    """Follow what some articles report on; give an id. Call it inside `writing`."""
    (followed_id,) = connection.execute("INSERT INTO followed (title) VALUES (?) RETURNING id", (title,)).fetchone()
    gather(connection, followed_id, ids)
    return int(followed_id)


@translated
def unfollow(connection: sqlite3.Connection, followed_id: int) -> None:
    """Follow a subject no more. Call it inside `writing`."""
    connection.execute("DELETE FROM followed WHERE id = ?", (followed_id,))


@translated
def gather(connection: sqlite3.Connection, followed_id: int, ids: Iterable[int]) -> None:
    """Add articles to those on a subject. Call it inside `writing`."""
    connection.execute(
        "INSERT OR IGNORE INTO followed_article (followed_id, article_id) SELECT ?, value FROM json_each(?)",
        (followed_id, to_json(ids)),
    )


@translated
def gather_stories(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Add each of some articles to the subjects that others of its story are on. Call it inside `writing`."""
    connection.execute(
        """INSERT OR IGNORE INTO followed_article (followed_id, article_id)
        SELECT followed_id, new.article_id FROM json_each(?) AS wanted
        CROSS JOIN story_article AS new ON new.article_id = wanted.value
        CROSS JOIN story_article AS other ON other.story_id = new.story_id
        CROSS JOIN followed_article INDEXED BY followed_by_article ON followed_article.article_id = other.article_id""",
        (to_json(ids),),
    )


@translated
def is_following(connection: sqlite3.Connection) -> bool:
    """Tell whether anything is followed."""
    return connection.execute("SELECT 1 FROM followed LIMIT 1").fetchone() is not None


@translated
def followed_members(connection: sqlite3.Connection, most: int) -> dict[int, list[int]]:
    """List the latest articles on each subject, at most so many, oldest first."""
    found = connection.execute(
        """SELECT followed_id, article_id FROM (
            SELECT followed_id, article_id, sort_at,
                row_number() OVER (PARTITION BY followed_id ORDER BY sort_at DESC, article_id DESC) AS place
            FROM followed_article CROSS JOIN article ON article.id = article_id
        ) WHERE place <= ? ORDER BY followed_id, sort_at, article_id""",
        (most,),
    )
    members: dict[int, list[int]] = {}
    for followed_id, article_id in found:
        members.setdefault(followed_id, []).append(article_id)
    return members


@translated
def followed_ids(connection: sqlite3.Connection, followed_id: int) -> "array[int]":
    """List the articles on a subject that are shown, newest first."""
    found = connection.execute(
        f"""SELECT article_id FROM followed_article CROSS JOIN article ON article.id = article_id
        WHERE followed_id = ? AND article.id NOT IN ({HIDDEN_IDS}) ORDER BY sort_at DESC, article_id DESC""",
        (followed_id,),
    )
    return array("q", (article_id for (article_id,) in found))


@translated
def list_followed(connection: sqlite3.Connection) -> list[Followed]:
    """List what is followed, the latest first."""
    found = connection.execute(
        f"""SELECT followed.id, followed.title, (
            SELECT count(*) FROM followed_article CROSS JOIN article ON article.id = article_id
            WHERE followed_id = followed.id AND unread AND article.id NOT IN ({HIDDEN_IDS})
        ) FROM followed ORDER BY followed.id DESC"""
    )
    return [Followed(followed_id, title, unread) for followed_id, title, unread in found]


@translated
def followed_by(connection: sqlite3.Connection, article_id: int) -> list[int]:
    """List the subjects that an article is on."""
    ask = "SELECT followed_id FROM followed_article INDEXED BY followed_by_article WHERE article_id = ?"
    return [followed_id for (followed_id,) in connection.execute(ask, (article_id,))]
