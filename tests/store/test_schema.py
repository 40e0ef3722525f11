"""Lists and counts are read from indexes alone, however many articles there are."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product

import pytest

from reader.model.filters import ArticleFilter
from reader.model.keeping import KeepRule
from reader.store.articles import stored_articles, unkept_ids
from reader.store.feeds import list_feeds
from reader.store.indexing import unindexed_ids
from reader.store.keeping import aged_feeds, surplus_ids
from reader.store.lists import article_ids, smart_counts
from reader.store.search import matching_ids
from tests.store.samples import HOUR, NOON

FILTERS = [
    ArticleFilter(feed_id, folder, unread, bookmarked, since)
    for feed_id, folder, unread, bookmarked, since in product(
        (None, 1), (None, "World"), (True, False), (True, False), (None, NOON)
    )
]


def _plan(connection: sqlite3.Connection, query: Callable[[], object]) -> list[str]:
    """Tell how SQLite answers what a function asks."""
    with _asked(connection) as statements:
        query()
    return [step for statement in statements for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]


@contextmanager
def _asked(connection: sqlite3.Connection) -> Iterator[list[str]]:
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    yield statements
    connection.set_trace_callback(None)
    statements[:] = [statement for statement in statements if not statement.startswith("--")]  # FTS5's own


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_a_list_is_read_from_an_index_alone(connection: sqlite3.Connection, wanted: ArticleFilter) -> None:
    plan = _plan(connection, lambda: article_ids(connection, wanted))
    assert [step for step in plan if "article" in step and "COVERING INDEX" not in step] == []
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan  # the first rows come without the last ones


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_a_search_asks_the_full_text_once(connection: sqlite3.Connection, wanted: ArticleFilter) -> None:
    plan = _plan(connection, lambda: matching_ids(connection, [["calm"]], wanted))
    # The first search of a connection also reads how the index is set up.
    assert sum(step.startswith("SCAN fulltext VIRTUAL TABLE") for step in plan) == 1
    assert [step for step in plan if "article" in step and "COVERING INDEX" not in step] == []


def test_counts_are_read_from_indexes_alone(connection: sqlite3.Connection) -> None:
    plan = _plan(connection, lambda: (list_feeds(connection), smart_counts(connection, NOON)))
    steps = [step for step in plan if "article" in step]
    assert len(steps) == 9
    assert [step for step in steps if "COVERING INDEX" not in step] == []


def test_the_articles_of_a_document_are_looked_up_by_key(connection: sqlite3.Connection) -> None:
    plan = _plan(connection, lambda: stored_articles(connection, 1, ["a"]))
    steps = [step for step in plan if "article" in step]
    assert [step.partition("(")[2] for step in steps] == ["feed_id=? AND key=?)", "feed_id=? AND key>? AND key<?)"]


def test_articles_that_nothing_keeps_are_found_without_a_scan(connection: sqlite3.Connection) -> None:
    plan = _plan(connection, lambda: unkept_ids(connection, 1, NOON + HOUR))
    assert [step for step in plan if "article" in step and "COVERING INDEX" not in step] == []


@pytest.mark.parametrize("rule", [KeepRule(NOON, 100), KeepRule(NOON, 0, unread=True)], ids=str)
def test_articles_that_are_too_old_are_found_without_a_look_at_them(
    connection: sqlite3.Connection, rule: KeepRule
) -> None:
    plan = _plan(connection, lambda: (aged_feeds(connection, NOON), surplus_ids(connection, 1, rule, 10)))
    assert [step for step in plan if "article" in step and "COVERING INDEX" not in step] == []


def test_articles_without_an_index_are_found_without_a_look_at_them(connection: sqlite3.Connection) -> None:
    plan = _plan(connection, lambda: unindexed_ids(connection))
    assert [step for step in plan if "article" in step and "COVERING INDEX" not in step] == []
