from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from reader.model.related import Profile
from reader.related.matching import Match, compare
from reader.related.weights import Collection, collection_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
RARE = collection_of(10_000, dict.fromkeys(range(100), 5))
EVEN = dict.fromkeys(range(30), 1)


def profile(terms: Mapping[int, int], number: int = 2, at: datetime = NOON, *, dated: bool = True) -> Profile:
    return Profile(number, terms, at if dated else None, at)


def match(one: Profile, other: Profile, collection: Collection = RARE) -> Match:
    (found,) = compare(one, [other], collection)
    return found


def with_cosine(cosine: float, size: int = 50) -> tuple[dict[int, int], dict[int, int]]:
    """Give the terms of two articles that are so much alike, all terms being as rare."""
    common = round(cosine * size)
    return dict.fromkeys(range(size), 1), dict.fromkeys(range(size - common, 2 * size - common), 1)


def match_with_cosine(cosine: float, size: int = 50) -> Match:
    one, other = with_cosine(cosine, size)
    return match(profile(one), profile(other))


def test_the_score_is_the_cosine_of_articles_of_one_time() -> None:
    one, other = with_cosine(0.4)
    assert match(profile(one), profile(other)).score == pytest.approx(0.4)


def test_time_between_articles_lowers_the_score_down_to_a_floor() -> None:
    one, other = with_cosine(0.5)
    scores = [match(profile(one), profile(other, at=NOON - timedelta(days=days))).score for days in (0, 1, 7, 3650)]
    assert scores == sorted(scores, reverse=True)
    assert scores[2] == pytest.approx(0.5 * 0.81, abs=0.001)
    assert scores[3] == pytest.approx(0.5 * 0.7, abs=0.001)
    assert match(profile(one, at=NOON - timedelta(days=7)), profile(other)).score == scores[2]


def test_the_most_alike_come_first_and_of_equals_the_newest() -> None:
    one, other = with_cosine(0.5)
    others = [
        profile(with_cosine(0.2)[1], 1),
        profile(other, 2),
        profile(other, 3),
        profile(one, 4),
    ]
    assert [found.profile.article_id for found in compare(profile(one, 9), others, RARE)] == [4, 3, 2, 1]


def test_a_chance_resemblance_is_no_relation() -> None:
    assert not match_with_cosine(0.04).related
    assert match_with_cosine(0.12).related
    assert not match(profile({}), profile({})).related


def test_common_words_make_no_relation_but_one_rare_word_does() -> None:
    collection = collection_of(200, {1: 20, 2: 3, 3: 1, 4: 1, 5: 25})
    assert not match(profile({1: 1, 3: 1}), profile({1: 1, 4: 1}), collection).related
    assert match(profile({2: 1, 3: 1}), profile({2: 1, 4: 1}), collection).related
    assert match(profile({1: 1, 5: 1}), profile({1: 1, 5: 1}), collection).related


def test_long_texts_that_share_a_third_tell_of_one_event() -> None:
    assert match_with_cosine(0.34).same_story
    assert not match_with_cosine(0.26).same_story


def test_titles_must_share_half_to_tell_of_one_event() -> None:
    assert match_with_cosine(0.625, size=8).same_story
    assert not match_with_cosine(0.375, size=8).same_story


def test_one_shared_word_makes_no_event_however_much_it_weighs() -> None:
    found = match(profile({1: 255}), profile({1: 255}))
    assert found.score == 1
    assert not found.same_story


def test_reports_of_one_event_are_not_weeks_apart() -> None:
    later = NOON + timedelta(days=15)
    assert match(profile(EVEN), profile(EVEN, at=NOON + timedelta(days=13))).same_story
    assert not match(profile(EVEN), profile(EVEN, at=later)).same_story
    assert match(profile(EVEN), profile(EVEN, at=later, dated=False)).same_story


def test_weak_terms_lower_the_score() -> None:
    one, other = with_cosine(0.5)
    (found,) = compare(profile(one), [profile(other)], RARE, weak=one.keys() & other.keys())
    assert 0 < found.score < 0.25
