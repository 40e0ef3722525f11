import pytest

from reader.library.searching import phrases_of


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("harbour strike", [["harbour"], ["strike"]]),
        ('"harbour strike" talks', [["harbour", "strike"], ["talks"]]),
        ('talks "harbour strike', [["talks"], ["harbour", "strike"]]),
        ("Wi-Fi", [["wi", "fi"]]),
        ("", []),
        (' "" ... ', []),
        ("東京都", [["東京", "京都"]]),
        ("Straße", [["strasse"]]),
        ("fts5 NEAR( AND *", [["fts5"], ["near"], ["and"]]),
        ("\ud800 \x00 \x1b", []),
    ],
)
def test_a_query_is_phrases_of_words(query: str, phrases: list[list[str]]) -> None:
    assert phrases_of(query) == phrases
