"""Opening the database, and the two ways of using it: functions that read, and `writing`."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.store import failures
from reader.store.failures import translating
from reader.store.header import Header, read_header
from reader.store.schema import APPLICATION_ID, MIGRATIONS

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

LOG_BYTES = 16 * 1024 * 1024
"""Size to which the write-ahead log is cut back after a large transaction."""

_opening = threading.Lock()


def open_database(path: Path) -> sqlite3.Connection:
    """Open the database at `path`, made or brought to the present version if need be; one connection per thread.

    Raises DatabaseError, with nothing changed on disk, when it is damaged, another program's or from a newer version.
    """
    try:
        with translating(path), _opening:
            return _open(path)
    except OSError as error:
        raise failures.unopened(path, error.strerror or str(error)) from error


def data_version(connection: sqlite3.Connection) -> int:
    """Give a number that changes when another connection writes: https://www.sqlite.org/pragma.html#pragma_data_version."""
    with translating(connection):
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        return version


def moment(connection: sqlite3.Connection) -> tuple[sqlite3.Connection, int, int] | None:
    """Give what stays the same as long as nothing is written by any connection; None inside a transaction."""
    return None if connection.in_transaction else (connection, data_version(connection), connection.total_changes)


@contextmanager
def writing(connection: sqlite3.Connection, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
    """Make all writes inside one transaction: with the operating system when the block ends, undone when it raises.

    So a killed process loses nothing; with `durable` a power cut does not either, for the price of some milliseconds.
    Inside another such block it is a part of that transaction, which can be undone alone. Raises DatabaseError when the
    disk is full, the database read-only, damaged or kept locked by another program.
    """
    if connection.in_transaction:
        with _writing_a_part(connection):
            yield connection
        return
    with translating(connection):
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        _execute_patiently(connection, "BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            # SQLite itself has undone the transaction if, say, the disk is full.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def _writing_a_part(connection: sqlite3.Connection) -> Iterator[None]:
    with translating(connection):
        connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO part")
                connection.execute("RELEASE part")
            raise
        connection.execute("RELEASE part")


def _open(path: Path) -> sqlite3.Connection:
    _make_folder(path.parent)
    header = read_header(path)
    if header is None:
        _make_file(path)
    elif header.version > max(MIGRATIONS):
        raise failures.newer(path)
    elif header.version > 0 and header.application_id != APPLICATION_ID:
        raise failures.stranger(path)
    # Other threads than the one that uses a connection may close it.
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA journal_size_limit = {LOG_BYTES}")
        _prepare(connection, path, header)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _make_file(path: Path) -> None:
    # SQLite gives its log and shared memory the permissions of the database.
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _prepare(connection: sqlite3.Connection, path: Path, header: Header | None) -> None:
    """Make sure of the write-ahead log and of the newest schema, and that both can be read."""
    if header is None or header.version == 0:
        _refuse_strange_tables(connection, path)
    if header is None or not header.wal:
        _execute_patiently(connection, "PRAGMA journal_mode = WAL")
    held = header.version if header else 0
    for version in range(held + 1, max(MIGRATIONS) + 1):
        from reader.store.migration import migrate

        with writing(connection):
            migrate(connection, path, version, copied=version == held + 1 > 1)
    # Reads the whole schema, which shows damage there, and makes the log that `read_header` goes by.
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _refuse_strange_tables(connection: sqlite3.Connection, path: Path) -> None:
    # One statement, one moment: another process may be making our tables just now.
    ask = "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)"
    application_id, tables = connection.execute(ask).fetchone()
    if tables and application_id != APPLICATION_ID:
        raise failures.stranger(path)


def _execute_patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Execute a statement as soon as no other process is in its way.

    SQLite itself does not wait to switch to write-ahead logging; and to write it waits so long between its attempts
    that a process which writes again and again leaves it no gap.
    """
    give_up_at = time.monotonic() + PATIENCE
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute(statement)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                    raise
                time.sleep(0.001)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
