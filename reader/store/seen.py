"""Which entries of a feed were stored when it was read last, by hashes of what is written in them."""

import sqlite3
from collections.abc import Iterable

from reader.store.failures import translated

HASH_BYTES = 8


@translated
def seen_entries(connection: sqlite3.Connection, feed_id: int) -> frozenset[bytes]:
    """Give the hashes of a feed's entries."""
    (held,) = connection.execute("SELECT hashes FROM seen WHERE feed_id = ?", (feed_id,)).fetchone() or (b"",)
    return frozenset(held[at : at + HASH_BYTES] for at in range(0, len(held), HASH_BYTES))


@translated
def set_seen_entries(connection: sqlite3.Connection, feed_id: int, hashes: Iterable[bytes]) -> None:
    """Remember the hashes of a feed's entries in place of those before. Call it inside `writing`."""
    connection.execute("INSERT OR REPLACE INTO seen (feed_id, hashes) VALUES (?, ?)", (feed_id, b"".join(hashes)))


@translated
def forget_entries(connection: sqlite3.Connection, feed_id: int) -> None:
    """Forget which entries were stored, so that all are read again. Call it inside `writing`."""
    connection.execute("DELETE FROM seen WHERE feed_id = ?", (feed_id,))
