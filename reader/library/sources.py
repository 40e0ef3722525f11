"""Sources and the feeds they become: adding, finding, removing."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedKind
from reader.model.source import Source, SourceKind
from reader.model.subscription import folder_names, folder_path
from reader.store import feeds as feed_store
from reader.store.database import writing
from reader.text.credentials import without_credentials
from reader.text.safe import safe_line, safe_text

FIRST_KINDS = {
    SourceKind.URL: FeedKind.RSS,
    SourceKind.FEED_FILE: FeedKind.RSS,
    SourceKind.TEXT_FILE: FeedKind.TEXT,
    SourceKind.FOLDER: FeedKind.FOLDER,
}
"""What a feed counts as until it has been read."""
SECOND_THOUGHTS = timedelta(days=1)
"""Time in which the removal of a feed can be undone without the loss of an article."""
_LONG_AGO = datetime.fromtimestamp(0, UTC)


def named_source(word: str) -> Source:
    """Give the source that the user's word names, paths from the current directory. Raises UsageError."""
    from reader.fetch.sources import source_of

    try:
        return source_of(word, Path.cwd())
    except FileNotFoundError:
        if "://" in word or os.path.isabs(os.path.expanduser(word)):  # noqa: PTH111, PTH117
            return source_of(word, Path(os.sep))
        raise UsageError(f"{safe_line(word)}: the current directory is gone; give the whole path") from None


def add_source(library: Library, source: Source, title: str | None = None, folder: str | None = None) -> Feed:
    """Subscribe to a source, without fetching it; a feed that is known gets the title and the folder if given."""
    connection = library.connection
    title, folder = safe_line(title or "") or None, folder_path(folder_names(safe_line(folder or "")))
    with writing(connection):
        source = replace(source, location=held_location(library, source.location))
        known = feed_store.find_feed(connection, source.location)
        if known is None:
            kind, now = FIRST_KINDS[source.kind], datetime.now(UTC)
            return feed_store.insert_feed(connection, source, kind, now, own_title=title, folder=folder)
        if title:
            feed_store.set_own_title(connection, known.id, title)
        if folder:
            feed_store.set_folder(connection, known.id, folder)
        return feed_store.get_feed(connection, known.id) or known


def feed_of(library: Library, source: Source) -> Feed | None:
    """Give the feed of a source that is subscribed to."""
    return feed_store.find_feed(library.connection, held_location(library, source.location))


def held_location(library: Library, location: str) -> str:
    """Give the location of a source as the library has it, also of a source that was removed."""
    location = older_spellings(library).get(location, location)
    if not location.startswith(("http:", "https:")) or feed_store.find_feed(library.connection, location):
        return location
    from reader.fetch.spelling import with_single_slashes

    single = with_single_slashes(location)  # another address by the book, but for no server that people read
    return single if single != location and feed_store.find_feed(library.connection, single) else location


def older_spellings(library: Library) -> dict[str, str]:
    """Give the locations that were added in a spelling which has another one now, by that one."""
    from reader.fetch.spelling import one_spelling

    connection = library.connection
    pairs = [(one_spelling(location), location) for location in feed_store.perhaps_misspelled(connection)]
    return {now: old for now, old in pairs if now and now != old and not feed_store.find_feed(connection, now)}


def find_feed(library: Library, word: str) -> Feed:
    """Find a feed by id, by source in any spelling, or by title without regard to case.

    Raises UsageError when there is none, or when several have the title.
    """
    if not word.strip():
        raise UsageError("An empty name is no feed's; `newsreader feeds` lists them")
    connection = library.connection
    if word.isdecimal() and (feed := feed_store.get_feed(connection, int(word[:18]))):
        return feed
    for location in _locations(library, word):
        if feed := feed_store.find_feed(connection, location):
            return feed
    title = safe_line(word).casefold()
    feeds = [summary.feed for summary in feed_store.list_feeds(connection)]
    titled = [feed for feed in feeds if feed.title.casefold() == title]
    if len(titled) > 1:
        ids = ", ".join(str(feed.id) for feed in titled)
        raise UsageError(f"Several feeds are called {titled[0].title}; name one by its id: {ids}")
    if not titled:
        raise UsageError(
            f"No feed is called {safe_line(without_credentials(word), most=200)}; `newsreader feeds` lists them"
        )
    return titled[0]


def remove_feed(library: Library, feed_id: int) -> None:
    """Remove a feed and its articles but for bookmarked ones; if it is added again, what was read is still read.

    The articles are in no list from now on, and deleted by the refreshes of a day later: so that can be undone.
    """
    _end(library, feed_id, datetime.now(UTC))


def _end(library: Library, feed_id: int, removed_at: datetime) -> None:
    with writing(library.connection):
        feed_store.remove_feed(library.connection, feed_id, removed_at)


def restore_feed(library: Library) -> Feed | None:
    """Bring back the feed that was removed last, and give it as it was but for its past failures.

    Gives None if no feed was removed within `SECOND_THOUGHTS`. Raises DatabaseError.
    """
    with writing(library.connection):
        feed_id = feed_store.last_removed(library.connection, datetime.now(UTC) - SECOND_THOUGHTS)
        if feed_id is None:
            return None
        feed_store.restore_feed(library.connection, feed_id)
    return feed_store.get_feed(library.connection, feed_id)


def drop_unusable(library: Library, feed_ids: Iterable[int]) -> list[int]:
    """Remove those local feeds that could not be read even once, and give the ids of the others.

    An address on the web is kept: the next refresh may reach it.
    """
    feeds = [feed for feed in (feed_store.get_feed(library.connection, feed_id) for feed_id in feed_ids) if feed]
    unusable = [feed.id for feed in feeds if feed.source.is_local and feed.error and not feed.refreshed_at]
    for feed_id in unusable:
        _end(library, feed_id, _LONG_AGO)  # it is not the user who removes it, and he can't mean it by "the last one"
    return [feed.id for feed in feeds if feed.id not in unusable]


def drop_page(library: Library, feed_id: int) -> Feed | None:
    """Remove a feed that was never read, since its source is a web page, and give it as it was."""
    feed = feed_store.get_feed(library.connection, feed_id)
    if feed and not feed.refreshed_at:
        _end(library, feed_id, _LONG_AGO)
    return feed


def _locations(library: Library, word: str) -> list[str]:
    # As it stands too, since a file that is gone has a feed but is no source any more.
    locations = [word, str(Path(word).absolute())]
    with suppress(UsageError):
        location = named_source(word).location
        locations += [location, held_location(library, location)]
    return [location for location in locations if safe_text(location) == location]  # no other one can be a feed's
