"""One process that works for this one: it is given a function and values, and gives back what comes of them.

It is started without `multiprocessing`, which would start a process more and import twice as much.
"""

import asyncio
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from reader.library.working import HEAD, packed
from reader.model.outcome import Failed

_BEGIN = "import sys; sys.path[:] = sys.argv[2:]; from reader.library.working import work; work(int(sys.argv[1]))"

P = ParamSpec("P")
R = TypeVar("R")


class Worker:
    """A process, started when it is needed first; one that dies of its work is replaced for the next."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def do(self, seconds: float, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | Failed:
        """Have a function called; Failed if that takes longer than some seconds or ends the process."""
        what = "crashed"
        done = False
        try:
            async with asyncio.timeout(seconds):
                result, error = await self._ask(packed((work, args, kwargs)))
            done = True
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except TimeoutError:
            what = f"was not done after {seconds:.0f} seconds"
        finally:
            if not done:
                self.stop()
        if not done:
            return Failed(f"the parser {what}, so nothing of this was stored; please report it with the source")
        if error is not None:
            raise error
        value: R = result
        return value

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._streams:
            self._streams[1].close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._process = self._streams = None

    async def _ask(self, request: bytes) -> tuple[Any, Exception | None]:
        reader, writer = self._streams or await self._start()
        writer.write(request)
        (size,) = HEAD.unpack(await reader.readexactly(HEAD.size))
        answer: tuple[Any, Exception | None] = pickle.loads(await reader.readexactly(size))  # noqa: S301 - it is ours
        return answer

    async def _start(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        ours, theirs = socket.socketpair()
        with theirs:
            # It finds modules where this process does, but not in the current directory, which can be anybody's files.
            command = [sys.executable, "-P", "-c", _BEGIN, str(theirs.fileno()), *filter(None, sys.path)]
            nowhere = subprocess.DEVNULL
            self._process = subprocess.Popen(
                command, pass_fds=[theirs.fileno()], stdin=nowhere, stdout=nowhere, stderr=nowhere
            )
        self._streams = await asyncio.open_connection(sock=ours, limit=2**20)
        return self._streams
