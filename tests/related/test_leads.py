from reader.related.leads import MOST_NEAR, near


def test_articles_that_share_two_leads_are_near_those_with_the_most_first() -> None:
    assert near([1, 2, 2, 3, 3, 3]) == [3, 2]
    assert near([]) == []


def test_few_are_looked_at_however_many_are_near() -> None:
    assert near([*range(100)] * 2) == list(range(MOST_NEAR))
