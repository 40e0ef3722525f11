"""Documents tell by values which of them report on one event, and by which terms they are found."""

import struct
from collections.abc import Mapping

import pytest

from reader.related.documents import EMPTY, MOST_LEADS, Document, document
from reader.text.terms import UNIT
from tests.related.articles import collection

EQUAL = dict.fromkeys(range(200), 1.0)
"""Inverse document frequencies of terms that tell equally much."""


def packed(terms: Mapping[int, int]) -> bytes:
    return struct.pack(f"<{len(terms)}I", *terms) + bytes(terms.values())


def weighed(terms: Mapping[int, int], capped: Mapping[int, float] | None = None) -> Document:
    return document(packed(terms), EQUAL, capped or {})[0]


def leads(terms: Mapping[int, int], idf: Mapping[int, float] = EQUAL) -> list[int]:
    return document(packed(terms), idf, {})[1]


@pytest.mark.parametrize(("rest", "joins"), [(16, False), (8, True)])
def test_titles_must_be_very_close(rest: int, joins: bool) -> None:
    one, other = weighed({1: 20, 2: 20, 3: rest}), weighed({1: 20, 2: 20, 4: rest})
    assert (one.excess()(other) >= 0) is joins


@pytest.mark.parametrize(("shared", "joins"), [(12, False), (20, True)])
def test_texts_that_share_more_than_a_third_report_on_one_event(shared: int, joins: bool) -> None:
    one = weighed(dict.fromkeys(range(50), UNIT))
    other = weighed(dict.fromkeys(range(50 - shared, 100 - shared), UNIT))
    assert (one.excess()(other) >= 0) is joins
    assert one.excess()(other) == other.excess()(one)


def test_one_word_in_common_is_no_event() -> None:
    assert weighed({1: 20}).excess()(weighed({1: 20})) < 0
    assert EMPTY.excess()(EMPTY) < 0


def test_what_a_feed_has_in_all_its_articles_makes_no_event() -> None:
    slogan = dict.fromkeys(range(10), UNIT)
    capped = dict.fromkeys(slogan, 0.0)
    one, other = slogan | {10: UNIT, 11: UNIT}, slogan | {12: UNIT, 13: UNIT}
    assert weighed(one).excess()(weighed(other)) >= 0
    assert weighed(one, capped).excess()(weighed(other, capped)) < 0


def test_of_a_text_those_terms_can_lead_that_it_repeats_and_of_a_title_all() -> None:
    assert leads(dict.fromkeys(range(40), UNIT) | {3: 34, 5: 59}) == [5, 3]
    assert leads({1: 34, 2: UNIT}) == [1, 2]


def test_the_rarest_and_the_most_repeated_terms_lead() -> None:
    known = collection(1000, {term: 1 + 10 * term for term in range(30)})
    terms = dict.fromkeys(range(30), 34) | {29: 200}
    assert set(leads(terms, known.idf)) == {29, *range(MOST_LEADS - 1)}
