import asyncio
import sqlite3
import threading

import pytest

from reader.library.library import Library
from reader.library.writer import Writer
from reader.model.errors import DatabaseError
from reader.store.database import writing


def note(library: Library, name: str) -> str:
    """Write one row, in a transaction of its own if there is none."""
    with writing(library.connection) as connection:
        connection.execute("INSERT INTO host (name, spacing) VALUES (?, 1)", (name,))
    return name


def note_and_fail(library: Library, name: str) -> str:
    note(library, name)
    raise ZeroDivisionError(name)


def noted(library: Library) -> list[str]:
    return [name for (name,) in library.connection.execute("SELECT name FROM host ORDER BY name")]


def wait(library: Library, until: threading.Event) -> None:
    assert until.wait(60)


async def test_what_waits_together_is_written_in_one_transaction(library: Library) -> None:
    statements: list[str] = []
    go_on = threading.Event()
    with Writer(library) as writer:
        connection = await writer.alone(lambda it: it.connection)
        connection.set_trace_callback(statements.append)
        waiting = asyncio.create_task(writer.alone(wait, go_on))
        notes = [asyncio.create_task(writer.together(note, str(number))) for number in range(5)]
        await asyncio.sleep(0)
        go_on.set()
        assert await asyncio.gather(*notes) == ["0", "1", "2", "3", "4"]
        await waiting
        connection.set_trace_callback(None)

    assert statements.count("COMMIT") == 1
    assert noted(library) == ["0", "1", "2", "3", "4"]


async def test_what_fails_is_undone_and_nothing_else_with_it(library: Library) -> None:
    with Writer(library) as writer:
        work = (note, note_and_fail, note)
        results = await asyncio.gather(
            *(writer.together(one, name) for one, name in zip(work, "abc", strict=True)), return_exceptions=True
        )

    assert [type(result) for result in results] == [str, ZeroDivisionError, str]
    assert noted(library) == ["a", "c"]


async def test_all_that_is_in_a_transaction_fails_with_it(library: Library) -> None:
    def end_transaction(library: Library) -> None:
        library.connection.execute("ROLLBACK")  # as SQLite does by itself when the disk is full
        raise sqlite3.OperationalError("database or disk is full")

    go_on = threading.Event()
    with Writer(library) as writer:
        waiting = asyncio.create_task(writer.alone(wait, go_on))
        pieces = [asyncio.create_task(it) for it in (writer.together(note, "a"), writer.together(end_transaction))]
        await asyncio.sleep(0)
        go_on.set()
        results = await asyncio.gather(*pieces, return_exceptions=True)
        await waiting
        assert await writer.together(note, "b") == "b"

    assert [type(result) for result in results] == [DatabaseError, DatabaseError]
    assert noted(library) == ["b"]


async def test_what_is_written_after_much_else_gets_a_transaction_of_its_own(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.writer.LONGEST", 0)
    with Writer(library) as writer:
        notes = asyncio.gather(*(writer.together(note, str(number)) for number in range(3)))
        async with asyncio.timeout(60):
            assert await notes == ["0", "1", "2"]


async def test_a_database_that_cannot_be_written_is_told_to_all_who_wait(library: Library) -> None:
    with Writer(library) as writer:
        connection = await writer.alone(lambda it: it.connection)
        connection.execute("PRAGMA query_only = ON")
        results = await asyncio.gather(*(writer.together(note, name) for name in "ab"), return_exceptions=True)

    assert [type(result) for result in results] == [DatabaseError, DatabaseError]
