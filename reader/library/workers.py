"""Work beside the event loop: a document that crashes the parser or keeps it busy for ever fails alone."""

import asyncio
import html.entities  # noqa: F401  (two threads that import `html` and this, each first, lock each other out)
import os
from collections.abc import Callable
from time import monotonic
from typing import Self

from reader.library.preparing import prepare_document
from reader.library.worker import Worker
from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, RawFiles
from reader.model.source import Source

Parse = Callable[[Source, RawDocument | RawFiles], ParsedFeed | Failed]

INLINE_BYTES = 1_000_000
"""Read in this process in all: a few feeds are done sooner than a worker is up."""
INLINE_BYTES_EACH = 100_000
"""The largest document read in this process: a larger one can crash the parser, or keep it busy for minutes."""
SECONDS = 60.0
"""Longest time that a document may keep a worker busy."""
MOST_WORKERS = 8
PATIENCE = 0.5
"""Seconds for which the workers are all busy before there is another one, since its start takes a fifth of that."""


class Workers:
    """Does in a thread what is small, in a few processes the rest; a context manager that ends them."""

    def __init__(
        self, parse: Parse = prepare_document, *, inline_bytes: int = INLINE_BYTES, seconds: float = SECONDS
    ) -> None:
        self._parse = parse
        self._inline_bytes = inline_bytes
        self._seconds = seconds
        self._unstarted = min(os.cpu_count() or 1, MOST_WORKERS)
        self._started: list[Worker] = []
        self._started_at = 0.0
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
            return await worker.do(self._seconds, self._parse, source, raw)
        finally:
            self._idle.put_nowait(worker)

    async def _idle_worker(self) -> Worker:
        while self._idle.empty() and self._unstarted:
            patience = self._started_at + PATIENCE - monotonic() if self._started else 0.0
            if patience <= 0:
                return self._start()
            try:
                async with asyncio.timeout(patience):
                    return await self._idle.get()
            except TimeoutError:
                continue
        return await self._idle.get()

    def _start(self) -> Worker:
        self._unstarted -= 1
        self._started_at = monotonic()
        self._started.append(Worker())
        return self._started[-1]


def _sizes(raw: RawDocument | RawFiles) -> list[int]:
    return [len(raw.body)] if isinstance(raw, RawDocument) else [file.fingerprint.size for file in raw.files]
