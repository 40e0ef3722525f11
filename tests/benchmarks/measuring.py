"""What the benchmarks share: taking turns, medians, and tables in Markdown."""

import compileall
import os
import platform
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

import reader

BARE = Path(__file__).with_name("bare.py")
PACKAGE = Path(reader.__file__).parent
COLUMNS, ROWS = 120, 36


def bare(*words: str) -> list[str]:
    """Give the command line of a bare Textual program."""
    return [sys.executable, str(BARE), *words]


def newsreader(data_dir: Path, *words: str, config_dir: Path | None = None) -> list[str]:
    """Give the command line of the reader, as installed beside this Python, over a library, by default without config.

    Its modules are compiled first, as they are for all who install it and as Textual's are here.
    """
    compileall.compile_dir(PACKAGE, quiet=1)
    command = str(Path(sys.executable).with_name("newsreader"))
    return [command, *words, "--data-dir", str(data_dir), "--config-dir", str(config_dir or data_dir)]


def interleaved(measures: Mapping[str, Callable[[], float]], runs: int) -> dict[str, list[float]]:
    """Measure each in turn, so that whatever else the machine does falls on all alike.

    One turn comes before, to warm caches, and does not count.
    """
    figures: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(runs + 1):
        for name, measure in measures.items():
            figure = measure()
            if turn > 0:
                figures[name].append(figure)
    return figures


def cpu_seconds(argv: Sequence[str]) -> float:
    """Run a command to its end and give the processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_megabytes(pid: int) -> float:
    """Give the most memory that a running process has held resident (VmHWM, see proc_pid_status(5))."""
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def percentile(figures: Sequence[float], percent: int) -> float:
    """Give the figure that so many percent of all do not exceed."""
    return statistics.quantiles(figures, n=100, method="inclusive")[percent - 1]


def print_heading(title: str) -> None:
    """Say what is measured, when, and with what."""
    versions = (
        f"Python {platform.python_version()}, Textual {version('textual')}, newsreader {version('newsreader-tui')}"
    )
    print(f"## {title}\n\n{date.today()}, {versions}, {os.cpu_count()} processors, a pty of {COLUMNS} x {ROWS}\n")  # noqa: DTZ011


def print_ratios(figures: Mapping[str, Sequence[float]], unit: str, scale: float = 1000) -> None:
    """Print medians and spread, and how each compares with the first of the same turn."""
    first = next(iter(figures.values()))
    rows = []
    for name, many in figures.items():
        shown = [f"{figure * scale:.1f}" for figure in (statistics.median(many), min(many), max(many))]
        # By turns, since a machine that is busy slows down both sides of a turn.
        ratio = statistics.median(figure / floor for figure, floor in zip(many, first, strict=True))
        rows.append((name, *shown, str(len(many)), f"{ratio:.2f}"))
    print_table(("", f"median {unit}", "least", "most", "runs", "median ratio"), rows)


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    print(f"| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print(flush=True)
