from datetime import UTC, datetime

from reader.model.related import Profile
from reader.related.boilerplate import boilerplate

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def feed(articles: int, **holders: int) -> list[Profile]:
    """Give profiles of articles of which so many, the first ones, hold the terms 1, 2, and so on."""
    numbered = dict(enumerate(holders.values(), 1))
    return [
        Profile(place, {term: 1 for term, count in numbered.items() if place < count}, None, NOON)
        for place in range(articles)
    ]


def test_terms_of_most_articles_of_a_feed_are_boilerplate() -> None:
    assert boilerplate(feed(40, slogan=40, newsletter=21, rotterdam=20, strike=3)) == {1, 2}


def test_a_few_articles_do_not_tell_boilerplate_from_a_subject() -> None:
    assert boilerplate(feed(19, strike=19)) == frozenset()
    assert boilerplate([]) == frozenset()
