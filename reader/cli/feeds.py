"""`newsreader feeds`."""

import argparse
from datetime import UTC, datetime

from reader.library.library import Library
from reader.library.reading import list_feeds


def feeds(library: Library, args: argparse.Namespace) -> int:
    """List the feeds."""
    summaries = list_feeds(library)
    if args.json:
        from reader.cli.json_lines import feed_object, print_json

        for summary in summaries:
            print_json(feed_object(summary))
        return 0
    if not summaries:
        print("No feeds yet; `newsreader add SOURCE` adds one.")
        return 0
    from reader.cli.tables import print_feeds

    print_feeds(summaries, library.config, datetime.now(UTC))
    return 0
