"""What the bottom of the terminal tells of a refresh."""

import pytest

from reader.cli.progress import Tally, counting_bars, slow_text
from reader.model.outcome import Failed, NotModified, Refreshed, RefreshOutcome, RefreshReport
from tests.cli.conftest import Run
from tests.cli.test_terminal import in_terminal, printed
from tests.library.samples import rss
from tests.library.test_schedule import FEED
from tests.servers.site import Site


def report(outcome: RefreshOutcome, feed_id: int | None = FEED.id) -> RefreshReport:
    return RefreshReport("A", "https://a.example/", outcome, 0.0, feed_id)


def test_what_is_done_is_summed_up_with_its_rate() -> None:
    tally = Tally(started_at=100.0)
    assert tally.told(100.5) == "0 new"
    for outcome in (Refreshed(3, 1), Refreshed(2, 0), NotModified(), Failed("No such host.")):
        tally.end(report(outcome))
    assert tally.told(100.5) == "5 new · 1 failing"
    assert tally.told(102.0) == "5 new · 1 failing · 2/s"


def test_a_feed_is_at_work_from_its_beginning_to_its_end() -> None:
    tally = Tally(started_at=0.0)
    tally.begin(FEED, 1.0)
    assert tally.running == {FEED.id: ("A", 1.0)}
    tally.end(report(NotModified(), feed_id=None))
    assert tally.running
    tally.end(report(NotModified()))
    assert not tally.running


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        ({}, None),
        ({"Port": 8.0}, None),
        ({"Port": 7.0, "Wire": 5.0, "News": 9.5}, "waiting for Wire (5 s), Port (3 s)"),
        (dict.fromkeys("abcde", 0.0), "waiting for e (10 s), d (10 s), c (10 s) and 2 more"),
        ({"A title that is long beyond measure": 0.0}, "waiting for A title that is long be… (10 s)"),
    ],
)
def test_feeds_that_are_at_work_for_long_are_named_the_slowest_first(starts: dict[str, float], told: str) -> None:
    assert slow_text(dict(enumerate(starts.items())), 10.0) == told


def test_counted_tasks_stand_behind_their_names_with_what_is_done_of_all() -> None:
    bars = counting_bars()
    bars.add_task("Indexing", completed=3, total=7)
    bars.add_task("Stories", total=None)
    bars.console.width = 60
    with bars.console.capture() as shown:
        bars.console.print(bars)
    assert [(line.split()[0], line.split()[-1]) for line in shown.get().splitlines()] == [
        ("Indexing", "3/7"),
        ("Stories", "0/?"),
    ]


def test_a_terminal_counts_and_names_whom_it_waits_for(run: Run, site: Site) -> None:
    site.pages = {"/port": rss("Port Post", ("Strike", "It begins.")), "/slow": rss("Slow", ("Late", "Very."))}
    run("add", site.url("/port"), site.url("/slow"))
    site.held = {"/slow"}
    site.pages["/port"] = rss("Port Post", ("Strike", "It begins."), ("Strike ends", "At last."))
    with in_terminal("refresh") as terminal:
        terminal.wait_for("1/2 1 new")
        terminal.wait_for("waiting for Slow")
        site.release.set()

        assert printed(terminal) == ["Port Post: 1 new", "2 feeds: 1 new"]
