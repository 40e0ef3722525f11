import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.library.library import Library
from reader.library.themenames import THEMES
from reader.tui.looks import LOOKS, style_of
from reader.tui.themes import OWN
from tests.tui.conftest import running

TEXT_ROLES = [
    role for role, look in LOOKS.items() if look.colour is not None and role not in ("rule", "found", "selection")
]
LEAST_CONTRAST = 4.5
"""What success criterion 1.4.3 of WCAG 2.2 asks of text."""


def variables(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate()


def luminance(colour: Color) -> float:
    """Give the relative luminance, as WCAG 2.2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    less, more = sorted(map(luminance, (one, other)))
    return (more + 0.05) / (less + 0.05)


def contrast_in(roles: str, theme: Theme, ground: str) -> float:
    style = style_of(roles, variables(theme), Color.parse(variables(theme)[ground]), no_colour=False)
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


@pytest.mark.parametrize("ground", ["background", "surface"])
@pytest.mark.parametrize("under", ["", "cursor", "cursor-away"])
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: Theme, under: str, ground: str) -> None:
    contrasts = {role: contrast_in(f"{under} {role}", theme, ground) for role in TEXT_ROLES}
    assert {role: ratio for role, ratio in contrasts.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("under", ["", "cursor", "cursor-away"])
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_the_words_of_a_search_can_be_read(theme: Theme, under: str) -> None:
    contrasts = {role: contrast_in(f"{under} {role} found", theme, "background") for role in TEXT_ROLES}
    assert {role: ratio for role, ratio in contrasts.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_selected_text_can_be_read(theme: Theme) -> None:
    contrasts = {role: contrast_in(f"{role} selection", theme, "background") for role in TEXT_ROLES}
    assert {role: ratio for role, ratio in contrasts.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("keys", ["", "question_mark", "a", "A"])
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
async def test_the_lines_around_the_panes_and_the_dialogs_can_be_read(
    library: Library, theme: Theme, keys: str
) -> None:
    async with running(library) as screen:
        screen.app.theme = theme.name
        screen.main.panes.card.display = True
        if keys:
            await screen.press(keys)
            await screen.until(lambda: len(screen.app.screen_stack) == 2)
        await screen.pilot.pause()
        written = screen.app.screen.query("TextBar, Static, Input")
        colours = {f"{widget.id} {widget.classes}": widget.colors for widget in written}
        ratios = {name: contrast(ground, ground + front) for name, (_, _, ground, front) in colours.items()}
        assert ratios
        assert {name: ratio for name, ratio in ratios.items() if ratio < LEAST_CONTRAST} == {}


def test_roles_add_up_and_the_last_colour_counts() -> None:
    theme = OWN[0]
    style = style_of("text strong link", variables(theme), Color.parse("#000000"), no_colour=False)
    assert (style.bold, style.underline) == (True, True)
    number, quoted = (
        style_of(roles, variables(theme), Color.parse("#000000"), no_colour=False)
        for roles in ("link-number", "quote link-number")
    )
    assert quoted.color == number.color
    assert (quoted.italic, number.italic) == (True, None)


def test_without_colour_the_cursor_and_the_selection_are_still_told_apart() -> None:
    styles = [
        style_of(role, variables(OWN[0]), Color.parse("#000000"), True) for role in ("cursor", "cursor-away", "text")
    ]
    assert [(bool(style.reverse), bool(style.underline)) for style in styles] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_unread_and_read_differ_in_more_than_colour() -> None:
    unread, read = (style_of(role, variables(OWN[0]), Color.parse("#000000"), True) for role in ("unread", "read"))
    assert unread.bold
    assert not read.bold


def test_the_config_file_may_name_every_theme_that_there_is() -> None:
    assert set(THEMES) == {*BUILTIN_THEMES, *(theme.name for theme in OWN)}
