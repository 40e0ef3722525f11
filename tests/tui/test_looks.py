import pytest
from textual.color import Color
from textual.theme import Theme

from reader.tui.looks import LOOKS, style_of
from reader.tui.themes import OWN

TEXT_ROLES = [role for role, look in LOOKS.items() if look.colour is not None and role != "rule"]
LEAST_CONTRAST = 3.0
"""What WCAG 2.2, success criterion 1.4.3, asks of large text; body text is held to 4.5 below."""


def variables(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate()


def luminance(colour: Color) -> float:
    """Give the relative luminance, as WCAG 2.2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(roles: str, theme: Theme) -> float:
    style = style_of(roles, variables(theme), Color.parse(theme.background or "black"), no_colour=False)
    assert style.color is not None
    assert style.bgcolor is not None
    both = sorted(luminance(Color.from_rich_color(colour)) for colour in (style.color, style.bgcolor))
    return (both[1] + 0.05) / (both[0] + 0.05)


@pytest.mark.parametrize("ground", ["", "cursor", "cursor-away"])
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    contrasts = {role: contrast(f"{ground} {role}", theme) for role in TEXT_ROLES}
    assert {role: ratio for role, ratio in contrasts.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_running_text_has_full_contrast(theme: Theme) -> None:
    contrasts = {role: contrast(role, theme) for role in ("text", "title", "unread", "read", "dim", "quote")}
    assert {role: ratio for role, ratio in contrasts.items() if ratio < 4.5} == {}


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
