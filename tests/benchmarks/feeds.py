"""Measure a long list of feeds against a short one: `python -m tests.benchmarks.feeds [--keys N]`."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library.library import open_library
from reader.library.sources import add_source
from reader.library.storing import store_files
from reader.model.article import ArticleContent
from reader.model.body import RawBody
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.model.source import Source, SourceKind
from tests.benchmarks.keys import answer_seconds
from tests.benchmarks.made_library import LATEST
from tests.benchmarks.measuring import COLUMNS, ROWS, newsreader, print_heading, print_ratios
from tests.pty.terminal import Terminal

FEW, MANY = 10, 1000
FOLDERS = {FEW: 4, MANY: 40}
ARTICLES = 20
"""Of each feed."""


@contextmanager
def reader_of(feeds: int) -> Iterator[Terminal]:
    """Open the reader on so many feeds in folders, its cursor on the first folder."""
    with tempfile.TemporaryDirectory(prefix="newsreader-feeds-") as name:
        fill(Path(name), feeds)
        with Terminal(newsreader(Path(name)), COLUMNS, ROWS) as program:
            program.wait_for("Folder 00")
            program.settle(1)
            for key in "hjjjj":
                program.send(key)
                program.settle(0.3)
            yield program


def fill(data_dir: Path, feeds: int) -> None:
    """Store so many feeds of a few articles."""
    with open_library(data_dir, data_dir) as library:
        for number in range(feeds):
            source = Source(SourceKind.URL, f"https://made.invalid/feed-{number:03d}.xml")
            folder = f"Folder {number % FOLDERS[feeds]:02d}"
            feed = add_source(library, source, title=f"Paper {number:03d}", folder=folder)
            entries = tuple(_entry(feeds, number, article) for article in range(ARTICLES))
            store_files(library, feed, ParsedFeed(FeedKind.RSS, feed.title, None, entries), {})


def _entry(feeds: int, feed: int, article: int) -> ParsedEntry:
    name = f"{feed:03d}-{article:03d}"
    html = f"<p>Report {name} of {feeds} feeds.</p>"
    return ParsedEntry(name, ArticleContent(name, f"Report {name}", published_at=LATEST, body=RawBody(html)), html)


def first_painted(program: Terminal, sent: float) -> float:
    """Give the time of the first paint after a key."""
    return next(at for at, _ in program.chunks if at > sent)


def last_painted(program: Terminal, sent: float) -> float:
    """Give the time at which the program came to rest after a key."""
    return max(at for at, _ in program.chunks if at > sent)


MEASURES: dict[str, tuple[str, Callable[[Terminal, float], float]]] = {
    "Cursor down and up in the feeds, key to paint": ("jk", first_painted),
    "Cursor down and up in the feeds, key to rest": ("jk", last_painted),
    "Fold and unfold a folder, key to rest": ("\r", last_painted),
}


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=30, help="how often each is pressed")
    chosen = parser.parse_args()
    with reader_of(FEW) as few, reader_of(MANY) as many:
        for name, (keys, painted) in MEASURES.items():
            print_heading(f"{name}, {MANY:,} feeds in {FOLDERS[MANY]} folders against {FEW} in {FOLDERS[FEW]}")
            figures: dict[str, list[float]] = {f"{FEW} feeds": [], f"{MANY:,} feeds": []}
            for turn in range(chosen.keys):
                for program, times in zip((few, many), figures.values(), strict=True):
                    times.append(answer_seconds(program, keys[turn % len(keys)], painted))
            print_ratios({label: times[2:] for label, times in figures.items()}, "ms")
