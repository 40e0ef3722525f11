import sqlite3

from reader.model.article import ArticleState
from reader.model.filters import ArticleFilter
from reader.store.articles import delete_articles, insert_articles, unkept_ids
from reader.store.database import writing
from reader.store.feeds import remove_feed
from reader.store.lists import article_ids, article_rows
from reader.store.states import add_states, set_bookmarked, set_read
from tests.store.samples import HOUR, NOON, add_articles, add_feed, draft, get_state


def _marks(connection: sqlite3.Connection, ids: list[int]) -> list[tuple[bool, bool]]:
    return [(row.unread, row.bookmarked) for row in article_rows(connection, ids)]


def test_only_what_changes_is_given(connection: sqlite3.Connection) -> None:
    first, second, third = add_articles(connection, add_feed(connection), draft("a"), draft("b"), draft("c"))
    with writing(connection):
        assert set_read(connection, [second], NOON) == [second]
        assert set_read(connection, [third, second, first, third], NOON) == [third, first]
        assert set_read(connection, [first, 999], None) == [first]
        assert set_bookmarked(connection, [second, third], NOON) == [second, third]
        assert set_bookmarked(connection, [second, first], None) == [second]
        assert set_read(connection, [], NOON) == []
    assert _marks(connection, [first, second, third]) == [(True, False), (False, False), (False, True)]


def test_the_first_time_counts(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"))
    with writing(connection):
        set_read(connection, ids, NOON)
        set_read(connection, ids, NOON + HOUR)
        set_bookmarked(connection, ids, NOON + HOUR)
    assert get_state(connection, feed.source.location, "a") == ArticleState(NOON, NOON + HOUR)


def test_without_a_mark_the_state_is_empty(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"))
    assert get_state(connection, feed.source.location, "a") == ArticleState()
    with writing(connection):
        set_read(connection, ids, NOON)
        set_read(connection, ids, None)
    assert get_state(connection, feed.source.location, "a") == ArticleState()


def test_the_same_key_in_another_feed_is_another_article(connection: sqlite3.Connection) -> None:
    first = add_articles(connection, add_feed(connection, "port"), draft("a"))
    second = add_articles(connection, add_feed(connection, "wire"), draft("a"))
    with writing(connection):
        set_read(connection, first, NOON)
        set_bookmarked(connection, second, NOON)
    assert _marks(connection, [*first, *second]) == [(False, False), (True, True)]


def test_a_state_that_comes_before_its_article_becomes_its_own(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    _sync(connection, feed.source.location, "a", read_at=NOON.timestamp())
    _sync(connection, feed.source.location, "b", bookmarked_at=NOON.timestamp())
    ids = add_articles(connection, feed, draft("a"), draft("b"), draft("c"))
    assert _marks(connection, ids) == [(False, False), (True, True), (True, False)]


def test_a_state_that_is_changed_or_deleted_changes_its_article(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"), draft("b"))
    _sync(connection, feed.source.location, "a", read_at=1, bookmarked_at=1)
    _sync(connection, feed.source.location, "b", read_at=1)
    assert _marks(connection, ids) == [(False, True), (False, False)]
    connection.execute("UPDATE state SET read_at = NULL WHERE key = 'a'")
    assert _marks(connection, ids) == [(True, True), (False, False)]
    connection.execute("DELETE FROM state")
    assert _marks(connection, ids) == [(True, False), (True, False)]


def test_a_state_outlives_its_article(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"))
    with writing(connection):
        set_read(connection, ids, NOON)
        remove_feed(connection, feed.id, NOON)
        delete_articles(connection, ids)
    assert get_state(connection, feed.source.location, "a") == ArticleState(read_at=NOON)
    again = add_articles(connection, add_feed(connection), draft("a"))
    assert _marks(connection, again) == [(False, False)]
    assert again != ids


def test_articles_of_a_removed_feed_can_be_marked(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"))
    with writing(connection):
        set_bookmarked(connection, ids, NOON)
        remove_feed(connection, feed.id, NOON)
        assert set_read(connection, ids, NOON) == ids
    assert unkept_ids(connection, 9, NOON + HOUR) == []
    with writing(connection):
        assert set_bookmarked(connection, ids, None) == ids
    assert unkept_ids(connection, 9, NOON + HOUR) == ids


def test_thousands_are_marked_at_once(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    with writing(connection):
        insert_articles(connection, feed.id, (draft(str(number)) for number in range(5000)), NOON)
        ids = article_ids(connection, ArticleFilter())
        assert set_read(connection, ids, NOON) == list(ids)
    assert len(article_ids(connection, ArticleFilter(unread=True))) == 0


def _sync(
    connection: sqlite3.Connection,
    location: str,
    key: str,
    read_at: float | None = None,
    bookmarked_at: float | None = None,
) -> None:
    """Write a state as a sync server may bring it: with no regard to articles."""
    connection.execute(
        "INSERT INTO state (location, key, read_at, bookmarked_at) VALUES (?, ?, ?, ?)",
        (location, key, read_at, bookmarked_at),
    )


def test_marks_from_elsewhere_come_on_top_of_those_that_are_there(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    location = feed.source.location
    ids = add_articles(connection, feed, draft("a"), draft("b"))
    with writing(connection):
        set_read(connection, ids[:1], NOON)
        later = ArticleState(NOON + HOUR, NOON + HOUR)
        add_states(connection, location, {"a": later, "b": ArticleState(bookmarked_at=NOON), "c": later})
        add_states(connection, location, {"c": ArticleState()})
    assert get_state(connection, location, "a") == ArticleState(NOON, NOON + HOUR)
    assert get_state(connection, location, "c") == later
    assert _marks(connection, ids) == [(False, True), (True, True)]
    assert _marks(connection, add_articles(connection, feed, draft("c"))) == [(False, True)]
