"""The database's schema: one function for each version, which brings a database there from the version before.

A function that was published is frozen: later changes are a function of their own.
"""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x4E455753
"""Tells our databases from those of other programs (https://www.sqlite.org/pragma.html#pragma_application_id)."""


def _make_tables(connection: sqlite3.Connection) -> None:
    for statement in (*_TABLES, *_INDEXES, *_TRIGGERS):
        connection.execute(statement)


_TABLES = (
    """CREATE TABLE feed (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        source_kind TEXT NOT NULL,
        location TEXT NOT NULL UNIQUE,
        title TEXT,
        own_title TEXT,
        folder TEXT,
        site TEXT,
        added_at INTEGER NOT NULL,
        refreshed_at INTEGER,
        error TEXT,
        failing_since INTEGER,
        etag TEXT,
        last_modified TEXT,
        removed_at INTEGER
    ) STRICT""",
    # AUTOINCREMENT, so that an id a user has seen never comes to mean another article.
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed_id INTEGER NOT NULL REFERENCES feed (id),
        unread INTEGER NOT NULL DEFAULT 1,
        bookmarked INTEGER NOT NULL DEFAULT 0,
        sort_at INTEGER NOT NULL,
        first_seen_at INTEGER NOT NULL,
        published_at INTEGER,
        updated_at INTEGER,
        gone_at INTEGER,
        words INTEGER NOT NULL,
        digest TEXT NOT NULL,
        key TEXT NOT NULL,
        guid TEXT NOT NULL,
        title TEXT NOT NULL,
        link TEXT,
        author TEXT,
        section TEXT,
        tags TEXT,
        related_titles TEXT,
        summary TEXT,
        UNIQUE (feed_id, key)
    ) STRICT""",
    """CREATE TABLE body (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        html BLOB NOT NULL
    ) STRICT""",
    # No reference to feed or article: a state outlives its article, and may arrive before it.
    """CREATE TABLE state (
        location TEXT NOT NULL,
        key TEXT NOT NULL,
        read_at INTEGER,
        bookmarked_at INTEGER,
        PRIMARY KEY (location, key)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE file (
        feed_id INTEGER NOT NULL REFERENCES feed (id),
        key TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (feed_id, key)
    ) STRICT, WITHOUT ROWID""",
    # What tells of which articles are alike; `terms` keeps the three in step. A term is known by a hash, `term_id`.
    """CREATE TABLE term (
        id INTEGER PRIMARY KEY,
        df INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE vector (
        article_id INTEGER PRIMARY KEY REFERENCES article (id),
        data BLOB NOT NULL
    ) STRICT""",
    # A list of articles for each term and nothing more: no places, no lengths, so no bm25.
    """CREATE VIRTUAL TABLE posting USING fts5 (
        terms, content = '', detail = none, columnsize = 0, tokenize = ascii
    )""",
    # It is given words that are cut already, with spaces between: everything but a separator belongs to a word.
    """CREATE VIRTUAL TABLE fulltext USING fts5 (
        title, body, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* P* S* C*'"
    )""",
)

# Lists are read from these alone, without a look at the wide rows of `article`. Each ends in the id, named or not.
# The condition of a partial index stands among its columns, or SQLite (3.40) looks it up in the table.
_INDEXES = (
    "CREATE INDEX article_by_date ON article (sort_at)",
    "CREATE INDEX article_by_feed ON article (feed_id, sort_at)",
    "CREATE INDEX article_unread ON article (unread, sort_at) WHERE unread = 1",
    "CREATE INDEX article_unread_by_feed ON article (feed_id, unread, sort_at) WHERE unread = 1",
    "CREATE INDEX article_bookmarked ON article (bookmarked, sort_at, id, feed_id, unread) WHERE bookmarked = 1",
)

_NEW_STATE_TO_ARTICLE = """
    UPDATE article SET unread = NEW.read_at IS NULL, bookmarked = NEW.bookmarked_at IS NOT NULL
    WHERE feed_id = (SELECT id FROM feed WHERE location = NEW.location) AND key = NEW.key;
"""

# `state` is the truth; the marks in `article` are copies of it that indexes can hold.
_TRIGGERS = (
    f"CREATE TRIGGER state_inserted AFTER INSERT ON state BEGIN {_NEW_STATE_TO_ARTICLE} END",
    f"CREATE TRIGGER state_updated AFTER UPDATE ON state BEGIN {_NEW_STATE_TO_ARTICLE} END",
    """CREATE TRIGGER state_deleted AFTER DELETE ON state BEGIN
        UPDATE article SET unread = 1, bookmarked = 0
        WHERE feed_id = (SELECT id FROM feed WHERE location = OLD.location) AND key = OLD.key;
    END""",
    """CREATE TRIGGER article_inserted AFTER INSERT ON article BEGIN
        UPDATE article SET unread = state.read_at IS NULL, bookmarked = state.bookmarked_at IS NOT NULL
        FROM state
        WHERE article.id = NEW.id AND state.key = NEW.key
            AND state.location = (SELECT location FROM feed WHERE id = NEW.feed_id);
    END""",
)


def _order_by_date_and_watch_the_index(connection: sqlite3.Connection) -> None:
    for statement in (
        # With the feed in them the articles of a folder, and those of feeds that are subscribed, come in order too.
        "DROP INDEX article_by_date",
        "CREATE INDEX article_by_date ON article (sort_at, id, feed_id)",
        "DROP INDEX article_unread",
        "CREATE INDEX article_unread ON article (unread, sort_at, id, feed_id) WHERE unread = 1",
        # By which rules the words in `fulltext`, `posting`, `vector` and `term` were cut; whether all articles' are in.
        "CREATE TABLE indexing (version INTEGER NOT NULL, complete INTEGER NOT NULL) STRICT",
        "INSERT INTO indexing VALUES (1, 1)",
    ):
        connection.execute(statement)


def _ask_politely(connection: sqlite3.Connection) -> None:
    for statement in (
        "ALTER TABLE feed ADD COLUMN digest TEXT",
        # Of feed files, whose hash was kept as an ETag before.
        "UPDATE feed SET digest = etag, etag = NULL WHERE source_kind = 'feed_file'",
        "ALTER TABLE feed ADD COLUMN interval INTEGER",
        "ALTER TABLE feed ADD COLUMN failures INTEGER NOT NULL DEFAULT 0",
        "UPDATE feed SET failures = 1 WHERE error IS NOT NULL",
        "ALTER TABLE feed ADD COLUMN due_at INTEGER",
        "ALTER TABLE feed ADD COLUMN ended_at INTEGER",
        """CREATE TABLE host (
            name TEXT PRIMARY KEY,
            spacing REAL NOT NULL,
            wait_until INTEGER
        ) STRICT, WITHOUT ROWID""",
    ):
        connection.execute(statement)


def _keep_what_comes_with_articles(connection: sqlite3.Connection) -> None:
    for column in (
        "changed_at INTEGER",
        "enclosures TEXT",
        "comments TEXT",
        "origin_title TEXT",
        "origin_link TEXT",
        "thumbnail TEXT",
    ):
        connection.execute(f"ALTER TABLE article ADD COLUMN {column}")


def _live_with_many_feeds(connection: sqlite3.Connection) -> None:
    for statement in (
        # Of an article that was let go for its age; its source may show it for years to come.
        "ALTER TABLE state ADD COLUMN pruned_at INTEGER",
        "ALTER TABLE feed ADD COLUMN paused_at INTEGER",
        # In minutes, as the user sets it; `interval` is the source's wish, in seconds.
        "ALTER TABLE feed ADD COLUMN own_interval INTEGER",
        # So many of its newest articles.
        "ALTER TABLE feed ADD COLUMN keep INTEGER",
    ):
        connection.execute(statement)


def _remember_where_feeds_were(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE moved (
            location TEXT PRIMARY KEY,
            feed_id INTEGER NOT NULL REFERENCES feed (id)
        ) STRICT, WITHOUT ROWID"""
    )


def _keep_bodies_as_written(connection: sqlite3.Connection) -> None:
    for statement in (
        # It was safe HTML with absolute links, which is read like any other HTML.
        "ALTER TABLE body RENAME COLUMN html TO written",
        "ALTER TABLE body ADD COLUMN is_html INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE body ADD COLUMN base TEXT",
        # What sources say can't be compared with it.
        "UPDATE article SET digest = ''",
    ):
        connection.execute(statement)


def _group_articles_into_stories(connection: sqlite3.Connection) -> None:
    for statement in (
        # AUTOINCREMENT, so that the id of a story that is no more never comes to mean another one.
        "CREATE TABLE story (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT",
        """CREATE TABLE story_article (
            article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
            story_id INTEGER NOT NULL REFERENCES story (id)
        ) STRICT""",
        "CREATE INDEX story_article_by_story ON story_article (story_id)",
        """CREATE TRIGGER story_emptied AFTER DELETE ON story_article BEGIN
            DELETE FROM story
            WHERE id = OLD.story_id AND NOT EXISTS (SELECT 1 FROM story_article WHERE story_id = OLD.story_id);
        END""",
        """CREATE TRIGGER story_left AFTER UPDATE ON story_article WHEN OLD.story_id != NEW.story_id BEGIN
            DELETE FROM story
            WHERE id = OLD.story_id AND NOT EXISTS (SELECT 1 FROM story_article WHERE story_id = OLD.story_id);
        END""",
        # The strongest terms of each article that was grouped.
        """CREATE TABLE lead (
            term INTEGER NOT NULL,
            dated_at INTEGER NOT NULL,
            article_id INTEGER NOT NULL,
            PRIMARY KEY (term, dated_at, article_id)
        ) STRICT, WITHOUT ROWID""",
        # Articles that were indexed, and have not been compared with those that may report on the same event since.
        """CREATE TABLE ungrouped (
            article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
        ) STRICT""",
        "INSERT INTO ungrouped SELECT article_id FROM vector",
    ):
        connection.execute(statement)


def _remember_entries(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE seen (
            feed_id INTEGER PRIMARY KEY REFERENCES feed (id),
            hashes BLOB NOT NULL
        ) STRICT"""
    )


def _weigh_terms(connection: sqlite3.Connection) -> None:
    for statement in (
        # What articles hold is packed otherwise from here on: see `terms`. The index is made anew by the next refresh.
        "DROP TABLE term",
        "DELETE FROM vector",
        "INSERT INTO posting (posting) VALUES ('delete-all')",
        "CREATE TABLE frequency (id INTEGER PRIMARY KEY, cells BLOB NOT NULL) STRICT",
        # Terms that tell nothing within a feed, with the percentage of its articles that hold them.
        "CREATE TABLE boilerplate (feed_id INTEGER PRIMARY KEY REFERENCES feed (id), terms BLOB NOT NULL) STRICT",
        "ALTER TABLE indexing ADD COLUMN articles INTEGER NOT NULL DEFAULT 0",
        "UPDATE indexing SET version = 0, complete = NOT EXISTS (SELECT 1 FROM article)",
    ):
        connection.execute(statement)


def _remember_folds_and_notes(connection: sqlite3.Connection) -> None:
    for statement in (
        # Folders of the feed list that the user has folded.
        "CREATE TABLE folded (folder TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
        # What was wrong with what the source last sent, though it could be read.
        "ALTER TABLE feed ADD COLUMN note TEXT",
    ):
        connection.execute(statement)


def _follow_stories(connection: sqlite3.Connection) -> None:
    for statement in (
        "CREATE TABLE followed (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL) STRICT",
        """CREATE TABLE followed_article (
            followed_id INTEGER NOT NULL REFERENCES followed (id) ON DELETE CASCADE,
            article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            PRIMARY KEY (followed_id, article_id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX followed_by_article ON followed_article (article_id)",
    ):
        connection.execute(statement)


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {
    1: _make_tables,
    2: _order_by_date_and_watch_the_index,
    3: _ask_politely,
    4: _keep_what_comes_with_articles,
    5: _live_with_many_feeds,
    6: _remember_where_feeds_were,
    7: _keep_bodies_as_written,
    8: _group_articles_into_stories,
    9: _remember_entries,
    10: _weigh_terms,
    11: _remember_folds_and_notes,
    12: _follow_stories,
}
"""Schema version to the function that makes it out of the version before, inside a transaction."""
