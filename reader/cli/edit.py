"""`newsreader edit`."""

import argparse
from typing import Any

from reader.cli.feeds import feed_object
from reader.cli.json_lines import print_json
from reader.cli.parser import DEFAULT
from reader.library.editing import change_feed
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.sources import find_feed
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedSettings


def edit(library: Library, args: argparse.Namespace) -> int:
    """Change what is set for a feed, and tell how it is set now."""
    feed = find_feed(library, args.feed)
    changes = _changes(args)
    changed = change_feed(library, feed.id, changes) if changes else feed
    if changed is None:
        raise UsageError(f"{feed.title} was removed meanwhile; `newsreader feeds` lists the feeds")
    if args.json:
        print_json(next(feed_object(one) for one in list_feeds(library) if one.feed.id == changed.id))
    else:
        print(f"{changed.title}: {', '.join(_told(changed))}")
    return 0


def _changes(args: argparse.Namespace) -> dict[str, Any]:
    given = {"title": args.title, "folder": args.folder, "interval": args.interval, "keep": args.keep}
    changes = {name: None if value == DEFAULT else value for name, value in given.items() if value is not None}
    return changes | ({"paused": args.pause} if args.pause or args.resume else {})


def _told(feed: Feed) -> list[str]:
    settings: FeedSettings = feed.settings
    return [
        f"in {feed.folder}" if feed.folder else "in no folder",
        f"asked every {settings.interval} min" if settings.interval else "asked as often as its server lets us",
        f"its newest {settings.keep} articles stay" if settings.keep is not None else "kept like the others",
        *(["paused"] if settings.paused else []),
    ]
