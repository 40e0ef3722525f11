"""Feeds: subscriptions, how they fare, and their counts."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.model.feed import Feed, FeedKind, FeedSettings, FeedSummary
from reader.model.source import Source, SourceKind
from reader.store.failures import translated
from reader.store.seen import forget_entries
from reader.store.values import to_datetime, to_json, to_seconds

if TYPE_CHECKING:  # the list of feeds is shown in less time than these take to import
    from reader.model.parsed import ParsedFeed
    from reader.model.raw import Validators


class Answer(NamedTuple):
    """That a source answered."""

    feed_id: int
    refreshed_at: datetime
    validators: "Validators"
    """What to ask it with the next time."""
    due_at: datetime | None = None
    """When that is; None if nobody wished anything."""


_SELECT = "SELECT * FROM feed"


@translated
def insert_feed(
    connection: sqlite3.Connection,
    source: Source,
    kind: FeedKind,
    added_at: datetime,
    *,
    own_title: str | None = None,
    folder: str | None = None,
) -> Feed:
    """Subscribe to a source, for the first time or again after it was removed. Call it inside `writing`."""
    connection.execute(
        """INSERT INTO feed (source_kind, location, title, kind, added_at, own_title, folder)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (location) DO UPDATE SET
            source_kind = excluded.source_kind, kind = excluded.kind, added_at = excluded.added_at,
            own_title = excluded.own_title, folder = excluded.folder, removed_at = NULL, paused_at = NULL,
            own_interval = NULL, keep = NULL,
            etag = NULL, last_modified = NULL, digest = NULL, interval = NULL, refreshed_at = NULL,
            error = NULL, failing_since = NULL, failures = 0, due_at = NULL, ended_at = NULL""",
        (source.kind, source.location, source.name, kind, to_seconds(added_at), own_title, folder),
    )
    return _feed(_rows(connection, f"{_SELECT} WHERE location = ?", source.location)[0])


@translated
def list_feeds(connection: sqlite3.Connection) -> list[FeedSummary]:
    """List the subscribed feeds with their counts, by folder and title; those without a folder come first."""
    found = _rows(
        connection,
        """SELECT *,
            (SELECT count(*) FROM article INDEXED BY article_unread_by_feed
                WHERE unread = 1 AND feed_id = feed.id) AS unread,
            (SELECT count(*) FROM article INDEXED BY article_by_feed WHERE feed_id = feed.id) AS total
        FROM feed WHERE removed_at IS NULL""",
    )
    return sorted((FeedSummary(_feed(row), row["unread"], row["total"]) for row in found), key=_place)


@translated
def get_feed(connection: sqlite3.Connection, feed_id: int) -> Feed | None:
    """Give the subscribed feed with an id."""
    found = _rows(connection, f"{_SELECT} WHERE id = ? AND removed_at IS NULL", feed_id)
    return _feed(found[0]) if found else None


@translated
def find_feed(connection: sqlite3.Connection, location: str) -> Feed | None:
    """Give the subscribed feed of a source, or the one that has moved away from there for good."""
    found = _rows(
        connection,
        f"""{_SELECT} WHERE removed_at IS NULL
            AND (location = ? OR id = (SELECT feed_id FROM moved WHERE location = ?))
        ORDER BY location != ?""",
        *(location, location, location),
    )
    return _feed(found[0]) if found else None


@translated
def web_feeds(connection: sqlite3.Connection) -> list[Feed]:
    """List the subscribed feeds on the web, the oldest first."""
    found = _rows(connection, f"{_SELECT} WHERE source_kind = ? AND removed_at IS NULL ORDER BY id", SourceKind.URL)
    return [_feed(row) for row in found]


@translated
def former_locations(connection: sqlite3.Connection) -> dict[str, int]:
    """Give the ids of feeds that have moved for good, by each location where they were."""
    return dict(connection.execute("SELECT location, feed_id FROM moved"))


@translated
def perhaps_misspelled(connection: sqlite3.Connection) -> list[str]:
    """List the web addresses, also of removed feeds, whose path or host may be equal to another spelling."""
    found = connection.execute(
        """SELECT location FROM feed WHERE source_kind = ?
        AND (instr(location, '%') OR instr(location, '/.') OR instr(location, './') OR instr(location, '.:'))""",
        (SourceKind.URL,),
    )
    return [location for (location,) in found]


@translated
def has_feeds(connection: sqlite3.Connection) -> bool:
    """Tell whether there is a subscription."""
    return connection.execute("SELECT 1 FROM feed WHERE removed_at IS NULL LIMIT 1").fetchone() is not None


@translated
def was_removed(connection: sqlite3.Connection, location: str) -> bool:
    """Tell whether the user removed the feed of a source and has not added it again."""
    ask = "SELECT 1 FROM feed WHERE location = ? AND removed_at IS NOT NULL"
    return connection.execute(ask, (location,)).fetchone() is not None


@translated
def validators(connection: sqlite3.Connection, ids: Iterable[int]) -> "dict[int, Validators]":
    """Give what to ask "changed since?" with, by the ids of those of some feeds that are documents."""
    from reader.model.raw import Validators

    found = connection.execute(
        """SELECT feed.id, etag, last_modified, digest FROM json_each(?) AS wanted
        CROSS JOIN feed ON feed.id = wanted.value WHERE source_kind IN (?, ?)""",
        (to_json(ids), SourceKind.URL, SourceKind.FEED_FILE),
    )
    return {feed_id: Validators(*held) for feed_id, *held in found}


@translated
def set_own_title(connection: sqlite3.Connection, feed_id: int, own_title: str | None) -> None:
    """Set the user's own title of a feed, None for the source's."""
    connection.execute("UPDATE feed SET own_title = ? WHERE id = ?", (own_title, feed_id))


@translated
def set_folder(connection: sqlite3.Connection, feed_id: int, folder: str | None) -> None:
    """Put a feed into a folder, None for none."""
    connection.execute("UPDATE feed SET folder = ? WHERE id = ?", (folder, feed_id))


@translated
def rename_folder(connection: sqlite3.Connection, folder: str, name: str) -> None:
    """Give a folder another path, with the folders in it; one that has the path becomes one with it.

    Call it inside `writing`.
    """
    connection.execute(
        """UPDATE feed SET folder = ? || substr(folder, length(?) + 1)
        WHERE instr(folder || '/', ? || '/') = 1""",
        (name, folder, folder),
    )


@translated
def set_settings(
    connection: sqlite3.Connection, feed_id: int, settings: FeedSettings, due_at: datetime | None, now: datetime
) -> None:
    """Set all that the user can set for a feed, and when it is to be asked by that."""
    connection.execute(
        """UPDATE feed SET own_title = ?, folder = ?, own_interval = ?, keep = ?, due_at = ?,
            paused_at = CASE WHEN ? THEN coalesce(paused_at, ?) END
        WHERE id = ?""",
        (
            settings.title,
            settings.folder,
            settings.interval,
            settings.keep,
            to_seconds(due_at),
            settings.paused,
            to_seconds(now),
            feed_id,
        ),
    )


@translated
def set_paused(connection: sqlite3.Connection, feed_ids: Iterable[int], paused: bool, now: datetime) -> None:
    """Pause feeds, or go on with them; those that are paused already stay so since when they are."""
    connection.execute(
        """UPDATE feed SET paused_at = CASE WHEN ? THEN coalesce(paused_at, ?) END
        WHERE id IN (SELECT value FROM json_each(?))""",
        (paused, to_seconds(now), to_json(feed_ids)),
    )


@translated
def record_document(
    connection: sqlite3.Connection, feed_id: int, parsed: "ParsedFeed", note: str | None = None
) -> None:
    """Note what a source said of itself, and what was wrong with it; a title or site it no longer gives is kept."""
    connection.execute(
        """UPDATE feed SET kind = ?, title = coalesce(?, title), site = coalesce(?, site), interval = ?, note = ?
        WHERE id = ?""",
        (parsed.kind, parsed.title, parsed.site, parsed.interval, note, feed_id),
    )


@translated
def record_answers(connection: sqlite3.Connection, answers: "Iterable[Answer]") -> None:
    """Note that sources answered; what is said of a feed that was removed is left out. Call it inside `writing`."""
    connection.executemany(
        """UPDATE feed SET refreshed_at = ?, etag = ?, last_modified = ?, digest = ?, due_at = ?,
            error = NULL, failing_since = NULL, failures = 0, ended_at = NULL
        WHERE id = ? AND removed_at IS NULL""",
        [
            (
                to_seconds(answer.refreshed_at),
                answer.validators.etag,
                answer.validators.last_modified,
                answer.validators.digest,
                to_seconds(answer.due_at),
                answer.feed_id,
            )
            for answer in answers
        ],
    )


@translated
def record_failure(
    connection: sqlite3.Connection,
    feed_id: int,
    reason: str,
    failed_at: datetime,
    due_at: datetime | None = None,
    *,
    ended: bool = False,
) -> None:
    """Note that a source could not be read, and when to try again; it fails since the first time in a row."""
    connection.execute(
        """UPDATE feed SET error = ?, failing_since = coalesce(failing_since, ?), failures = failures + 1, due_at = ?,
            ended_at = CASE WHEN ? THEN coalesce(ended_at, ?) END
        WHERE id = ?""",
        (reason, to_seconds(failed_at), to_seconds(due_at), ended, to_seconds(failed_at), feed_id),
    )


@translated
def record_unread_files(connection: sqlite3.Connection, feed_id: int, reason: str, read_at: datetime) -> None:
    """Note that files were read but for some; the feed fails since the first time in a row that this was so."""
    connection.execute(
        """UPDATE feed SET refreshed_at = ?, error = ?, failing_since = coalesce(failing_since, ?),
            failures = failures + 1, due_at = NULL
        WHERE id = ?""",
        (to_seconds(read_at), reason, to_seconds(read_at), feed_id),
    )


@translated
def postpone(connection: sqlite3.Connection, feed_id: int, due_at: datetime) -> None:
    """Note that a source was not asked, and when it is to be."""
    connection.execute("UPDATE feed SET due_at = ? WHERE id = ?", (to_seconds(due_at), feed_id))


@translated
def move_feed(connection: sqlite3.Connection, feed_id: int, location: str) -> bool:
    """Give a feed a new address, which its states follow; False if another feed has had that address.

    Marks that are held there already, from a sync or an earlier subscription, join them. Call it inside `writing`.
    """
    taken = connection.execute("SELECT 1 FROM feed WHERE location = ?", (location,)).fetchone()
    if taken:
        return False
    (before,) = connection.execute("SELECT location FROM feed WHERE id = ?", (feed_id,)).fetchone()
    connection.execute("UPDATE feed SET location = ? WHERE id = ?", (location, feed_id))
    note_former_location(connection, before, feed_id)
    connection.execute(
        """UPDATE state SET read_at = coalesce(state.read_at, old.read_at),
            bookmarked_at = coalesce(state.bookmarked_at, old.bookmarked_at)
        FROM (SELECT * FROM state WHERE location = ?) AS old
        WHERE state.location = ? AND state.key = old.key""",
        (before, location),
    )
    # What is held there already fires the trigger too, by which the articles learn of it.
    connection.execute("UPDATE state SET key = key WHERE location = ?", (location,))
    connection.execute("UPDATE OR IGNORE state SET location = ? WHERE location = ?", (location, before))
    connection.execute("DELETE FROM state WHERE location = ?", (before,))
    return True


@translated
def forget_answers(connection: sqlite3.Connection, feed_id: int) -> None:
    """Forget what a source answered and how it failed, so that it is asked at once for all there is."""
    connection.execute(
        """UPDATE feed SET etag = NULL, last_modified = NULL, digest = NULL, error = NULL, failing_since = NULL,
            failures = 0, due_at = NULL, ended_at = NULL, note = NULL
        WHERE id = ?""",
        (feed_id,),
    )


@translated
def note_former_location(connection: sqlite3.Connection, location: str, feed_id: int) -> None:
    """Let a feed be found by a location too from which it has moved for good. Call it inside `writing`."""
    connection.execute("INSERT OR REPLACE INTO moved (location, feed_id) VALUES (?, ?)", (location, feed_id))


@translated
def remove_feed(connection: sqlite3.Connection, feed_id: int, removed_at: datetime) -> None:
    """End a subscription and forget what was known of its source; its articles become `unkept_ids`.

    Call it inside `writing`.
    """
    connection.execute("UPDATE feed SET removed_at = ? WHERE id = ?", (to_seconds(removed_at), feed_id))
    forget_answers(connection, feed_id)
    connection.execute("DELETE FROM file WHERE feed_id = ?", (feed_id,))
    forget_entries(connection, feed_id)


@translated
def last_removed(connection: sqlite3.Connection, since: datetime) -> int | None:
    """Give the id of the feed that was removed last, at `since` or later."""
    ask = "SELECT id FROM feed WHERE removed_at >= ? ORDER BY removed_at DESC, id DESC LIMIT 1"
    found = connection.execute(ask, (to_seconds(since),)).fetchone()
    return found[0] if found else None


@translated
def restore_feed(connection: sqlite3.Connection, feed_id: int) -> None:
    """Undo `remove_feed`; its source is asked anew for all there is. Call it inside `writing`."""
    connection.execute("UPDATE feed SET removed_at = NULL WHERE id = ?", (feed_id,))


def _rows(connection: sqlite3.Connection, ask: str, *parameters: int | str) -> list[sqlite3.Row]:
    found = connection.cursor()
    found.row_factory = sqlite3.Row
    return found.execute(ask, parameters).fetchall()


def _feed(row: sqlite3.Row) -> Feed:
    return Feed(
        id=row["id"],
        source=Source(SourceKind(row["source_kind"]), row["location"]),
        kind=FeedKind(row["kind"]),
        title=row["own_title"] or row["title"],
        folder=row["folder"],
        site=row["site"],
        added_at=to_datetime(row["added_at"]),
        refreshed_at=to_datetime(row["refreshed_at"]),
        error=row["error"],
        failing_since=to_datetime(row["failing_since"]),
        interval=row["interval"],
        failures=row["failures"],
        due_at=to_datetime(row["due_at"]),
        ended_at=to_datetime(row["ended_at"]),
        paused_at=to_datetime(row["paused_at"]),
        settings=FeedSettings(
            row["own_title"], row["folder"], row["own_interval"], row["keep"], row["paused_at"] is not None
        ),
        note=row["note"],
    )


def _place(summary: FeedSummary) -> tuple[str, str, int]:
    feed = summary.feed
    return (feed.folder or "").casefold(), feed.sorted_as, feed.id
