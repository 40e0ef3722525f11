"""What a user sets for feeds and folders: titles, places, addresses, intervals, and how much is kept."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedSettings
from reader.model.source import Source, SourceKind
from reader.model.subscription import folder_names, folder_path
from reader.store import feeds as feed_store
from reader.store import folds as fold_store
from reader.store.database import writing
from reader.text.credentials import with_credentials_of
from reader.text.safe import safe_line


def change_feed(library: Library, feed_id: int, changes: Mapping[str, Any]) -> Feed | None:
    """Change some of a feed's settings, by their names in `FeedSettings`, and give the feed as it is then.

    The others stay as they are, also if another process has changed them meanwhile. Gives None if the feed is no more.
    Raises DatabaseError.
    """
    connection, now = library.connection, datetime.now(UTC)
    with writing(connection):
        feed = feed_store.get_feed(connection, feed_id)
        if feed is None:
            return None
        wanted = _safe(replace(feed.settings, **changes))
        feed_store.set_settings(connection, feed_id, wanted, _due_at(feed, wanted.interval), now)
        return feed_store.get_feed(connection, feed_id)


def set_paused(library: Library, feed_ids: Iterable[int], paused: bool) -> None:
    """Pause feeds, or go on with them. Raises DatabaseError."""
    with writing(library.connection):
        feed_store.set_paused(library.connection, feed_ids, paused, datetime.now(UTC))


def move_feed(library: Library, feed_id: int, source: Source) -> Feed | None:
    """Ask for a feed at another address from now on, with all that was read in it; None if the feed is no more.

    A user name and a password in its address stay if the new one has the same origin and none of its own.
    Raises UsageError if the feed is not on the web or another one has the address, and DatabaseError.
    """
    connection = library.connection
    with writing(connection):
        feed = feed_store.get_feed(connection, feed_id)
        if feed is None:
            return None
        location = with_credentials_of(feed.source.location, source.location)
        if feed.source.location == location:
            return feed
        if {feed.source.kind, source.kind} != {SourceKind.URL}:
            raise UsageError(f"{feed.title}: only a feed on the web has another address, and only on the web")
        if not feed_store.move_feed(connection, feed_id, location):
            told = f"{source.shown} is the address of another feed, or was it once; add it instead"
            raise UsageError(f"{feed.title}: {told}")
        feed_store.forget_answers(connection, feed_id)
        return feed_store.get_feed(connection, feed_id)


def rename_folder(library: Library, folder: str, name: str) -> str | None:
    """Give a folder another name, which may be that of another one, and give the name as it is then.

    Without a name nothing happens. Raises DatabaseError.
    """
    named = folder_named(name)
    if named:
        with writing(library.connection):
            feed_store.rename_folder(library.connection, folder, named)
    return named


def set_folded(library: Library, folders: Set[str]) -> None:
    """Remember which folders of the feed list are folded. Raises DatabaseError."""
    with writing(library.connection):
        fold_store.set_folded(library.connection, folders)


def folder_named(words: str | None) -> str | None:
    """Give the path of the folder that the user's words name; None for none."""
    return folder_path(folder_names(safe_line(words or "")))


def _safe(settings: FeedSettings) -> FeedSettings:
    return replace(settings, title=safe_line(settings.title or "") or None, folder=folder_named(settings.folder))


def _due_at(feed: Feed, minutes: int | None) -> datetime | None:
    """Give when to ask next by the interval that the user chose; a server's complaint and a failure outrank it."""
    if minutes == feed.settings.interval or feed.error is not None:
        return feed.due_at
    return feed.refreshed_at + timedelta(minutes=minutes) if minutes and feed.refreshed_at else None
