import string

import pytest
from textual.keys import Keys, _character_to_key

from reader.library.keynames import is_key

NAMES = [key.value for key in Keys if key.value.replace("+", "").isalnum() and key.value.islower()]
NEVER_TYPED = {
    "any",
    "ctrl+i",
    "ctrl+m",
    "controlat",
    "ignore",
    "return",
    "scrolldown",
    "scrollup",
    "sigint",
    "cprresponse",
    "vt100mouseevent",
}


@pytest.mark.parametrize("name", sorted(set(NAMES) - NEVER_TYPED))
def test_what_textual_calls_a_key_is_one(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize("sign", [*string.punctuation, *string.ascii_letters, *string.digits, "ä", "ж"])
def test_every_sign_is_a_key_by_itself_and_by_its_name(sign: str) -> None:
    assert is_key(sign)
    assert is_key(_character_to_key(sign))


@pytest.mark.parametrize("name", ["ctrl+x", "alt+f4", "ctrl+shift+left", "shift+tab", "alt+question_mark", "ctrl+?"])
def test_keys_can_have_modifiers(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "contrl+x",
        "ctrl+X",
        "ctrl",
        "ctrl+",
        "+x",
        "ctrl+ctrl+x",
        "F5",
        "f0",
        "Enter",
        "xx",
        "esc",
        "^x",
        "super+x",
    ],
)
def test_other_names_are_none(name: str) -> None:
    assert not is_key(name)


@pytest.mark.parametrize("name", ["ctrl+i", "ctrl+m", "ctrl+[", "ctrl+left_square_bracket", "ctrl+shift+alt+hyper+q"])
def test_keys_that_no_terminal_sends_are_none(name: str) -> None:
    assert not is_key(name)
