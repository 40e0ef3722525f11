import pytest

from reader.text.stopwords import STOP_WORDS
from reader.text.terms import MOST_READ, term_counts, term_id, term_of
from reader.text.tokens import tokens


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
        assert not term_counts("", text), text


def test_single_letters_are_no_terms_but_single_characters_of_chinese_are() -> None:
    assert term_counts("", "B C 7 猫") == {"猫": 1}


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("Strikes", "strike"),
        ("cities", "city"),
        ("glass", "glass"),
        ("Campus", "campus"),
        ("gas", "gas"),
        ("ministros", "ministro"),
        ("2024", "2024"),
    ],
)
def test_a_plural_is_the_same_term_as_its_singular(word: str, term: str) -> None:
    assert term_of(word) == term


def test_words_of_the_title_count_twice() -> None:
    assert term_counts("Harbour strike", "A strike closes the harbour; the strike goes on") == {
        "strike": 4,
        "harbour": 3,
        "close": 1,
    }


def test_an_empty_article_has_no_terms() -> None:
    assert term_counts("", "") == {}


def test_a_very_long_text_counts_by_its_beginning() -> None:
    text = "".join(f"word{number} " for number in range(100_000))
    counts = term_counts("Dictionary of everything", text)
    assert len(counts) <= 1000
    assert counts["dictionary"] == 2
    assert term_counts("", text) == term_counts("", text[:MOST_READ])


def test_a_term_has_one_number_on_every_machine() -> None:
    assert term_id("harbour") == 1533582490
    assert term_id("") == 0


def test_stop_words_are_as_tokens_gives_them() -> None:
    assert [word for word in STOP_WORDS if tokens(word) != [word]] == []


@pytest.mark.parametrize("word", ["war", "car", "son", "man", "men", "state", "hat", "come", "door", "net"])
def test_a_word_that_carries_news_in_one_language_is_kept_though_another_calls_it_empty(word: str) -> None:
    assert term_of(word) == word
