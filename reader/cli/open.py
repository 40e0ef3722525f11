"""`newsreader [SOURCE...]`: opens the reader. The one place where the command line knows the screen."""

import argparse
import sys

from reader.library.library import Library
from reader.model.errors import UsageError


def open_reader(library: Library, args: argparse.Namespace) -> int:
    """Open the reader on the sources that are named. Raises UsageError without a terminal or a usable source."""
    if not has_terminal():
        raise UsageError("The reader needs a terminal; `newsreader articles` lists articles without one.")
    if args.sources:
        from reader.cli.opening import add_sources  # the commonest start names none, and need not import so much

        opened = add_sources(library, args.sources)
        selected, to_refresh, to_add, complaints = opened
    else:
        from reader.library.guide import ensure_guide

        ensure_guide(library)
        selected, to_refresh, to_add, complaints = None, [], [], []
    from reader.tui.app import run

    return run(library, selected, (*library.complaints, *complaints), to_refresh, to_add)


def has_terminal() -> bool:
    """Tell whether there is a keyboard and a screen."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
