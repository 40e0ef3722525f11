import sqlite3
from pathlib import Path

from reader.store.database import open_database, writing
from reader.store.folds import folded_folders, set_folded


def test_folded_folders_are_remembered_until_others_are(tmp_path: Path) -> None:
    first = open_database(tmp_path / "news.db")
    assert _folded_after(first, {"World", "World/North"}) == {"World", "World/North"}
    first.close()
    again = open_database(tmp_path / "news.db")
    assert folded_folders(again) == {"World", "World/North"}
    assert _folded_after(again, {"Sea"}) == {"Sea"}
    assert _folded_after(again, set()) == set()
    again.close()


def _folded_after(connection: sqlite3.Connection, folders: set[str]) -> frozenset[str]:
    with writing(connection):
        set_folded(connection, folders)
    return folded_folders(connection)
