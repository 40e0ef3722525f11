import asyncio
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from reader.library.workers import INLINE_BYTES_EACH, Workers
from reader.model.feed import FeedKind
from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import Fingerprint, RawDocument, RawFile, RawFiles, Validators
from reader.model.source import Source, SourceKind

SOURCE = Source(SourceKind.URL, "https://example.org/feed.xml")


def document(body: bytes) -> RawDocument:
    return RawDocument(body, SOURCE.location, None, Validators())


def parse_by_command(source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
    """Do what the body says; the title tells which process did it."""
    assert isinstance(raw, RawDocument)
    match raw.body:
        case b"crash":
            os._exit(1)
        case b"hang":
            time.sleep(600)
    return ParsedFeed(FeedKind.RSS, str(os.getpid()), None, ())


def processes_of(results: list[ParsedFeed | Failed]) -> set[str | None]:
    assert not [result for result in results if isinstance(result, Failed)]
    return {result.title for result in results if isinstance(result, ParsedFeed)}


async def test_a_little_is_parsed_in_this_process() -> None:
    with Workers(parse_by_command) as workers:
        results = [await workers.parse(SOURCE, document(b"tell")) for _ in range(3)]

    assert processes_of(results) == {str(os.getpid())}


async def test_much_is_parsed_in_other_processes() -> None:
    with Workers(parse_by_command, inline_bytes=0) as workers:
        results = await asyncio.gather(*(workers.parse(SOURCE, document(b"tell")) for _ in range(20)))

    assert str(os.getpid()) not in processes_of(results)
    assert len(processes_of(results)) <= (os.cpu_count() or 1)


async def test_a_large_document_is_parsed_in_another_process_at_once() -> None:
    with Workers(parse_by_command) as workers:
        results = [await workers.parse(SOURCE, document(b"tell" * size)) for size in (1, INLINE_BYTES_EACH, 1)]

    here = str(os.getpid())
    assert [result == ParsedFeed(FeedKind.RSS, here, None, ()) for result in results] == [True, False, True]


async def test_the_size_of_files_counts() -> None:
    file = RawFile("a.txt", "/a.txt", b"", datetime.now(UTC), Fingerprint(2_000_000, 0, ""))
    with Workers(parse_files) as workers:
        [process] = processes_of([await workers.parse(SOURCE, RawFiles((file,)))])

    assert process != str(os.getpid())


def parse_files(source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
    return ParsedFeed(FeedKind.TEXT, str(os.getpid()), None, ())


async def test_a_document_that_crashes_the_parser_fails_alone() -> None:
    bodies = [b"tell", b"crash", b"tell", b"crash", b"tell", b"tell"]
    with Workers(parse_by_command, inline_bytes=0) as workers:
        results = await asyncio.gather(*(workers.parse(SOURCE, document(body)) for body in bodies))

    assert [isinstance(result, Failed) for result in results] == [body == b"crash" for body in bodies]
    assert isinstance(results[1], Failed)
    assert "crashed" in results[1].reason


async def test_a_document_that_keeps_the_parser_busy_fails_alone() -> None:
    bodies = [b"hang", b"tell", b"tell"]
    with Workers(parse_by_command, inline_bytes=0, seconds=2) as workers:
        results = await asyncio.gather(*(workers.parse(SOURCE, document(body)) for body in bodies))

    assert [isinstance(result, Failed) for result in results] == [True, False, False]
    assert isinstance(results[0], Failed)
    assert "not done" in results[0].reason


def children() -> list[str]:
    """List the processes that this one has started and that run still (proc_pid_task(5))."""
    return " ".join(path.read_text() for path in Path("/proc/self/task").glob("*/children")).split()


async def test_a_cancelled_parse_leaves_no_process() -> None:
    with Workers(parse_by_command, inline_bytes=0) as workers:
        parsing = asyncio.create_task(workers.parse(SOURCE, document(b"hang")))
        while not children():
            await asyncio.sleep(0.01)
        parsing.cancel()
        await asyncio.gather(parsing, return_exceptions=True)

    assert not children()


START = "from reader.cli.main import main\nif __name__ == '__main__':\n    raise SystemExit(main())\n"


def test_workers_run_no_file_of_the_current_directory(tmp_path: Path) -> None:
    (tmp_path / "start.py").write_text(START)
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "note.txt").write_text("A long note\n\n" + "It says much. " * INLINE_BYTES_EACH)
    for name in ("multiprocessing", "struct", "signal"):
        (notes / f"{name}.py").write_text("open('taken', 'w')\nraise SystemExit(1)\n")
    command = [sys.executable, str(tmp_path / "start.py"), "--data-dir", str(tmp_path / "data"), "add", "."]

    run = subprocess.run(command, cwd=notes, capture_output=True, text=True, check=True)

    assert "1 new" in run.stdout
    assert run.stderr == ""
    assert not (notes / "taken").exists()


async def test_the_environment_is_as_it_was_once_a_worker_is_started() -> None:
    before = os.environ.copy()
    with Workers(parse_by_command, inline_bytes=0) as workers:
        await workers.parse(SOURCE, document(b"tell"))
        assert os.environ == before
