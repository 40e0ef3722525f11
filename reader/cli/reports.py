"""What a refresh prints while it runs: JSON Lines, a progress bar, or plain lines."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from reader.cli.json_lines import print_json
from reader.cli.messages import complain, tell
from reader.model.discovery import Choice
from reader.model.feed import Feed
from reader.model.outcome import Failed, Held, NotModified, Postponed, Refreshed, RefreshOutcome, RefreshReport
from reader.text.counts import counted
from reader.text.safe import safe_line

OUTCOMES = {
    Refreshed: "refreshed",
    NotModified: "not_modified",
    Choice: "choice",
    Failed: "failed",
    Postponed: "postponed",
}
"""The first type that fits decides."""


class Printer(NamedTuple):
    """What prints how a refresh goes on."""

    show: Callable[[RefreshReport], None]
    """Prints the report of a feed."""
    begin: Callable[[Feed], None] = lambda feed: None
    """Notes that a feed is at work."""
    end: Callable[[RefreshReport], None] = lambda report: None
    """Notes that a feed is done, whether or not its report is told."""


MOST_PROBLEMS = 5
"""Problems of one feed that are printed; a folder may have hundreds of files that can't be read."""


def printer(as_json: bool, feeds: int) -> AbstractContextManager[Printer]:
    """Give what prints the report of each of so many feeds as it comes."""
    if as_json:
        return _json_printer()
    return _bar_printer(feeds) if sys.stdout.isatty() else _line_printer()


def print_report(as_json: bool, report: RefreshReport) -> None:
    """Print a report that comes alone."""
    with _json_printer() if as_json else _line_printer() as printed:
        printed.show(report)


def print_sums(as_json: bool, feeds: int, new: int, failed: int) -> None:
    """Print the last line of a refresh."""
    if as_json:
        print_json({"outcome": "done", "feeds": feeds, "new": new, "failed": failed}, flush=True)
    elif feeds:
        tell(f"{counted(feeds, 'feed')}: {new} new" + (f", {failed} failed" if failed else ""))
    else:
        tell("No feeds yet; `newsreader add SOURCE` adds one.")


def report_object(report: RefreshReport) -> dict[str, Any]:
    """Give one feed's part of a refresh as the object that `refresh --json` and `add --json` print."""
    outcome = report.outcome
    refreshed = outcome if isinstance(outcome, Refreshed) else Refreshed(new=0, changed=0)
    value: dict[str, Any] = {
        "feed_id": report.feed_id,
        "feed": report.feed,
        "source": report.source,
        "outcome": next(name for kind, name in OUTCOMES.items() if isinstance(outcome, kind)),
        "new": refreshed.new,
        "changed": refreshed.changed,
        "problems": refreshed.problems,
        "error": outcome.reason if isinstance(outcome, Failed | Postponed) else None,
        "seconds": round(report.seconds, 3),
    }
    if isinstance(outcome, Choice):
        value["choices"] = [{"title": it.title, "address": it.address, "kind": it.kind} for it in outcome.links]
    return value


@contextmanager
def _json_printer() -> Iterator[Printer]:
    yield Printer(lambda report: print_json(report_object(report), flush=True))


@contextmanager
def _line_printer() -> Iterator[Printer]:
    def show(report: RefreshReport) -> None:
        if not isinstance(report.outcome, Failed | Postponed):
            tell(_line(report))
        _complain_of(report)

    yield Printer(show)


@contextmanager
def _bar_printer(feeds: int) -> Iterator[Printer]:
    from rich.console import Console
    from rich.text import Text

    from reader.cli.progress import RefreshBar

    console = Console(highlight=False, emoji=False)

    def show(report: RefreshReport) -> None:
        if _is_news(report.outcome):
            console.print(Text(_line(report)))
        _complain_of(report)

    with RefreshBar(console, feeds) as bar:
        yield Printer(show, bar.begin, bar.end)


def _line(report: RefreshReport) -> str:
    outcome = report.outcome
    if isinstance(outcome, Held):
        return f"You have {_name(report)} already: {safe_line(report.source, most=200)} has moved there"
    if not isinstance(outcome, Refreshed) or not (outcome.new or outcome.changed):
        return f"{_name(report)}: nothing new"
    return f"{_name(report)}: {outcome.new} new" + (f", {outcome.changed} changed" if outcome.changed else "")


def _is_news(outcome: RefreshOutcome) -> bool:
    return isinstance(outcome, Held) or (isinstance(outcome, Refreshed) and bool(outcome.new or outcome.changed))


def _complain_of(report: RefreshReport) -> None:
    outcome = report.outcome
    if isinstance(outcome, Failed | Postponed):
        complain(report.told(outcome.reason))
    elif isinstance(outcome, Refreshed):
        for problem in outcome.problems[:MOST_PROBLEMS]:
            complain(report.told(problem))
        if (more := len(outcome.problems) - MOST_PROBLEMS) > 0:
            complain(report.told(f"{counted(more, 'more problem')}; `newsreader refresh --json` lists them"))


def _name(report: RefreshReport) -> str:
    return safe_line(report.feed, most=100)
