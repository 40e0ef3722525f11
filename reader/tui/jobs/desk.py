"""Three threads that use the library for the screen, so that reading waits neither for long work nor for writing."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from reader.library.library import Library

P = ParamSpec("P")
T = TypeVar("T")
Use = Callable[Concatenate[Library, P], T]
"""A use case of the library."""


class Desk:
    """Runs use cases of one library off the event loop, each kind in order."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._reader = ThreadPoolExecutor(1, "read")
        self._aside = ThreadPoolExecutor(1, "aside")
        self._writer = ThreadPoolExecutor(1, "write")

    async def read(self, use: Use[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case that only reads. A caller that is cancelled while waiting for its turn costs nothing."""
        return await self._run(self._reader, lambda: use(self.library, *args, **kwargs))

    async def read_aside(self, use: Use[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case that only reads but takes longer, so that an article that is opened does not wait for it."""
        return await self._run(self._aside, lambda: use(self.library, *args, **kwargs))

    async def write(self, use: Use[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case that writes. What was begun is finished, also if the caller is cancelled."""
        return await asyncio.shield(self._run(self._writer, lambda: use(self.library, *args, **kwargs)))

    async def _run(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(threads, work)

    def close(self) -> None:
        """Finish what is being written, and stop."""
        self._reader.shutdown(cancel_futures=True)
        self._aside.shutdown(cancel_futures=True)
        self._writer.shutdown()
