from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.marks import ASCII, UNICODE
from reader.tui.lines import line_text
from reader.tui.tables import table_lines
from reader.tui.wrapping import LinkPlace, Run
from tests.tui.strategies import TEXT, visible

CELLS = st.lists(st.lists(st.builds(Run, TEXT, st.just("text")), max_size=2), max_size=7)


def drawn(rows: Sequence[Sequence[str]], width: int, header: Sequence[str] = ()) -> list[str]:
    cells = [[[Run(text, "text")] for text in row] for row in (header, *rows)]
    return [line_text(line.pieces).rstrip() for line in table_lines(cells[0], cells[1:], width, ASCII)]


@given(CELLS, st.lists(CELLS, max_size=5), st.integers(6, 90))
def test_no_table_is_wider_than_asked(header: list[list[Run]], rows: list[list[list[Run]]], width: int) -> None:
    lines = table_lines(header, rows, width, UNICODE)
    assert all(cell_len(line_text(line.pieces)) <= width for line in lines)


@given(CELLS, st.lists(CELLS, max_size=5), st.integers(6, 90))
def test_every_letter_of_every_cell_is_shown(header: list[list[Run]], rows: list[list[list[Run]]], width: int) -> None:
    shown = "".join(line_text(line.pieces) for line in table_lines(header, rows, width, UNICODE))
    wanted = "".join(run.text for row in (header, *rows) for cell in row for run in cell)
    assert set(visible(shown)) == set(visible(wanted))
    assert len(visible(shown)) >= len(visible(wanted))


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert drawn([["Kelderhaven", "12"], ["港口", "7"]], 40, ["Port", "Ships"]) == [
        "Port        | Ships",
        "-------------------",
        "Kelderhaven |    12",
        "港口        |     7",
    ]


def test_figures_stand_at_the_right_and_so_does_their_heading() -> None:
    rows = [["1", "€3.20", "12 %", "day 3"], ["2", "1,204.50", "", "7"], ["11", "-7", "4 km", "8"]]
    assert drawn(rows, 60, ["No", "Price", "Share", "When"]) == [
        "No |    Price | Share | When",
        "-----------------------------",
        " 1 |    €3.20 |  12 % | day 3",
        " 2 | 1,204.50 |       | 7",
        "11 |       -7 |  4 km | 8",
    ]


def test_cells_of_centred_columns_stand_in_the_middle() -> None:
    cells = [[[Run(text, "text")] for text in row] for row in (["Port", "x"], ["a", "yy"])]
    lines = table_lines([[Run("Harbours", "text")], []], cells, 40, ASCII, {0})
    assert [line_text(line.pieces) for line in lines] == [
        "Harbours |   ",
        "-------------",
        "  Port   | x ",
        "   a     | yy",
    ]


def test_where_there_is_too_little_room_the_widest_columns_yield_first() -> None:
    assert drawn([["the harbour strike goes on", "day 3", "a b"]], 26) == [
        "the harbour  | day 3 | a b",
        "strike goes  |       |",
        "on           |       |",
    ]


def test_rows_that_are_too_short_are_filled_up() -> None:
    assert drawn([["a"], ["b", "c"], []], 40, ["x", "y", "z"]) == ["x | y | z", "---------", "a |   |", "b | c |"]


def test_a_header_that_says_nothing_is_left_out() -> None:
    assert drawn([["a", "b"]], 40) == ["a | b"]
    cells = [[Run("a", "text")], [Run("b", "text")]]
    assert [line_text(line.pieces) for line in table_lines([[], []], [cells], 40, ASCII)] == ["a | b"]


def test_a_table_with_no_room_for_its_columns_is_read_row_by_row() -> None:
    assert drawn([["Kelderhaven", "12"], ["Sandhaven", "7", "new"]], 14, ["Port", "Ships"]) == [
        "Port:",
        "Kelderhaven",
        "Ships: 12",
        "",
        "Port:",
        "Sandhaven",
        "Ships: 7",
        "new",
    ]


def test_columns_break_no_word_and_no_figure() -> None:
    rows = [["Netherlands", "Dutch, Frisian and more", "17 500 000"], ["Germany", "German", "84 000 000"]]
    assert drawn(rows, 41, ["Country", "Language", "Population"]) == [
        "Country     | Language       | Population",
        "-----------------------------------------",
        "Netherlands | Dutch, Frisian | 17 500 000",
        "            | and more       |",
        "Germany     | German         | 84 000 000",
    ]
    assert drawn(rows[1:], 30, ["Country", "Language", "Population"]) == [
        "Country: Germany",
        "Language: German",
        "Population: 84 000 000",
    ]


def test_the_heading_of_figures_may_be_broken() -> None:
    assert drawn([["12"]], 9, ["Ships a day"]) == ["  Ships a", "      day", "---------", "       12"]


def test_a_table_without_header_and_room_has_a_paragraph_for_each_row() -> None:
    rows = [["Kelderhaven", "12 ships", "open"], ["Sandhaven", "7", "closed"]]
    assert drawn(rows, 24) == ["Kelderhaven\xa0| 12 ships\xa0|", "open", "", "Sandhaven\xa0| 7\xa0| closed"]


def test_a_header_alone_is_shown_at_any_width() -> None:
    assert drawn([], 40, ["Port", "Ships"]) == ["Port | Ships", "------------"]
    assert drawn([], 9, ["Port", "Ships"]) == ["Port:", "Ships:"]


def test_a_table_without_cells_has_no_lines() -> None:
    assert drawn([], 40) == drawn([[], []], 40) == drawn([["", ""]], 40) == []


def test_the_place_of_a_link_counts_the_columns_before_it() -> None:
    row = [[Run("港口", "text")], [Run("see ", "text"), Run("this", "link", 3)]]
    (line,) = table_lines([], [row], 40, UNICODE)
    assert line.links == (LinkPlace(11, 15, 3),)


def test_the_header_is_strong() -> None:
    first = next(table_lines([[Run("Port", "text")]], [[[Run("a", "text")]]], 40, UNICODE))
    assert first.pieces[0] == ("Port", "text strong")
