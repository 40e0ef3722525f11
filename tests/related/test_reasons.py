import pytest

from reader.related.reasons import NAME, NOUN, WORD, Spelling, reasons, spellings
from reader.text.stems import stem
from reader.text.terms import term_id


def shares_of(**shares: float) -> dict[int, float]:
    return {term_id(term): share for term, share in shares.items()}


def told(title: str, text: str, *terms: str) -> tuple[str, ...]:
    """Give the reasons for an article that shares these terms, all with an equal part, with another one."""
    return reasons({term_id(stem(term)): 0.1 for term in terms}, spellings(title, text))


SPELLED = {
    term_id(term): Spelling(word, telling)
    for term, word, telling in (
        ("rotterdam", "Rotterdam", NAME),
        ("kabul", "Kabul", NAME),
        ("strike", "strikes", NOUN),
        ("crane", "crane", NOUN),
        ("union", "union", NOUN),
    )
}


def test_reasons_are_the_words_with_the_largest_shares_as_the_article_spells_them() -> None:
    shares = shares_of(rotterdam=0.02, strike=0.2, union=0.1, crane=0.05, kabul=0.01)
    assert reasons(shares, SPELLED) == ("strikes", "union", "crane", "Rotterdam")


def test_of_equal_words_names_come_first() -> None:
    assert reasons(shares_of(strike=0.051, kabul=0.049), SPELLED) == ("Kabul", "strikes")


def test_terms_the_article_does_not_spell_are_no_reasons() -> None:
    assert reasons(shares_of(elsewhere=0.5, crane=0.1), SPELLED) == ("crane",)
    assert reasons({}, SPELLED) == ()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("On Monday, 24 November 2026, three cranes fell.", ("monday", "24", "november", "2026", "three")),
        ("Every week and every year the 3rd crane falls.", ("week", "year", "3rd")),
        ("Am Dienstag im März fiel ein Kran.", ("dienstag", "märz")),
        ("11月24日星期二，港口。", ("11", "24", "月", "日星", "星期")),
    ],
)
def test_dates_and_numbers_are_no_reasons(text: str, terms: tuple[str, ...]) -> None:
    assert set(told("", text, *terms)) <= {"日星"}


def test_common_verbs_and_adjectives_come_after_what_a_text_is_about() -> None:
    text = "Prices rise, and rose before: the last crews wait for the grain that ships bring to Velden."
    shared = ("rise", "rose", "last", "wait", "grain", "ship", "crew", "velden")
    assert set(told("", text, *shared)) == {"Velden", "grain", "crews", "ships"}
    assert told("", text, "rise", "wait", "grain") == ("grain",)
    assert told("", text, "rise", "wait") == ("rise", "wait")


def test_what_stands_behind_an_article_comes_before_what_does_not() -> None:
    assert told(
        "", "They unloaded the barge and haggled over a mooring.", "unloaded", "haggled", "barge", "mooring"
    ) == (
        "barge",
        "mooring",
        "haggled",
        "unloaded",
    )


def test_a_name_keeps_its_capital_and_a_word_at_the_head_of_a_sentence_loses_it() -> None:
    found = spellings("Strikes Halt Rotterdam", "Strikes spread. The strikes reached Rotterdam and the NATO base.")
    assert found[term_id("rotterd")] == Spelling("Rotterdam", NAME)
    assert found[term_id("strike")] == Spelling("strikes", NOUN)
    assert found[term_id("nato")] == Spelling("NATO", NAME)


def test_a_capital_at_the_head_of_a_sentence_or_in_a_title_in_capitals_makes_no_name() -> None:
    found = spellings("Crane Crews Walk Out", "Talks stalled at Velden.")
    assert found[term_id("crane")] == Spelling("Crane", WORD)
    assert found[term_id("talk")].telling < WORD
    assert found[term_id("velden")] == Spelling("Velden", NAME)


def test_the_commonest_spelling_is_taken() -> None:
    found = spellings("ROTTERDAM", "Rotterdam, Rotterdam. A crane, cranes, cranes.")
    assert found[term_id("rotterd")].word == "Rotterdam"
    assert found[term_id("crane")].word == "cranes"


def test_function_words_have_no_spelling() -> None:
    assert spellings("The", "And of it") == {}


def test_parts_of_addresses_are_no_reasons() -> None:
    text = (
        "The crane: https://harbour.example/strike?a=b, www.port.example, news.velden.org/barge or crew@ship.example "
        "of the http server. 见https://harbour.example/港口"
    )
    assert set(spellings("", text)) == {term_id(term) for term in ("crane", "server", "见", "港口")}
    assert term_id("barge") in spellings("", f"{text} A barge.")


def test_words_of_the_web_come_last() -> None:
    assert told("", "A link to the file of the barge.", "link", "file", "barge") == ("barge",)


def test_pairs_of_letters_are_put_together_to_the_words_they_are_parts_of() -> None:
    text = "阿富汗的港口。阿富汗人民在港口罢工。"
    assert set(told("阿富汗", text, "阿富", "富汗", "港口", "罢工")) == {"阿富汗", "港口", "罢工"}


def test_a_weak_pair_beside_a_strong_one_is_not_of_its_word() -> None:
    shares = {term_id("阿富"): 0.2, term_id("富汗"): 0.2, term_id("汗的"): 0.01}
    assert reasons(shares, spellings("", "阿富汗的港口"))[0] == "阿富汗"
