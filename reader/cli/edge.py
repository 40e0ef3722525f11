"""The edge of the program: whatever happens becomes an exit status and at most one line on stderr."""

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence

from reader.cli.dispatch import run_command
from reader.cli.messages import complain
from reader.model.errors import ReaderError, UsageError

INTERRUPTED = 128 + 2
"""What a shell reports for a program that SIGINT ended."""


def run_safely(words: Sequence[str]) -> int:
    """Run a command line and give its exit status: 0 all well, 1 something failed, 2 wrong usage."""
    _speak_utf8()
    try:
        return _flushed(lambda: run_command(words))
    except BrokenPipeError:
        # Who reads our output has enough, `| head` for one. Python flushes once more when it ends, which must find a
        # descriptor that works: https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        complain("stopped; what was finished is kept")
        return INTERRUPTED
    except UsageError as error:
        complain(str(error))
        return 2
    except ReaderError as error:
        complain(str(error))
        return 1
    except OSError as error:
        what = f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
        complain(f"{what}; free some space and try again" if error.errno == errno.ENOSPC else f"{what}; try again")
        return 1


def _flushed(command: Callable[[], int]) -> int:
    try:
        status = command()
    except SystemExit as leaving:  # argparse leaves this way, after --help too
        status = leaving.code if isinstance(leaving.code, int) else 1
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


def _speak_utf8() -> None:
    # News is written in every script; a locale that lacks one must not turn a listing into an error.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
