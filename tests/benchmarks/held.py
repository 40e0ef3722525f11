"""Measure how articles follow J held down, with the sidebar and without it: `python -m tests.benchmarks.held`.

The articles are unread, so that each is marked read as it is opened.
"""

import re
import time
from argparse import ArgumentParser
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.library.library import Library, open_library
from reader.library.marking import set_read
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter
from tests.benchmarks.made_library import made_library
from tests.benchmarks.measuring import COLUMNS, ROWS, newsreader, percentile, print_heading, print_table
from tests.pty.terminal import PATIENCE, Terminal

REPEAT = 1 / 30
"""Seconds between two strokes of a key that is held down, as keyboards send it by default."""
SETTLED = 2.0
"""Seconds without output after which a reader has seen what others have marked, and counted anew."""
_REPORT = re.compile(rb"Report (\d{6})")


def held_seconds(reader: Terminal, first: int, strokes: int) -> list[float]:
    """Hold J down, and give for each stroke the time until its article's text, or a later one's, was painted.

    `first` is the number of the article that the first stroke opens; those after it count down.
    """
    began = len(reader.chunks)
    sent = []
    for _ in range(strokes):
        sent.append(reader.send("J"))
        reader.read_for(REPEAT)
    painted = _wait_for_last(reader, began, first - strokes + 1)
    return [
        next(at for at, serial in painted if serial <= first - number) - stroke for number, stroke in enumerate(sent)
    ]


def _wait_for_last(reader: Terminal, began: int, last: int) -> list[tuple[float, int]]:
    """Read until the last article was painted, and give when each was; of the chunks, those since `began` count.

    Not by `Terminal.wait_for`: it reads nothing while it interprets what came, for some tenths of a second here, which
    the last stroke's answer would seem to have taken.
    """
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        painted = list(_painted(reader.chunks[began:]))
        if painted and painted[-1][1] == last:
            return painted
        reader.read_for(REPEAT)
    raise TimeoutError(f"report {last} did not come")


def _painted(chunks: Sequence[tuple[float, bytes]]) -> Iterator[tuple[float, int]]:
    """Give when each report's number was there as a whole: it may have come in two chunks."""
    ends = list(accumulate(len(data) for _, data in chunks))
    for found in _REPORT.finditer(b"".join(data for _, data in chunks)):
        yield chunks[bisect_left(ends, found.end())][0], int(found[1])


def compare(data_dir: Path, articles: int, strokes: int, turns: int) -> dict[str, list[float]]:
    """Hold the key down in a reader with the sidebar and in one without, in turn."""
    with ExitStack() as stack:
        held = stack.enter_context(open_library(data_dir, data_dir))
        readers = {}
        for name, shown in (("without the sidebar", False), ("with it", True)):
            config_dir = Path(stack.enter_context(TemporaryDirectory()))
            (config_dir / "config.toml").write_text(f"[sidebar]\nshow = {str(shown).lower()}\n", encoding="utf-8")
            argv = newsreader(data_dir, config_dir=config_dir)
            readers[name] = stack.enter_context(Terminal(argv, COLUMNS, ROWS))
            readers[name].wait_for(f"Report {articles - 1:06d}")
        times: dict[str, list[float]] = {name: [] for name in readers}
        for turn in range(turns):
            for name, reader in readers.items():
                _mark_unread(held, (turn + 1) * strokes + 1)
                reader.settle(SETTLED)
                times[name] += held_seconds(reader, articles - 2 - turn * strokes, strokes)
    return times


def _mark_unread(held: Library, newest: int) -> None:
    set_read(held, article_ids(held, ArticleFilter(), newest), False)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--strokes", type=int, default=50, help="how often the key repeats while it is held")
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--articles", type=int, default=100_000)
    chosen = parser.parse_args()
    library = made_library(chosen.articles)
    print_heading(f"J held down in {chosen.articles:,} articles, each stroke to its article's text or a later one's")
    figures = compare(library, chosen.articles, chosen.strokes, chosen.turns)
    floor = percentile(next(iter(figures.values())), 99)
    print_table(
        ("", "p50 ms", "p99 ms", "strokes", "ratio of p99"),
        (
            (
                name,
                *(f"{1000 * percentile(times, percent):.1f}" for percent in (50, 99)),
                str(len(times)),
                f"{percentile(times, 99) / floor:.2f}",
            )
            for name, times in figures.items()
        ),
    )
