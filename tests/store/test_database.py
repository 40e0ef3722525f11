import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reader.model.errors import DatabaseError
from reader.model.feed import FeedKind
from reader.model.filters import ArticleFilter
from reader.model.source import Source, SourceKind
from reader.store import database
from reader.store.database import open_database, writing
from reader.store.feeds import insert_feed, list_feeds
from reader.store.lists import article_ids
from tests.store.folders import contents
from tests.store.samples import NOON, add_articles, add_feed, draft

NOBODY = 65534


def test_folders_and_files_are_for_their_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        with closing(open_database(tmp_path / "a" / "b" / "news.db")) as connection:
            add_feed(connection)
            modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    finally:
        os.umask(umask)
    assert modes == {"a": 0o700, "b": 0o700, "news.db": 0o600, "news.db-wal": 0o600, "news.db-shm": 0o600}


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_database(tmp_path / "news.db").close()
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(open_database(path)) as connection:
        add_feed(connection)
        assert len(list_feeds(connection)) == 1


def test_a_database_without_tables_becomes_ours(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")  # what is left if the first start is killed at the wrong moment
    with closing(open_database(path)) as connection:
        assert list_feeds(connection) == []


def test_a_database_that_lost_its_log_mode_gets_it_back(path: Path) -> None:
    open_database(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
    with closing(open_database(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_is_written_is_there_after_opening_again(path: Path) -> None:
    with closing(open_database(path)) as connection:
        written = add_articles(connection, add_feed(connection), draft("a"))
    with closing(open_database(path)) as connection:
        assert list(article_ids(connection, ArticleFilter())) == written


def test_one_process_can_open_it_many_times_and_keeps_its_locks(path: Path) -> None:
    # A plain open and close of the file would drop the locks of the first connection, and a process that
    # closes the database would then delete the log under its hands.
    with closing(open_database(path)) as first:
        open_database(path).close()
        subprocess.run([sys.executable, "-c", _OPEN_AND_CLOSE, path], check=True)
        assert Path(f"{path}-wal").exists()
        add_feed(first)
    with closing(open_database(path)) as again:
        assert len(list_feeds(again)) == 1


_OPEN_AND_CLOSE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM feed").fetchone()
connection.close()
"""


def test_threads_that_open_a_new_database_at_once_all_succeed(path: Path) -> None:
    start = threading.Barrier(8)

    def open_and_look() -> int:
        start.wait()
        with closing(open_database(path)) as connection:
            return len(list_feeds(connection))

    with ThreadPoolExecutor(8) as threads:
        looking = [threads.submit(open_and_look) for _ in range(8)]
        assert [look.result() for look in looking] == [0] * 8


def test_a_transaction_that_fails_leaves_nothing(connection: sqlite3.Connection) -> None:
    def write_and_fail() -> None:
        with writing(connection):
            insert_feed(connection, Source(SourceKind.URL, "https://port.example/"), FeedKind.RSS, NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert list_feeds(connection) == []
    assert not connection.in_transaction


def test_our_own_mistakes_stay_what_they_are(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    add_articles(connection, feed, draft("a"))
    with pytest.raises(sqlite3.IntegrityError):
        add_articles(connection, feed, draft("b"), draft("a"))
    with pytest.raises(sqlite3.OperationalError, match="incomplete input"), writing(connection):
        connection.execute("INSERT")
    assert len(article_ids(connection, ArticleFilter())) == 1


def test_a_full_disk_is_told_and_costs_nothing(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    kept = add_articles(connection, feed, draft("a"))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    noise = os.urandom(100_000).hex()
    with pytest.raises(DatabaseError, match=r"The disk of .*news\.db is full\."):
        add_articles(connection, feed, draft("b", html=noise))
    assert list(article_ids(connection, ArticleFilter())) == kept
    connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
    add_articles(connection, feed, draft("b", html=noise))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_whoever_keeps_it_locked_is_told_of_without_jargon(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    with closing(open_database(path)) as patient, closing(open_database(path)) as greedy, writing(greedy):
        with pytest.raises(DatabaseError) as told:
            add_feed(patient)
        assert str(told.value) == f"Another program keeps {path} to itself. Close it and try again."


def test_a_database_that_can_only_be_read_is_told_so(path: Path) -> None:
    with closing(open_database(path)) as connection:
        connection.execute("PRAGMA query_only = 1")
        with pytest.raises(DatabaseError) as told:
            add_feed(connection)
        assert str(told.value) == f"{path} can't be written. Check who owns it and its folder, and the disk."


def test_a_folder_in_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(DatabaseError, match=r"news\.db can't be opened"):
        open_database(path)


def test_a_file_in_place_of_the_folder_is_told(path: Path) -> None:
    path.parent.touch()
    with pytest.raises(DatabaseError, match=r"news\.db can't be opened"):
        open_database(path)


def test_a_folder_that_may_not_be_written_is_told_and_left(path: Path) -> None:
    with _folder_without_write_permission() as folder:
        before = contents(folder)
        with _unprivileged(), pytest.raises(DatabaseError, match="Check who owns it and its folder"):
            open_database(folder / "news.db")
        assert contents(folder) == before


def test_a_folder_where_nothing_can_be_made_is_told() -> None:
    with _folder_without_write_permission() as folder, _unprivileged():
        with pytest.raises(DatabaseError, match=r"Permission denied.*Check who owns it"):
            open_database(folder / "new" / "news.db")
        with pytest.raises(DatabaseError, match=r"Permission denied.*Check who owns it"):
            open_database(folder / "new.db")


def test_controls_in_a_path_do_not_reach_the_message(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31mred" / "news.db"
    path.mkdir(parents=True)
    with pytest.raises(DatabaseError) as told:
        open_database(path)
    assert str(told.value).isprintable()


@contextmanager
def _folder_without_write_permission() -> Iterator[Path]:
    # Not pytest's own: that lies in a folder which others may not enter.
    with TemporaryDirectory() as name:
        folder = Path(name)
        open_database(folder / "news.db").close()
        (folder / "news.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@contextmanager
def _unprivileged() -> Iterator[None]:
    """Give up root's rights for a while: nothing is forbidden to root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
