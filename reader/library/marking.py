"""Marking articles: read and unread, bookmarked or not. What returned is on disk, whatever happens to the machine."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.library.library import Library
from reader.store import states
from reader.store.database import writing
from reader.store.lists import article_rows


def set_read(library: Library, ids: Sequence[int], read: bool) -> list[int]:
    """Mark articles read or unread and give the ids of those that changed. Raises DatabaseError."""
    with writing(library.connection, durable=True):
        return states.set_read(library.connection, ids, datetime.now(UTC) if read else None)


def set_bookmarked(library: Library, ids: Sequence[int], bookmarked: bool) -> list[int]:
    """Set or remove bookmarks and give the ids of the articles that changed. Raises DatabaseError."""
    with writing(library.connection, durable=True):
        return states.set_bookmarked(library.connection, ids, datetime.now(UTC) if bookmarked else None)


def toggle_read(library: Library, article_id: int) -> list[int]:
    """Mark an unread article read, a read one unread, and give its id; none if it is gone. Raises DatabaseError."""
    with writing(library.connection, durable=True):
        for row in article_rows(library.connection, [article_id]):
            return states.set_read(library.connection, [row.id], datetime.now(UTC) if row.unread else None)
    return []


def toggle_bookmarked(library: Library, article_id: int) -> list[int]:
    """Bookmark an article that has no bookmark, else take it away; otherwise like `toggle_read`."""
    with writing(library.connection, durable=True):
        for row in article_rows(library.connection, [article_id]):
            return states.set_bookmarked(library.connection, [row.id], None if row.bookmarked else datetime.now(UTC))
    return []
