"""One refresh at a time."""

import os
import subprocess
import sys
from pathlib import Path

from reader.library.library import Library
from reader.library.locking import LOCK_NAME, refresh_turn

HOLD = """
import sys
from pathlib import Path
from reader.library.library import open_library
from reader.library.locking import refresh_turn
with open_library(Path(sys.argv[1])) as library, refresh_turn(library, lambda: False) as mine:
    print(mine, flush=True)
    sys.stdin.read()
"""


def hold(library: Library) -> "subprocess.Popen[str]":
    """Start a process that holds the lock until its input ends."""
    words = [sys.executable, "-c", HOLD, os.fspath(library.data_dir)]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def never() -> bool:
    raise AssertionError


def test_who_comes_second_may_leave_or_wait(library: Library) -> None:
    library.connection.execute("SELECT 1")
    with hold(library) as process:
        with refresh_turn(library, lambda: False) as mine:
            assert not mine

        def end_it() -> bool:
            assert process.stdin is not None
            process.stdin.close()
            return True

        with refresh_turn(library, end_it) as mine:
            assert mine
    with refresh_turn(library, never) as mine:
        assert mine


def test_a_killed_process_leaves_no_lock_behind(library: Library) -> None:
    library.connection.execute("SELECT 1")
    with hold(library) as process:
        process.kill()
        process.wait()
    with refresh_turn(library, never) as mine:
        assert mine


def test_the_lock_is_the_users_alone(library: Library) -> None:
    library.connection.execute("SELECT 1")
    with refresh_turn(library, never):
        assert Path(library.data_dir, LOCK_NAME).stat().st_mode & 0o777 == 0o600
