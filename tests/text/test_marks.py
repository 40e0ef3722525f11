import pytest
from rich.cells import cell_len

from reader.library.config import RULES
from reader.text.marks import ASCII, SETS, UNICODE, Marks


def signs(marks: Marks) -> list[str]:
    return [*(sign for sign in marks if isinstance(sign, str)), *marks.bullets]


@pytest.mark.parametrize("marks", SETS.values())
def test_every_sign_is_one_cell_wide(marks: Marks) -> None:
    assert [cell_len(sign) for sign in signs(marks)] == [1] * len(signs(marks))


@pytest.mark.parametrize("marks", SETS.values())
def test_signs_that_stand_in_one_column_differ(marks: Marks) -> None:
    assert len({marks.unread, marks.bookmarked, marks.failing}) == 3
    assert marks.folded != marks.unfolded
    assert len(set(marks.bullets)) == len(marks.bullets)


def test_plain_terminals_get_plain_signs() -> None:
    assert all(sign.isascii() for sign in signs(ASCII))
    assert len(ASCII.bullets) == len(UNICODE.bullets)


def test_the_config_file_takes_exactly_these_sets() -> None:
    assert [name for name in (*SETS, "other") if RULES["marks"].accepts(name)] == list(SETS)
