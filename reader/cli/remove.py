"""`newsreader remove`."""

import argparse

from reader.cli.messages import tell
from reader.library.library import Library
from reader.library.sources import find_feed, remove_feed


def remove(library: Library, args: argparse.Namespace) -> int:
    """Remove feeds; when one of them is not known, none is removed."""
    feeds = {feed.id: feed for feed in (find_feed(library, word) for word in args.feeds)}
    for feed in feeds.values():
        remove_feed(library, feed.id)
        tell(f"removed {feed.title}; its bookmarked articles stay")
    return 0
