"""Drive a program in a terminal of its own, as a user would, and see what the user would see."""

import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import termios
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 30.0
"""Seconds to wait for what should come at once on an idle machine."""
_POLL = 0.05


class Terminal:
    """A program running in a pty, with every byte it wrote and the screen that the bytes add up to."""

    def __init__(
        self,
        argv: Sequence[str],
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        """Start `argv`, found on PATH, with `env` on top of this process's environment."""
        self.chunks: list[tuple[float, bytes]] = []
        """What was read, each with the time.perf_counter() at which it came."""
        self.status: int | None = None
        """The exit status, -N if signal N ended the program; None while it runs."""
        self.usage: resource.struct_rusage | None = None
        """What the program cost; None while it runs."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._interpreted = 0
        environment = _environment(env or {})
        self.started_at = time.perf_counter()
        self.pid, self._fd = _start(argv, environment, columns, rows, cwd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def raw(self) -> bytes:
        """Every byte read so far."""
        return b"".join(data for _, data in self.chunks)

    def screen(self) -> list[str]:
        """Give the screen as read so far, a string for each row."""
        while self._interpret():
            pass
        return self._lines()

    def send(self, keys: str | bytes) -> float:
        """Type `keys` and give the time.perf_counter() at which that was done."""
        left = keys.encode() if isinstance(keys, str) else keys
        now = time.perf_counter()
        while left:
            left = left[os.write(self._fd, left) :]
        return now

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size and tell the program, as a window manager would."""
        self.screen()
        self._screen.resize(rows, columns)
        _set_size(self._fd, columns, rows)

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> float:
        """Read until `pattern` is on the screen; give the time.perf_counter() at which the bytes that showed it came.

        Rows are separated by newlines. Raises TimeoutError, with the screen in its message.
        """
        found = re.compile(pattern).search
        return self.wait_until(lambda lines: found("\n".join(lines)) is not None, timeout, f"{pattern!r}")

    def wait_gone(self, text: str) -> None:
        """Read until a text is no longer on the screen."""
        self.wait_until(lambda screen: text not in "\n".join(screen), name=f"a screen without {text!r}")

    def wait_until(
        self, condition: Callable[[list[str]], bool], timeout: float = PATIENCE, name: str = "the condition"
    ) -> float:
        """Read until the screen's rows meet `condition`; otherwise like `wait_for`."""
        deadline = time.perf_counter() + timeout
        came_at = self.chunks[self._interpreted - 1][0] if self._interpreted else self.started_at
        while not condition(self._lines()):
            while self._interpreted == len(self.chunks):
                if time.perf_counter() > deadline or not self._read(_POLL):
                    raise TimeoutError(f"{name} did not come; the screen is:\n" + "\n".join(self._lines()))
            came_at = self.chunks[self._interpreted][0]
            self._interpret()
        return came_at

    def settle(self, still: float, timeout: float = PATIENCE) -> None:
        """Read until nothing came for `still` seconds. Nothing is interpreted meanwhile, so the times are exact."""
        deadline = time.perf_counter() + timeout
        quiet_since = time.perf_counter()
        while time.perf_counter() < min(deadline, quiet_since + still):
            before = len(self.chunks)
            if not self._read(still / 10):
                return
            if len(self.chunks) > before:
                quiet_since = time.perf_counter()

    def read_for(self, seconds: float) -> None:
        """Read what comes in that time. Nothing is interpreted meanwhile, so the times are exact."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0 and self._read(left):
            pass

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Read until the program ends by itself and give its exit status. Raises TimeoutError."""
        deadline = time.perf_counter() + timeout
        while not self._ended():
            if time.perf_counter() > deadline:
                raise TimeoutError("the program did not end; the screen is:\n" + "\n".join(self.screen()))
            self._read(_POLL)
        while self._read(0) and select.select([self._fd], [], [], 0)[0]:
            pass
        assert self.status is not None
        return self.status

    def kill(self) -> None:
        """End the program at once with SIGKILL, as a crash or a power cut would; what it started is left alone."""
        if not self._ended():
            os.kill(self.pid, signal.SIGKILL)
            self.wait_exit()

    def close(self) -> None:
        """End the program and whatever it started in this terminal."""
        if self._fd < 0:
            return
        if not self._ended():
            os.kill(self.pid, signal.SIGTERM)
        deadline = time.perf_counter() + 2
        # Reading on: a program that waits for its output to be taken can't end.
        while not self._ended() and time.perf_counter() < deadline:
            self._read(_POLL)
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        while not self._ended():
            self._read(_POLL)
        os.close(self._fd)
        self._fd = -1

    def _read(self, timeout: float) -> bool:
        """Take in what comes within `timeout` seconds; False when nothing can come any more."""
        if not select.select([self._fd], [], [], timeout)[0]:
            return True
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so when the last process has closed its end
            return False
        if data:
            self.chunks.append((time.perf_counter(), data))
        return bool(data)

    def _interpret(self) -> bool:
        """Let the next chunk change the screen; False when there is none."""
        if self._interpreted == len(self.chunks):
            return False
        self._stream.feed(self.chunks[self._interpreted][1])
        self._interpreted += 1
        return True

    def _lines(self) -> list[str]:
        # Not pyte's own `display`, which fails on the empty second cell of a wide character.
        cells = self._screen.buffer
        return [
            "".join(cells[y][x].data for x in range(self._screen.columns)).rstrip() for y in range(self._screen.lines)
        ]

    def _ended(self) -> bool:
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self.status, self.usage = os.waitstatus_to_exitcode(status), usage
        return self.status is not None


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    fixed = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
    return {**inherited, **fixed, **changes}


def _start(argv: Sequence[str], env: Mapping[str, str], columns: int, rows: int, cwd: Path | None) -> tuple[int, int]:
    with warnings.catch_warnings():
        # Python 3.12 warns of forking a process with threads; the child does nothing but exec.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid, fd = pty.fork()
    if pid == 0:
        try:
            _set_size(0, columns, rows)
            if cwd is not None:
                os.chdir(cwd)
            os.execvpe(argv[0], list(argv), dict(env))
        finally:
            os._exit(127)
    return pid, fd


def _set_size(fd: int, columns: int, rows: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
