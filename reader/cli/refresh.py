"""`newsreader refresh`, and the way in which it and `add` tell what comes in."""

import argparse
import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.cli.reports import print_report, print_sums, printer
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.refreshing import refresh as refresh_feeds
from reader.library.schedule import is_asked, is_due
from reader.library.sources import find_feed
from reader.model.feed import Feed
from reader.model.outcome import Failed, Refreshed, RefreshReport


def refresh(library: Library, args: argparse.Namespace) -> int:
    """Refresh some feeds, or all."""
    named = {feed.id: feed for feed in (find_feed(library, word) for word in args.feeds)}
    feeds = list(named.values()) or _unnamed(library)
    if args.due:
        now = datetime.now(UTC)
        feeds = [feed for feed in feeds if is_due(feed, now)]
        if not feeds and not args.json:
            print("No feed is due yet; `newsreader refresh` asks all the same.")
            return 0
    telling = Telling(library, as_json=args.json)
    telling.refresh(feeds)
    return telling.finish()


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
        with printer(self.as_json, len(feeds)) as show:

            def tell(report: RefreshReport) -> None:
                if last := settled(report):
                    self._count(last)
                    show(last)

            asyncio.run(refresh_feeds(self.library, feeds, tell))

    def finish(self) -> int:
        """Print the sums and give the exit status."""
        print_sums(self.as_json, self.feeds, self.new, self.failed)
        return 1 if self.failed else 0

    def _count(self, report: RefreshReport) -> None:
        self.feeds += 1
        self.new += report.outcome.new if isinstance(report.outcome, Refreshed) else 0
        self.failed += isinstance(report.outcome, Failed)
