from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_text

from reader.tui.lines import grid_safe, line_text
from reader.tui.wrapping import LinkPlace, Run, TextLine, wrap
from tests.tui.strategies import TEXT, visible

RUNS = st.lists(
    st.builds(Run, TEXT, st.sampled_from(["text", "text strong"]), st.one_of(st.none(), st.integers(0, 2))), max_size=6
)


def texts(*runs: str | Run, width: int) -> list[str]:
    return [
        line_text(line.pieces)
        for line in wrap([Run(run, "text") if isinstance(run, str) else run for run in runs], width)
    ]


def linked_text(line: TextLine, place: LinkPlace) -> str:
    before, _ = split_text(line_text(line.pieces), place.end)
    return split_text(before, place.start)[1]


@given(RUNS, st.integers(2, 90))
def test_no_line_is_wider_than_asked(runs: list[Run], width: int) -> None:
    assert all(cell_len(line_text(line.pieces)) <= width for line in wrap(runs, width))


@given(RUNS, st.integers(2, 90))
def test_nothing_that_can_be_seen_is_lost(runs: list[Run], width: int) -> None:
    def inked(text: str) -> str:
        return "".join(grid_safe(text).replace("\n", " ").split(" "))

    shown = "".join(line_text(line.pieces) for line in wrap(runs, width))
    assert shown.replace(" ", "") == "".join(inked(run.text) for run in runs)


@given(RUNS, st.integers(2, 90))
def test_each_character_keeps_its_role(runs: list[Run], width: int) -> None:
    shown = [(letter, role) for line in wrap(runs, width) for text, role in line.pieces for letter in visible(text)]
    assert shown == [(letter, run.role) for run in runs for letter in visible(run.text)]


@given(RUNS, st.integers(2, 90))
def test_the_cells_of_links_hold_the_links_text_and_nothing_else(runs: list[Run], width: int) -> None:
    lines = list(wrap(runs, width))
    for link in range(3):
        shown = [linked_text(line, place) for line in lines for place in line.links if place.link == link]
        wanted = [grid_safe(run.text) for run in runs if run.link == link]
        assert visible("".join(shown)) == visible("".join(wanted))


@given(RUNS, st.integers(2, 90))
def test_no_line_begins_or_ends_with_a_space(runs: list[Run], width: int) -> None:
    shown = [line_text(line.pieces) for line in wrap(runs, width)]
    assert shown == [text.strip(" ") for text in shown]


def test_lines_end_at_spaces_and_long_words_are_cut() -> None:
    assert texts("The harbour strike goes on", width=11) == ["The harbour", "strike goes", "on"]
    assert texts("See https://example.org/a/b", width=10) == ["See", "https://ex", "ample.org/", "a/b"]


def test_styles_and_links_within_a_word_do_not_break_it() -> None:
    runs = [
        Run("the ", "text"),
        Run("har", "text strong"),
        Run("bour", "text", 0),
        Run("[1]", "link-number", 0),
        Run(".", "text"),
    ]
    assert texts(*runs, width=12) == ["the", "harbour[1]."]


def test_a_newline_ends_a_line_and_two_leave_one_empty() -> None:
    assert texts("a\nb\n\nc\n", width=9) == ["a", "b", "", "c"]
    assert texts("", width=9) == texts("  ", width=9) == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("港口罢工继续", 6, ["港口罢", "工继续"]),
        ("港口罢工。继续", 8, ["港口罢", "工。继续"]),
        ("罢工「港口」", 6, ["罢工", "「港", "口」"]),
        ("港口abc罢工", 7, ["港口abc", "罢工"]),
        ("港口abcd罢工", 7, ["港口", "abcd罢", "工"]),
        ("한국어 뉴스", 8, ["한국어", "뉴스"]),
        ("か\u3099か\u3099", 2, ["か\u3099", "か\u3099"]),
        ("🇳🇱 🇧🇪", 4, ["🇳🇱", "🇧🇪"]),
        ("👍👍👍", 5, ["👍👍", "👍"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("a\xa0b c", 4, ["a\xa0b", "c"]),
    ],
)
def test_each_script_is_broken_by_its_own_rules(text: str, width: int, lines: list[str]) -> None:
    assert texts(text, width=width) == lines


def test_the_sign_behind_a_link_begins_no_line() -> None:
    assert texts(Run("港口", "text", 0), Run("[1]", "link-number", 0), Run("。", "text"), width=7) == ["港", "口[1]。"]


def test_a_link_over_two_lines_has_a_place_in_both_and_holds_its_spaces() -> None:
    lines = list(wrap([Run("See ", "text"), Run("the harbour strike", "link", 4), Run(" now", "text")], 15))
    assert [line.links for line in lines] == [(LinkPlace(4, 15, 4),), (LinkPlace(0, 6, 4),)]


def test_two_links_to_one_address_are_two_places() -> None:
    runs = [Run("a", "link", 0), Run(" or ", "text"), Run("b", "link", 0)]
    assert [line.links for line in wrap(runs, 20)] == [(LinkPlace(0, 1, 0), LinkPlace(5, 6, 0))]


def test_wide_characters_before_a_link_count_two_cells() -> None:
    assert [line.links for line in wrap([Run("港口", "text"), Run("ab", "link", 0)], 20)] == [(LinkPlace(4, 6, 0),)]


def test_neighbours_in_one_role_are_one_piece() -> None:
    runs: Sequence[Run] = [Run("a", "text"), Run("", "dim"), Run("b", "text", 0)]
    assert [line.pieces for line in wrap(runs, 20)] == [(("ab", "text"),)]
