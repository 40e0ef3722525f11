"""`newsreader reindex`."""

import argparse
import sys

from reader.library.grouping import group
from reader.library.indexing import drop_index, fill_index
from reader.library.library import Library
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
    from reader.cli.progress import counting_bars

    finished = 0
    with counting_bars() as bars:
        task = bars.add_task("Indexing", total=None)
        for finished, total in fill_index(library):
            bars.update(task, completed=finished, total=total)
        task = bars.add_task("Stories", total=None)
        for grouped, total in group(library):
            bars.update(task, completed=grouped, total=total)
    return finished
