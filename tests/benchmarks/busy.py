"""Measure how keys are answered while many feeds refresh: `python -m tests.benchmarks.busy [--feeds N]`.

The refresh is a cold one over feeds of the made server, and the list that is moved in is that of all articles, which
grows meanwhile. Only keys that were sent while the refresh ran are counted.
"""

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library.library import open_library
from reader.library.sources import add_source, named_source
from tests.benchmarks.feed_server import address
from tests.benchmarks.made_library import fill
from tests.benchmarks.measuring import COLUMNS, ROWS, newsreader, percentile, print_heading, print_table
from tests.benchmarks.refresh import serving
from tests.pty.terminal import Terminal

HELD = 2000
"""Articles that are there before."""
APART = 0.1
"""Seconds between two keys."""


@contextmanager
def reader_of(feeds: int) -> Iterator[Terminal]:
    """Open the reader on a library of some articles, and of feeds that were never refreshed."""
    with tempfile.TemporaryDirectory(prefix="newsreader-busy-") as name:
        fill(Path(name), HELD)
        with open_library(Path(name), Path(name)) as library:
            for number in range(feeds):
                add_source(library, named_source(address(number)))
        with Terminal(newsreader(Path(name)), COLUMNS, ROWS) as reader:
            reader.wait_for(f"Report {HELD - 1:06d}")
            reader.settle(1)
            yield reader


def answer_seconds(reader: Terminal, key: str) -> float:
    """Press a key, and give the time to the first thing that was painted after it."""
    before = len(reader.chunks)
    sent = reader.send(key)
    while len(reader.chunks) == before:
        reader.read_for(0.001)
    answered = reader.chunks[before][0] - sent
    reader.read_for(APART)
    return answered


def keys() -> Iterator[str]:
    """Go down and up in the list, without an end."""
    while True:
        yield from "jjjjjkkkkk"


def compare(feeds: int, idle: int) -> dict[str, list[float]]:
    """Press keys while nothing happens, and then while the feeds refresh."""
    pressed = keys()
    with serving(feeds, 50), reader_of(feeds) as reader:
        figures = {"idle": [answer_seconds(reader, next(pressed)) for _ in range(idle)], "refreshing": []}
        reader.send("R")
        reader.wait_for("refreshing ")
        reader.settle(0.05)
        while any("refreshing " in line for line in reader.screen()):
            figures["refreshing"].append(answer_seconds(reader, next(pressed)))
    return figures


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--idle", type=int, default=200, help="keys that are pressed before the refresh")
    chosen = parser.parse_args()
    print_heading(f"Key to paint while {chosen.feeds} feeds of 50 articles refresh")
    times = compare(chosen.feeds, chosen.idle)
    floor = percentile(times["idle"], 99)
    rows = (
        (name, *(f"{1000 * percentile(some, percent):.1f}" for percent in (50, 99)), str(len(some)))
        for name, some in times.items()
    )
    ratios = (f"{percentile(some, 99) / floor:.2f}" for some in times.values())
    print_table(
        ("", "p50 ms", "p99 ms", "keys", "ratio of p99"),
        ((*row, ratio) for row, ratio in zip(rows, ratios, strict=True)),
    )
