"""The one thread of a refresh that writes: what waits for it together goes into one transaction."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Concatenate, NamedTuple, ParamSpec, Self, TypeVar

from reader.library.indexing import BREATH
from reader.library.library import Library
from reader.store.database import writing

LONGEST = 0.05
"""Seconds after which a transaction takes in no more: a reader's mark waits for its end."""

P = ParamSpec("P")
R = TypeVar("R")


class _Piece(NamedTuple):
    work: Callable[[], Any]
    written: asyncio.Future[Any]


class _Writing(NamedTuple):
    piece: _Piece
    result: Any
    error: BaseException | None


class Writer:
    """Calls functions that use a library; a context manager that waits for the one that is called just then."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._thread = ThreadPoolExecutor(1, "writer")
        self._waiting: deque[_Piece] = deque()
        self._called = False
        """Whether the thread is to write what waits, or is at it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.clear()  # if there is any, nobody waits for it any more
        self._thread.shutdown()

    async def alone(self, function: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function that reads, or that sees to its transactions itself."""
        work = partial(function, self._library, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def together(self, function: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function that writes a little, in one transaction with others; what it raises undoes it alone."""
        work = partial(function, self._library, *args, **kwargs)
        piece = _Piece(work, asyncio.get_running_loop().create_future())
        self._waiting.append(piece)
        self._call()
        written: R = await piece.written
        return written

    def _call(self) -> None:
        if self._waiting and not self._called:
            self._called = True
            self._thread.submit(self._write, asyncio.get_running_loop())

    def _write(self, loop: asyncio.AbstractEventLoop) -> None:
        written: list[_Writing] = []
        try:
            with writing(self._library.connection) as connection:
                stop_at = time.monotonic() + LONGEST
                while self._waiting:
                    written.append(self._do(self._waiting.popleft()))
                    if not connection.in_transaction:  # a full disk has undone all of it
                        raise written[-1].error or AssertionError("the transaction has ended")
                    if time.monotonic() >= stop_at:
                        break
        except BaseException as error:
            undone = [it.piece for it in written]
            if not undone and self._waiting:
                undone = [self._waiting.popleft()]
            written = [_Writing(piece, None, error) for piece in undone]
        loop.call_soon_threadsafe(self._settle, written)
        time.sleep(BREATH)

    def _do(self, piece: _Piece) -> _Writing:
        try:
            with writing(self._library.connection):
                return _Writing(piece, piece.work(), None)
        except Exception as error:
            return _Writing(piece, None, error)

    def _settle(self, written: list[_Writing]) -> None:
        for (_, future), result, error in written:
            if future.cancelled():
                continue
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)
        self._called = False
        self._call()
