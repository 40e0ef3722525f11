import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.stems import stem
from reader.text.tokens import tokens


@pytest.mark.parametrize(
    "forms",
    [
        "strike strikes",
        "city cities",
        "earthquake earthquakes",
        "government governments governmental",
        "regierung regierungen",
        "ministerio ministerios",
        "erdoğan erdogan",
        "élection élections election",
        "путин путина путину путиным путине",
        "москва москвы москве москву москвой",
        "министр министра министры министров министрам",
        "землетрясение землетрясения землетрясением",
        "новый нового новые новых новая",
        "україна україни україні україну",
        "вчёра вчера",
        "الوزير وزير والوزير بالوزير",
        "مدينة المدينة مدينه",
        "لاجئ لاجئون لاجئين اللاجئين",
        "शहर शहरों",
        "लड़का लड़के लड़कों",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "others",
    [
        "glass glacier",
        "bundestag bundeskanzler bundesliga",
        "bà bá bả ba",
        "газета газ",
        "США саша",
        "وزير زير",
        "मन माना",
        "猫 犬",
        "東京 京都",
    ],
)
def test_other_words_have_others(others: str) -> None:
    words = tokens(others)
    assert len({stem(word) for word in words}) == len(words)


@given(st.text(min_size=1))
def test_no_word_is_lost(text: str) -> None:
    for token in tokens(text):
        assert stem(token)
