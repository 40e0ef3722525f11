"""`newsreader feeds`."""

import argparse
from datetime import UTC, datetime
from typing import Any

from reader.cli.json_lines import print_json, time_text
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.model.feed import FeedSummary


def feeds(library: Library, args: argparse.Namespace) -> int:
    """List the feeds."""
    summaries = [one for one in list_feeds(library) if one.feed.error is not None or not args.failing]
    if args.json:
        for summary in summaries:
            print_json(feed_object(summary))
        return 0
    if not summaries:
        print("No feed fails." if args.failing else "No feeds yet; `newsreader add SOURCE` adds one.")
        return 0
    from reader.cli.tables import print_failing, print_feeds

    if args.failing:
        print_failing(summaries, datetime.now(UTC))
    else:
        print_feeds(summaries, library.config, datetime.now(UTC))
    return 0


def feed_object(summary: FeedSummary) -> dict[str, Any]:
    """Give a feed as the object that `feeds --json` prints."""
    feed = summary.feed
    return {
        "id": feed.id,
        "title": feed.title,
        "source": feed.source.shown,
        "kind": feed.kind,
        "folder": feed.folder,
        "site": feed.site,
        "unread": summary.unread,
        "total": summary.total,
        "added_at": time_text(feed.added_at),
        "refreshed_at": time_text(feed.refreshed_at),
        "error": feed.error,
        "failing_since": time_text(feed.failing_since),
        "failures": feed.failures,
        "due_at": time_text(feed.due_at),
        "ended_at": time_text(feed.ended_at),
        "paused_at": time_text(feed.paused_at),
        "interval": feed.settings.interval,
        "keep": feed.settings.keep,
        "note": feed.note,
    }
