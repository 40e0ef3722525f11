"""`newsreader add`."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.cli.refresh import refresh_and_tell
from reader.library.library import Library
from reader.library.sources import add_source, drop_unusable, named_source
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.outcome import Failed, RefreshReport
from reader.text.credentials import without_credentials
from reader.text.safe import safe_line


def add(library: Library, args: argparse.Namespace) -> int:
    """Add sources and fetch them; one that can't be used fails alone."""
    words = list(_named(args.sources))
    if not words:
        raise UsageError("Standard input holds no source; write one on each line")
    if args.title and len(words) > 1:
        raise UsageError("--title is for one source; add the others by themselves")
    feeds: dict[int, Feed] = {}
    refused: list[RefreshReport] = []
    for word in words:
        try:
            feed = add_source(library, named_source(word), args.title, args.folder)
        except UsageError as error:
            name = safe_line(without_credentials(word))
            refused.append(RefreshReport(name, name, Failed(str(error)), 0.0))
        else:
            feeds[feed.id] = feed

    def settled(report: RefreshReport) -> RefreshReport:
        return _settle(library, report, advise=not args.json)

    return refresh_and_tell(library, list(feeds.values()), as_json=args.json, refused=refused, settled=settled)


def _named(words: Iterable[str]) -> Iterator[str]:
    """Give the sources, with those on standard input in the place of "-": there no other user can read them."""
    for word in words:
        if word == "-" and sys.stdin is not None:
            lines = sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\n")
            yield from (line.rstrip("\r") for line in lines if line.strip())
        else:
            yield word


def _settle(library: Library, report: RefreshReport, *, advise: bool) -> RefreshReport:
    """Drop a source that is of no use, and say of one that was added but could not be fetched what to do about it."""
    outcome, feed_id = report.outcome, report.feed_id
    if not isinstance(outcome, Failed) or feed_id is None:
        return report
    if not drop_unusable(library, [feed_id]):
        return replace(report, feed_id=None)
    advice = (
        f"; it was added all the same: `newsreader refresh {feed_id}` tries again, "
        f"`newsreader remove {feed_id}` takes it away"
    )
    return replace(report, outcome=Failed(outcome.reason + advice)) if advise else report
