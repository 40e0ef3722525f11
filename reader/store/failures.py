"""What goes wrong with a database, as sentences that say what to do next."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from reader.model.errors import DatabaseError

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_DENIED = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, None}
"""None: `header` and `values` find damage too, and so does Python's sqlite3 in text that is not UTF-8."""

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def translating(database: sqlite3.Connection | Path) -> Iterator[None]:
    """Turn what goes wrong with the database inside the block into DatabaseError; our own mistakes stay as they are."""
    try:
        yield
    except sqlite3.Error as error:
        _tell(error, database if isinstance(database, Path) else _path_of(database))
        raise


def translated(
    query: Callable[Concatenate[sqlite3.Connection, P], R],
) -> Callable[Concatenate[sqlite3.Connection, P], R]:
    """Make a function that takes the connection first raise DatabaseError when the database is at fault."""

    @wraps(query)
    def ask(connection: sqlite3.Connection, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with translating(connection):
            return query(connection, *args, **kwargs)

    return ask


def unopened(path: Path, why: str) -> DatabaseError:
    """Say that the database at `path` can't be opened for reading and writing."""
    return DatabaseError(f"{_shown(path)} can't be opened ({why}). Check who owns it and its folder.")


def stranger(path: Path) -> DatabaseError:
    """Say that the database at `path` was not made by this program."""
    return DatabaseError(
        f"{_shown(path)} is another program's database and was left as it is. Name another data folder."
    )


def newer(path: Path) -> DatabaseError:
    """Say that the database at `path` was made by a newer version of this program."""
    return DatabaseError(
        f"{_shown(path)} is from a newer newsreader and was left as it is. Update newsreader to open it."
    )


def _tell(error: sqlite3.Error, path: Path) -> None:
    """Raise what an error of SQLite means to the user; an error of our own making means nothing to them."""
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return
    code: int | None = getattr(error, "sqlite_errorcode", None)
    # Extended result codes hold the primary one in the low byte (https://www.sqlite.org/rescode.html).
    primary = None if code is None else code & 0xFF
    if primary in _DAMAGED:
        raise _damage(path, str(error)) from error
    if primary == sqlite3.SQLITE_READONLY:
        raise DatabaseError(
            f"{_shown(path)} can't be written. Check who owns it and its folder, and the disk."
        ) from error
    if primary in _DENIED:
        raise unopened(path, str(error)) from error
    if primary in _BUSY:
        raise DatabaseError(f"Another program keeps {_shown(path)} to itself. Close it and try again.") from error
    if primary == sqlite3.SQLITE_FULL:
        raise DatabaseError(f"The disk of {_shown(path)} is full. Free some space and try again.") from error
    if primary == sqlite3.SQLITE_IOERR:
        raise DatabaseError(f"{_shown(path)} can't be read or written ({error}). Check the disk.") from error


def _damage(path: Path, what: str) -> DatabaseError:
    """Say that the database at `path` is damaged, and where a copy of it lies."""
    copies = sorted(path.parent.glob(f"{path.name}.v*.bak"), key=lambda copy: copy.stat().st_mtime)
    way_out = f"put back the copy {_shown(copies[-1])}" if copies else "start with an empty library"
    # A log that is left behind would be taken for the log of the next database of that name.
    return DatabaseError(
        f"{_shown(path)} is damaged ({what}) and was left as it is. Move it and its -wal file away to {way_out}."
    )


def _path_of(connection: sqlite3.Connection) -> Path:
    """Give the path of the file that a connection is open on."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def _shown(path: Path) -> str:
    from reader.text.safe import safe_line

    return safe_line(str(path))
