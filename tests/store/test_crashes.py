"""Kill -9 at many points: what a program said is stored is there, and the rest is whole."""

import signal
import sqlite3
import subprocess
from contextlib import closing
from itertools import product
from pathlib import Path

from reader.model.filters import ArticleFilter
from reader.store.database import open_database
from reader.store.lists import article_ids, article_rows
from reader.store.search import matching_ids
from tests.store.processes import start
from tests.store.programs import BATCH
from tests.store.samples import add_articles, add_feed, draft

NTHS = (1, 2, 7, 30, 31)


def test_batches_are_stored_whole_or_not_at_all(path: Path) -> None:
    beginnings = ("BEGIN IMMEDIATE", "INSERT INTO article", "INSERT INTO body", "INSERT INTO fulltext", "-- ", "COMMIT")
    with closing(open_database(path)) as connection:
        add_feed(connection)
    told = 0
    for beginning, nth in product(beginnings, NTHS):
        told += len(_said_before_the_kill(start("store_batches", path, beginning, nth)))
        with closing(open_database(path)) as connection:
            _check(connection)
            stored = article_ids(connection, ArticleFilter())
            assert set(matching_ids(connection, [["calm"]], ArticleFilter())) == set(stored)
        batches, rest = divmod(len(stored), BATCH)
        assert rest == 0
        assert batches in (told, told + 1)
        told = batches


def test_marks_that_were_confirmed_are_there(path: Path) -> None:
    with closing(open_database(path)) as connection:
        ids = add_articles(connection, add_feed(connection), *(draft(str(number)) for number in range(50)))
        held = {row.id: row.unread for row in article_rows(connection, ids)}
    for beginning, nth in product(("BEGIN IMMEDIATE", "SELECT article.id", "INSERT INTO state", "COMMIT"), NTHS):
        confirmed = [line.split() for line in _said_before_the_kill(start("toggle_marks", path, beginning, nth))]
        expected = held | {int(article_id): mark == "unread" for article_id, mark in confirmed}
        with closing(open_database(path)) as connection:
            _check(connection)
            held = {row.id: row.unread for row in article_rows(connection, ids)}
        # The last turn may have been stored without having been told.
        assert sum(held[article_id] != expected[article_id] for article_id in ids) <= 1


def _said_before_the_kill(process: subprocess.Popen[str]) -> list[str]:
    """Wait until a program was killed, and give the whole lines that it had said."""
    said, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    return said.splitlines()


def _check(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    copies = """SELECT count(*) FROM article JOIN feed ON feed.id = feed_id LEFT JOIN state USING (location, key)
        WHERE unread != (read_at IS NULL) OR bookmarked != (bookmarked_at IS NOT NULL)"""
    assert connection.execute(copies).fetchone() == (0,)
