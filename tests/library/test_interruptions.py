"""A process that is killed at any moment leaves a sound database, and every mark that it had confirmed."""

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import pytest

from reader.library.library import Library, open_library
from reader.library.reading import article_ids, list_feeds
from reader.library.sources import add_source, named_source
from reader.model.filters import ArticleFilter
from reader.store.terms import EVERY_ARTICLE, frequencies

ROUNDS = 8

MARK_ALL = """
import sys
from pathlib import Path
from reader.library.library import open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter
from reader.store.terms import EVERY_ARTICLE, frequencies

library = open_library(Path(sys.argv[1]), Path(sys.argv[1]))
for article_id in article_ids(library, ArticleFilter(unread=True)):
    set_read(library, [article_id], True)
    set_bookmarked(library, [article_id], True)
    print(article_id, flush=True)
"""


def write_notes(folder: Path, version: int) -> int:
    """Change all notes and add a hundred; give how many there are."""
    folder.mkdir(exist_ok=True)
    for number in range(100 * version):
        words = " ".join(f"word{(number * version + place) % 500}" for place in range(40))
        (folder / f"{number:04}.txt").write_text(f"Note {number} as of {version}\n\n{words}.\n")
    return 100 * version


def start(*words: str, data: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"NEWSREADER_DATA_DIR": str(data)}
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> None:
    """Let a process come to its end, which has to be a good one."""
    process.communicate()
    assert process.returncode == 0


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
    assert frequencies(connection, [EVERY_ARTICLE]).get(EVERY_ARTICLE, 0) == len(articles)
    # A file that counts as known has its article.
    assert connection.execute("SELECT key FROM file EXCEPT SELECT key FROM article").fetchall() == []


def test_a_refresh_can_be_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(7)
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    started = perf_counter()
    finish(start("-m", "reader", "add", str(notes), data=data))
    duration = perf_counter() - started
    totals = [100]
    for version in range(2, ROUNDS + 2):
        written = write_notes(notes, version)
        process = start("-m", "reader", "refresh", "--json", data=data)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0.6, 3) * duration)
        kill(process)
        with open_library(data, tmp_path) as library:
            check(library)
            totals.append(list_feeds(library)[0].total)

    finish(start("-m", "reader", "refresh", "--json", data=data))
    with open_library(data, tmp_path) as library:
        check(library)
        assert list_feeds(library)[0].total == written
        assert len(article_ids(library, ArticleFilter(words=f'"as of {version}"'))) == written
    assert totals == sorted(totals)


def test_marks_that_were_confirmed_survive_a_kill(tmp_path: Path) -> None:
    chance = random.Random(7)
    data, notes = tmp_path / "data", tmp_path / "notes"
    write_notes(notes, 1)
    finish(start("-m", "reader", "add", str(notes), data=data))
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
