from collections.abc import Callable
from functools import partial

import pytest

from reader.library.library import Library
from reader.library.marking import set_bookmarked, set_read, toggle_bookmarked, toggle_read
from reader.store.database import writing

MARKS: list[Callable[[Library], object]] = [
    partial(set_read, ids=[1], read=True),
    partial(set_bookmarked, ids=[1], bookmarked=True),
    partial(toggle_read, article_id=1),
    partial(toggle_bookmarked, article_id=1),
]
NORMAL, FULL = 1, 2  # https://www.sqlite.org/pragma.html#pragma_synchronous


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_waits_for_the_disk_and_no_other_write_does(library: Library, mark: Callable[[Library], object]) -> None:
    mark(library)
    assert library.connection.execute("PRAGMA synchronous").fetchone() == (FULL,)
    with writing(library.connection):
        pass
    assert library.connection.execute("PRAGMA synchronous").fetchone() == (NORMAL,)
