"""The program, killed at a point: `python -m tests.library.killed BEGINNING NTH WORD...`, see `tests.store.killing`.

The words are a command line, or "mark-all": that marks every unread article read and bookmarked, one by one, and prints
the id of each when it is done.
"""

import sys
from functools import partial

import pytest

from reader.cli.main import main
from reader.library import library as opening
from reader.library.library import open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter
from tests.store.killing import open_to_be_killed


def mark_all() -> int:
    with open_library() as library:
        for article_id in article_ids(library, ArticleFilter(unread=True)):
            set_read(library, [article_id], True)
            set_bookmarked(library, [article_id], True)
            print(article_id, flush=True)
    return 0


if __name__ == "__main__":
    beginning, nth, *words = sys.argv[1:]
    pytest.MonkeyPatch().setattr(opening, "open_database", partial(open_to_be_killed, beginning, int(nth)))
    sys.exit(mark_all() if words == ["mark-all"] else main(words))
