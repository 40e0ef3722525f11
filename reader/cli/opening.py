"""The sources that the reader is opened on: added, and read as far as the reader waits for it."""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from reader.cli.messages import complain
from reader.library.library import Library
from reader.library.sources import add_source, drop_unusable, feed_of, named_source
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.outcome import Failed, RefreshReport

PATIENCE = 2.0
"""Seconds to read new files before the reader opens; the reader goes on with what is left in the background."""


class Opening(NamedTuple):
    """What the reader starts with."""

    selected: int | None
    """Id of the feed that is shown first; None if it is the first of `to_add`."""
    to_refresh: list[int]
    """Ids of the feeds that are still to be refreshed."""
    to_add: list[str]
    """Addresses on the web that are new: the reader adds them as it would if they were typed there."""
    complaints: list[str]


def add_sources(library: Library, words: Sequence[str]) -> Opening:
    """Add the sources on disk, and read those that are new. Raises UsageError if none of all can be used."""
    feeds: dict[int, Feed] = {}
    to_add: list[str] = []
    first_is_new = False
    complaints: list[str] = []
    for word in words:
        try:
            source = named_source(word)
        except UsageError as error:
            complaints.append(str(error))
            continue
        if source.is_local or feed_of(library, source):
            feed = add_source(library, source)
            feeds[feed.id] = feed
        else:
            first_is_new = first_is_new or not feeds
            to_add.append(source.location)
    reports = _read(library, [feed for feed in feeds.values() if feed.source.is_local and not feed.refreshed_at])
    complaints += [it.told(it.outcome.reason) for it in reports if isinstance(it.outcome, Failed)]
    usable = drop_unusable(library, feeds)
    if not usable and not to_add:
        for complaint in complaints[:-1]:
            complain(complaint)
        raise UsageError(complaints[-1])
    done = {report.feed_id for report in reports}
    selected = usable[0] if usable and not first_is_new else None
    return Opening(selected, [feed_id for feed_id in usable if feed_id not in done], to_add, complaints)


def _read(library: Library, feeds: Sequence[Feed]) -> list[RefreshReport]:
    """Refresh feeds as far as patience goes, and give the reports of those that are done."""
    reports: list[RefreshReport] = []
    if feeds:
        import asyncio

        from reader.library.refreshing import refresh

        with suppress(TimeoutError):
            asyncio.run(asyncio.wait_for(refresh(library, feeds, reports.append), PATIENCE))
    return reports
