import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.searching import phrases_of
from reader.tui.found import FOUND, mark_found, pattern_of
from reader.tui.lines import Line, line_text
from tests.tui.strategies import ONE_LINE


def found(query: str, text: str) -> list[str]:
    """Give the parts of a text that a search for a query marks."""
    pattern = pattern_of(phrases_of(query))
    assert pattern is not None
    return [part for part, role in mark_found(((text, "text"),), pattern) if FOUND in role]


@pytest.mark.parametrize(
    ("query", "text", "parts"),
    [
        ("harbour strike", "Strike at the HARBOUR, harbours too", ["Strike", "HARBOUR"]),
        ('"harbour strike"', "The harbour strike: a strike", ["harbour strike"]),
        ("wi-fi", "Wi-Fi, wi fi and wifi", ["Wi-Fi", "wi fi", "wifi"]),
        ("罢工", "港口罢工进入第三天", ["罢工"]),
        ("港口罢工", "港口罢工进入", ["港口罢工"]),
        ("c.", "a.c.d and c", ["c", "c"]),
    ],
)
def test_whole_words_are_found_as_the_search_finds_them(query: str, text: str, parts: list[str]) -> None:
    assert found(query, text) == parts


def test_a_phrase_is_marked_across_pieces_which_keep_their_roles() -> None:
    line: Line = (("The har", "text"), ("bour", "text strong"), (" strike", "text"))
    pattern = pattern_of([["harbour"]])
    assert pattern is not None
    assert mark_found(line, pattern) == (
        ("The ", "text"),
        ("har", f"text {FOUND}"),
        ("bour", f"text strong {FOUND}"),
        (" strike", "text"),
    )


def test_nothing_is_looked_for_without_a_word() -> None:
    assert pattern_of(phrases_of("...")) is None


@given(ONE_LINE, ONE_LINE, ONE_LINE)
def test_marking_changes_no_text(query: str, one: str, other: str) -> None:
    pattern = pattern_of(phrases_of(query))
    line = ((one, "text"), (other, "dim"))
    assert pattern is None or line_text(mark_found(line, pattern)) == one + other


@given(st.lists(st.sampled_from(["harbour", "strike", "罢工", "Café", "नमस्ते", "wi-fi"]), min_size=1, max_size=3))
def test_every_word_is_found_in_itself(words: list[str]) -> None:
    assert all(found(word, f"({word})") == [word] for word in words)
