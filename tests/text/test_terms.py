import math

import pytest

from reader.text.names import names
from reader.text.stopwords import STOP_WORDS
from reader.text.terms import MOST_READ, NAME, UNIT, numbers, pack, term_id, term_of, unpack
from reader.text.tokens import tokens
from reader.text.wording import wording_of


def held(title: str, text: str = "") -> dict[int, int]:
    """Give the terms of an article as they are packed for it."""
    return unpack(wording_of(title, text).terms)


def weights(**counts: int) -> dict[int, int]:
    """Give what words weigh that an article holds so often."""
    return {term_id(term_of(word) or ""): round(UNIT * (1 + math.log(count))) for word, count in counts.items()}


def test_function_words_of_any_language_are_no_terms() -> None:
    for text in (
        "It was not for them, but they have been there",
        "Und es ist nicht, wie sie sich das könnten",
        "que no es para los que están",
        "и это не то, что он может",
        "وهذا ما كان في ذلك",
        "यह है कि वे नहीं थे",
        "ce qui n’est pas dans les",
    ):
        assert not held("", text), text


def test_single_letters_are_no_terms_but_single_characters_of_chinese_are() -> None:
    assert held("", "B C 7 猫") == weights(猫=1)


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("Strikes", "strike"),
        ("cities", "city"),
        ("glass", "glass"),
        ("Campus", "campus"),
        ("gas", "gas"),
        ("ministros", "ministr"),
        ("2024", "2024"),
    ],
)
def test_a_plural_is_the_same_term_as_its_singular(word: str, term: str) -> None:
    assert term_of(word) == term


def test_words_of_the_title_count_twice() -> None:
    found = held("Harbour strike", "A strike closes the harbour; the strike goes on")
    assert found == weights(strike=4, harbour=3, close=1)


def test_names_weigh_more_in_a_short_text_and_as_others_do_in_a_long_one() -> None:
    short = held("", "The ships wait off Velden. Cranes stand idle.")
    assert short[term_id("velden")] == NAME * UNIT
    assert short[term_id("ship")] == short[term_id("crane")] == UNIT
    assert held("", "The ships wait off Velden." + " Idle cranes." * 40)[term_id("velden")] == UNIT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ships wait off Velden. Velden waits too.", {"velden"}),
        ("Dock Workers Walk Out", set()),
        ("Cranes stand idle. The Cranes of the port", {"cranes"}),
        ("They saw Apple and an apple", set()),
        ("Die Stadt wählt einen Rat", {"stadt", "rat"}),
        ("Вчера Путин встретил министра", {"путин"}),
        ("दो जहाज़ इंतज़ार में", set()),
        ("They wrote to Desk@velden.example", set()),
        ("", set()),
    ],
)
def test_names_have_a_capital_where_none_is_due(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_an_empty_article_has_no_terms() -> None:
    assert held("", "") == {}


def test_a_very_long_text_counts_by_its_beginning() -> None:
    text = [f"word{number}" for number in range(100_000)]
    found = unpack(pack(["dictionary"], text))
    assert len(found) <= 1000
    assert term_id("diction") in found
    assert pack([], text) == pack([], text[:MOST_READ])
    assert pack([], ["strike"] * 200_000)[-1] == 204


def test_what_is_packed_comes_back() -> None:
    packed = pack(["harbour"], ["ships", "wait"])
    assert unpack(packed) == weights(harbour=2, ship=1, wait=1)
    assert numbers(packed) == b"".join(term_id(term).to_bytes(4, "little") for term in ("harbour", "ship", "wait"))


def test_a_term_has_one_number_on_every_machine() -> None:
    assert term_id("harbour") == 1533582490
    assert term_id("") == 0


def test_stop_words_are_as_tokens_gives_them() -> None:
    assert [word for word in STOP_WORDS if tokens(word) != [word]] == []


@pytest.mark.parametrize("word", ["war", "car", "son", "man", "men", "state", "hat", "come", "door", "net"])
def test_a_word_that_carries_news_in_one_language_is_kept_though_another_calls_it_empty(word: str) -> None:
    assert term_of(word) == word
