"""What each role of text looks like, in the colours of the theme that is in use."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color


class Look(NamedTuple):
    """How text in a role is drawn."""

    colour: str | None = None
    """Name of a theme variable."""
    strength: float = 1.0
    """From 0, the ground's colour, to 1, the full colour."""
    ground: str | None = None
    """Theme variable of the ground, laid on as thick as `ground_strength`."""
    ground_strength: float = 1.0
    attributes: frozenset[str] = frozenset()
    """Names of Rich's style attributes that are on."""


def _look(
    colour: str | None = None,
    *attributes: str,
    strength: float = 1.0,
    ground: str | None = None,
    ground_strength: float = 1.0,
) -> Look:
    return Look(colour, strength, ground, ground_strength, frozenset(attributes))


QUIET = 0.74
"""Strength of text that should not draw the eye, with enough contrast left to be read."""

LOOKS: Mapping[str, Look] = {
    "text": _look("foreground", strength=0.94),
    "title": _look("foreground", "bold"),
    "section": _look("accent"),
    "unread": _look("foreground", "bold"),
    "read": _look("foreground", strength=QUIET),
    "dim": _look("foreground", strength=QUIET),
    "mark": _look("accent"),
    "star": _look("warning"),
    "warning": _look("error", "bold"),
    "count": _look("foreground", strength=QUIET),
    "reason": _look("accent", strength=0.95),
    "heading": _look("foreground", "bold", "underline"),
    "subheading": _look("foreground", "bold"),
    "strong": _look(None, "bold"),
    "emphasis": _look(None, "italic"),
    "struck": _look(None, "strike"),
    "code": _look("foreground", ground="foreground", ground_strength=0.08),
    "code-span": _look(None, ground="foreground", ground_strength=0.08),
    "link": _look(None, "underline"),
    "link-number": _look("accent"),
    "image": _look("foreground", "italic", strength=QUIET),
    "quote": _look("foreground", "italic", strength=0.85),
    "sign": _look("accent", strength=0.95),
    "rule": _look("foreground", strength=0.3),
    "heading-small": _look("foreground", "bold", strength=QUIET),
    "found": _look("foreground", "underline", ground="warning", ground_strength=0.22),
    "cursor": _look(ground="accent", ground_strength=0.16),
    "cursor-away": _look(ground="foreground", ground_strength=0.08),
    "selection": _look("foreground", ground="accent", ground_strength=0.36),
}

_WITHOUT_COLOUR: Mapping[str, Look] = {
    "cursor": _look(None, "reverse"),
    "cursor-away": _look(None, "underline"),
    "selection": _look(None, "reverse"),
    "code-span": _look(None, "bold"),
    "found": _look(None, "reverse"),
}
"""Looks that stand in where there is no colour to tell a ground by."""


def style_of(roles: str, variables: Mapping[str, str], background: Color, no_colour: bool) -> Style:
    """Mix the looks of some roles, separated by spaces, into one style on the given background."""
    ground, colour, strength = background, variables["foreground"], 1.0
    attributes: set[str] = set()
    for role in roles.split():
        look = _WITHOUT_COLOUR.get(role, LOOKS[role]) if no_colour else LOOKS[role]
        attributes |= look.attributes
        if look.ground is not None:
            ground = ground.blend(Color.parse(variables[look.ground]), look.ground_strength)
        if look.colour is not None:
            colour, strength = variables[look.colour], look.strength
    front = ground.blend(Color.parse(colour), strength)
    return Style(color=front.rich_color, bgcolor=ground.rich_color) + Style.parse(" ".join(attributes) or "none")
