"""Marking articles: read and unread, bookmarked or not. What returned is on disk."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reader.library.library import Library
from reader.store import states
from reader.store.database import writing


def set_read(library: Library, ids: Sequence[int], read: bool) -> list[int]:
    """Mark articles read or unread and give the ids of those that changed. Raises DatabaseError."""
    with writing(library.connection):
        return states.set_read(library.connection, ids, _now() if read else None)


def set_bookmarked(library: Library, ids: Sequence[int], bookmarked: bool) -> list[int]:
    """Set or remove bookmarks and give the ids of the articles that changed. Raises DatabaseError."""
    with writing(library.connection):
        return states.set_bookmarked(library.connection, ids, _now() if bookmarked else None)


def _now() -> datetime:
    return datetime.now(UTC)
