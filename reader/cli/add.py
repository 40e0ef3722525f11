"""`newsreader add`."""

import argparse

from reader.cli.refresh import refresh_and_tell
from reader.library.library import Library
from reader.library.sources import add_source, drop_unusable, named_source
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.outcome import Failed, RefreshReport
from reader.text.safe import safe_line


def add(library: Library, args: argparse.Namespace) -> int:
    """Add sources and fetch them; one that can't be used fails alone."""
    if args.title and len(args.sources) > 1:
        raise UsageError("--title is for one source; add the others by themselves")
    feeds: dict[int, Feed] = {}
    refused: list[RefreshReport] = []
    for word in args.sources:
        try:
            feed = add_source(library, named_source(word), args.title, args.folder)
        except UsageError as error:
            name = safe_line(word)
            refused.append(RefreshReport(name, name, Failed(str(error)), 0.0))
        else:
            feeds[feed.id] = feed
    status = refresh_and_tell(library, list(feeds.values()), as_json=args.json, refused=refused)
    drop_unusable(library, feeds)
    return status
