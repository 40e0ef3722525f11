import sqlite3
from datetime import timedelta

from reader.model.feed import Feed, FeedKind
from reader.model.filters import ArticleFilter
from reader.model.keeping import KeepRule
from reader.model.source import Source, SourceKind
from reader.store.articles import delete_articles, insert_articles
from reader.store.database import writing
from reader.store.feeds import insert_feed, move_feed, remove_feed
from reader.store.keeping import aged_feeds, claimed_keys, pruned_keys, remember_pruned, surplus_ids, surplus_span
from reader.store.lists import article_ids
from reader.store.states import set_bookmarked, set_read
from tests.store.samples import HOUR, NOON, add_articles, add_feed, draft

DAY = timedelta(days=1)


def fill(connection: sqlite3.Connection, feed: Feed, articles: int) -> list[int]:
    """Store so many articles, the first of yesterday, each further one a day older."""
    return add_articles(connection, feed, *(draft(str(age), NOON - age * DAY) for age in range(1, articles + 1)))


def test_what_is_old_and_not_among_the_newest_is_surplus_oldest_first(connection: sqlite3.Connection) -> None:
    feed, other = add_feed(connection), add_feed(connection, "other")
    ids = fill(connection, feed, 6)
    fill(connection, other, 2)
    assert surplus_ids(connection, feed.id, KeepRule(NOON - 4 * DAY, newest=1), 10) == ids[:3:-1]
    assert surplus_ids(connection, feed.id, KeepRule(NOON - 4 * DAY, newest=1), 1) == ids[-1:]
    assert surplus_ids(connection, feed.id, KeepRule(NOON - 4 * DAY, newest=5), 10) == ids[-1:]
    assert surplus_ids(connection, feed.id, KeepRule(NOON - 4 * DAY, newest=6), 10) == []
    assert surplus_ids(connection, feed.id, KeepRule(NOON - 4 * DAY, newest=100), 10) == []
    assert surplus_ids(connection, feed.id, KeepRule(NOON, newest=0), 10) == ids[::-1]
    assert surplus_span(connection, feed.id, KeepRule(NOON - 4 * DAY, 0)) == (2, NOON - 6 * DAY, NOON - 5 * DAY)
    assert surplus_span(connection, feed.id, KeepRule(NOON - 9 * DAY, 0)) == (0, None, None)


def test_of_articles_of_one_time_exactly_the_newest_stay(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, *(draft(key, NOON - DAY) for key in "abcd"))
    assert surplus_ids(connection, feed.id, KeepRule(NOON, newest=3), 10) == ids[:1]


def test_bookmarked_articles_stay_and_unread_ones_on_request(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = fill(connection, feed, 4)
    with writing(connection):
        set_bookmarked(connection, ids[:1], NOON)
        set_read(connection, ids[2:], NOON)
    assert surplus_ids(connection, feed.id, KeepRule(NOON, 0), 10) == ids[:0:-1]
    assert surplus_ids(connection, feed.id, KeepRule(NOON, 0, unread=True), 10) == ids[:1:-1]


def test_only_feeds_with_something_old_are_looked_at_and_never_files_of_the_users_own(
    connection: sqlite3.Connection,
) -> None:
    old, young, removed = (add_feed(connection, name) for name in ("old", "young", "removed"))
    for feed in (old, young, removed):
        fill(connection, feed, 3 if feed is not young else 1)
    with writing(connection):
        for kind in (SourceKind.FOLDER, SourceKind.TEXT_FILE):
            files = insert_feed(connection, Source(kind, f"/{kind}"), FeedKind.TEXT, NOON)
            insert_articles(connection, files.id, [draft("a", NOON - 9 * DAY)], NOON)
        remove_feed(connection, removed.id, NOON)
    assert aged_feeds(connection, NOON - DAY - HOUR) == [(old.id, None)]


def test_articles_that_are_held_or_bookmarked_claim_their_keys(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = fill(connection, feed, 3)
    with writing(connection):
        set_read(connection, ids, NOON)
        set_bookmarked(connection, ids[:1], NOON)
        delete_articles(connection, ids[:2])
    assert claimed_keys(connection, feed.id, ["1", "2", "3", "x"]) == {"1", "3"}


def test_what_was_pruned_is_known_by_its_key_also_at_the_feeds_next_address(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = fill(connection, feed, 3)
    with writing(connection):
        set_read(connection, ids[:1], NOON)
        remember_pruned(connection, ids[:2], NOON)
        assert pruned_keys(connection, feed.id, ["1", "2", "3"]) == set()  # they are there still
        delete_articles(connection, ids[:2])
        assert pruned_keys(connection, feed.id, ["1", "3", "x"]) == {"1"}
        assert move_feed(connection, feed.id, "https://new.example/")
    assert pruned_keys(connection, feed.id, ["1", "2", "3"]) == {"1", "2"}
    assert list(article_ids(connection, ArticleFilter())) == ids[2:]
    add_articles(connection, feed, draft("1"), draft("2"))
    assert len(article_ids(connection, ArticleFilter(unread=True))) == 2  # what was read stayed so
