import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.errors import DatabaseError
from reader.model.filters import ArticleFilter
from reader.store import database
from reader.store.database import open_database, writing
from reader.store.feeds import list_feeds
from reader.store.indexing import index_version, is_complete
from reader.store.lists import article_ids
from reader.store.schema import MIGRATIONS
from reader.store.states import set_read
from tests.store.samples import HOUR, NOON, add_articles, add_feed, draft


@pytest.fixture
def old(path: Path) -> Path:
    """A database of today's version with one feed."""
    with closing(open_database(path)) as connection:
        add_feed(connection)
    return path


def _add_icons(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE feed ADD COLUMN icon TEXT")


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version


def test_the_versions_follow_each_other_from_the_first() -> None:
    assert list(MIGRATIONS) == list(range(1, len(MIGRATIONS) + 1))


def test_a_new_database_needs_no_copy(old: Path) -> None:
    assert [file.name for file in old.parent.iterdir()] == ["news.db"]
    assert _version(old) == max(MIGRATIONS)


def test_an_old_database_is_copied_and_then_brought_up_to_date(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = max(MIGRATIONS)
    monkeypatch.setitem(MIGRATIONS, version + 1, _add_icons)
    with closing(open_database(old)) as connection:
        assert connection.execute("SELECT icon FROM feed").fetchall() == [(None,)]
        assert len(list_feeds(connection)) == 1
    copy = Path(f"{old}.v{version}.bak")
    assert {file.name for file in old.parent.iterdir()} == {old.name, copy.name}
    assert copy.stat().st_mode & 0o777 == 0o600
    assert (_version(old), _version(copy)) == (version + 1, version)
    monkeypatch.delitem(MIGRATIONS, version + 1)
    with closing(open_database(copy)) as connection:
        assert len(list_feeds(connection)) == 1


def test_the_copy_holds_what_is_still_in_the_log(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = max(MIGRATIONS)
    with closing(open_database(old)) as other:
        add_feed(other, "another")
        monkeypatch.setitem(MIGRATIONS, version + 1, _add_icons)
        open_database(old).close()
    monkeypatch.delitem(MIGRATIONS, version + 1)
    with closing(open_database(Path(f"{old}.v{version}.bak"))) as connection:
        assert len(list_feeds(connection)) == 2


def test_a_database_two_versions_old_takes_both_steps(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = max(MIGRATIONS)
    monkeypatch.setitem(MIGRATIONS, version + 1, _add_icons)
    monkeypatch.setitem(MIGRATIONS, version + 2, lambda connection: connection.execute("UPDATE feed SET icon = 'x'"))
    with closing(open_database(old)) as connection:
        assert connection.execute("SELECT icon FROM feed").fetchall() == [("x",)]
    assert _version(old) == version + 2


def test_a_migration_that_fails_leaves_the_database_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = max(MIGRATIONS)
    before = old.read_bytes()

    def fail_halfway(connection: sqlite3.Connection) -> None:
        _add_icons(connection)
        raise ZeroDivisionError

    monkeypatch.setitem(MIGRATIONS, version + 1, fail_halfway)
    with pytest.raises(ZeroDivisionError):
        open_database(old)
    assert old.read_bytes() == before


def test_without_a_copy_there_is_no_migration(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = max(MIGRATIONS)
    Path(f"{old}.v{version}.bak").mkdir()
    monkeypatch.setitem(MIGRATIONS, version + 1, _add_icons)
    with pytest.raises(DatabaseError, match="can't be opened"):
        open_database(old)
    assert _version(old) == version
    assert not Path(f"{old}.v{version}.bak.part").exists()


_MIGRATE = """
import sys
from pathlib import Path
from reader.store.database import open_database
from reader.store.schema import MIGRATIONS

def add_icons(connection):
    connection.execute("ALTER TABLE feed ADD COLUMN icon TEXT")
    print("migrated")

MIGRATIONS[len(MIGRATIONS) + 1] = add_icons
print("ready", flush=True)
sys.stdin.readline()
open_database(Path(sys.argv[1])).execute("SELECT icon FROM feed").fetchall()
"""


def test_processes_that_open_an_old_database_at_once_migrate_it_once(old: Path) -> None:
    command = [sys.executable, "-c", _MIGRATE, os.fspath(old)]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(said) == ["", "", "migrated\n"]


def test_the_second_version_keeps_what_the_first_one_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", {1: MIGRATIONS[1]})
        with closing(open_database(path)) as connection:
            ids = add_articles(connection, add_feed(connection, folder="Sea"), draft("a", NOON - HOUR), draft("b"))
            with writing(connection):
                set_read(connection, ids[:1], NOON)
    with closing(open_database(path)) as connection:
        assert list(article_ids(connection, ArticleFilter(folder="Sea"))) == ids[::-1]
        assert list(article_ids(connection, ArticleFilter(unread=True))) == ids[1:]
        assert (index_version(connection), is_complete(connection)) == (1, True)
    assert Path(f"{path}.v1.bak").exists()
