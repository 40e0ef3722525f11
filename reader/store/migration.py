"""Bringing a database from one version of the schema to the next."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.store.schema import APPLICATION_ID, MIGRATIONS


def migrate(connection: sqlite3.Connection, path: Path, version: int, *, copied: bool) -> None:
    """Bring the database at `path` to `version` from the one before, inside the caller's write transaction.

    Nothing is done if another process was faster. With `copied` the database is copied to NAME.v1.bak first.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] >= version:
        return
    if copied:
        _copy(path, Path(f"{path}.v{version - 1}.bak"))
    MIGRATIONS[version](connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def _copy(path: Path, copy: Path) -> None:
    """Copy the database, log and all; the copy gets its name only when it is whole."""
    part = Path(f"{copy}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        # A connection of its own: the one that holds the write transaction can't be copied from.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
