"""Newsboat's cache, a SQLite database that is another program's: it is read, and not a byte of it is changed.

Its tables: https://github.com/newsboat/newsboat/blob/master/src/cache.cpp
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from reader.model.errors import DatabaseError
from reader.model.newsboat import CachedFeed, CachedItem
from reader.text.safe import safe_line

PATIENCE = 1.0
"""Seconds to wait for newsboat to end what it writes, before a copy is read instead."""

_COLUMNS = (
    *("guid", "title", "author", "url", "content", "content_mime_type"),
    *("base", "enclosure_url", "enclosure_type"),
    *("pubDate", "unread", "flags", "deleted"),
)
_SINCE_LATER = frozenset({"content_mime_type", "base", "enclosure_url", "enclosure_type", "flags", "deleted"})
"""Columns that old caches lack."""


@contextmanager
def reading_cache(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the cache at `path` for reading; a copy of it if newsboat is writing, or left something half written.

    Raises DatabaseError, which names the file, if it is none or is damaged.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="newsreader-") as folder, closing(_open(path, Path(folder))) as opened:
            yield opened
    except sqlite3.Error as error:
        raise DatabaseError(
            f"{safe_line(str(path))} can't be read as newsboat's cache ({safe_line(str(error), most=100)}). "
            "Close newsboat and try again, or name another by --cache."
        ) from error


def cached_feeds(connection: sqlite3.Connection) -> dict[str, CachedFeed]:
    """Give the feeds by their addresses as they stand in the urls file."""
    found = connection.execute("SELECT rssurl, title, url FROM rss_feed")
    return {address: CachedFeed(title, site) for address, title, site in found}


def cached_items(connection: sqlite3.Connection, address: str) -> list[CachedItem]:
    """Give the articles of the feed at an address, read in one go so that newsboat can write again."""
    held = {name for _, name, *_ in connection.execute("PRAGMA table_info(rss_item)")}
    columns = ", ".join("NULL" if name in _SINCE_LATER - held else name for name in _COLUMNS)
    found = connection.execute(f"SELECT {columns} FROM rss_item WHERE feedurl = ? ORDER BY id DESC", (address,))
    return [_item(row) for row in found.fetchall()]


def _item(row: Sequence[Any]) -> CachedItem:
    # SQLite holds a column to no type.
    guid, title, author, url, content, content_type, base, *enclosure = (str(text or "") for text in row[:9])
    seconds, unread, flags, deleted = row[9:]
    return CachedItem(
        guid=guid,
        title=title,
        author=author,
        url=url,
        content=content,
        content_type=content_type,
        base=base,
        enclosure_url=enclosure[0],
        enclosure_type=enclosure[1],
        seconds=seconds if isinstance(seconds, int) else 0,
        unread=bool(unread),
        flagged=bool(flags),
        deleted=bool(deleted),
    )


def _open(path: Path, folder: Path) -> sqlite3.Connection:
    if not _has_log(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            return _checked(connection)
        except sqlite3.OperationalError:  # it is locked, or a journal would have to be rolled back first
            connection.close()
    connection = sqlite3.connect(_copy(path, folder))
    try:
        for (told,) in connection.execute("PRAGMA quick_check(1)").fetchall():
            if told != "ok":
                raise sqlite3.DatabaseError("the copy is incomplete")
        return _checked(connection)
    except BaseException:
        connection.close()
        raise


def _checked(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.execute("SELECT count(*) FROM rss_feed").fetchone()
    return connection


def _has_log(path: Path) -> bool:
    """Tell whether there is a write-ahead log or may be one: even a reader would change the files beside it."""
    with path.open("rb") as file:
        return file.read(20)[18:20] == b"\x02\x02" or Path(f"{path}-wal").exists()


def _copy(path: Path, folder: Path) -> Path:
    copy = folder / "cache.db"
    shutil.copyfile(path, copy)
    for suffix in ("-journal", "-wal"):
        if Path(f"{path}{suffix}").exists():
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
    return copy
