"""What a database file says about itself, read without changing a byte of it or of its folder."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

_MAGIC = b"SQLite format 3\x00"


class Header(NamedTuple):
    """The part of a database's header that tells whose it is (https://www.sqlite.org/fileformat2.html)."""

    version: int
    """The schema's version, `PRAGMA user_version`; 0 for a database without one."""
    application_id: int
    wal: bool
    """Whether it has a write-ahead log instead of a rollback journal."""


def read_header(path: Path) -> Header | None:
    """Read the header of the database at `path`, None if there is no file or an empty one.

    Raises sqlite3.DatabaseError when the file is no SQLite database or is cut short, OSError when it can't be read.
    """
    if not path.exists():
        return None
    # With a log beside the file the database may be in use: its header may lie in the log, and to close the file
    # here would cancel this process's locks on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    return _ask_sqlite(path) if Path(f"{path}-wal").exists() else _read_bytes(path)


def _ask_sqlite(path: Path) -> Header:
    # A read-only connection leaves the log as it is when it closes.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
    finally:
        connection.close()
    return Header(version, application_id, wal=journal == "wal")


def _read_bytes(path: Path) -> Header | None:
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        return None
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise sqlite3.DatabaseError("not a SQLite database")
    page_size = _number(head, 16, 2)
    pages = _number(head, 28, 4)
    counted = head[24:28] == head[92:96]
    if counted and path.stat().st_size < pages * (65536 if page_size == 1 else page_size):
        raise sqlite3.DatabaseError("cut short")
    return Header(version=_number(head, 60, 4), application_id=_number(head, 68, 4), wal=head[18:20] == b"\x02\x02")


def _number(head: bytes, start: int, size: int) -> int:
    return int.from_bytes(head[start : start + size], "big")
