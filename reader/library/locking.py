"""One refresh of a library at a time, across processes: two would ask the same servers twice.

The lock is the operating system's, on an open file, and ends with the process however that ends: the file, which stays,
means nothing (https://man7.org/linux/man-pages/man2/flock.2.html).
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.library.library import Library

LOCK_NAME = "refresh.lock"


@contextmanager
def refresh_turn(library: Library, may_wait: Callable[[], bool]) -> Iterator[bool]:
    """Be the only one that refreshes a library; yield False if another process is at it and `may_wait` is against it.

    `may_wait` is called only if there is another.
    """
    descriptor = os.open(library.data_dir / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield _lock(descriptor, wait=False) or (may_wait() and _lock(descriptor, wait=True))
    finally:
        os.close(descriptor)


def _lock(descriptor: int, *, wait: bool) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: two refreshes at once cost requests, but no article
    return True
