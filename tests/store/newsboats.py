"""Caches as newsboat makes them."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

TABLES = (
    "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,"
    " title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0,"
    " etag VARCHAR(128) NOT NULL DEFAULT '')",
    "CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,"
    " title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,"
    " feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,"
    " unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),"
    " enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,"
    " base VARCHAR(128) NOT NULL DEFAULT '')",
)
ITEM = {"title": "", "author": "", "url": "", "pubDate": 1_777_852_800, "content": "", "unread": 1}


def make_cache(path: Path, feeds: Mapping[str, tuple[str, str]], items: Iterable[Mapping[str, object]]) -> Path:
    """Make a cache of feeds, each an address with its title and site, and of items, each some columns."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in TABLES:
            connection.execute(statement)
        connection.executemany(
            "INSERT INTO rss_feed (rssurl, title, url) VALUES (?, ?, ?)",
            [(address, *described) for address, described in feeds.items()],
        )
        for item in items:
            columns = ITEM | dict(item)
            marks = ", ".join("?" * len(columns))
            connection.execute(f"INSERT INTO rss_item ({', '.join(columns)}) VALUES ({marks})", [*columns.values()])
    return path


def files_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give all there is to see of the files in a folder."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
