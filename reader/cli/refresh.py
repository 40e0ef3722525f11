"""`newsreader refresh`, and the way in which it and `add` tell what comes in."""

import argparse
import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.cli.reports import print_sums, printer
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.refreshing import refresh as refresh_feeds
from reader.library.schedule import is_due
from reader.library.sources import find_feed
from reader.model.feed import Feed
from reader.model.outcome import Failed, Refreshed, RefreshReport


@dataclass(slots=True)
class Sums:
    """What a refresh comes to."""

    feeds: int = 0
    new: int = 0
    failed: int = 0

    def add(self, report: RefreshReport) -> None:
        """Count one feed's part."""
        self.feeds += 1
        self.new += report.outcome.new if isinstance(report.outcome, Refreshed) else 0
        self.failed += isinstance(report.outcome, Failed)


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
    return refresh_and_tell(library, feeds, as_json=args.json)


def _unnamed(library: Library) -> list[Feed]:
    """List the feeds that are refreshed if none is named: all but those that have ended."""
    return [summary.feed for summary in list_feeds(library) if summary.feed.ended_at is None]


def refresh_and_tell(
    library: Library,
    feeds: Sequence[Feed],
    *,
    as_json: bool,
    refused: Sequence[RefreshReport] = (),
    settled: Callable[[RefreshReport], RefreshReport] = lambda report: report,
) -> int:
    """Refresh feeds, print each as it is done and then the sums, and give the exit status.

    `refused` are reports of sources that could not become feeds; they are printed first and count as failed. `settled`
    has the last word on the others.
    """
    sums = Sums()
    with printer(as_json, len(feeds) + len(refused)) as show:

        def tell(report: RefreshReport) -> None:
            sums.add(report)
            show(report)

        for report in refused:
            tell(report)
        asyncio.run(refresh_feeds(library, feeds, lambda report: tell(settled(report))))
    print_sums(as_json, sums.feeds, sums.new, sums.failed)
    return 1 if sums.failed else 0
