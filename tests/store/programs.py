"""What other processes do to a database: `python -m tests.store.programs PROGRAM DATABASE [COUNT | BEGINNING NTH]`.

Each prints a line for everything that is on disk by then, and is killed at the statement that is named, see `killing`.
"""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from reader.model.filters import ArticleFilter
from reader.store.articles import insert_articles
from reader.store.database import open_database, writing
from reader.store.feeds import find_feed
from reader.store.lists import article_ids
from reader.store.search import index_words
from reader.store.states import set_bookmarked, set_read
from tests.store.killing import open_to_be_killed
from tests.store.samples import NOON, draft

LOCATION = "https://port.example/feed"
BATCH = 20
OPENINGS = 10
ENOUGH = 200
"""Turns of a program that is to be killed on the way."""

open_it: Callable[[Path], sqlite3.Connection] = open_database


def store_batches(path: Path, batches: int) -> None:
    """Store articles by the batch, as a refresher does."""
    with closing(open_it(path)) as connection:
        feed = find_feed(connection, LOCATION)
        assert feed
        start = len(article_ids(connection, ArticleFilter()))
        for batch in range(batches):
            drafts = [draft(f"stored {start} {batch} {number}", html="<p>Calm</p>" * 50) for number in range(BATCH)]
            with writing(connection):
                for article_id in insert_articles(connection, feed.id, drafts, NOON):
                    index_words(connection, article_id, "stored", "calm " * 50)
            print(batch, flush=True)


def read_all(path: Path, _: int) -> None:
    """Mark one article after the other read, opening the database anew again and again."""
    ids = sorted(_ids(path))
    for start in range(OPENINGS):
        with closing(open_it(path)) as connection:
            for article_id in ids[start::OPENINGS]:
                with writing(connection):
                    assert set_read(connection, [article_id], NOON) == [article_id]


def bookmark_all(path: Path, _: int) -> None:
    """Set one bookmark after the other, all over one connection."""
    ids = sorted(_ids(path), reverse=True)
    with closing(open_it(path)) as connection:
        for article_id in ids:
            with writing(connection):
                assert set_bookmarked(connection, [article_id], NOON) == [article_id]


def toggle_marks(path: Path, turns: int) -> None:
    """Mark articles read and unread and print what was done."""
    ids = sorted(_ids(path))
    with closing(open_it(path)) as connection:
        for turn in range(turns):
            article_id = ids[turn * 7 % len(ids)]
            with writing(connection):
                read = bool(set_read(connection, [article_id], NOON)) or not set_read(connection, [article_id], None)
            print(article_id, "read" if read else "unread", flush=True)


def _ids(path: Path) -> list[int]:
    with closing(open_it(path)) as connection:
        return list(article_ids(connection, ArticleFilter()))


PROGRAMS = {program.__name__: program for program in (store_batches, read_all, bookmark_all, toggle_marks)}

if __name__ == "__main__":
    name, database, *rest = sys.argv[1:]
    turns = int(rest[0]) if len(rest) == 1 else ENOUGH
    if len(rest) == 2:
        open_it = partial(open_to_be_killed, rest[0], int(rest[1]))
    PROGRAMS[name](Path(database), turns)
