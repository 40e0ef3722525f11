"""Storing what a source said: in short transactions, so that a reader who marks articles never waits long."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from reader.library.decide import Changes, decide
from reader.library.indexing import BREATH, DELETED_AT_ONCE, unindex
from reader.library.keeping import kept_entries
from reader.library.library import Library
from reader.library.schedule import due_after_answer, due_after_failure
from reader.library.sources import SECOND_THOUGHTS
from reader.model.draft import Wording
from reader.model.feed import Feed
from reader.model.host import HostMemory
from reader.model.outcome import Failed, Postponed, Refreshed
from reader.model.parsed import ParsedFeed
from reader.model.raw import Fingerprint, FoundFiles, RawDocument, Unchanged, Validators, Wishes
from reader.store import articles as article_store
from reader.store import feeds as feed_store
from reader.store import files as file_store
from reader.store import hosts as host_store
from reader.store.database import writing
from reader.store.feeds import Answer
from reader.store.indexing import leave_unindexed
from reader.store.seen import seen_entries, set_seen_entries
from reader.text.counts import counted

ARTICLES_AT_ONCE = 50
"""Articles stored in one transaction."""
MOST_PROBLEMS = 20
"""Files of a folder of which it is kept why they could not be read."""


def known_validators(library: Library, ids: Iterable[int]) -> dict[int, Validators]:
    """Give what to ask with, by the ids of those of some feeds that are documents."""
    return feed_store.validators(library.connection, ids)


def known_files(library: Library, feed: Feed) -> dict[str, Fingerprint]:
    """Give what is remembered of the files of a feed."""
    return file_store.fingerprints(library.connection, feed.id)


def with_seen(library: Library, feed: Feed, raw: RawDocument) -> RawDocument:
    """Say in a document which of its entries are stored."""
    return replace(raw, seen=seen_entries(library.connection, feed.id))


def title_of(library: Library, feed: Feed) -> str:
    """Give the feed's title as it is by now."""
    return (feed_store.get_feed(library.connection, feed.id) or feed).title


class Stored(NamedTuple):
    """What came of storing."""

    outcome: Refreshed
    wordings: dict[int, Wording]
    """By their ids, the articles that are to be indexed now."""


def store_document(library: Library, feed: Feed, parsed: ParsedFeed, raw: RawDocument) -> Stored:
    """Store what a feed said, the articles first.

    Validators come last: if they were there before the articles, an interruption would lose these.
    """
    kept = kept_entries(library, feed, parsed)
    stored = store_entries(library.connection, feed, kept)
    seen = [*parsed.seen, *(entry.hash for entry in kept.entries if entry.hash)]
    with _writing(library.connection, feed.id) as subscribed:
        if subscribed:
            feed_store.record_document(library.connection, feed.id, parsed, next(iter(parsed.problems), None))
            set_seen_entries(library.connection, feed.id, seen)
            now = datetime.now(UTC)
            due_at = _due_at(feed, raw.wishes, parsed.interval, now)
            feed_store.record_answers(library.connection, [Answer(feed.id, now, raw.validators, due_at)])
            if raw.wishes.moved_to:
                feed_store.move_feed(library.connection, feed.id, raw.wishes.moved_to)
    return stored


def store_files(library: Library, feed: Feed, parsed: ParsedFeed, marks: Mapping[str, Fingerprint]) -> Stored:
    """Store what some files said, and then, for the same reason, how they are known again."""
    stored = store_entries(library.connection, feed, parsed)
    with _writing(library.connection, feed.id) as subscribed:
        if subscribed:
            feed_store.record_document(library.connection, feed.id, parsed)
            file_store.set_fingerprints(library.connection, feed.id, marks)
    return stored


def store_entries(connection: sqlite3.Connection, feed: Feed, parsed: ParsedFeed) -> Stored:
    """Store articles alone, with nothing noted of when and how their source answered."""
    new: dict[int, Wording] = {}
    changed: dict[int, Wording] = {}
    for at in reversed(range(0, len(parsed.entries), ARTICLES_AT_ONCE)):  # see `Changes.new`
        batch = replace(parsed, entries=parsed.entries[at : at + ARTICLES_AT_ONCE])
        some_new, some_changed = _store_batch(connection, feed.id, batch)
        new.update(some_new)
        changed.update(some_changed)
    return Stored(Refreshed(len(new), len(changed), parsed.problems), new | changed)


def join_held(library: Library, feed: Feed, address: str) -> Feed | None:
    """Give the other feed that is held of an address, for which a feed that was never read is removed; both find it.

    One that was read stays a feed of its own, with what the reader did with it.
    """
    connection = library.connection
    with _writing(connection, feed.id) as subscribed:
        held = feed_store.find_feed(connection, address)
        if not subscribed or feed.refreshed_at or held is None or held.id == feed.id:
            return None
        feed_store.remove_feed(connection, feed.id, datetime.now(UTC))
        feed_store.note_former_location(connection, feed.source.location, held.id)
    return held


def move_files(library: Library, feed: Feed, moves: Mapping[str, str]) -> None:
    """Keep articles and what the reader did with them when their files have moved, from old keys to new ones.

    A new key does not count as a known file yet, so that the file is read from its new place.
    """
    connection = library.connection
    pairs = list(moves.items())
    for at in range(0, len(pairs), ARTICLES_AT_ONCE):
        some = pairs[at : at + ARTICLES_AT_ONCE]
        with _writing(connection, feed.id) as subscribed:
            if subscribed:
                for old_key, new_key in some:
                    article_store.move_article(connection, feed.id, old_key, new_key)
                file_store.forget_files(connection, feed.id, [old_key for old_key, _ in some])
        time.sleep(BREATH)


def record_files(library: Library, feed: Feed, found: FoundFiles, problems: Sequence[str]) -> None:
    """Note which files were touched, which are gone, and why some could not be read."""
    connection, now = library.connection, datetime.now(UTC)
    with _writing(connection, feed.id) as subscribed:
        if subscribed:
            file_store.set_fingerprints(connection, feed.id, found.touched)
            file_store.forget_files(connection, feed.id, found.missing)
            article_store.mark_gone(connection, feed.id, found.missing, now)
            if problems:
                feed_store.record_unread_files(connection, feed.id, _sentence(problems), now)
            else:
                feed_store.record_answers(connection, [Answer(feed.id, now, Validators())])


def record_unchanged(library: Library, notes: Iterable[tuple[Feed, Unchanged]]) -> None:
    """Note of some sources that they say, or their bytes show, that nothing has changed."""
    connection, now = library.connection, datetime.now(UTC)
    answers = []
    with writing(connection):
        for feed, unchanged in notes:
            due_at = _due_at(feed, unchanged.wishes, feed.interval, now)
            answers.append(Answer(feed.id, now, unchanged.validators, due_at))
            if unchanged.wishes.moved_to and feed_store.get_feed(connection, feed.id):
                feed_store.move_feed(connection, feed.id, unchanged.wishes.moved_to)
        feed_store.record_answers(connection, answers)


def record_failure(library: Library, feed: Feed, failed: Failed) -> None:
    """Note that a source could not be read, and try again later and later."""
    now = datetime.now(UTC)
    due_at = due_after_failure(now, feed.failures + 1)
    with _writing(library.connection, feed.id) as subscribed:
        if subscribed:
            feed_store.record_failure(library.connection, feed.id, failed.reason, now, due_at, ended=failed.ended)


def record_postponed(library: Library, feed: Feed, postponed: Postponed) -> None:
    """Note that a source is not asked before some time."""
    with _writing(library.connection, feed.id) as subscribed:
        if subscribed:
            feed_store.postpone(library.connection, feed.id, postponed.until)


def remembered_hosts(library: Library) -> dict[str, HostMemory]:
    """Give what is remembered of hosts that want to be asked with care, by name."""
    return host_store.remembered_hosts(library.connection)


def remember_hosts(library: Library, memories: Mapping[str, HostMemory]) -> None:
    """Remember how hosts want to be asked."""
    if memories:
        with writing(library.connection):
            host_store.remember_hosts(library.connection, memories)


def purge(library: Library) -> Iterator[int]:
    """Delete the articles without bookmark of feeds removed `SECOND_THOUGHTS` ago, a few at a time; yield how many."""
    connection, before = library.connection, datetime.now(UTC) - SECOND_THOUGHTS
    while article_store.unkept_ids(connection, 1, before):
        with writing(connection):
            ids = article_store.unkept_ids(connection, DELETED_AT_ONCE, before)
            unindex(connection, ids)
            article_store.delete_articles(connection, ids)
        time.sleep(BREATH)
        yield len(ids)


def _sentence(problems: Sequence[str]) -> str:
    more = f" · and {len(problems) - MOST_PROBLEMS} more" if len(problems) > MOST_PROBLEMS else ""
    return f"{counted(len(problems), 'problem')}: {' · '.join(problems[:MOST_PROBLEMS])}{more}"


def _due_at(feed: Feed, wishes: Wishes, interval: int | None, now: datetime) -> datetime | None:
    return due_after_answer(now, (wishes.fresh_seconds, interval), feed.settings.interval)


@contextmanager
def _writing(connection: sqlite3.Connection, feed_id: int) -> Iterator[bool]:
    """Write in one transaction, told whether the feed is subscribed still.

    What is remembered of a feed that was removed meanwhile would keep its articles away when it is added again.
    """
    with writing(connection):
        yield feed_store.get_feed(connection, feed_id) is not None


def _store_batch(
    connection: sqlite3.Connection, feed_id: int, batch: ParsedFeed
) -> tuple[dict[int, Wording], dict[int, Wording]]:
    """Store a few entries and give what new articles and changed ones are found by.

    The thinking is done before the transaction, if there is none yet, and again if another process came first.
    """
    decided_within = connection.in_transaction
    keys = {key for entry in batch.entries for key in (entry.key, entry.content.guid)}
    while True:
        stored = article_store.stored_articles(connection, feed_id, keys)
        changes = decide(stored, batch, datetime.now(UTC))
        if not (changes.new or changes.changed):
            return {}, {}
        with _writing(connection, feed_id) as subscribed:
            if not subscribed:
                return {}, {}
            if decided_within or article_store.stored_articles(connection, feed_id, keys) == stored:
                ids = _apply(connection, feed_id, changes)
                break
    if not decided_within:
        time.sleep(BREATH)
    new = {article_id: draft.wording for article_id, draft in zip(ids, changes.new, strict=True)}
    return new, {article_id: draft.wording for article_id, draft in changes.changed}


def _apply(connection: sqlite3.Connection, feed_id: int, changes: Changes) -> list[int]:
    ids = article_store.insert_articles(connection, feed_id, changes.new, changes.decided_at)
    unindex(connection, [article_id for article_id, _ in changes.changed])
    for article_id, draft in changes.changed:
        article_store.update_article(connection, article_id, draft, changes.decided_at)
    leave_unindexed(connection)
    return ids
