from reader.related.copies import Fold, fold
from reader.related.matching import Match, compare
from reader.related.weights import weigh
from tests.related.articles import RARE, article, profile

WIRE = dict.fromkeys(range(40), 20)
EDITED = dict.fromkeys(range(2, 42), 20)
OTHER = dict.fromkeys(range(20, 60), 20)


def matches(*texts: dict[int, int]) -> list[Match]:
    others = [weigh(profile(terms, number), RARE) for number, terms in enumerate(texts, 1)]
    return compare(article(WIRE), article(WIRE).vector(), others)


def ids(folds: list[Fold]) -> list[list[int]]:
    return [[match.other.profile.article_id for match in (it.match, *it.copies)] for it in folds]


def test_near_copies_go_under_the_first_of_them() -> None:
    found = fold(matches(WIRE, OTHER, EDITED, WIRE), most=10)
    assert ids(found) == [[1, 4, 3], [2]]


def test_copies_do_not_count_and_what_is_beyond_the_last_is_left_out() -> None:
    further = dict.fromkeys(range(30, 80), 20)
    assert ids(fold(matches(WIRE, EDITED, OTHER, further), most=2)) == [[1, 2], [3]]
    assert fold(matches(WIRE), most=0) == []


def test_some_are_kept_apart_though_they_are_copies() -> None:
    found = fold(matches(WIRE, WIRE, WIRE), most=10, apart={2})
    assert ids(found) == [[1, 3], [2]]


def test_a_text_that_holds_another_is_no_copy_of_it() -> None:
    longer = dict.fromkeys(range(80), 20)
    assert ids(fold(matches(WIRE, longer), most=10)) == [[1], [2]]


def test_articles_without_words_are_no_copies() -> None:
    assert ids(fold(matches({}, {}), most=10)) == [[1], [2]]
