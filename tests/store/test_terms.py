import sqlite3
import struct
import sys
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.store.articles import delete_articles
from reader.store.database import writing
from reader.store.terms import (
    boilerplate_of,
    frequencies,
    index_articles,
    most_alike,
    newest_terms,
    profiles,
    remove_articles,
    set_boilerplate,
)
from reader.text.terms import UNIT, pack, term_id, unpack
from reader.text.tokens import tokens
from tests.store.samples import HOUR, NOON, add_articles, add_feed, draft

WORDS = ("harbour", "strike", "crane", "union", "terminal")


@pytest.fixture
def ids(connection: sqlite3.Connection) -> list[int]:
    """Three articles, not indexed."""
    return add_articles(connection, add_feed(connection), draft("a", NOON), draft("b"), draft("c", NOON - HOUR))


def index(connection: sqlite3.Connection, article_id: int, title: str, text: str = "") -> None:
    with writing(connection):
        remove_articles(connection, [article_id])
        index_articles(connection, {article_id: pack(tokens(title), tokens(text))})


def remove(connection: sqlite3.Connection, article_id: int) -> None:
    with writing(connection):
        remove_articles(connection, [article_id])


def held(connection: sqlite3.Connection, *words: str) -> list[int]:
    """Give the number of articles, and of those that hold each word."""
    known = frequencies(connection)
    return [known.articles, *(known.of(term_id(word)) for word in words)]


def holders(connection: sqlite3.Connection, *words: str) -> list[int]:
    return most_alike(connection, dict.fromkeys(map(term_id, words), 1.0), 10)


def everything(connection: sqlite3.Connection) -> list[object]:
    """Give all that the three tables say, however they hold it."""
    known = frequencies(connection)
    vectors = connection.execute("SELECT article_id, data FROM vector ORDER BY article_id").fetchall()
    return [known, vectors, [sorted(holders(connection, word)) for word in WORDS]]


def test_an_article_is_found_by_its_terms(connection: sqlite3.Connection, ids: list[int]) -> None:
    first, second, third = ids
    index(connection, first, "Harbour strike", "The strike goes on")
    index(connection, second, "Harbour sold")
    assert held(connection, "harbour", "strike", "crane") == [2, 2, 1, 0]
    assert holders(connection, "harbour", "strike") == [first, second]
    assert holders(connection, "crane") == []
    assert third not in holders(connection, *WORDS)


def test_articles_that_hold_more_weight_come_first_and_of_equals_the_newest(
    connection: sqlite3.Connection, ids: list[int]
) -> None:
    for article_id, title in zip(ids, ("crane union", "harbour", "harbour"), strict=True):
        index(connection, article_id, title)
    weights = {term_id("harbour"): 1.0, term_id("crane"): 0.4, term_id("union"): 0.5}
    assert most_alike(connection, weights, 10) == [ids[2], ids[1], ids[0]]
    assert most_alike(connection, weights, 1) == [ids[2]]
    assert most_alike(connection, {}, 10) == []


def test_a_profile_gives_terms_and_dates(connection: sqlite3.Connection, ids: list[int]) -> None:
    for article_id in ids[:2]:
        index(connection, article_id, "Harbour strike", "A strike")
    dated, undated = sorted(profiles(connection, ids), key=lambda profile: profile.article_id)
    assert dated.terms == undated.terms == unpack(pack(["harbour", "strike"], ["a", "strike"]))
    assert (dated.article_id, dated.key, dated.published_at, dated.dated_at) == (ids[0], "a", NOON, NOON)
    assert (undated.article_id, undated.key, undated.published_at, undated.dated_at) == (ids[1], "b", None, NOON)
    assert dated.feed_id == undated.feed_id


def test_a_changed_article_is_found_by_its_new_terms_only(connection: sqlite3.Connection, ids: list[int]) -> None:
    index(connection, ids[0], "Harbour strike")
    index(connection, ids[0], "Harbour sold")
    assert held(connection, "harbour", "sold", "strike") == [1, 1, 1, 0]
    assert holders(connection, "strike") == []
    assert holders(connection, "sold") == [ids[0]]


def test_a_removed_article_leaves_nothing_behind(connection: sqlite3.Connection, ids: list[int]) -> None:
    empty = everything(connection)
    index(connection, ids[0], "Harbour strike", "Cranes stand idle")
    remove(connection, ids[0])
    assert everything(connection) == empty
    with writing(connection):
        delete_articles(connection, ids)


def test_an_article_that_is_still_indexed_can_not_be_deleted_by_mistake(
    connection: sqlite3.Connection, ids: list[int]
) -> None:
    index(connection, ids[0], "Harbour strike")
    with pytest.raises(sqlite3.IntegrityError), writing(connection):
        delete_articles(connection, ids)


def test_removing_what_is_not_indexed_changes_nothing(connection: sqlite3.Connection, ids: list[int]) -> None:
    index(connection, ids[0], "Harbour strike")
    before = everything(connection)
    remove(connection, ids[1])
    assert everything(connection) == before


def test_an_article_without_words_counts_as_an_article(connection: sqlite3.Connection, ids: list[int]) -> None:
    index(connection, ids[0], "...")
    assert held(connection) == [1]
    (profile,) = profiles(connection, ids)
    assert profile.terms == {}


def test_a_megabyte_of_text_takes_a_few_kilobytes(connection: sqlite3.Connection, ids: list[int]) -> None:
    text = "".join(f"word{number} " for number in range(100_000))
    assert len(text) > 1_000_000 // 1.1
    index(connection, ids[0], "Everything", text)
    (data,) = connection.execute("SELECT data FROM vector").fetchone()
    assert sys.getsizeof(data) < 6_000


def test_what_terms_share_a_cell_is_counted_together_and_taken_out_again(
    connection: sqlite3.Connection, ids: list[int]
) -> None:
    cells = len(frequencies(connection).cells)
    one, other = 7, 7 + cells
    packed = {
        article_id: struct.pack("<I", term) + bytes([UNIT])
        for article_id, term in zip(ids, (one, other, 9), strict=True)
    }
    with writing(connection):
        index_articles(connection, packed)
    known = frequencies(connection)
    assert (known.articles, known.of(one), known.of(other), known.of(9), known.of(8)) == (3, 2, 2, 1, 0)
    with writing(connection):
        remove_articles(connection, [ids[1], 999])
    known = frequencies(connection)
    assert (known.articles, known.of(one), known.of(9)) == (2, 1, 1)
    assert [profile.terms for profile in profiles(connection, ids[:1])] == [{one: UNIT}]


def test_boilerplate_is_held_by_feed(connection: sqlite3.Connection, ids: list[int]) -> None:
    (feed_id,) = feeds_of(connection, ids[0])
    with writing(connection):
        set_boilerplate(connection, feed_id, {1: 40, 4_000_000_000: 100})
    held = boilerplate_of(connection, [feed_id, 999])
    assert held.keys() == {feed_id}
    assert unpack(held[feed_id]) == {1: 40, 4_000_000_000: 100}
    with writing(connection):
        set_boilerplate(connection, feed_id, {})
    assert boilerplate_of(connection, [feed_id]) == {}


def feeds_of(connection: sqlite3.Connection, article_id: int) -> list[int]:
    return [feed_id for (feed_id,) in connection.execute("SELECT feed_id FROM article WHERE id = ?", (article_id,))]


def test_the_newest_terms_of_a_feed_are_those_of_its_newest_indexed_articles(
    connection: sqlite3.Connection, ids: list[int]
) -> None:
    (feed_id,) = feeds_of(connection, ids[0])
    assert newest_terms(connection, feed_id, 5) == []
    for article_id, title in zip(ids, ("crane", "union", "strike"), strict=True):
        index(connection, article_id, title)
    newest = [pack([title], []) for title in ("union", "crane", "strike")]
    assert newest_terms(connection, feed_id, 5) == newest
    assert newest_terms(connection, feed_id, 2) == newest[:2]


TITLES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, 2), TITLES | st.none()), max_size=12))
def test_the_index_says_what_it_would_say_had_it_been_made_anew(
    connection: sqlite3.Connection, ids: list[int], changes: Iterable[tuple[int, str | None]]
) -> None:
    now: dict[int, str] = {}
    for place, title in changes:
        if title is None:
            remove(connection, ids[place])
            now.pop(ids[place], None)
        else:
            index(connection, ids[place], title)
            now[ids[place]] = title
    after = everything(connection)
    for article_id in ids:
        remove(connection, article_id)
    for article_id, title in now.items():
        index(connection, article_id, title)
    assert everything(connection) == after
    for article_id in ids:
        remove(connection, article_id)
