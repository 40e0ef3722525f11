"""Measure how a long list scrolls: `python -m tests.benchmarks.list [--keys N]`."""

from argparse import ArgumentParser

from tests.benchmarks.keys import measure_answers
from tests.benchmarks.made_library import made_library

PAGE_DOWN = "\x1b[6~"

if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=30, help="how often each is pressed")
    parser.add_argument("--articles", type=int, default=100_000)
    chosen = parser.parse_args()
    library = made_library(chosen.articles)
    measure_answers(library, chosen.articles, "Page down", [PAGE_DOWN] * chosen.keys)
    measure_answers(library, chosen.articles, "To the bottom and back to the top", ["G", "g"] * (chosen.keys // 2))
