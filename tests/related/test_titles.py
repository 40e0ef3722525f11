import pytest

from reader.related.titles import is_same_title

LONG = "Dock workers in Rotterdam vote to end a strike after ten days"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Old port, new owner", "OLD PORT – new owner!"),
        ("“Talks stall”", "Talks stall"),
        (LONG, LONG.replace("Dock", "Port")),
        ("東京で地震", "東京で地震。"),
    ],
)
def test_case_punctuation_and_one_word_of_many_make_no_difference(one: str, other: str) -> None:
    assert is_same_title(one, other)
    assert is_same_title(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Old port, new owner", "Old port, old owner"),
        ("Old port", "Old port, new owner"),
        (f"{LONG} 9", f"{LONG} 10"),
        (LONG, LONG.replace("Dock", "Port").replace("Rotterdam", "Hamburg")),
        ("", ""),
        ("...", "!"),
    ],
)
def test_other_titles_are_others(one: str, other: str) -> None:
    assert not is_same_title(one, other)
    assert not is_same_title(other, one)
