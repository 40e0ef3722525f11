"""Measure what starting costs: `python -m tests.benchmarks.start [--runs N]`."""

import sys
from argparse import ArgumentParser
from functools import partial
from pathlib import Path

from tests.benchmarks.made_library import made_library
from tests.benchmarks.measuring import (
    COLUMNS,
    ROWS,
    bare,
    cpu_seconds,
    interleaved,
    newsreader,
    peak_megabytes,
    print_heading,
    print_ratios,
)
from tests.pty.terminal import Terminal

A_ROW = r"\b\d{6} [A-Z]\w"
"""A row of a made library's list, or the bare program's only line."""
LONGER_THAN_A_START = 1.5
"""Seconds without output after which a program has painted all it wants to."""


def start_seconds(argv: list[str]) -> float:
    """Start a program in a terminal and give the time from exec to its first row on the screen."""
    with Terminal(argv, COLUMNS, ROWS) as terminal:
        terminal.settle(LONGER_THAN_A_START)
        return terminal.wait_for(A_ROW) - terminal.started_at


def start_megabytes(argv: list[str]) -> float:
    """Start a program in a terminal and give the most memory it held until it was at rest."""
    with Terminal(argv, COLUMNS, ROWS) as terminal:
        terminal.wait_for(A_ROW)
        terminal.settle(LONGER_THAN_A_START)
        return peak_megabytes(terminal.pid)


def measure(small: Path, large: Path, runs: int) -> None:
    """Measure and print all that concerns the start, over a small and a large library."""
    programs = {
        "bare Textual, one Static": bare("static"),
        "reader, 100 articles": newsreader(small),
        "reader, 100,000 articles": newsreader(large),
    }
    print_heading("Exec to the first row on the screen")
    print_ratios(interleaved({name: partial(start_seconds, argv) for name, argv in programs.items()}, runs), "ms")

    print_heading("Peak memory of a started program")
    print_ratios(
        interleaved({name: partial(start_megabytes, argv) for name, argv in programs.items()}, 3),
        "MB",
        scale=1,
    )

    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "newsreader --version": [*newsreader(large)[:1], "--version"],
        "newsreader articles --json --limit 20": newsreader(large, "articles", "--json", "--limit", "20"),
    }
    print_heading("Processor time of a command")
    print_ratios(interleaved({name: partial(cpu_seconds, argv) for name, argv in commands.items()}, runs), "ms")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--articles", type=int, default=100_000, help="in the large library")
    chosen = parser.parse_args()
    measure(made_library(100), made_library(chosen.articles), chosen.runs)
