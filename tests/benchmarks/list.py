"""Measure how a long list scrolls: `python -m tests.benchmarks.list [--keys N]`."""

import re
from argparse import ArgumentParser

from tests.benchmarks.keys import alternate, both_lists
from tests.benchmarks.made_library import made_library
from tests.benchmarks.measuring import print_heading, print_ratios
from tests.pty.terminal import Terminal

PAGE_DOWN = "\x1b[6~"
ANSWERS = {
    "Page down": (PAGE_DOWN, PAGE_DOWN),
    "To the bottom and back to the top": ("G", "g"),
}


def other_rows_painted(program: Terminal, _: float) -> float:
    """Wait for other rows to be on the screen than before the key."""
    seen: list[list[str]] = []

    def changed(lines: list[str]) -> bool:
        seen.append(re.findall(r"\b\d{6} ", "\n".join(lines)))
        return seen[-1] != seen[0]

    return program.wait_until(changed)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=30, help="how often each is pressed")
    parser.add_argument("--articles", type=int, default=100_000)
    chosen = parser.parse_args()
    library = made_library(chosen.articles)
    for name, keys in ANSWERS.items():
        print_heading(f"{name} in {chosen.articles:,} articles, key to paint")
        with both_lists(library, chosen.articles) as programs:
            presses = [(key, other_rows_painted) for key in keys * (chosen.keys // 2)]
            print_ratios(alternate(programs, presses), "ms")
