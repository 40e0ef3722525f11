import sqlite3

from reader.model.raw import Fingerprint
from reader.store.database import writing
from reader.store.files import fingerprints, forget_files, set_fingerprints
from tests.store.samples import add_feed


def test_fingerprints_are_kept_by_feed_and_key(connection: sqlite3.Connection) -> None:
    first, second = add_feed(connection, "port"), add_feed(connection, "wire")
    old, new = Fingerprint(1, 1_795_000_000_123_456_789, "aa"), Fingerprint(2, 3, "bb")
    with writing(connection):
        set_fingerprints(connection, first.id, {"a.txt": old, "sub/b.txt": old})
        set_fingerprints(connection, second.id, {"a.txt": old})
        set_fingerprints(connection, first.id, {"a.txt": new, "c.txt": new})
        forget_files(connection, first.id, ["sub/b.txt", "unknown"])
    assert fingerprints(connection, first.id) == {"a.txt": new, "c.txt": new}
    assert fingerprints(connection, second.id) == {"a.txt": old}
