"""The edge of the program: whatever happens becomes an exit status and at most one line on stderr."""

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence

from reader.cli.messages import complain, silence
from reader.model.errors import ReaderError, UsageError

INTERRUPTED = 128 + 2
"""What a shell reports for a program that SIGINT ended."""
_READ_ONLY = "check that you may write there"
_ADVICE = {
    errno.ENOSPC: "free some space and try again",
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


def run_safely(words: Sequence[str]) -> int:
    """Run a command line and give its exit status: 0 all well, 1 something failed, 2 wrong usage."""
    _open_missing_streams()
    _speak_utf8()
    try:
        return _flushed(lambda: _run(words))
    except BrokenPipeError:  # who reads our output has enough, `| head` for one
        silence(1)
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
        complain(f"{what}; {_ADVICE.get(error.errno or 0, 'try again')}")
        return 1
    except Exception as error:
        complain(f"newsreader has an error of its own here, please report it: {error!r}")
        return 1


def _run(words: Sequence[str]) -> int:
    if list(words) == ["--version"]:  # the grammar of the command line would take longer than the answer
        from reader import __version__

        print(f"newsreader {__version__}")
        return 0
    from reader.cli.dispatch import run_command

    return run_command(words)


def _flushed(command: Callable[[], int]) -> int:
    try:
        status = command()
    except SystemExit as leaving:  # argparse leaves this way, after --help too
        status = leaving.code if isinstance(leaving.code, int) else 1
    sys.stdout.flush()
    return status


def _open_missing_streams() -> None:
    # A shell's `>&-` and some timers start a program without; Python then has None for the stream.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115, PTH123 - open as long as the program runs


def _speak_utf8() -> None:
    # News is written in every script; a locale that lacks one must not turn a listing into an error.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
