import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.related.weights import MOST_POSTINGS, MOST_PROBES, collection_of, probes, shares, vector_of

COUNTS = st.dictionaries(st.integers(1, 40), st.integers(1, 255), max_size=20)
COLLECTION = collection_of(100, {term: term for term in range(1, 41)})


def test_a_rarer_term_weighs_more() -> None:
    collection = collection_of(980, {1: 1, 2: 99, 3: 999})
    assert collection.idf[1] == pytest.approx(math.log(1000 / 2))
    assert collection.idf[2] == pytest.approx(math.log(10))
    assert collection.idf[3] == pytest.approx(0)


def test_a_term_of_every_article_of_a_small_library_still_tells_something() -> None:
    collection = collection_of(10, {1: 2, 2: 10})
    assert 0.9 < collection.idf[2] < collection.idf[1] < 2.5


def test_a_term_used_often_weighs_more_but_not_as_much_more() -> None:
    vector = vector_of({1: 1, 2: 10}, collection_of(100, {1: 5, 2: 5}))
    assert vector[2] / vector[1] == pytest.approx(1 + math.log(10))


def test_a_weak_term_weighs_a_quarter() -> None:
    collection = collection_of(100, {1: 5, 2: 5})
    vector = vector_of({1: 1, 2: 1}, collection, weak=frozenset({2, 3}))
    assert vector[2] / vector[1] == pytest.approx(0.25)


def test_an_article_without_terms_shares_nothing() -> None:
    assert vector_of({}, COLLECTION) == {}
    assert shares({}, {1: 2}, COLLECTION) == {}
    assert shares(vector_of({1: 2}, COLLECTION), {}, COLLECTION) == {}


@given(COUNTS.filter(bool))
def test_a_vector_has_length_one(terms: dict[int, int]) -> None:
    assert math.hypot(*vector_of(terms, COLLECTION).values()) == pytest.approx(1)


@given(COUNTS, COUNTS)
def test_cosine_is_the_same_both_ways_and_from_zero_to_one(one: dict[int, int], other: dict[int, int]) -> None:
    there = sum(shares(vector_of(one, COLLECTION), other, COLLECTION).values())
    back = sum(shares(vector_of(other, COLLECTION), one, COLLECTION).values())
    assert there == pytest.approx(back)
    assert 0 <= there <= 1 + 1e-9
    assert (there > 0) == bool(one.keys() & other.keys())


@given(COUNTS.filter(bool))
def test_an_article_is_wholly_like_itself(terms: dict[int, int]) -> None:
    assert sum(shares(vector_of(terms, COLLECTION), terms, COLLECTION).values()) == pytest.approx(1)


def test_probes_are_the_strongest_terms_that_another_article_holds() -> None:
    collection = collection_of(1000, {term: term for term in range(1, 40)})
    chosen = probes(vector_of(dict.fromkeys(range(1, 40), 1), collection), collection)
    assert list(chosen) == list(range(2, 2 + MOST_PROBES))
    assert list(chosen.values()) == sorted(chosen.values(), reverse=True)


def test_probes_leave_out_terms_that_too_many_articles_hold() -> None:
    collection = collection_of(10 * MOST_POSTINGS, {1: MOST_POSTINGS + 1, 2: MOST_POSTINGS - 5, 3: 10, 4: 2})
    assert list(probes(vector_of({1: 200, 2: 1, 3: 1, 4: 1}, collection), collection)) == [4, 3]
    assert list(probes(vector_of({1: 200, 2: 200}, collection), collection)) == [2]
