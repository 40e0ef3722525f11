import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.lines import cell_places, fit, fit_ends, fit_right, grid_safe, line_text, line_width, text_width
from tests.tui.strategies import ONE_LINE, TEXT, visible


@given(ONE_LINE, st.integers(-2, 60))
def test_fitted_text_fills_its_cells_exactly(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == max(0, width)
    assert cell_len(fit_right(text, width)) == max(0, width)
    assert text_width(fit_ends(text, width)) == max(0, width)


@given(ONE_LINE, st.integers(1, 60))
def test_text_that_is_cut_ends_in_an_ellipsis_and_other_text_is_whole(text: str, width: int) -> None:
    safe = grid_safe(text)
    if cell_len(safe) <= width:
        assert fit(text, width) == safe + " " * (width - cell_len(safe))
    else:
        assert fit(text, width).rstrip(" ").endswith("…")


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Harbour strike", 8, "Harbour…"),
        ("Harbour", 9, "Harbour  "),
        ("港口罢工继续", 6, "港口… "),
        ("👨‍👩‍👧 family", 6, "👨👩… "),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("a", 1, "a"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
    ],
)
def test_text_is_cut_between_what_is_seen_as_one_character(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_short_text_can_stand_at_the_right() -> None:
    assert fit_right("128", 5) == "  128"
    assert fit_right("👍🏽", 4) == "  👍"
    assert fit_right("12345", 3) == "12…"


@given(TEXT)
def test_making_text_safe_for_the_grid_loses_no_letter(text: str) -> None:
    assert visible(grid_safe(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("👨‍👩‍👧‍👦", "👨👩👧👦"),
        ("👩🏽‍❤️‍👨🏽 👩‍💻", "👩👨 👩"),
        ("👩🏽‍🚀", "👩"),
        ("🏳️‍🌈", "🏳"),
        ("🤷🏽‍♀️", "🤷"),
        ("❤️", "❤"),
        ("1️⃣", "1"),
        ("👨\u200da", "👨a"),
        ("क्‍ष", "क्ष"),
        ("می\u200cرود", "می\u200cرود"),
        ("🇳🇱", "🇳🇱"),
    ],
)
def test_what_terminals_draw_in_different_widths_is_reduced(text: str, safe: str) -> None:
    assert grid_safe(text) == safe


@given(TEXT)
def test_the_place_of_each_character_is_the_width_of_what_is_before_it(text: str) -> None:
    text = grid_safe(text.replace("\n", ""))
    assert list(cell_places(text)) == [cell_len(text[:end]) for end in range(len(text) + 1)]
    assert text_width(text) == cell_len(text)


def test_a_line_has_the_width_and_the_text_of_its_pieces() -> None:
    line = (("港口 ", "title"), ("strike", "dim"))
    assert line_width(line) == 11
    assert line_text(line) == "港口 strike"
