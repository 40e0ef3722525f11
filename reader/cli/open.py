"""`newsreader [SOURCE...]`: opens the reader. The one place where the command line knows the screen."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.outcome import Failed, RefreshReport

PATIENCE = 2.0
"""Seconds to read new files before the reader opens; the reader goes on with what is left in the background."""


def open_reader(library: Library, args: argparse.Namespace) -> int:
    """Open the reader on the sources that are named. Raises UsageError without a terminal or a usable source."""
    if not has_terminal():
        raise UsageError("The reader needs a terminal; `newsreader articles` lists articles without one.")
    opening = _add_sources(library, args.sources) if args.sources else _add_guide(library)
    from reader.tui.app import run

    return run(library, opening.selected, (*library.complaints, *opening.complaints), opening.to_refresh)


def has_terminal() -> bool:
    """Tell whether there is a keyboard and a screen."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


class Opening(NamedTuple):
    """What the reader starts with."""

    selected: int | None = None
    """Id of the feed that is shown first."""
    to_refresh: Sequence[int] = ()
    """Ids of the feeds that are still to be refreshed."""
    complaints: Sequence[str] = ()


def _add_guide(library: Library) -> Opening:
    from reader.library.guide import ensure_guide

    ensure_guide(library)
    return Opening()


def _add_sources(library: Library, words: Sequence[str]) -> Opening:
    from reader.library.sources import add_source, drop_unusable, named_source

    feeds: dict[int, Feed] = {}
    complaints: list[str] = []
    for word in words:
        try:
            feed = add_source(library, named_source(word))
        except UsageError as error:
            complaints.append(str(error))
        else:
            feeds[feed.id] = feed
    reports = _read(library, [feed for feed in feeds.values() if feed.source.is_local and not feed.refreshed_at])
    complaints += [f"{it.feed}: {it.outcome.reason}" for it in reports if isinstance(it.outcome, Failed)]
    usable = drop_unusable(library, feeds)
    if not usable:
        raise UsageError(complaints[0])
    done = {report.feed_id for report in reports}
    return Opening(usable[0], [feed_id for feed_id in usable if feed_id not in done], complaints)


def _read(library: Library, feeds: Sequence[Feed]) -> list[RefreshReport]:
    """Refresh feeds as far as patience goes, and give the reports of those that are done."""
    reports: list[RefreshReport] = []
    if feeds:
        import asyncio

        from reader.library.refreshing import refresh

        with suppress(TimeoutError):
            asyncio.run(asyncio.wait_for(refresh(library, feeds, reports.append), PATIENCE))
    return reports
