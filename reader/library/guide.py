"""The guide: a folder of articles that comes with the program and explains it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

from reader.library.library import Library
from reader.model.feed import Feed
from reader.model.source import Source, SourceKind
from reader.store import feeds as feed_store

GUIDE = Source(SourceKind.FOLDER, "guide:")
"""Not a path: the program may be installed elsewhere tomorrow, and what was read in the guide stays read."""
TITLE = "Welcome to newsreader"
FOLDER = Path(__file__).resolve().parent.parent / "guide"


def ensure_guide(library: Library) -> Feed | None:
    """Add the guide to a library without feeds, and give it; None if there are feeds or it was removed before.

    A guide that was added and not read, since that was cut short, is read now.
    Starts an event loop of its own, so it can't be called inside of one. Raises DatabaseError.
    """
    connection = library.connection
    guide = feed_store.find_feed(connection, GUIDE.location)
    if guide.refreshed_at if guide else _is_unwanted(connection):
        return None
    import asyncio

    from reader.library.refreshing import refresh
    from reader.library.sources import add_source

    feed = guide or add_source(library, GUIDE, TITLE)
    asyncio.run(refresh(library, [feed], lambda report: None))
    return feed


def _is_unwanted(connection: sqlite3.Connection) -> bool:
    return feed_store.has_feeds(connection) or feed_store.was_removed(connection, GUIDE.location)


def on_disk(source: Source) -> Source:
    """Give the source as it can be read: the guide where it is installed, any other as it is."""
    return replace(source, location=str(FOLDER)) if source == GUIDE else source
