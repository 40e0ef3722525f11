"""Kill -9 at any moment: what a program said is stored is there, and the rest is whole."""

import random
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from reader.model.filters import ArticleFilter
from reader.store.database import open_database
from reader.store.lists import article_ids, article_rows
from reader.store.search import matching_ids
from tests.store.processes import start
from tests.store.programs import BATCH
from tests.store.samples import add_articles, add_feed, draft

KILLS = 15


def test_batches_are_stored_whole_or_not_at_all(path: Path) -> None:
    moments = random.Random(1)
    with closing(open_database(path)) as connection:
        add_feed(connection)
    told = 0
    for _ in range(KILLS):
        told += len(_kill_at_some_moment(start("store_batches", path), moments))
        with closing(open_database(path)) as connection:
            _check(connection)
            stored = article_ids(connection, ArticleFilter())
            assert set(matching_ids(connection, [["calm"]], ArticleFilter())) == set(stored)
        batches, rest = divmod(len(stored), BATCH)
        assert rest == 0
        assert batches >= told
        told = batches


def test_marks_that_were_confirmed_are_there(path: Path) -> None:
    moments = random.Random(2)
    with closing(open_database(path)) as connection:
        ids = add_articles(connection, add_feed(connection), *(draft(str(number)) for number in range(50)))
    for _ in range(KILLS):
        confirmed = [line.split() for line in _kill_at_some_moment(start("toggle_for_ever", path), moments)]
        last = {int(article_id): mark == "unread" for article_id, mark in confirmed}
        with closing(open_database(path)) as connection:
            _check(connection)
            held = {row.id: row.unread for row in article_rows(connection, ids)}
        # The last turn may have been stored without having been told.
        assert sum(held[article_id] != unread for article_id, unread in last.items()) <= 1
        assert len(last) > 0


def _kill_at_some_moment(process: subprocess.Popen[str], moments: random.Random) -> list[str]:
    """Kill a program while it works, and give the whole lines that it had said."""
    with process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(moments.randrange(1, 20))]
        time.sleep(moments.uniform(0, 0.01))
        process.kill()
        said += process.stdout.readlines()
    return [line for line in said if line.endswith("\n")]


def _check(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    copies = """SELECT count(*) FROM article JOIN feed ON feed.id = feed_id LEFT JOIN state USING (location, key)
        WHERE unread != (read_at IS NULL) OR bookmarked != (bookmarked_at IS NOT NULL)"""
    assert connection.execute(copies).fetchone() == (0,)
