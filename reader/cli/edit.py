"""`newsreader edit`."""

import argparse
from typing import Any

from reader.cli.feeds import feed_object
from reader.cli.json_lines import print_json
from reader.cli.parser import DEFAULT
from reader.library.editing import change_feed, move_feed
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.sources import find_feed, named_source
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedSettings


def edit(library: Library, args: argparse.Namespace) -> int:
    """Change what is set for a feed, and tell how it is set now."""
    feed = find_feed(library, args.feed)
    if feed.source.is_text and (args.interval, args.keep) != (None, None):
        raise UsageError(f"{feed.title}: --interval and --keep are for feeds; all that text files hold is kept")
    changes = _changes(args)
    changed: Feed | None = feed
    if args.address is not None:
        changed = move_feed(library, feed.id, named_source(args.address))
    if changes:
        changed = change_feed(library, feed.id, changes)
    if changed is None:
        raise UsageError(f"{feed.title} was removed meanwhile; `newsreader feeds` lists the feeds")
    if args.json:
        print_json(next(feed_object(one) for one in list_feeds(library) if one.feed.id == changed.id))
    else:
        moved = [f"now at {changed.source.shown}"] if args.address else []
        print(f"{changed.title}: {', '.join([*moved, *_told(changed)])}")
    return 0


def _changes(args: argparse.Namespace) -> dict[str, Any]:
    given = {"title": args.title, "folder": args.folder, "interval": args.interval, "keep": args.keep}
    changes = {name: None if value == DEFAULT else value for name, value in given.items() if value is not None}
    return changes | ({"paused": args.pause} if args.pause or args.resume else {})


def _told(feed: Feed) -> list[str]:
    settings: FeedSettings = feed.settings
    where = f"in {feed.folder}" if feed.folder else "in no folder"
    if feed.source.is_text:
        return [where, *(["paused"] if settings.paused else [])]
    return [
        where,
        f"asked every {settings.interval} min" if settings.interval else "asked as often as its server lets us",
        f"its newest {settings.keep} articles stay" if settings.keep is not None else "kept like the others",
        *(["paused"] if settings.paused else []),
    ]
