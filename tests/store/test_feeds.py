import sqlite3

import pytest

from reader.model.article import ArticleState
from reader.model.feed import Feed, FeedKind, FeedSettings, FeedSummary
from reader.model.filters import ArticleFilter
from reader.model.parsed import ParsedFeed
from reader.model.raw import Fingerprint, Validators
from reader.model.source import Source, SourceKind
from reader.store.articles import insert_articles
from reader.store.database import writing
from reader.store.feeds import (
    Answer,
    find_feed,
    get_feed,
    insert_feed,
    list_feeds,
    move_feed,
    record_answers,
    record_document,
    record_failure,
    remove_feed,
    restore_feed,
    set_folder,
    set_own_title,
    set_settings,
    validators,
    was_removed,
)
from reader.store.files import fingerprints, set_fingerprints
from reader.store.lists import article_ids
from reader.store.states import add_states, set_read
from tests.store.samples import HOUR, NOON, add_articles, add_feed, draft, get_state

SAID = ParsedFeed(FeedKind.ATOM, "Port Post", "https://port.example", ())
SILENT = ParsedFeed(FeedKind.ATOM, None, None, ())
VALIDATORS = Validators('"7"', "Mon, 23 Nov 2026 12:00:00 GMT")


def test_a_new_feed_is_as_it_was_given(connection: sqlite3.Connection) -> None:
    source = Source(SourceKind.FOLDER, "/news")
    with writing(connection):
        feed = insert_feed(connection, source, FeedKind.FOLDER, NOON, own_title="Mine", folder="World")
    settings = FeedSettings("Mine", "World")
    kind = FeedKind.FOLDER
    assert feed == Feed(feed.id, source, kind, "Mine", "World", None, NOON, None, None, None, settings=settings)
    assert get_feed(connection, feed.id) == find_feed(connection, "/news") == feed
    assert get_feed(connection, 999) is None
    assert find_feed(connection, "/other") is None


def test_the_users_title_comes_before_the_sources_and_that_before_the_location(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    titles = [feed.title]
    with writing(connection):
        record_document(connection, feed.id, SAID)
        titles.append(_get(connection, feed).title)
        set_own_title(connection, feed.id, "Mine")
        titles.append(_get(connection, feed).title)
        set_own_title(connection, feed.id, None)
        titles.append(_get(connection, feed).title)
    assert titles == ["https://port.example/feed", "Port Post", "Mine", "Port Post"]


def test_a_feed_moves_between_folders(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        set_folder(connection, feed.id, "World")
        assert _get(connection, feed).folder == "World"
        set_folder(connection, feed.id, None)
    assert _get(connection, feed).folder is None


def test_a_feed_that_is_added_again_is_set_as_a_new_one(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        set_settings(connection, feed.id, FeedSettings("Mine", "World", 60, 7, True), NOON, NOON)
        remove_feed(connection, feed.id, NOON)
    assert get_feed(connection, feed.id) is None
    assert add_feed(connection) == feed


def test_a_removed_feed_is_restored_with_what_was_set(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        set_settings(connection, feed.id, FeedSettings("Mine", "World", 60, 7, True), None, NOON)
        before = _get(connection, feed)
        remove_feed(connection, feed.id, NOON)
        restore_feed(connection, feed.id)
    assert _get(connection, feed) == before
    assert (before.paused_at, before.settings.keep) == (NOON, 7)


def test_what_a_source_says_of_itself_is_kept_until_it_says_otherwise(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        record_document(connection, feed.id, SAID)
        record_answers(connection, [Answer(feed.id, NOON, VALIDATORS)])
    said = _get(connection, feed)
    assert (said.kind, said.title, said.site) == (FeedKind.ATOM, "Port Post", "https://port.example")
    assert said.refreshed_at == NOON
    assert validators(connection, [feed.id])[feed.id] == VALIDATORS
    with writing(connection):
        record_document(connection, feed.id, SILENT)
        record_answers(connection, [Answer(feed.id, NOON + HOUR, Validators())])
    assert (_get(connection, feed).title, _get(connection, feed).site) == ("Port Post", "https://port.example")
    assert validators(connection, [feed.id])[feed.id] == Validators()


def test_a_feed_fails_since_the_first_failure_in_a_row(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        record_answers(connection, [Answer(feed.id, NOON, VALIDATORS)])
        record_failure(connection, feed.id, "No such host.", NOON + HOUR)
        record_failure(connection, feed.id, "Timed out.", NOON + 2 * HOUR)
    failing = _get(connection, feed)
    assert (failing.error, failing.failing_since, failing.refreshed_at) == ("Timed out.", NOON + HOUR, NOON)
    assert failing.failures == 2
    with writing(connection):
        record_answers(connection, [Answer(feed.id, NOON + 3 * HOUR, VALIDATORS)])
    well = _get(connection, feed)
    assert (well.error, well.failing_since, well.refreshed_at) == (None, None, NOON + 3 * HOUR)
    assert well.failures == 0


def test_a_feed_ends_when_its_server_says_so_and_begins_again_when_it_answers(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        record_failure(connection, feed.id, "Gone.", NOON, NOON + HOUR, ended=True)
    assert (_get(connection, feed).ended_at, _get(connection, feed).due_at) == (NOON, NOON + HOUR)
    with writing(connection):
        record_answers(connection, [Answer(feed.id, NOON, VALIDATORS)])
    assert (_get(connection, feed).ended_at, _get(connection, feed).due_at) == (None, None)


def test_states_follow_a_feed_to_its_new_address(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"), draft("b"))
    with writing(connection):
        set_read(connection, ids[:1], NOON)
        assert move_feed(connection, feed.id, "https://new.example/feed")
    moved = _get(connection, feed)
    assert moved.source.location == "https://new.example/feed"
    assert get_state(connection, moved.source.location, "a").read_at == NOON
    assert list_feeds(connection) == [FeedSummary(moved, 1, 2)]


def test_states_join_those_that_are_held_at_the_new_address(connection: sqlite3.Connection) -> None:
    feed, there = add_feed(connection), "https://new.example/feed"
    ids = add_articles(connection, feed, draft("a"), draft("b"), draft("c"))
    with writing(connection):
        set_read(connection, ids[:1], NOON)
        add_states(connection, there, {"a": ArticleState(None, NOON), "b": ArticleState(NOON, None)})
        assert move_feed(connection, feed.id, there)
    assert get_state(connection, there, "a") == ArticleState(NOON, NOON)
    assert list(article_ids(connection, ArticleFilter(unread=True))) == ids[2:]
    assert list(article_ids(connection, ArticleFilter(bookmarked=True))) == ids[:1]
    assert get_state(connection, feed.source.location, "a") == ArticleState()


def test_a_feed_that_moved_is_found_where_it_was_unless_another_one_is_there(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        for location in ("https://between.example/feed", "https://new.example/feed"):
            assert move_feed(connection, feed.id, location)
    moved = _get(connection, feed)
    for location in (feed.source.location, "https://between.example/feed", "https://new.example/feed"):
        assert find_feed(connection, location) == moved
    other = add_feed(connection)
    assert find_feed(connection, feed.source.location) == other
    with writing(connection):
        remove_feed(connection, feed.id, NOON)
    assert find_feed(connection, "https://between.example/feed") is None


def test_a_feed_does_not_move_to_where_another_one_is(connection: sqlite3.Connection) -> None:
    feed, other = add_feed(connection, "feed"), add_feed(connection, "other")
    with writing(connection):
        assert not move_feed(connection, feed.id, other.source.location)
    assert _get(connection, feed) == feed


def test_feeds_are_listed_with_counts_by_folder_and_title(connection: sqlite3.Connection) -> None:
    wire = add_feed(connection, "wire", folder="World", own_title="wire")
    port = add_feed(connection, "port", folder="World", own_title="Port Post")
    notes = add_feed(connection, "notes")
    ids = add_articles(connection, port, draft("a"), draft("b"), draft("c"))
    add_articles(connection, wire, draft("a"))
    with writing(connection):
        set_read(connection, ids[:1], NOON)
    assert list_feeds(connection) == [FeedSummary(notes, 0, 0), FeedSummary(port, 2, 3), FeedSummary(wire, 1, 1)]


def test_a_removed_feed_is_gone_but_remembered(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    location = feed.source.location
    assert not was_removed(connection, location)
    with writing(connection):
        remove_feed(connection, feed.id, NOON)
    assert list_feeds(connection) == []
    assert get_feed(connection, feed.id) is None
    assert find_feed(connection, location) is None
    assert was_removed(connection, location)
    assert not was_removed(connection, "https://never.example")


def test_a_feed_that_is_added_again_starts_afresh(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection, own_title="Mine", folder="World")
    with writing(connection):
        record_document(connection, feed.id, SAID)
        record_answers(connection, [Answer(feed.id, NOON, VALIDATORS)])
        record_failure(connection, feed.id, "Timed out.", NOON)
        set_fingerprints(connection, feed.id, {"a.txt": Fingerprint(1, 2, "d")})
        remove_feed(connection, feed.id, NOON)
        # By a refresh that began before.
        record_answers(connection, [Answer(feed.id, NOON, VALIDATORS, NOON)])
        record_failure(connection, feed.id, "Timed out.", NOON, NOON, ended=True)
    again = add_feed(connection)
    assert (again.refreshed_at, again.due_at, again.failures, again.ended_at) == (None, None, 0, None)
    assert (again.id, again.title, again.folder, again.error) == (feed.id, "Port Post", None, None)
    assert list_feeds(connection) == [FeedSummary(again, 0, 0)]
    assert validators(connection, [feed.id])[feed.id] == Validators()
    assert fingerprints(connection, feed.id) == {}
    assert not was_removed(connection, feed.source.location)


def test_fifty_feeds_keep_their_counts_apart(connection: sqlite3.Connection) -> None:
    feeds = [add_feed(connection, f"feed{number}") for number in range(50)]
    with writing(connection):
        for number, feed in enumerate(feeds):
            insert_articles(connection, feed.id, [draft(str(key)) for key in range(number)], NOON)
    assert {summary.feed.id: summary.total for summary in list_feeds(connection)} == {
        feed.id: number for number, feed in enumerate(feeds)
    }


def _get(connection: sqlite3.Connection, feed: Feed) -> Feed:
    found = get_feed(connection, feed.id)
    assert found
    return found


def test_a_feed_without_a_title_is_named_by_its_address_without_the_password(
    connection: sqlite3.Connection,
) -> None:
    source = Source(SourceKind.URL, "https://ada:secret@example.org/feed.xml")
    feed = insert_feed(connection, source, FeedKind.RSS, NOON)
    assert feed.title == feed.source.shown == "https://example.org/feed.xml"
    assert feed.source.location == source.location


@pytest.mark.parametrize(
    ("kind", "location", "name"),
    [
        (SourceKind.FEED_FILE, "/home/me/feeds/wire.xml", "wire.xml"),
        (SourceKind.FOLDER, "/", "/"),
        (SourceKind.URL, "https://me:secret@example.org/feed", "https://example.org/feed"),
    ],
)
def test_a_feed_without_title_is_called_by_its_file_or_address(
    connection: sqlite3.Connection, kind: SourceKind, location: str, name: str
) -> None:
    with writing(connection):
        assert insert_feed(connection, Source(kind, location), FeedKind.RSS, NOON).title == name


def test_addresses_that_stand_in_for_titles_are_sorted_without_their_scheme(connection: sqlite3.Connection) -> None:
    with writing(connection):
        for address in ("https://www.b.example/", "http://c.example/", "https://a.example/"):
            insert_feed(connection, Source(SourceKind.URL, address), FeedKind.RSS, NOON)
        insert_feed(connection, Source(SourceKind.FEED_FILE, "/x/Bee.xml"), FeedKind.RSS, NOON)

    titles = [summary.feed.title for summary in list_feeds(connection)]
    assert titles == ["https://a.example/", "https://www.b.example/", "Bee.xml", "http://c.example/"]
