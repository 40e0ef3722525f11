"""The entry point of the command; it imports next to nothing, so that starting costs next to nothing."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line `argv` (the process's own unless given) and give its exit status."""
    # Imports make many objects and no garbage; looking for it after every 700 would cost a twentieth of a start.
    gc.set_threshold(200_000)
    from reader.cli.edge import run_safely

    return run_safely(sys.argv[1:] if argv is None else argv)
