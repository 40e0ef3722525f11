"""From the words of a command line to the function that does the work; each command is imported when it is run."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.messages import complain
from reader.cli.parser import parse

if TYPE_CHECKING:
    from reader.library.library import Library


def run_command(words: Sequence[str]) -> int:
    """Parse and run a command line and give its exit status. Raises ReaderError, or SystemExit as argparse does."""
    args = parse(words)
    if args.command == "completion":
        from reader.cli.completion import completion

        return completion(args.shell)
    from reader.library.library import open_library

    given = vars(args)
    with open_library(given.get("data_dir"), given.get("config_dir")) as library:
        return _run(library, args)


def _run(library: "Library", args: argparse.Namespace) -> int:
    if args.command is None:
        from reader.cli.open import open_reader

        return open_reader(library, args.sources)
    for complaint in library.complaints:
        complain(complaint)
    match args.command:
        case "add":
            from reader.cli.add import add

            return add(library, args)
        case "remove":
            from reader.cli.remove import remove

            return remove(library, args)
        case "refresh":
            from reader.cli.refresh import refresh

            return refresh(library, args)
        case "feeds":
            from reader.cli.feeds import feeds

            return feeds(library, args)
        case "articles":
            from reader.cli.articles import articles

            return articles(library, args)
        case "show":
            from reader.cli.show import show

            return show(library, args)
        case "related":
            from reader.cli.related import related

            return related(library, args)
        case "search":
            from reader.cli.articles import search

            return search(library, args)
        case "bookmark":
            from reader.cli.marks import bookmark

            return bookmark(library, args)
        case "read":
            from reader.cli.marks import read

            return read(library, args)
    raise AssertionError(args.command)
