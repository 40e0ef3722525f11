"""Measure refreshes beside newsboat's, if it is installed: `python -m tests.benchmarks.refresh [--feeds N,N]`.

newsboat is at its best here: its database is analysed (else it reads all articles once for each feed), and refreshed a
second time before it is measured, as it keeps validators from then on only.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.request import urlopen

from reader.library.library import DATABASE_NAME, open_library
from reader.library.sources import add_source, named_source
from tests.benchmarks.feed_server import address
from tests.benchmarks.measuring import newsreader, print_heading, print_table

NEWSBOAT_THREADS = 16


class Cost(NamedTuple):
    """What a refresh took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time of the program and all that it started."""
    megabytes: float
    """Most memory that one process held resident."""


class Scenario(NamedTuple):
    """A refresh of a certain kind."""

    name: str
    settings: str
    """What the server is told before."""
    cold: bool = False
    """Whether it is the first refresh of all."""


QUIET = "latency=0&conditional=1&changed=0"
SCENARIOS = {
    "cold": Scenario("cold", QUIET, cold=True),
    "304": Scenario("all 304", QUIET),
    "far": Scenario("all 304, 100 ms away", "latency=0.1&conditional=1&changed=0"),
    "same": Scenario("200, the same bodies", "latency=0&conditional=0&changed=0"),
    "changed": Scenario("5 % changed", "latency=0&conditional=1&changed=0.05"),
}
"""The first comes first: it leaves what the others begin with."""
FIGURES = (("wall s", 2), ("CPU s", 2), ("MB", 0))


class Client:
    """A program that refreshes feeds in a folder of its own."""

    def __init__(self, name: str, folder: Path, feeds: int) -> None:
        self.name, self.folder = name, folder
        folder.mkdir()
        self.addresses = [address(number) for number in range(feeds)]
        if name == "newsboat":
            (folder / "urls").write_text("\n".join(self.addresses))
            (folder / "config").write_text(f"reload-threads {NEWSBOAT_THREADS}\n")
            files = ("-u", folder / "urls", "-c", self.database, "-C", folder / "config")
            self.command = ["newsboat", *map(str, files), "-x", "reload"]
        else:
            self.command = newsreader(folder, "refresh")

    @property
    def database(self) -> Path:
        """The file that it keeps articles in."""
        return self.folder / ("cache.db" if self.name == "newsboat" else DATABASE_NAME)

    def refresh(self) -> Cost:
        """Refresh all feeds."""
        started = time.perf_counter()
        environment = os.environ | {"HOME": str(self.folder), "TERM": "dumb"}
        process = subprocess.Popen(self.command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{self.name} ended with {process.returncode}")
        return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)

    def keep(self) -> None:
        """Keep the database, with all that a second refresh adds to it, for `go_back`."""
        if self.name == "newsboat":
            with closing(sqlite3.connect(self.database)) as connection:
                connection.execute("ANALYZE")
            self.refresh()
        with closing(sqlite3.connect(self.database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(self.database, self.folder / "kept")

    def go_back(self) -> None:
        """Go back to the database that was kept, or to the beginning."""
        for file in self.folder.glob(f"{self.database.name}*"):
            file.unlink()
        if (self.folder / "kept").exists():
            shutil.copyfile(self.folder / "kept", self.database)
        elif self.name != "newsboat":
            with open_library(self.folder, self.folder) as library:
                for one in self.addresses:
                    add_source(library, named_source(one))


@contextmanager
def serving(feeds: int, entries: int) -> Iterator[None]:
    """Serve made feeds meanwhile."""
    command = [sys.executable, "-m", "tests.benchmarks.feed_server", str(feeds), str(entries)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        server.stdout.readline()
        try:
            yield
        finally:
            server.terminate()


def measure(clients: Sequence[Client], scenario: Scenario, runs: int) -> dict[str, list[Cost]]:
    """Refresh by all clients in turn, so that whatever else the machine does falls on all alike."""
    costs: dict[str, list[Cost]] = {client.name: [] for client in clients}
    urlopen(f"{address(0).rpartition('/')[0]}/set?{scenario.settings}").close()
    for run in range(runs):
        for client in clients:
            client.go_back()
            costs[client.name].append(client.refresh())
            if scenario.cold and run == runs - 1:
                client.keep()
    return costs


def compare(feeds: int, entries: int, runs: int, cold_runs: int, chosen: Sequence[Scenario]) -> None:
    """Measure all clients over so many feeds, and print a table."""
    names = ["newsreader", *(["newsboat"] if shutil.which("newsboat") else [])]
    print_heading(f"Refreshing {feeds} feeds of {entries} articles")
    rows: list[Sequence[str]] = []
    with tempfile.TemporaryDirectory() as folder, serving(feeds, entries):
        clients = [Client(name, Path(folder) / name, feeds) for name in names]
        for scenario in chosen:
            costs = measure(clients, scenario, cold_runs if scenario.cold else runs)
            rows.extend(_rows(scenario.name, costs))
        megabytes = {client.name: client.database.stat().st_size / 1e6 for client in clients}
    header = [cell for name, _ in FIGURES for cell in (name, "least to most", "ratio")]
    print_table(("", "", *header), rows)
    ratio = f", ratio {megabytes['newsreader'] / megabytes['newsboat']:.2f}" if "newsboat" in megabytes else ""
    print("Database: " + ", ".join(f"{name} {size:.0f} MB" for name, size in megabytes.items()) + ratio, end="\n\n")


def _rows(scenario: str, costs: dict[str, list[Cost]]) -> Iterator[Sequence[str]]:
    for name, some in costs.items():
        cells: list[str] = []
        for place, (_, digits) in enumerate(FIGURES):
            figures = [cost[place] for cost in some]
            cells += [f"{median(figures):.{digits}f}", f"{min(figures):.{digits}f}-{max(figures):.{digits}f}"]
            pairs = zip(figures, (cost[place] for cost in costs.get("newsboat", ())), strict=False)
            ratios = [one / other for one, other in pairs]
            cells.append(f"{median(ratios):.2f}" if ratios and name != "newsboat" else "")
        yield scenario, name, *cells


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", default="100,1000", help="numbers of feeds, separated by commas")
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cold-runs", type=int, default=1, help="the first refresh of newsboat takes a minute")
    parser.add_argument("--scenarios", default=",".join(SCENARIOS), help="of these, separated by commas, cold first")
    given = parser.parse_args()
    scenarios = [SCENARIOS[name] for name in given.scenarios.split(",")]
    for count in map(int, given.feeds.split(",")):
        compare(count, given.entries, given.runs, given.cold_runs, scenarios)
