import math

import pytest

from reader.related.boilerplate import boilerplate, caps


def feed(articles: int, **holders: int) -> list[set[int]]:
    """Give the terms of articles of which so many, the first ones, hold the terms 1, 2, and so on."""
    numbered = dict(enumerate(holders.values(), 1))
    return [{term for term, count in numbered.items() if place < count} for place in range(articles)]


def test_terms_of_more_than_a_fifth_of_the_articles_of_a_feed_are_boilerplate() -> None:
    assert boilerplate(feed(40, slogan=40, newsletter=21, rotterdam=8, strike=3)) == {1: 100, 2: 52}


def test_a_few_articles_do_not_tell_boilerplate_from_a_subject() -> None:
    assert boilerplate(feed(19, strike=19)) == {}
    assert boilerplate([]) == {}


def test_what_is_in_every_article_tells_nothing_and_what_is_in_a_fifth_a_little() -> None:
    assert caps({1: 100, 2: 52, 3: 20}) == pytest.approx({1: 0, 2: math.log(100 / 52), 3: math.log(5)})
