from hypothesis import given
from hypothesis import strategies as st

from reader.tui.merging import merge

IDS = st.lists(st.integers(0, 50), unique=True)
KEPT = st.sets(st.integers(0, 50))


@given(IDS, IDS, KEPT)
def test_a_merged_list_holds_exactly_what_is_fresh_or_kept_and_nothing_twice(
    shown: list[int], fresh: list[int], kept: set[int]
) -> None:
    merged = list(merge(shown, fresh, kept))
    assert len(merged) == len(set(merged))
    assert set(merged) == set(fresh) | (set(shown) & kept)


@given(IDS, IDS, KEPT)
def test_what_is_shown_keeps_its_order(shown: list[int], fresh: list[int], kept: set[int]) -> None:
    merged = merge(shown, fresh, kept)
    assert [one for one in merged if one in shown] == [one for one in shown if one in fresh or one in kept]


@given(IDS, IDS, KEPT)
def test_what_is_new_keeps_its_order(shown: list[int], fresh: list[int], kept: set[int]) -> None:
    merged = merge(shown, fresh, kept)
    assert [one for one in merged if one not in shown] == [one for one in fresh if one not in shown]


@given(IDS, KEPT)
def test_a_list_whose_order_did_not_change_becomes_the_fresh_one(fresh: list[int], gone: set[int]) -> None:
    assert list(merge([one for one in fresh if one not in gone], fresh, ())) == fresh


def test_new_articles_go_where_they_belong() -> None:
    assert list(merge([5, 3, 1], [6, 5, 4, 3, 1, 0], ())) == [6, 5, 4, 3, 1, 0]


def test_an_article_that_is_kept_stays_where_it_was() -> None:
    assert list(merge([5, 3, 1], [6, 5, 1], {3})) == [6, 5, 3, 1]
    assert list(merge([5, 3, 1], [6, 5, 1], ())) == [6, 5, 1]
    assert list(merge([], [2, 1], {7})) == [2, 1]
