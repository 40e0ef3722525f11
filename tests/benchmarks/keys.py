"""Measure how fast keys are answered: `python -m tests.benchmarks.keys [--keys N]`."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.made_library import made_library
from tests.benchmarks.measuring import COLUMNS, ROWS, bare, newsreader, print_heading, print_ratios
from tests.pty.terminal import Terminal

STILL = 0.1
"""Seconds without output after which a key counts as answered in full."""


def answer_seconds(terminal: Terminal, key: str) -> tuple[float, float]:
    """Press a key and give the time to the first and to the last output that it brings."""
    before = len(terminal.chunks)
    sent = terminal.send(key)
    terminal.settle(STILL)
    times = [came_at - sent for came_at, _ in terminal.chunks[before:]]
    assert times, f"nothing came for {key!r} within {STILL} seconds"
    return times[0], times[-1]


def alternate(programs: Sequence[Terminal], keys: Sequence[str]) -> list[list[tuple[float, float]]]:
    """Press each key in one program after the other, and give for each program how fast it answered."""
    answers: list[list[tuple[float, float]]] = [[] for _ in programs]
    for key in keys:
        for program, times in zip(programs, answers, strict=True):
            times.append(answer_seconds(program, key))
    return answers


def measure_answers(data_dir: Path, articles: int, title: str, keys: Sequence[str]) -> None:
    """Compare the reader's list with a bare one of the same length, both open at the same time."""
    newest = rf"\b{articles - 1:06d} "
    with (
        Terminal(bare("lines", str(articles)), COLUMNS, ROWS) as floor,
        Terminal(newsreader(data_dir), COLUMNS, ROWS) as reader,
    ):
        for program in (floor, reader):
            program.wait_for(newest)
            program.settle(1)
        alternate((floor, reader), [keys[0]])
        of_floor, of_reader = alternate((floor, reader), keys)
    print_heading(f"{title}, {articles:,} articles")
    for name, part in (("first output", 0), ("last output", 1)):
        print(f"Key to {name}:\n")
        figures = {
            "bare `render_line` list": [answer[part] for answer in of_floor],
            "reader": [answer[part] for answer in of_reader],
        }
        print_ratios(figures, "ms")


def opening_seconds(data_dir: Path, articles: int, openings: int) -> list[float]:
    """Open one article after the other and give the time from the key to the article's text on the screen."""
    times = []
    with Terminal(newsreader(data_dir), COLUMNS, ROWS) as reader:
        reader.wait_for(rf"\b{articles - 1:06d} ")
        reader.settle(1)
        reader.send("\r")
        for serial in range(articles - 1, articles - 1 - openings, -1):
            reader.wait_for(f"Report {serial:06d}")
            reader.settle(STILL)
            sent = reader.send("J")
            reader.settle(STILL)
            times.append(reader.wait_for(f"Report {serial - 1:06d}") - sent)
    return times


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=60, help="how often each is pressed")
    parser.add_argument("--articles", type=int, default=100_000)
    chosen = parser.parse_args()
    library = made_library(chosen.articles)
    measure_answers(library, chosen.articles, "Cursor down", ["j"] * chosen.keys)
    print_heading("Open an article of 3 KB, key to its text on the screen")
    print_ratios({"reader": opening_seconds(library, chosen.articles, chosen.keys)}, "ms")
