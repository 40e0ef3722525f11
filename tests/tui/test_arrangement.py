import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.panes import Pane
from reader.tui.arrangement import LEAST_LIST, MOST_LIST, arrange, sidebar_width

WIDTHS, HEIGHTS, PANES = st.integers(8, 300), st.integers(1, 100), st.sampled_from(list(Pane))


@given(WIDTHS, HEIGHTS, PANES, st.booleans(), st.booleans())
def test_the_pane_with_the_keyboard_is_always_shown(
    width: int, height: int, pane: Pane, sidebar: bool, zoomed: bool
) -> None:
    assert pane in arrange(width, height, pane, sidebar, zoomed).shown


@given(WIDTHS, HEIGHTS, PANES, st.booleans())
def test_the_list_leaves_most_of_the_height_to_the_article(width: int, height: int, pane: Pane, zoomed: bool) -> None:
    arrangement = arrange(width, height, pane, True, zoomed)
    if Pane.ARTICLE in arrangement.shown:
        assert LEAST_LIST <= arrangement.list_height <= MOST_LIST
    else:
        assert arrangement.list_height == height


@pytest.mark.parametrize(
    ("width", "focused", "shown"),
    [
        (59, Pane.LIST, {Pane.LIST}),
        (60, Pane.LIST, {Pane.LIST, Pane.ARTICLE}),
        (80, Pane.FEEDS, {Pane.FEEDS, Pane.LIST, Pane.ARTICLE}),
        (80, Pane.RELATED, {Pane.ARTICLE, Pane.RELATED}),
        (99, Pane.ARTICLE, {Pane.LIST, Pane.ARTICLE}),
        (100, Pane.ARTICLE, set(Pane)),
        (200, Pane.LIST, set(Pane)),
    ],
)
def test_the_wider_the_screen_the_more_panes(width: int, focused: Pane, shown: set[Pane]) -> None:
    assert arrange(width, 34, focused, True, False).shown == shown


def test_a_sidebar_that_is_not_wanted_shows_only_while_it_has_the_keyboard() -> None:
    assert Pane.RELATED not in arrange(120, 34, Pane.LIST, False, False).shown
    assert Pane.RELATED in arrange(120, 34, Pane.RELATED, False, False).shown


def test_the_zoom_leaves_the_article_alone() -> None:
    assert arrange(200, 48, Pane.ARTICLE, True, True).shown == {Pane.ARTICLE}
    assert arrange(200, 48, Pane.LIST, True, True).shown == set(Pane)


def test_the_list_stands_beside_the_article_on_very_wide_screens() -> None:
    assert arrange(170, 48, Pane.LIST, True, False).side_by_side
    assert not arrange(169, 48, Pane.LIST, True, False).side_by_side


@pytest.mark.parametrize(
    ("width", "wanted", "columns"), [(60, 32, 30), (120, 32, 32), (170, 32, 32), (200, 32, 39), (400, 32, 48)]
)
def test_the_sidebar_is_as_wide_as_wanted_and_wider_on_a_wide_screen(width: int, wanted: int, columns: int) -> None:
    assert sidebar_width(width, wanted) == columns
