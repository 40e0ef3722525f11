"""Folders of the feed list that are folded, by their paths."""

import sqlite3
from collections.abc import Iterable

from reader.store.failures import translated


@translated
def folded_folders(connection: sqlite3.Connection) -> frozenset[str]:
    """Give the folders that are folded."""
    return frozenset(folder for (folder,) in connection.execute("SELECT folder FROM folded"))


@translated
def set_folded(connection: sqlite3.Connection, folders: Iterable[str]) -> None:
    """Let these folders be folded and no others. Call it inside `writing`."""
    connection.execute("DELETE FROM folded")
    connection.executemany("INSERT INTO folded VALUES (?)", [(folder,) for folder in folders])
