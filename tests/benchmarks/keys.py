"""Measure how fast keys are answered: `python -m tests.benchmarks.keys [--keys N]`."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.made_library import made_library
from tests.benchmarks.measuring import COLUMNS, ROWS, bare, newsreader, print_heading, print_ratios
from tests.pty.terminal import Terminal

LIST_HEIGHT = 10
"""Lines of the reader's list on a screen of that size."""
STILL = 0.25
"""Seconds without output after which a program is at rest."""
Painted = Callable[[Terminal, float], float]
"""Given a program and when a key was sent to it, reads until the answer is painted and gives the time it came."""


def answer_seconds(program: Terminal, key: str, painted: Painted) -> float:
    """Press a key in a program that is at rest, and give the time to its answer."""
    program.settle(STILL)
    program.screen()
    sent = program.send(key)
    program.settle(STILL)
    return painted(program, sent) - sent


def row_painted(serial: int) -> Painted:
    """Wait for the row of an article to be painted, as it is when the cursor comes to it."""

    def painted(program: Terminal, sent: float) -> float:
        return next(at for at, data in program.chunks if at > sent and f"{serial:06d} ".encode() in data)

    return painted


def text_shown(serial: int) -> Painted:
    """Wait for the text of an article to be on the screen."""
    return lambda program, _: program.wait_for(f"Report {serial:06d}")


@contextmanager
def both_lists(data_dir: Path, articles: int) -> Iterator[dict[str, Terminal]]:
    """Open the reader's list and bare ones of the same length at the same time.

    One is as high as the reader's list, so that both scroll at the same keys, which costs more than to move within what
    is in sight; the other one fills the screen, and scrolls later.
    """
    with (
        Terminal(bare("lines", str(articles), str(LIST_HEIGHT)), COLUMNS, ROWS) as floor,
        Terminal(bare("lines", str(articles)), COLUMNS, ROWS) as high,
        Terminal(newsreader(data_dir), COLUMNS, ROWS) as reader,
    ):
        programs = {
            f"bare `render_line` list, {LIST_HEIGHT} lines high": floor,
            f"the same, {ROWS} lines high": high,
            "reader": reader,
        }
        for program in programs.values():
            program.wait_for(rf"\b{articles - 1:06d} ")
            program.settle(1)
        yield programs


def alternate(programs: Mapping[str, Terminal], presses: Iterable[tuple[str, Painted]]) -> dict[str, list[float]]:
    """Press each key in one program after the other, and give for each program how fast it answered.

    The first one warms up and does not count.
    """
    answers: dict[str, list[float]] = {name: [] for name in programs}
    for key, painted in presses:
        for name, program in programs.items():
            answers[name].append(answer_seconds(program, key, painted))
    return {name: times[1:] for name, times in answers.items()}


def opening_seconds(data_dir: Path, articles: int, key: str, openings: int) -> list[float]:
    """Open one article after the other, and give the time from the key to the article's text on the screen."""
    times = []
    with Terminal(newsreader(data_dir), COLUMNS, ROWS) as reader:
        reader.wait_for(f"Report {articles - 1:06d}")
        for serial in range(articles - 2, articles - 2 - openings, -1):
            times.append(answer_seconds(reader, key, text_shown(serial)))
    return times


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=60, help="how often each is pressed")
    parser.add_argument("--articles", type=int, default=100_000)
    chosen = parser.parse_args()
    library = made_library(chosen.articles)
    print_heading(f"Cursor down in {chosen.articles:,} articles, key to paint")
    with both_lists(library, chosen.articles) as programs:
        serials = range(chosen.articles - 2, chosen.articles - 3 - chosen.keys, -1)
        print_ratios(alternate(programs, (("j", row_painted(serial)) for serial in serials)), "ms")
    print_heading("Open an article of 3 KB, key to its text on the screen")
    opened = opening_seconds(library, chosen.articles, "J", chosen.keys)
    passed = opening_seconds(library, chosen.articles, "j", chosen.keys)
    print_ratios({"opened with `J`": opened, "shown as the cursor passes with `j`": passed}, "ms")
