import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.tokens import is_unspaced, tokens, words

WESTERN = bytes(range(256)).decode("cp1252", "ignore")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s Q3 report, 2024: up 7.5%!", ["the", "mayor", "s", "q3", "report", "2024", "up", "7", "5"]),
        ("Straßenbahn fährt über die Elbe", ["strassenbahn", "fährt", "über", "die", "elbe"]),
        ("¿Qué pasó ayer en Logroño?", ["qué", "pasó", "ayer", "en", "logroño"]),
        ("L’Été à Besançon", ["l", "été", "à", "besançon"]),
        ("Мост закрыт: ещё три недели", ["мост", "закрыт", "ещё", "три", "недели"]),
        ("أُغلق الجسرُ الكبير، اليوم", ["أغلق", "الجسر", "الكبير", "اليوم"]),
        ("पुल तीन हफ़्ते बंद रहेगा।", ["पुल", "तीन", "हफ़्ते", "बंद", "रहेगा"]),
        ("大桥关闭三周", ["大桥", "桥关", "关闭", "闭三", "三周"]),
        ("橋が閉鎖、3週間", ["橋が", "が閉", "閉鎖", "3", "週間"]),
        ("다리를 닫다", ["다리", "리를", "닫다"]),
        ("ปิดสะพาน", ["ปิ", "ิด", "ดส", "สะ", "ะพ", "พา", "าน"]),
        ("Cầu đóng cửa ba tuần", ["cầu", "đóng", "cửa", "ba", "tuần"]),
    ],
)
def test_text_of_every_language_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("café", "cafe\u0301"),
        ("office", "o\ufb03ce"),
        ("ABC 123", "ａｂｃ １２３"),
        ("Wochenende", "Wochen\u00adende"),
        ("می\u200cروند", "میروند"),
        ("ガス", "ｶﾞｽ"),
        ("كتاب", "كتـــاب"),
    ],
)
def test_what_looks_alike_is_one_word(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_words_keep_their_spelling() -> None:
    assert words("Port of ROTTERDAM, snake_case") == ["Port", "of", "ROTTERDAM", "snake", "case"]


def test_a_script_change_parts_words() -> None:
    assert tokens("iPhone発売5G") == ["iphone", "発売", "5g"]


def test_one_letter_of_an_unspaced_script_is_a_word() -> None:
    assert tokens("猫 a") == ["猫", "a"]
    assert is_unspaced("猫")
    assert not is_unspaced("a")
    assert not is_unspaced("ế")
    assert not is_unspaced("")


@pytest.mark.parametrize("text", ["", " \n\t", "... — “” !?", "\u0301\u0301", "🎉️", "\u200d_\u00ad"])
def test_text_without_words_has_no_tokens(text: str) -> None:
    assert tokens(text) == []


@given(st.text() | st.text(WESTERN))
def test_tokens_are_words_without_case(text: str) -> None:
    assert tokens(text) == [word.casefold() for word in words(text)]


@pytest.mark.parametrize("letter", WESTERN)
def test_every_western_letter_has_the_case_and_the_form_that_unicode_gives_it(letter: str) -> None:
    for text in (letter, f"a{letter}b {letter}X"):
        assert tokens(text) == [word.casefold() for word in words(text)]


@given(st.text())
def test_tokens_hold_no_white_space_or_ascii_punctuation(text: str) -> None:
    joined = "".join(tokens(text))
    assert not any(letter.isspace() or (letter.isascii() and not letter.isalnum()) for letter in joined)


@given(st.text())
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    plain = unicodedata.normalize("NFKC", text)
    kept = set("".join(words(text)))
    assert {letter for letter in plain if letter.isalnum()} - {"\u0640"} <= kept
