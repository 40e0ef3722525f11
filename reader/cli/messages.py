"""Messages to the user: complaints on stderr, and how the work goes on stdout."""

import os
import sys


def complain(message: str) -> None:
    """Write one line about something that went wrong; it may quote what the user typed, but no password."""
    from reader.text.credentials import without_credentials
    from reader.text.safe import safe_line

    say(f"newsreader: {safe_line(without_credentials(message))}\n")


def say(text: str) -> None:
    """Write to stderr, what is safe and without passwords; if nobody can read it, the exit status tells enough."""
    try:
        print(text, end="", file=sys.stderr, flush=True)
    except OSError:
        silence(2)


def tell(line: str) -> None:
    """Write one line about work that goes on, also when nobody reads it any more."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        silence(1)


def silence(descriptor: int) -> None:
    """Let standard output, 1, or the errors', 2, lead nowhere, when their reader has gone.

    Python flushes it once more when it ends, which must find a descriptor that works:
    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
