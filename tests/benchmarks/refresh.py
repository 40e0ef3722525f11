"""Measure refreshes beside newsboat's, if it is installed: `python -m tests.benchmarks.refresh [--feeds N,N]`."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
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
SCENARIOS = (
    Scenario("cold", QUIET, cold=True),
    Scenario("all 304", QUIET),
    Scenario("all 304, 100 ms away", "latency=0.1&conditional=1&changed=0"),
    Scenario("200, the same bodies", "latency=0&conditional=0&changed=0"),
    Scenario("5 % changed", "latency=0&conditional=1&changed=0.05"),
)


class Client:
    """A program that refreshes feeds in a folder of its own."""

    def __init__(self, name: str, folder: Path, feeds: int) -> None:
        self.name, self.folder = name, folder
        folder.mkdir()
        addresses = [address(number) for number in range(feeds)]
        if name == "newsboat":
            (folder / "urls").write_text("\n".join(addresses))
            (folder / "config").write_text(f"reload-threads {NEWSBOAT_THREADS}\n")
            files = ("-u", folder / "urls", "-c", self.database, "-C", folder / "config")
            self.command = ["newsboat", *map(str, files), "-x", "reload"]
        else:
            with open_library(folder, folder) as library:
                for one in addresses:
                    add_source(library, named_source(one))
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

    def copy_of(self, primed: Path) -> None:
        """Go back to a database that was kept."""
        for file in self.folder.glob(f"{self.database.name}*"):
            file.unlink()
        shutil.copyfile(primed, self.database)


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


def measure(client: Client, runs: int) -> Iterator[tuple[Scenario, Cost]]:
    """Refresh in all scenarios; each but the first begins with what the first has left."""
    primed = client.folder / "primed"
    for scenario in SCENARIOS:
        costs = []
        for _ in range(1 if scenario.cold else runs):
            if not scenario.cold:
                client.copy_of(primed)
            urlopen(f"{address(0).rpartition('/')[0]}/set?{scenario.settings}").close()
            costs.append(client.refresh())
        if scenario.cold:
            if client.name == "newsboat":
                client.refresh()  # it keeps validators from its second refresh on only
            shutil.copyfile(client.database, primed)
        yield scenario, Cost(*(median(figures) for figures in zip(*costs, strict=True)))


def compare(feeds: int, entries: int, runs: int) -> None:
    """Measure all clients over so many feeds, and print a table."""
    names = ["newsreader", *(["newsboat"] if shutil.which("newsboat") else [])]
    print_heading(f"Refreshing {feeds} feeds of {entries} articles")
    with tempfile.TemporaryDirectory() as folder, serving(feeds, entries):
        clients = [Client(name, Path(folder) / name, feeds) for name in names]
        costs = {client.name: dict(measure(client, runs)) for client in clients}
        rows = []
        for scenario in SCENARIOS:
            ours, others = costs["newsreader"][scenario], costs.get("newsboat", {}).get(scenario)
            ratios = [f"{one / other:.2f}" for one, other in zip(ours, others, strict=True)] if others else ["", "", ""]
            for cost, name, shown in ((ours, "newsreader", ratios), (others, "newsboat", ["", "", ""])):
                if cost:
                    figures = (
                        f"{cost.wall:.2f}",
                        shown[0],
                        f"{cost.cpu:.2f}",
                        shown[1],
                        f"{cost.megabytes:.0f}",
                        shown[2],
                    )
                    rows.append((scenario.name, name, *figures))
        print_table(("", "", "wall s", "ratio", "CPU s", "ratio", "MB", "ratio"), rows)
        for client in clients:
            print(f"\n{client.name}: {client.database.stat().st_size / 1e6:.0f} MB of database", end="")
    print()


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", default="100,1000", help="numbers of feeds, separated by commas")
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    for count in map(int, chosen.feeds.split(",")):
        compare(count, chosen.entries, chosen.runs)
