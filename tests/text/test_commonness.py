import pytest

from reader.text.commonness import RARE, SHARES, share_of
from reader.text.terms import term_id, term_of


def share(word: str) -> float:
    return share_of(term_id(term_of(word) or ""))


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("government", "havenkracht"),
        ("Regierung", "Erdbeben"),
        ("gobierno", "terremoto"),
        ("gouvernement", "séisme"),
        ("правительство", "землетрясение"),
        ("الحكومة", "زلزال"),
        ("सरकार", "भूकंप"),
        ("中国", "震毁"),
        ("経済", "倒壊"),
        ("governo", "terremoto"),
    ],
)
def test_words_of_many_articles_are_known_in_many_languages(common: str, rare: str) -> None:
    assert share(common) >= 0.03
    assert share(common) > 3 * share(rare)
    assert share(rare) >= RARE


def test_a_name_in_one_language_is_no_common_word_for_being_one_in_another() -> None:
    assert share("Kabul") < 0.01


def test_the_table_is_small() -> None:
    assert SHARES.stat().st_size < 100_000
