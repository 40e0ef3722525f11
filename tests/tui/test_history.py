from hypothesis import given
from hypothesis import strategies as st

from reader.tui.history import History, TextPlace


def history(*ids: int) -> History:
    made = History()
    for article_id in ids:
        made.visit(article_id)
    return made


def walked(made: History, *steps: int) -> list[int | None]:
    return [visit.article_id if visit else None for visit in map(made.walk, steps)]


def test_walking_back_and_forward_is_like_a_browser() -> None:
    made = history(1, 2, 3)
    assert walked(made, -1, -1, -1, 1) == [2, 1, None, 2]
    made.visit(9)
    assert walked(made, 1, 0, -1, -1) == [None, 9, 2, 1]


def test_an_article_that_is_opened_again_at_once_is_one_visit() -> None:
    assert walked(history(1, 2, 2), -1, -1) == [1, None]


def test_a_visit_remembers_how_far_the_article_was_read() -> None:
    made = history(1)
    assert made.present is not None
    made.present.place = TextPlace(4, 0.5)
    made.visit(2)
    back = made.walk(-1)
    assert back is not None
    assert back.place == TextPlace(4, 0.5)


def test_there_is_nowhere_to_walk_before_the_first_visit() -> None:
    assert History().present is None
    assert walked(History(), -1, 0, 1) == [None, None, None]


@given(st.lists(st.one_of(st.integers(1, 5), st.sampled_from([-1, 0]))))
def test_the_present_visit_is_the_one_that_was_opened_or_walked_to_last(moves: list[int]) -> None:
    made, expected = History(), None
    for move in moves:
        if move > 0:
            made.visit(move)
            expected = move
        elif (visit := made.walk(move)) is not None:
            expected = visit.article_id
        assert (made.present.article_id if made.present else None) == expected
