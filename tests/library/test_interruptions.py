"""A process that is killed at any point leaves a sound database, and every mark that it had confirmed."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from array import array
from contextlib import suppress
from itertools import chain
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids, list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source, remove_feed
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.model.related import Frequencies
from reader.store.indexing import is_complete
from reader.store.terms import frequencies
from reader.text.terms import unpack
from tests.library.samples import let_removals_be_old

ROOT = Path(__file__).resolve().parents[2]
KILLED = "tests.library.killed"


def write_notes(folder: Path, version: int) -> int:
    """Change all notes and add some, a hundred at first; give how many there are."""
    folder.mkdir(exist_ok=True)
    count = 80 + 20 * version
    for number in range(count):
        words = " ".join(f"word{(number * version + place) % 500}" for place in range(40))
        (folder / f"{number:04}.txt").write_text(f"Note {number} as of {version}\n\n{words}.\n")
    return count


def start(*words: str, data: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"NEWSREADER_DATA_DIR": str(data)}
    return subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def add_and_read(library: Library, *folders: Path) -> list[Feed]:
    """Add folders and read what is in them."""
    feeds = [add_source(library, named_source(str(folder))) for folder in folders]
    refresh_all(library)
    return feeds


def refresh_all(library: Library) -> None:
    asyncio.run(refresh(library, [summary.feed for summary in list_feeds(library)], lambda report: None))


def killed(process: subprocess.Popen[str]) -> list[str]:
    """Wait until a process was killed, and give the whole lines it had written."""
    written, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    return written.splitlines()


def check(library: Library) -> None:
    """Check that the database is sound, and that articles and what is derived from them agree.

    Articles may wait to be indexed, unless the index is said to be complete.
    """
    connection = library.connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in ("fulltext", "posting"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    articles = connection.execute("SELECT id FROM article ORDER BY id").fetchall()
    assert connection.execute("SELECT article_id FROM body ORDER BY article_id").fetchall() == articles
    indexed = connection.execute("SELECT article_id FROM vector ORDER BY article_id").fetchall()
    assert set(indexed) <= set(articles)
    assert indexed == articles or not is_complete(connection)
    assert connection.execute("SELECT id FROM fulltext_docsize ORDER BY id").fetchall() == indexed
    assert frequencies(connection) == counted(connection)
    # A file that counts as known has its article.
    assert connection.execute("SELECT key FROM file EXCEPT SELECT key FROM article").fetchall() == []


def counted(connection: sqlite3.Connection) -> Frequencies:
    """Count anew in how many articles terms are."""
    held = frequencies(connection)
    cells = array("I", bytes(len(held.packed)))
    packed = [data for (data,) in connection.execute("SELECT data FROM vector")]
    for term in chain(*map(unpack, packed)):
        cells[term % len(cells)] += 1
    return Frequencies(len(packed), cells.tobytes(), cells)


POINTS = (
    ("INSERT INTO article", 1),
    ("INSERT INTO body", 14),
    ("INSERT INTO fulltext (rowid", 37),
    ("-- ", 200),
    ("INSERT INTO posting (rowid", 58),
    ("INSERT INTO vector", 25),
    ("INSERT INTO fulltext (fulltext", 9),
    ("DELETE FROM vector", 2),
    ("INSERT OR REPLACE INTO frequency", 100),
    ("UPDATE article SET sort_at", 11),
    ("COMMIT", 1),
    ("COMMIT", 4),
    ("INSERT INTO file", 99),
    ("UPDATE feed SET kind", 1),
)
"""Where a refresh is killed: as it is about to execute the nth statement of such a beginning."""


def test_a_refresh_can_be_killed_at_any_point(tmp_path: Path) -> None:
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    with open_library(data, tmp_path) as library:
        add_and_read(library, notes)
    totals = [100]
    for version, point in enumerate(POINTS, start=2):
        written = write_notes(notes, version)
        killed(start("-m", KILLED, *map(str, point), "refresh", "--json", data=data))
        with open_library(data, tmp_path) as library:
            check(library)
            totals.append(list_feeds(library)[0].total)
            refresh_all(library)
            check(library)
            assert is_complete(library.connection)
            assert list_feeds(library)[0].total == written
            assert len(article_ids(library, ArticleFilter(words=f'"as of {version}"'))) == written
    assert totals == sorted(totals)


@pytest.mark.parametrize(
    "point",
    [
        ("BEGIN IMMEDIATE", 3), ("UPDATE feed SET refreshed_at", 1), ("INSERT INTO fulltext (fulltext", 15),
        ("DELETE FROM vector", 8), ("DELETE FROM article", 1), ("DELETE FROM article", 36), ("COMMIT", 5),
    ],
)  # fmt: skip
def test_what_a_removed_feed_leaves_can_be_killed_at_any_point_of_its_deletion(
    tmp_path: Path, point: tuple[str, int]
) -> None:
    data, notes, others = tmp_path / "data", tmp_path / "notes", tmp_path / "others"
    write_notes(notes, 1)
    write_notes(others, 1)
    with open_library(data, tmp_path) as library:
        removed, _ = add_and_read(library, notes, others)
        set_bookmarked(library, article_ids(library, ArticleFilter(feed_id=removed.id), 1), True)
        remove_feed(library, removed.id)
        let_removals_be_old(library)
    (others / "0000.txt").touch()

    killed(start("-m", KILLED, *map(str, point), "refresh", data=data))

    with open_library(data, tmp_path) as library:
        check(library)
        assert len(article_ids(library, ArticleFilter())) == 101
        refresh_all(library)
        check(library)
        assert library.connection.execute("SELECT count(*) FROM article").fetchone() == (101,)


@pytest.mark.parametrize(
    "point",
    [
        ("DELETE FROM state", 1), ("UPDATE article SET key", 2), ("UPDATE state SET key", 12), ("COMMIT", 1),
        ("COMMIT", 4), ("DELETE FROM file", 31), ("UPDATE article SET sort_at", 5), ("INSERT INTO file", 9),
    ],
)  # fmt: skip
def test_files_that_moved_keep_their_marks_if_the_refresh_is_killed(tmp_path: Path, point: tuple[str, int]) -> None:
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    with open_library(data, tmp_path) as library:
        add_and_read(library, notes)
        set_read(library, range(1, 101), True)
        set_bookmarked(library, range(1, 51), True)
    (notes / "old").mkdir()
    for number in range(100):
        (notes / f"{number:04}.txt").rename(notes / "old" / f"{number:04}.txt")

    killed(start("-m", KILLED, *map(str, point), "refresh", data=data))

    with open_library(data, tmp_path) as library:
        for _ in range(2):
            check(library)
            assert len(article_ids(library, ArticleFilter())) == 100
            assert len(article_ids(library, ArticleFilter(unread=True))) == 0
            assert len(article_ids(library, ArticleFilter(bookmarked=True))) == 50
            refresh_all(library)


@pytest.mark.parametrize(
    "point",
    [("INSERT INTO state", 1), ("SELECT article.id", 7), ("COMMIT", 1), ("COMMIT", 2), ("COMMIT", 23), ("BEGIN", 34)],
)  # fmt: skip
def test_marks_that_were_confirmed_survive_a_kill_beside_a_refresh(tmp_path: Path, point: tuple[str, int]) -> None:
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    with open_library(data, tmp_path) as library:
        add_and_read(library, notes)
    write_notes(notes, 2)
    refresher = start("-m", "reader", "refresh", "--json", data=data)
    marker = start("-m", KILLED, *map(str, point), "mark-all", data=data)

    confirmed = {int(line) for line in killed(marker)}
    refresher.kill()
    refresher.communicate()

    with open_library(data, tmp_path) as library:
        check(library)
        assert confirmed <= set(article_ids(library, ArticleFilter(bookmarked=True)))
        assert not confirmed & set(article_ids(library, ArticleFilter(unread=True)))
        states = "SELECT count(*) FROM state WHERE read_at NOT NULL AND bookmarked_at NOT NULL"
        # The last one may have been marked without having been told.
        assert library.connection.execute(states).fetchone()[0] in (len(confirmed), len(confirmed) + 1)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_no_worker_outlives_a_refresh_that_is_killed(tmp_path: Path) -> None:
    data, notes = tmp_path / "data", tmp_path / "notes"
    notes.mkdir()
    for number in range(40):
        (notes / f"{number}.txt").write_text(f"Note {number}\n\n" + "It says much about ships. " * 4000)
    with open_library(data, tmp_path) as library:
        add_source(library, named_source(str(notes)))
    process = start("-m", "reader", "refresh", "--json", data=data)
    workers: list[int] = []
    while process.poll() is None and not workers:
        workers = children_of(process.pid)
        time.sleep(0.001)

    process.kill()
    process.communicate()

    assert workers
    while any(is_running(worker) for worker in workers):
        time.sleep(0.01)


def children_of(process_id: int) -> list[int]:
    with suppress(FileNotFoundError):
        threads = Path(f"/proc/{process_id}/task").glob("*/children")
        return [int(child) for thread in threads for child in thread.read_text().split()]
    return []


def is_running(process_id: int) -> bool:
    """Tell whether a process exists that is more than a zombie."""
    with suppress(FileNotFoundError):
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
