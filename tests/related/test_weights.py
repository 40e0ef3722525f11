import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.related.weights import (
    MOST_POSTINGS,
    MOST_PRIOR,
    MOST_PROBES,
    asked,
    expanded,
    likeness,
    probes,
    shares,
    weigh,
)
from reader.text.commonness import RARE as RARE_SHARE
from tests.related.articles import RARE, article, collection, profile

TERMS = st.dictionaries(st.integers(1, 40), st.integers(1, 255), max_size=20)
COLLECTION = collection(100, {term: term for term in range(1, 41)})


def test_a_rarer_term_weighs_more() -> None:
    known = collection(1000 - MOST_PRIOR, {1: 1, 2: 99, 3: 500})
    assert known.idf[1] == pytest.approx(math.log(1000 / (1 + MOST_PRIOR * RARE_SHARE)))
    assert known.idf[2] == pytest.approx(math.log(1000 / (99 + MOST_PRIOR * RARE_SHARE)))
    assert 0 < known.idf[3] < 0.1


def test_a_term_of_every_article_of_a_small_library_still_tells_something() -> None:
    known = collection(10, {1: 2, 2: 5, 3: 6, 4: 10})
    assert 4 > known.idf[1] > known.idf[2] > 2
    assert 1.6 > known.idf[3] > known.idf[4] == pytest.approx(math.log(30 / 11))
    assert collection(9, {1: 9}).idf[1] > collection(10, {1: 10}).idf[1]


def test_a_term_that_an_article_holds_more_of_weighs_more() -> None:
    vector = article({1: 20, 2: 66}).vector()
    assert vector[2] / vector[1] == pytest.approx(66 / 20)


def test_boilerplate_weighs_no_more_than_it_tells_within_its_feed() -> None:
    known = collection(1000, {1: 5, 2: 5, 3: 999})
    parts = known.parts[struct.pack("<3I", 2, 3, 4) + bytes([60, 30, 20])]
    plain, capped = (weigh(profile({1: 20, 2: 20, 3: 20}), known, some) for some in ({}, parts))
    assert capped.terms[2] * known.idf[2] == pytest.approx(20 * math.log(100 / 60))
    assert capped.vector()[2] < plain.vector()[2]
    assert capped.terms[1] == capped.terms[3] == 20
    assert known.parts[b""] == {}


def test_an_article_without_terms_shares_nothing() -> None:
    empty, full = article({}), article({1: 20})
    assert empty.vector() == {}
    assert shares(asked(empty.vector(), RARE.idf), full) == shares(asked(full.vector(), RARE.idf), empty) == {}
    assert likeness(empty, full) == 0


@given(TERMS.filter(bool))
def test_a_vector_has_length_one(terms: dict[int, int]) -> None:
    assert math.hypot(*article(terms, COLLECTION).vector().values()) == pytest.approx(1)


@given(TERMS, TERMS)
def test_cosine_is_the_same_both_ways_and_from_zero_to_one(one: dict[int, int], other: dict[int, int]) -> None:
    ones, others = article(one, COLLECTION), article(other, COLLECTION)
    there, back = (sum(shares(asked(a.vector(), a.idf), b).values()) for a, b in ((ones, others), (others, ones)))
    assert there == pytest.approx(back)
    assert there == pytest.approx(likeness(ones, others))
    assert likeness(ones, others) == likeness(others, ones)
    assert 0 <= there <= 1 + 1e-9
    assert (there > 0) == bool(one.keys() & other.keys())


@given(TERMS.filter(bool))
def test_an_article_is_wholly_like_itself(terms: dict[int, int]) -> None:
    one = article(terms, COLLECTION)
    assert likeness(one, one) == pytest.approx(1)


def test_a_query_takes_up_words_of_what_is_near_as_far_as_it_is() -> None:
    vector = article({1: 20}).vector()
    near, far = article({1: 20, 2: 20}), article({1: 20, 3: 20})
    query = expanded(vector, [(0.8, near), (0.2, far)])
    assert query.keys() == {1, 2, 3}
    assert query[1] > query[2] == pytest.approx(4 * query[3])
    assert math.hypot(*query.values()) == pytest.approx(1)
    assert expanded(vector, []) == vector


def test_probes_are_the_strongest_terms_that_another_article_holds() -> None:
    known = collection(1000, {term: term for term in range(1, 60)})
    chosen = probes(article(dict.fromkeys(range(1, 60), 1), known).vector(), known)
    assert list(chosen) == list(range(2, 2 + MOST_PROBES))
    assert list(chosen.values()) == sorted(chosen.values(), reverse=True)


def test_probes_leave_out_terms_that_too_many_articles_hold() -> None:
    known = collection(10 * MOST_POSTINGS, {1: MOST_POSTINGS + 1, 2: MOST_POSTINGS - 5, 3: 10, 4: 2})
    assert list(probes(article({1: 200, 2: 1, 3: 1, 4: 1}, known).vector(), known)) == [4, 3]
    assert list(probes(article({1: 200, 2: 200}, known).vector(), known)) == [2]
