"""Hosts that want to be asked with care."""

import sqlite3
from collections.abc import Mapping

from reader.model.host import HostMemory
from reader.store.failures import translated
from reader.store.values import to_datetime, to_seconds


@translated
def remembered_hosts(connection: sqlite3.Connection) -> dict[str, HostMemory]:
    """Give what is remembered of hosts, by name."""
    found = connection.execute("SELECT name, spacing, wait_until FROM host")
    return {name: HostMemory(spacing, to_datetime(wait_until)) for name, spacing, wait_until in found}


@translated
def remember_hosts(connection: sqlite3.Connection, memories: Mapping[str, HostMemory]) -> None:
    """Remember hosts; those with nothing to remember are forgotten. Call it inside `writing`."""
    forgotten = [(name,) for name, memory in memories.items() if memory == HostMemory()]
    connection.executemany("DELETE FROM host WHERE name = ?", forgotten)
    connection.executemany(
        "INSERT OR REPLACE INTO host (name, spacing, wait_until) VALUES (?, ?, ?)",
        [
            (name, memory.spacing, to_seconds(memory.wait_until))
            for name, memory in memories.items()
            if memory != HostMemory()
        ],
    )
