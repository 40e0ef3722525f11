"""Killing a process at a certain point of its work with the database, the same one every time."""

import os
import signal
import sqlite3
from pathlib import Path

from reader.store.database import open_database


def open_to_be_killed(beginning: str, nth: int, path: Path) -> sqlite3.Connection:
    """Open a database whose user is killed when about to execute, for the nth time, a statement that begins so.

    The statements by which a virtual table keeps its own tables begin with "--".
    """
    connection = open_database(path)
    left = nth

    def look(statement: str) -> None:
        nonlocal left
        left -= " ".join(statement.split()).startswith(beginning)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    connection.set_trace_callback(look)
    return connection
