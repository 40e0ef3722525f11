from reader.related.reasons import Spelling, reasons, spellings
from reader.text.terms import term_id


def shares_of(**shares: float) -> dict[int, float]:
    return {term_id(term): share for term, share in shares.items()}


SPELLED = {
    term_id(term): Spelling(word, is_name)
    for term, word, is_name in (
        ("rotterdam", "Rotterdam", True),
        ("kabul", "Kabul", True),
        ("strike", "strikes", False),
        ("crane", "crane", False),
        ("union", "union", False),
        ("2024", "2024", False),
    )
}


def test_reasons_are_the_words_with_the_largest_shares_as_the_article_spells_them() -> None:
    shares = shares_of(rotterdam=0.02, strike=0.2, union=0.1, crane=0.05, kabul=0.01)
    assert reasons(shares, SPELLED) == ("strikes", "union", "crane", "Rotterdam")


def test_of_equal_words_names_come_first() -> None:
    assert reasons(shares_of(strike=0.051, kabul=0.049), SPELLED) == ("Kabul", "strikes")


def test_numbers_come_last() -> None:
    shares = shares_of(**{"2024": 0.3, "strike": 0.1})
    assert reasons(shares, SPELLED) == ("strikes", "2024")


def test_terms_the_article_does_not_spell_are_no_reasons() -> None:
    assert reasons(shares_of(elsewhere=0.5, crane=0.1), SPELLED) == ("crane",)
    assert reasons({}, SPELLED) == ()


def test_a_name_keeps_its_capital_and_a_word_at_the_head_of_a_sentence_loses_it() -> None:
    found = spellings("Strikes Halt Rotterdam", "Strikes spread. The strikes reached Rotterdam and the NATO base.")
    assert found[term_id("rotterdam")] == Spelling("Rotterdam", is_name=True)
    assert found[term_id("strike")] == Spelling("strikes", is_name=False)
    assert found[term_id("nato")] == Spelling("NATO", is_name=True)


def test_the_commonest_spelling_is_taken() -> None:
    found = spellings("ROTTERDAM", "Rotterdam, Rotterdam. A crane, cranes, cranes.")
    assert found[term_id("rotterdam")].word == "Rotterdam"
    assert found[term_id("crane")].word == "cranes"


def test_function_words_have_no_spelling() -> None:
    assert spellings("The", "And of it") == {}
