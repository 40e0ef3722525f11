import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.body import RawBody
from reader.model.errors import DatabaseError
from reader.model.filters import ArticleFilter
from reader.model.raw import Validators
from reader.store import database
from reader.store.articles import get_articles
from reader.store.database import open_database
from reader.store.feeds import list_feeds, validators
from reader.store.indexing import index_version, is_complete
from reader.store.lists import article_ids
from reader.store.schema import MIGRATIONS
from reader.store.stories import ungrouped_ids
from tests.store.samples import add_feed


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
    assert {file.name for file in old.parent.iterdir()} == {old.name, f"{old.name}.v{version}.bak"}


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
from reader.store.articles import get_articles
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


FIRST_VERSION = (
    """INSERT INTO feed (id, kind, source_kind, location, title, folder, added_at, etag, error, failing_since)
    VALUES (1, 'rss', 'url', 'https://sea.example/', 'Sea', 'Sea', 1000, '"7"', 'No such host.', 900),
        (2, 'atom', 'feed_file', '/sea.xml', 'File', NULL, 1000, 'ab', NULL, NULL)""",
    """INSERT INTO article (id, feed_id, sort_at, first_seen_at, words, digest, key, guid, title)
    VALUES (1, 1, 1000, 1000, 1, '', 'a', 'a', 'A'), (2, 1, 2000, 2000, 1, '', 'b', 'b', 'B')""",
    "INSERT INTO state (location, key, read_at) VALUES ('https://sea.example/', 'a', 3000)",
    # "<p>Calm</p>", compressed
    "INSERT INTO body (article_id, html) VALUES (2, x'789cb329b0734eccc9b5d12fb0030015300381')",
    "INSERT INTO vector (article_id, data) VALUES (1, x''), (2, x'')",
)
"""What a database of the first version held, in its own words: our functions of today know other columns."""


def test_newer_versions_keep_what_the_first_one_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", {1: MIGRATIONS[1]})
        with closing(open_database(path)) as connection:
            for statement in FIRST_VERSION:
                connection.execute(statement)
    with closing(open_database(path)) as connection:
        assert list(article_ids(connection, ArticleFilter(folder="Sea"))) == [2, 1]
        assert list(article_ids(connection, ArticleFilter(unread=True))) == [2]
        assert (index_version(connection), is_complete(connection)) == (0, False)  # the next refresh makes it anew
        assert validators(connection, [1])[1] == Validators('"7"')
        assert validators(connection, [2])[2] == Validators(digest="ab")
        assert list(ungrouped_ids(connection)) == [1, 2]
        assert [(it.feed.error, it.feed.failures) for it in list_feeds(connection)] == [(None, 0), ("No such host.", 1)]
        assert get_articles(connection, [2], with_body=True)[0].content.body == RawBody("<p>Calm</p>")
    assert Path(f"{path}.v1.bak").exists()
