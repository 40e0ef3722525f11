"""The refresher: a process of its own that fetches, parses and stores, so that no feed can hold the screen up.

It is `python -P -m reader refresh --json` (or `add --json`); what it prints is all the screen knows of it. `-P` keeps
Python from importing what lies in the current directory, which may be a folder of strangers' files.
"""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

LONGEST_LINE = 1 << 26
"""Bytes of a line that are accepted; it may name every unreadable file of a large folder."""

NICENESS = 10
"""How far the refresher and its workers stand back behind the screen, see nice(1)."""

PREFIX = "newsreader: "
"""What the command line puts before a complaint."""

Report = Mapping[str, Any]
"""One line of the refresher; the keys are those of `refresh --json`."""


class Refresher:
    """Runs the refresher. Commands that refresh wait for each other by themselves, whoever started them."""

    def __init__(self, data_dir: Path, config_dir: Path) -> None:
        self._directories = {"NEWSREADER_DATA_DIR": str(data_dir), "NEWSREADER_CONFIG_DIR": str(config_dir)}
        self._processes: set[Process] = set()

    async def run(self, *words: str, given: str = "") -> AsyncIterator[Report]:
        """Run a command and give each line as it comes.

        `given` is what it reads from standard input: other users can see its words. A refresher that ends without its
        last line yields {"outcome": "died"}.
        """
        try:
            process = await self._start(words)
        except OSError as error:
            yield {"outcome": "died", "error": f"The refresher could not be started: {error.strerror}."}
            return
        self._processes.add(process)
        try:
            await self._give(process, given)
            async for report in self._reports(process):
                yield report
        finally:
            await self._end(process)

    async def _start(self, words: tuple[str, ...]) -> Process:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "reader", *words),
            env=os.environ | self._directories,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            limit=LONGEST_LINE,
            start_new_session=True,
        )
        with suppress(OSError, AttributeError):  # it ended already; or the system has no priorities
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        return process

    async def _give(self, process: Process, given: str) -> None:
        assert process.stdin is not None
        with suppress(ConnectionError):  # it ended before it had read all; why, its last words tell
            process.stdin.write(given.encode("utf-8", "surrogateescape"))
            await process.stdin.drain()
        process.stdin.close()

    async def _reports(self, process: Process) -> AsyncIterator[Report]:
        assert process.stdout is not None
        assert process.stderr is not None
        complaint = asyncio.create_task(process.stderr.read())
        done = False
        async for line in process.stdout:
            with suppress(ValueError):
                report = json.loads(line)
                done = done or report.get("outcome") == "done"
                yield report
        await process.wait()  # nothing is left to come, so it ends by itself and needs no signal
        words = (await complaint).decode(errors="replace").strip().splitlines()
        if not done:
            said = words[-1].removeprefix(PREFIX) if words else "The refresher ended without a word."
            yield {"outcome": "died", "error": said}

    async def close(self) -> None:
        """End what is running; what it has stored stays stored."""
        for process in list(self._processes):
            await self._end(process)

    async def _end(self, process: Process) -> None:
        self._processes.discard(process)
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
