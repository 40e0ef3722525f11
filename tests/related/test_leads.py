from reader.related.leads import MOST_LEADS, MOST_NEAR, leads, near, weighty
from reader.text.terms import UNIT
from tests.related.articles import collection


def test_of_a_text_those_terms_can_lead_that_it_repeats_and_of_a_title_all() -> None:
    text = dict.fromkeys(range(40), UNIT) | {3: 34, 5: 59}
    assert weighty(text) == {3: 34, 5: 59}
    title = {1: 34, 2: UNIT}
    assert weighty(title) == title


def test_the_rarest_and_the_most_repeated_terms_lead() -> None:
    known = collection(1000, {term: 1 + 10 * term for term in range(30)})
    terms = dict.fromkeys(range(30), UNIT) | {29: 120}
    assert set(leads(terms, known)) == {29, *range(MOST_LEADS - 1)}


def test_articles_that_share_two_leads_are_near_those_with_the_most_first() -> None:
    assert near([1, 2, 2, 3, 3, 3]) == [3, 2]
    assert near([]) == []


def test_few_are_looked_at_however_many_are_near() -> None:
    assert near([*range(100)] * 2) == list(range(MOST_NEAR))
