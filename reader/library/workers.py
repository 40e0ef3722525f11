"""Parsing beside the event loop: a document that crashes the parser or keeps it busy for ever fails alone."""

import asyncio
import html.entities  # noqa: F401  (two threads that import `html` and this, each first, lock each other out)
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Self

from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, RawFiles
from reader.model.source import Source

Parse = Callable[[Source, RawDocument | RawFiles], ParsedFeed | Failed]

INLINE_BYTES = 1_000_000
"""Parsed in this process in all: a few feeds are done sooner than a worker is up."""
INLINE_BYTES_EACH = 100_000
"""The largest document parsed in this process: a larger one can crash the parser, or keep it busy for minutes."""
SECONDS = 60.0
"""Longest time that a document may keep a worker busy."""
MOST_WORKERS = 8


def parse_document(source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
    """Parse a document; the parsers are imported with the first one."""
    from reader.parse.parsing import parse

    return parse(source, raw)


class Workers:
    """Parses in a thread what is small, in a few processes the rest; a context manager that ends them."""

    def __init__(
        self, parse: Parse = parse_document, *, inline_bytes: int = INLINE_BYTES, seconds: float = SECONDS
    ) -> None:
        self._parse = parse
        self._inline_bytes = inline_bytes
        self._seconds = seconds
        self._unstarted = min(os.cpu_count() or 1, MOST_WORKERS)
        self._started: list[Worker] = []
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._started:
            worker.stop()

    async def parse(self, source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
        """Parse a document, or wait for a worker that can."""
        sizes = _sizes(raw)
        if max(sizes, default=0) <= INLINE_BYTES_EACH and sum(sizes) <= self._inline_bytes:
            self._inline_bytes -= sum(sizes)
            return await asyncio.to_thread(self._parse, source, raw)
        worker = await self._idle_worker()
        try:
            return await worker.parse(source, raw, self._seconds)
        finally:
            self._idle.put_nowait(worker)

    async def _idle_worker(self) -> "Worker":
        if self._idle.empty() and self._unstarted:
            self._unstarted -= 1
            self._started.append(Worker(self._parse))
            return self._started[-1]
        return await self._idle.get()


class Worker:
    """One process, in an executor of its own: so it is known of which document it died."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._executor: ProcessPoolExecutor | None = None
        self._process_id: int | None = None

    async def parse(self, source: Source, raw: RawDocument | RawFiles, seconds: float) -> ParsedFeed | Failed:
        """Parse a document; a process that dies of it or takes too long is replaced for the next one."""
        what = "crashed"
        try:
            parsing = await self._submit(source, raw)
            _, unfinished = await asyncio.wait({parsing}, timeout=seconds)
            if unfinished:
                what = f"was not done after {seconds:.0f} seconds"
                self._kill()
            return await parsing
        except BrokenProcessPool:
            self.stop()
            return Failed(f"the parser {what}, so nothing of this was stored; please report it with the source")

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._executor:
            self._kill()
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    async def _submit(self, source: Source, raw: RawDocument | RawFiles) -> asyncio.Future[ParsedFeed | Failed]:
        loop = asyncio.get_running_loop()
        if not self._executor:
            # "spawn", since a process with threads can't be forked safely.
            context = multiprocessing.get_context("spawn")
            with _safe_path():
                self._executor = ProcessPoolExecutor(1, context, initializer=_begin)
                starting = loop.run_in_executor(self._executor, os.getpid)
            self._process_id = await starting
        return loop.run_in_executor(self._executor, self._parse, source, raw)

    def _kill(self) -> None:
        # By way of our own children, since the id may be another program's once the process has ended.
        for child in multiprocessing.active_children():
            if child.pid == self._process_id:
                child.kill()


def _sizes(raw: RawDocument | RawFiles) -> list[int]:
    return [len(raw.body)] if isinstance(raw, RawDocument) else [file.fingerprint.size for file in raw.files]


@contextmanager
def _safe_path() -> Iterator[None]:
    """Have the processes that start now import nothing from the current directory, which can be anybody's files.

    `multiprocessing` starts them with "python -c", which looks there first (https://docs.python.org/3/using/cmdline.html).
    """
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


def _begin() -> None:
    """Prepare a worker: Ctrl-C is for its parent to handle, and it does not outlive its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
