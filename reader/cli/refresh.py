"""`newsreader refresh`, and the way in which it and `add` tell what comes in."""

import argparse
import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.cli.json_lines import print_json
from reader.cli.messages import complain
from reader.cli.reports import print_report, print_sums, printer
from reader.library.library import Library
from reader.library.locking import refresh_turn
from reader.library.reading import has_feeds, list_feeds
from reader.library.refreshing import refresh as refresh_feeds
from reader.library.schedule import is_asked, is_due
from reader.library.sources import find_feed
from reader.model.feed import Feed
from reader.model.outcome import Failed, Incomplete, Refreshed, RefreshReport


def refresh(library: Library, args: argparse.Namespace) -> int:
    """Refresh some feeds, or all, when no other process refreshes any."""
    named = list({feed.id: feed for feed in (find_feed(library, word) for word in args.feeds)}.values())
    asked_at = datetime.now(UTC).replace(microsecond=0)  # as answers are noted
    waited = False

    def may_wait() -> bool:
        nonlocal waited
        waited = not args.no_wait
        _tell_of_another(waits=waited, as_json=args.json)
        return waited

    with refresh_turn(library, may_wait) as mine:
        if not mine:
            return 1
        feeds = named or _unnamed(library)
        if waited and not named:
            feeds = [feed for feed in feeds if feed.refreshed_at is None or feed.refreshed_at < asked_at]
        return _refresh(library, feeds, args)


def _refresh(library: Library, feeds: Sequence[Feed], args: argparse.Namespace) -> int:
    if args.due:
        now = datetime.now(UTC)
        feeds = [feed for feed in feeds if is_due(feed, now)]
    if not feeds and not args.json and has_feeds(library):
        print("No feed is to be refreshed now; `newsreader refresh FEED` asks one all the same.")
        return 0
    telling = Telling(library, as_json=args.json)
    telling.refresh(feeds)
    return telling.finish()


def _tell_of_another(*, waits: bool, as_json: bool) -> None:
    if as_json:
        print_json({"outcome": "waiting" if waits else "busy"}, flush=True)
    elif waits:
        complain("another refresh is running; this one waits for it and asks only what is left")
    else:
        complain("another refresh is running, so nothing was refreshed; try again when it has finished")


def _unnamed(library: Library) -> list[Feed]:
    """List the feeds that are refreshed if none is named: all but those that have ended or are paused."""
    return [summary.feed for summary in list_feeds(library) if is_asked(summary.feed)]


@dataclass(slots=True)
class Telling:
    """Refreshes feeds, prints each as it is done, and what all of them come to."""

    library: Library
    as_json: bool
    feeds: int = 0
    new: int = 0
    failed: int = 0
    incomplete: int = 0
    """Feeds of which some files could not be read."""

    def refuse(self, report: RefreshReport) -> None:
        """Print the report of a source that could not become a feed."""
        self._count(report)
        print_report(self.as_json, report)

    def refresh(
        self,
        feeds: Sequence[Feed],
        settled: Callable[[RefreshReport], RefreshReport | None] = lambda report: report,
    ) -> None:
        """Refresh feeds; `settled` has the last word on each report, and one that it gives None for is not told."""
        with printer(self.as_json, len(feeds)) as printed:

            def tell(report: RefreshReport) -> None:
                printed.end(report)
                if last := settled(report):
                    self._count(last)
                    printed.show(last)

            asyncio.run(refresh_feeds(self.library, feeds, tell, printed.begin))

    def finish(self) -> int:
        """Print the sums and give the exit status."""
        print_sums(self.as_json, self.feeds, self.new, self.failed)
        return 1 if self.failed or self.incomplete else 0

    def _count(self, report: RefreshReport) -> None:
        self.feeds += 1
        self.new += report.outcome.new if isinstance(report.outcome, Refreshed) else 0
        self.failed += isinstance(report.outcome, Failed)
        self.incomplete += isinstance(report.outcome, Incomplete)
