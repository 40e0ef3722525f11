from contextlib import closing
from pathlib import Path

from reader.model.filters import ArticleFilter
from reader.store.database import open_database
from reader.store.lists import article_ids, article_rows
from reader.store.search import matching_ids
from tests.store.processes import start
from tests.store.programs import BATCH
from tests.store.samples import add_articles, add_feed, draft

MARKED = 2000
BATCHES = 150


def test_two_readers_and_a_refresher_at_once_lose_nothing(path: Path) -> None:
    with closing(open_database(path)) as connection:
        ids = add_articles(connection, add_feed(connection), *(draft(f"{number}") for number in range(MARKED)))
    running = [start("read_all", path), start("bookmark_all", path), start("store_batches", path, BATCHES)]
    errors = [process.communicate()[1] for process in running]
    assert errors == ["", "", ""]
    assert [process.returncode for process in running] == [0, 0, 0]
    with closing(open_database(path)) as connection:
        assert {(row.unread, row.bookmarked) for row in article_rows(connection, ids)} == {(False, True)}
        stored = set(article_ids(connection, ArticleFilter())) - set(ids)
        assert len(stored) == BATCHES * BATCH
        assert set(matching_ids(connection, [["stored"]], ArticleFilter())) == stored
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_processes_that_make_a_new_database_at_once_all_succeed(path: Path) -> None:
    running = [start("read_all", path) for _ in range(4)]
    assert [process.communicate() for process in running] == [("", "")] * 4
    assert path.stat().st_mode & 0o777 == 0o600
