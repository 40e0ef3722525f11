import pytest

from reader.library.library import Library
from reader.model.keys import KEYS
from reader.tui.lines import line_text, line_width
from reader.tui.screens.help import help_lines
from tests.tui.conftest import running


@pytest.mark.parametrize("width", [40, 72, 95, 96, 110, 126])
def test_every_key_is_told_with_what_it_does_in_the_width_there_is(width: int) -> None:
    lines = help_lines({"refresh": "f5"}, width)
    assert max(map(line_width, lines)) <= width
    words = set(" ".join(map(line_text, lines)).split())
    assert words >= {word for key in KEYS for word in key.help.split()}
    assert "F5" in words


def test_what_does_not_fit_on_a_line_hangs_below_where_it_began() -> None:
    lines = [line_text(line) for line in help_lines({}, 50)]
    first = next(number for number, line in enumerate(lines) if line.startswith("Space"))
    start = lines[first].index("A page")
    assert lines[first + 1][:start].isspace()
    assert not lines[first + 1][start].isspace()


def test_a_wide_screen_has_the_groups_in_two_columns() -> None:
    wide, narrow = ([line_text(line) for line in help_lines({}, width)] for width in (110, 72))
    assert wide[0].split() == ["Move", "Feeds"]
    assert narrow[0].split() == ["Move"]
    assert len(wide) < 0.7 * len(narrow)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_help_screen_names_its_own_keys_and_they_do_it(library: Library, size: tuple[int, int]) -> None:
    async with running(library, size) as screen:
        await screen.press("question_mark")
        await screen.until(lambda: "Esc closes" in screen.text() and "The next row" in screen.text())
        await screen.press("G")
        await screen.until(lambda: "The mouse works" in screen.text())
        await screen.press("escape")
        await screen.until(lambda: "Esc closes" not in screen.text())
