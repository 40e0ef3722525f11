from hypothesis import given
from hypothesis import strategies as st

from reader.related.matching import Match
from reader.related.variety import varied
from reader.related.weights import weigh
from tests.related.articles import RARE, profile


def match(number: int, feed: int, score: float) -> Match:
    return Match({}, weigh(profile({1: 20}, number, feed=feed), RARE), score, related=True, same_story=False)


def ids(matches: list[Match]) -> list[int]:
    return [it.other.profile.article_id for it in matches]


def test_others_that_are_about_as_good_come_before_the_further_ones_of_a_feed() -> None:
    found = [match(1, 1, 0.50), match(2, 1, 0.49), match(3, 1, 0.48), match(4, 2, 0.45), match(5, 3, 0.20)]
    assert ids(varied(found)) == [1, 4, 2, 3, 5]


def test_one_that_is_much_better_keeps_its_place() -> None:
    found = [match(1, 1, 0.9), match(2, 1, 0.8), match(3, 2, 0.3)]
    assert ids(varied(found)) == [1, 2, 3]


MATCHES = st.lists(st.tuples(st.integers(1, 3), st.floats(0, 1)), max_size=20).map(
    lambda drawn: [
        match(number, feed, score) for number, (feed, score) in enumerate(sorted(drawn, key=lambda it: -it[1]))
    ]
)


@given(MATCHES)
def test_all_are_there_and_those_of_one_feed_in_their_order(found: list[Match]) -> None:
    ordered = varied(found)
    assert sorted(ids(ordered)) == ids(found)
    for feed in (1, 2, 3):
        of_feed = [it for it in ordered if it.other.profile.feed_id == feed]
        assert of_feed == [it for it in found if it.other.profile.feed_id == feed]


@given(st.lists(st.floats(0, 1), max_size=20))
def test_within_one_feed_nothing_changes(scores: list[float]) -> None:
    found = [match(number, 1, score) for number, score in enumerate(sorted(scores, reverse=True))]
    assert varied(found) == found
