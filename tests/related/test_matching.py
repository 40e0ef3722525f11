from datetime import timedelta

import pytest

from reader.model.related import Profile
from reader.related.matching import LEAST_NEAR, Match, compare, query_of
from reader.related.weights import Collection, asked, cosine, weigh
from tests.related.articles import NOON, RARE, article, collection, profile

EVEN = dict.fromkeys(range(30), 20)


def match(one: Profile, other: Profile, known: Collection = RARE) -> Match:
    (found,) = compare(weigh(one, known), weigh(one, known).vector(), [weigh(other, known)])
    return found


def with_cosine(cosine: float, size: int = 50) -> tuple[dict[int, int], dict[int, int]]:
    """Give the terms of two articles that are so much alike, all terms being as rare."""
    common = round(cosine * size)
    return dict.fromkeys(range(size), 20), dict.fromkeys(range(size - common, 2 * size - common), 20)


def match_with_cosine(cosine: float, size: int = 50) -> Match:
    one, other = with_cosine(cosine, size)
    return match(profile(one), profile(other))


def test_the_score_is_the_cosine_of_articles_of_one_time() -> None:
    one, other = with_cosine(0.4)
    assert match(profile(one), profile(other)).score == pytest.approx(0.4)
    assert cosine(asked(article(one).vector(), RARE.idf), article(other)) == pytest.approx(0.4)


def test_time_between_articles_lowers_the_score_down_to_a_floor() -> None:
    one, other = with_cosine(0.5)
    scores = [match(profile(one), profile(other, at=NOON - timedelta(days=days))).score for days in (0, 1, 7, 3650)]
    assert scores == sorted(scores, reverse=True)
    assert scores[2] == pytest.approx(0.5 * 0.81, abs=0.001)
    assert scores[3] == pytest.approx(0.5 * 0.7, abs=0.001)
    assert match(profile(one, at=NOON - timedelta(days=7)), profile(other)).score == scores[2]


def test_the_most_alike_come_first_and_of_equals_the_newest_and_then_by_what_they_are() -> None:
    one, other = with_cosine(0.5)
    others = [
        profile(with_cosine(0.2)[1], 1),
        profile(other, 2, key="b"),
        profile(other, 3, key="a"),
        profile(one, 4, NOON - timedelta(minutes=1)),
        profile(one, 5),
    ]
    found = compare(article(one), article(one).vector(), [weigh(it, RARE) for it in others])
    assert [it.other.profile.article_id for it in found] == [5, 4, 3, 2, 1]


def test_a_chance_resemblance_is_no_relation() -> None:
    assert not match_with_cosine(0.01, size=100).related
    assert match_with_cosine(0.12).related
    assert not match(profile({}), profile({})).related


def test_common_words_make_no_relation_but_one_rare_word_does() -> None:
    known = collection(2000, {1: 200, 2: 30, 3: 1, 4: 1, 5: 250})
    assert not match(profile({1: 20, 3: 20}), profile({1: 20, 4: 20}), known).related
    assert match(profile({2: 20, 3: 20}), profile({2: 20, 4: 20}), known).related
    assert match(profile({1: 20, 5: 20}), profile({1: 20, 5: 20}), known).related


def test_the_three_nearest_lend_their_words_and_those_that_are_not_near_none() -> None:
    one, near = with_cosine(0.5)
    far = dict.fromkeys([1, *range(200, 290)], 20)
    assert 0 < cosine(asked(article(one).vector(), RARE.idf), article(far)) < LEAST_NEAR
    assert query_of(article(one), [article(far)]) == pytest.approx(article(one).vector())
    assert query_of(article(one), [article(far), article(near)]).keys() == one.keys() | near.keys()
    fourth = dict.fromkeys([*range(20), *range(300, 330)], 20)
    query = query_of(article(one), [article(fourth), *[article(near)] * 3])
    assert query.keys() == one.keys() | near.keys()


def test_an_article_in_other_words_is_found_by_the_words_of_one_in_between() -> None:
    one, between, other = {1: 20, 2: 20}, {1: 20, 2: 20, 3: 20, 4: 20}, {3: 20, 4: 20}
    query = query_of(article(one), [article(between)])
    (found,) = compare(article(one), query, [article(other)])
    assert found.related
    assert set(found.shares()) == {3, 4}


def test_long_texts_that_share_enough_tell_of_one_event() -> None:
    assert match_with_cosine(0.44).same_story
    assert not match_with_cosine(0.36).same_story


def test_titles_must_share_two_thirds_to_tell_of_one_event() -> None:
    assert match_with_cosine(0.75, size=8).same_story
    assert not match_with_cosine(0.5, size=8).same_story


def test_lent_words_alone_make_no_event() -> None:
    one, near = with_cosine(0.2)
    query = article(one | near).vector()
    (found,) = compare(article(one), query, [article(near)])
    assert found.score > 0.5
    assert not found.same_story


def test_one_shared_word_makes_no_event_however_much_it_weighs() -> None:
    found = match(profile({1: 255}), profile({1: 255}))
    assert found.score == 1
    assert not found.same_story


def test_reports_of_one_event_are_not_weeks_apart() -> None:
    later = NOON + timedelta(days=15)
    assert match(profile(EVEN), profile(EVEN, at=NOON + timedelta(days=13))).same_story
    assert not match(profile(EVEN), profile(EVEN, at=later)).same_story
    assert match(profile(EVEN), profile(EVEN, at=later, dated=False)).same_story
