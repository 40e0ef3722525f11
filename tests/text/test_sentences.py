import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cranes stand still. Ships wait! Who pays?", ["Cranes stand still.", "Ships wait!", "Who pays?"]),
        ('She said "Go." Then he went.', ['She said "Go."', "Then he went."]),
        ("Mr. Brandt met J. Quill, e.g. at noon. It rained.", ["Mr. Brandt met J. Quill, e.g. at noon.", "It rained."]),
        ("A headline\nAnd a text that\tgoes  on.", ["A headline", "And a text that goes on."]),
        ("他来了。她走了！", ["他来了。", "她走了！"]),
        ("वह आया। वह गया।", ["वह आया।", "वह गया।"]),
        ("Кран стоит. Корабли ждут.", ["Кран стоит.", "Корабли ждут."]),
        ("It costs 3.5 million. So it goes", ["It costs 3.5 million.", "So it goes"]),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_behind_its_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@given(st.text())
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join(" ".join(sentences(text)).split()) == "".join(text.split())
