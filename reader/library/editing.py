"""What a user sets for feeds and folders: titles, places, how often they are asked, how much of them is kept."""

from datetime import UTC, datetime, timedelta

from reader.library.library import Library
from reader.model.feed import Feed, FeedSettings
from reader.model.subscription import folder_names, folder_path
from reader.store import feeds as feed_store
from reader.store.database import writing
from reader.text.safe import safe_line


def change_feed(library: Library, feed_id: int, settings: FeedSettings) -> Feed | None:
    """Set all that can be set for a feed, and give it as it is then; None if it is no more. Raises DatabaseError."""
    connection, now = library.connection, datetime.now(UTC)
    title, folder = safe_line(settings.title or "") or None, folder_named(settings.folder)
    wanted = FeedSettings(title, folder, settings.interval, settings.keep, settings.paused)
    with writing(connection):
        feed = feed_store.get_feed(connection, feed_id)
        if feed is None:
            return None
        feed_store.set_settings(connection, feed_id, wanted, _due_at(feed, settings.interval), now)
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


def folder_named(words: str | None) -> str | None:
    """Give the path of the folder that the user's words name; None for none."""
    return folder_path(folder_names(safe_line(words or "")))


def _due_at(feed: Feed, minutes: int | None) -> datetime | None:
    """Give when to ask next by the interval that the user chose; a server's complaint and a failure outrank it."""
    if minutes == feed.settings.interval or feed.error is not None:
        return feed.due_at
    return feed.refreshed_at + timedelta(minutes=minutes) if minutes and feed.refreshed_at else None
