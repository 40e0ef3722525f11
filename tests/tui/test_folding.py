from array import array
from collections.abc import Collection, Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.folding import fold


def folded(ids: Sequence[int], stories: Sequence[Sequence[int]], opened: Collection[int] = ()) -> list[int]:
    rows, _ = fold(array("q", ids), stories, opened)
    return list(rows)


def test_the_best_report_stands_where_the_first_one_of_its_story_stood() -> None:
    assert folded([9, 8, 7, 6, 5], [[5, 8, 6]]) == [9, 5, 7]


def test_the_others_follow_below_a_story_that_is_opened() -> None:
    assert folded([9, 8, 7, 6, 5], [[5, 8, 6], [9, 7]], opened={5}) == [9, 5, 8, 6]


def test_what_is_opened_no_more_has_no_story_any_longer() -> None:
    _, folds = fold(array("q", [3, 2, 1]), [[1, 3]], {1, 2})
    assert folds.opened == {1}
    assert folds.leads == {3: 1}


def test_without_stories_a_list_stays_as_it_is() -> None:
    assert folded([3, 1, 2], []) == [3, 1, 2]


@given(st.permutations(range(12)), st.lists(st.integers(0, 3), min_size=12, max_size=12), st.sets(st.integers(0, 11)))
def test_nothing_is_lost_and_nothing_comes_twice(ids: list[int], story_of: list[int], opened: set[int]) -> None:
    stories = [some for number in (1, 2, 3) if len(some := [it for it in ids if story_of[it] == number]) > 1]
    rows, folds = fold(array("q", ids), stories, opened)
    hidden = [other for lead, others in folds.under.items() if lead not in folds.opened for other in others]
    assert sorted([*rows, *hidden]) == sorted(ids)
    assert folded(ids, stories, {story[0] for story in stories}) == sorted(
        ids,
        key=lambda it: next(
            (folded(ids, stories).index(some[0]), some.index(it)) for some in [*stories, [it]] if it in some
        ),
    )
