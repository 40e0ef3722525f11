"""`newsreader reindex`."""

import argparse
import sys

from reader.library.indexing import drop_index, fill_index
from reader.library.library import Library
from reader.library.stories import group
from reader.text.counts import counted


def reindex(library: Library, args: argparse.Namespace) -> int:
    """Make all articles findable anew, by search and as related ones; stopped, the next refresh goes on with it."""
    drop_index(library)
    done = _fill_behind_a_bar(library) if sys.stdout.isatty() else _fill(library)
    print(f"Indexed {counted(done, 'article')}.")
    return 0


def _fill(library: Library) -> int:
    done = max((done for done, _ in fill_index(library)), default=0)
    for _ in group(library):
        pass
    return done


def _fill_behind_a_bar(library: Library) -> int:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    finished = 0
    with Progress(*columns, console=Console(highlight=False, emoji=False), transient=True) as bar:
        task = bar.add_task("Indexing", total=None)
        for finished, total in fill_index(library):
            bar.update(task, completed=finished, total=total)
        task = bar.add_task("Stories", total=None)
        for grouped, total in group(library):
            bar.update(task, completed=grouped, total=total)
    return finished
