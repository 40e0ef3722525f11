"""Articles: their content, and how it changes."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import datetime
from typing import TYPE_CHECKING

from reader.model.article import Article, ArticleContent, ArticleState, Enclosure, Origin, dated_at
from reader.model.body import NO_BODY, RawBody
from reader.store.conditions import HIDDEN_IDS
from reader.store.failures import translated
from reader.store.values import from_json, pack, to_datetime, to_json, to_seconds, unpack

if TYPE_CHECKING:  # a list of articles is printed in less time than these take to import
    from reader.model.draft import ArticleDraft, StoredArticle

UNKNOWN_DIGEST = ""
"""Of an article that was stored in another form; what its source says next is no change."""


@translated
def get_articles(connection: sqlite3.Connection, ids: Sequence[int], *, with_body: bool) -> list[Article]:
    """Give articles in the order asked, missing ones left out; without their bodies unless wanted."""
    found = connection.execute(
        """SELECT article.id, feed_id, coalesce(own_title, feed.title) AS feed, words, first_seen_at,
            guid, article.title AS title, link, author, section, tags, published_at, updated_at, summary,
            related_titles, enclosures, comments, origin_title, origin_link, thumbnail, changed_at,
            read_at, bookmarked_at, CASE WHEN ? THEN written END AS written, is_html, base
        FROM json_each(?) AS wanted
        CROSS JOIN article ON article.id = wanted.value
        CROSS JOIN feed ON feed.id = feed_id
        LEFT JOIN body ON article_id = article.id
        LEFT JOIN state ON state.location = feed.location AND state.key = article.key
        ORDER BY wanted.key""",
        (with_body, to_json(ids)),
    )
    found.row_factory = sqlite3.Row
    return [_article(row) for row in found]


@translated
def stored_articles(connection: sqlite3.Connection, feed_id: int, keys: Iterable[str]) -> "dict[str, StoredArticle]":
    """Give what is held of a feed's articles, by key; keys that are new are left out.

    With an article come those that share its id and have keys of their own: see `key_among`.
    """
    from reader.model.draft import StoredArticle

    columns = "article.id, article.key, digest, gone_at IS NOT NULL, guid, title, link, published_at"
    found = connection.execute(
        f"""SELECT {columns} FROM json_each(:keys) AS wanted
            CROSS JOIN article ON feed_id = :feed AND article.key = wanted.value
        UNION ALL SELECT {columns} FROM json_each(:keys) AS wanted
            CROSS JOIN article ON feed_id = :feed AND guid = wanted.value
            AND article.key > wanted.value || ' #' AND article.key < wanted.value || ' $'""",
        {"keys": to_json(keys), "feed": feed_id},
    )
    return {
        key: StoredArticle(article_id, key, digest, bool(gone), guid, title, link, to_datetime(published_at))
        for article_id, key, digest, gone, guid, title, link, published_at in found
    }


@translated
def insert_articles(
    connection: sqlite3.Connection, feed_id: int, drafts: "Iterable[ArticleDraft]", first_seen_at: datetime
) -> list[int]:
    """Store new articles and give their ids. A state that is held for one already becomes its own.

    Call it inside `writing`.
    """
    drafts = list(drafts)
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'article'").fetchone()
    ids = range(last + 1, last + 1 + len(drafts))
    seen_at = to_seconds(first_seen_at)
    connection.executemany(
        """INSERT INTO article (
            sort_at, words, digest, guid, title, link, author, section, tags, published_at, updated_at, summary,
            related_titles, enclosures, comments, origin_title, origin_link, thumbnail, id, feed_id, key, first_seen_at
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (*_columns(draft, first_seen_at), article_id, feed_id, draft.key, seen_at)
            for article_id, draft in zip(ids, drafts, strict=True)
        ],
    )
    connection.executemany(
        "INSERT INTO body (article_id, written, is_html, base) VALUES (?, ?, ?, ?)",
        [(it, *_body_columns(draft.content.body)) for it, draft in zip(ids, drafts, strict=True)],
    )
    return list(ids)


@translated
def update_article(
    connection: sqlite3.Connection, article_id: int, draft: "ArticleDraft", changed_at: datetime
) -> None:
    """Give an article its new content; what the reader did with it stays. Call it inside `writing`.

    It counts as changed at that time if its title or the words of its text differ, so far as that is known.
    """
    ask = """SELECT first_seen_at, changed_at, digest, title, written, is_html, base
        FROM article JOIN body ON article_id = id WHERE id = ?"""
    first_seen_at, changed_before, digest, title, *held = connection.execute(ask, (article_id,)).fetchone()
    same = digest == UNKNOWN_DIGEST or (title == draft.content.title and _reads_alike(_body(*held), draft.content.body))
    connection.execute(
        """UPDATE article SET
            sort_at = ?, words = ?, digest = ?, guid = ?, title = ?, link = ?, author = ?, section = ?, tags = ?,
            published_at = ?, updated_at = ?, summary = ?, related_titles = ?, enclosures = ?, comments = ?,
            origin_title = ?, origin_link = ?, thumbnail = ?, changed_at = ?, gone_at = NULL
        WHERE id = ?""",
        (
            *_columns(draft, to_datetime(first_seen_at)),
            changed_before if same else to_seconds(changed_at),
            article_id,
        ),
    )
    connection.execute(
        "UPDATE body SET written = ?, is_html = ?, base = ? WHERE article_id = ?",
        (*_body_columns(draft.content.body), article_id),
    )


@translated
def move_article(connection: sqlite3.Connection, feed_id: int, old_key: str, new_key: str) -> None:
    """Give an article and its state another key, unless another article has that. Call it inside `writing`.

    A state that was held for the new key alone gives way.
    """
    ask = "SELECT location FROM feed WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article WHERE feed_id = ? AND key = ?)"
    for (location,) in connection.execute(ask, (feed_id, feed_id, new_key)).fetchall():
        connection.execute("DELETE FROM state WHERE location = ? AND key = ?", (location, new_key))
        connection.execute("UPDATE article SET key = ? WHERE feed_id = ? AND key = ?", (new_key, feed_id, old_key))
        connection.execute("UPDATE state SET key = ? WHERE location = ? AND key = ?", (new_key, location, old_key))


@translated
def mark_gone(connection: sqlite3.Connection, feed_id: int, keys: Iterable[str], gone_at: datetime) -> None:
    """Note that the files of articles were deleted; the articles stay. Call it inside `writing`."""
    connection.executemany(
        "UPDATE article SET gone_at = ? WHERE feed_id = ? AND key = ?",
        [(to_seconds(gone_at), feed_id, key) for key in keys],
    )


@translated
def unkept_ids(connection: sqlite3.Connection, limit: int, removed_before: datetime) -> list[int]:
    """Give the ids of articles, at most `limit`, that nothing has kept since a time: no subscription, no bookmark."""
    found = connection.execute(f"{HIDDEN_IDS} AND removed_at < ? LIMIT ?", (to_seconds(removed_before), limit))
    return [article_id for (article_id,) in found]


@translated
def delete_articles(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Delete articles, once `search` and `terms` have let go of their words; their states are kept.

    Call it inside `writing`.
    """
    connection.executemany("DELETE FROM article WHERE id = ?", [(article_id,) for article_id in ids])


def _columns(draft: "ArticleDraft", first_seen_at: datetime) -> tuple[int | str | None, ...]:
    """Give what changes with the content, in the order of `insert_articles` and `update_article`."""
    content = draft.content
    return (
        to_seconds(dated_at(content.published_at, first_seen_at)),
        draft.wording.words,
        draft.digest,
        content.guid,
        content.title,
        content.link,
        content.author,
        content.section,
        to_json(content.tags) if content.tags else None,
        to_seconds(content.published_at),
        to_seconds(content.updated_at),
        content.summary,
        to_json(content.related_titles) if content.related_titles else None,
        to_json(map(astuple, content.enclosures)) if content.enclosures else None,
        content.comments,
        content.origin.title if content.origin else None,
        content.origin.link if content.origin else None,
        content.thumbnail,
    )


def _body_columns(body: RawBody) -> tuple[bytes, bool, str | None]:
    return pack(body.written), body.is_html, body.base


def _body(written: bytes, is_html: int, base: str | None) -> RawBody:
    return RawBody(unpack(written), bool(is_html), base)


def _reads_alike(one: RawBody, other: RawBody) -> bool:
    from reader.text.stripping import stripped_text

    return one == other or stripped_text(one).split() == stripped_text(other).split()


def _article(row: sqlite3.Row) -> Article:
    content = ArticleContent(
        guid=row["guid"],
        title=row["title"],
        link=row["link"],
        author=row["author"],
        section=row["section"],
        tags=from_json(row["tags"]),
        published_at=to_datetime(row["published_at"]),
        updated_at=to_datetime(row["updated_at"]),
        summary=row["summary"],
        body=NO_BODY if row["written"] is None else _body(row["written"], row["is_html"], row["base"]),
        related_titles=from_json(row["related_titles"]),
        enclosures=tuple(Enclosure(*fields) for fields in from_json(row["enclosures"])),
        comments=row["comments"],
        origin=Origin(row["origin_title"], row["origin_link"]) if row["origin_title"] or row["origin_link"] else None,
        thumbnail=row["thumbnail"],
    )
    return Article(
        id=row["id"],
        feed_id=row["feed_id"],
        feed=row["feed"],
        content=content,
        state=ArticleState(to_datetime(row["read_at"]), to_datetime(row["bookmarked_at"])),
        words=row["words"],
        first_seen_at=to_datetime(row["first_seen_at"]),
        changed_at=to_datetime(row["changed_at"]),
    )
