"""Fingerprints of the files that a folder or a text file was read from."""

import sqlite3
from collections.abc import Iterable, Mapping

from reader.model.raw import Fingerprint
from reader.store.failures import translated


@translated
def fingerprints(connection: sqlite3.Connection, feed_id: int) -> dict[str, Fingerprint]:
    """Give the known files of a feed by key."""
    ask = "SELECT key, size, mtime_ns, digest FROM file WHERE feed_id = ?"
    return {key: Fingerprint(*marks) for key, *marks in connection.execute(ask, (feed_id,))}


@translated
def set_fingerprints(connection: sqlite3.Connection, feed_id: int, files: Mapping[str, Fingerprint]) -> None:
    """Remember files of a feed, new ones and known ones, by key. Call it inside `writing`."""
    connection.executemany(
        """INSERT INTO file (feed_id, key, size, mtime_ns, digest) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (feed_id, key) DO UPDATE
        SET size = excluded.size, mtime_ns = excluded.mtime_ns, digest = excluded.digest""",
        [(feed_id, key, file.size, file.mtime_ns, file.digest) for key, file in files.items()],
    )


@translated
def forget_files(connection: sqlite3.Connection, feed_id: int, keys: Iterable[str]) -> None:
    """Forget files of a feed, so that they count as new if they come back. Call it inside `writing`."""
    connection.executemany("DELETE FROM file WHERE feed_id = ? AND key = ?", [(feed_id, key) for key in keys])
