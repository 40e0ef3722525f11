"""A process that is killed at any moment leaves a sound database, and every mark that it had confirmed."""

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.library.reading import article_ids, list_feeds
from reader.library.sources import add_source, named_source
from reader.model.filters import ArticleFilter

ROUNDS = 12
NOTES = 240

MARK_ALL = """
import sys
from pathlib import Path
from reader.library.library import open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter

library = open_library(Path(sys.argv[1]), Path(sys.argv[1]))
for article_id in article_ids(library, ArticleFilter(unread=True)):
    set_read(library, [article_id], True)
    set_bookmarked(library, [article_id], True)
    print(article_id, flush=True)
"""


def write_notes(folder: Path, version: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(NOTES):
        words = " ".join(f"word{(number * version + place) % 500}" for place in range(60))
        (folder / f"{number:03}.txt").write_text(f"Note {number} as of {version}\n\n{words}.\n")


def start(*words: str, data: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"NEWSREADER_DATA_DIR": str(data)}
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.PIPE, text=True)


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill a process, if it still runs, and give the whole lines it had written."""
    process.send_signal(signal.SIGKILL)
    written, _ = process.communicate()
    return written.splitlines() if written.endswith("\n") else written.splitlines()[:-1]


def check(library: Library) -> None:
    """Check that the database is sound, and that articles and what is derived from them agree."""
    connection = library.connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in ("fulltext", "posting"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    articles = connection.execute("SELECT id FROM article ORDER BY id").fetchall()
    assert connection.execute("SELECT article_id FROM body ORDER BY article_id").fetchall() == articles
    assert connection.execute("SELECT article_id FROM vector ORDER BY article_id").fetchall() == articles
    assert connection.execute("SELECT id FROM fulltext_docsize ORDER BY id").fetchall() == articles
    assert connection.execute("SELECT id FROM posting_docsize ORDER BY id").fetchall() == articles
    # A file that counts as known has its article.
    assert connection.execute("SELECT key FROM file EXCEPT SELECT key FROM article").fetchall() == []


def test_a_refresh_can_be_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(7)
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    with open_library(data, tmp_path) as library:
        add_source(library, named_source(str(notes)))
    stored = []
    for version in range(1, ROUNDS + 1):
        write_notes(notes, version)
        process = start("-m", "reader", "refresh", "--json", data=data)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0.1, 1.2))
        kill(process)
        with open_library(data, tmp_path) as library:
            check(library)
            stored.append(list_feeds(library)[0].total)

    assert start("-m", "reader", "refresh", "--json", data=data).wait() == 0
    with open_library(data, tmp_path) as library:
        check(library)
        assert list_feeds(library)[0].total == NOTES
        assert len(article_ids(library, ArticleFilter(words=f'"as of {ROUNDS}"'))) == NOTES
    assert stored == sorted(stored)


def test_marks_that_were_confirmed_survive_a_kill(tmp_path: Path) -> None:
    chance = random.Random(7)
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    assert start("-m", "reader", "add", str(notes), data=data).wait() == 0
    confirmed: set[int] = set()
    for version in range(2, ROUNDS + 2):
        write_notes(notes, version)
        refresher = start("-m", "reader", "refresh", "--json", data=data)
        marker = start("-c", MARK_ALL, str(data), data=data)
        assert marker.stdout
        first = marker.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            marker.wait(timeout=chance.uniform(0, 0.05))
        confirmed |= {int(line) for line in [first, *kill(marker)] if line.strip()}
        kill(refresher)
        with open_library(data, tmp_path) as library:
            check(library)
            assert confirmed <= set(article_ids(library, ArticleFilter(bookmarked=True)))
            assert not confirmed & set(article_ids(library, ArticleFilter(unread=True)))
            states = "SELECT count(*) FROM state WHERE read_at NOT NULL AND bookmarked_at NOT NULL"
            assert library.connection.execute(states).fetchone()[0] >= len(confirmed)
    assert confirmed


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

    kill(process)

    assert workers
    while any(is_running(worker) for worker in workers):
        pass


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
