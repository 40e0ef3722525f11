"""From the words of a command line to the function that does the work."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

from reader.cli.messages import complain
from reader.cli.parser import COMMANDS, parse

if TYPE_CHECKING:
    from reader.library.library import Library

Run = Callable[["Library", argparse.Namespace], int]


def run_command(words: Sequence[str]) -> int:
    """Parse and run a command line and give its exit status. Raises ReaderError, or SystemExit as argparse does."""
    args = parse(words)
    if args.command == "completion":
        from reader.cli.completion import completion

        return completion(args.shell)
    run = runner(args.command)
    from reader.library.library import open_library

    with open_library(args.data_dir, args.config_dir) as library:
        if args.command is not None:  # the screen shows them itself
            from reader.cli.settings import complaints_of

            for complaint in complaints_of(library):
                complain(complaint)
        return run(library, args)


def runner(command: str | None) -> Run:
    """Give the function that runs a command; it has the command's name, and its module is imported only now."""
    if command is None:
        from reader.cli.open import open_reader

        return open_reader
    name = f"{command}_" if iskeyword(command) else command
    run: Run = getattr(import_module(f"reader.cli.{COMMANDS[command].module}"), name)
    return run
