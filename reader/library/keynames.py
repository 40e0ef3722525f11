"""Names of keys, as they stand in the config file; they are Textual's, which the command line does not wait for."""

import string
import unicodedata

MODIFIERS = frozenset({"ctrl", "shift", "alt"})
"""Those that all terminals send; super, hyper and meta come from few."""
NEVER_SENT = frozenset({"ctrl+i", "ctrl+m", "ctrl+[", "ctrl+left_square_bracket"})
"""Keys that come as Tab, Enter and Esc: they are the same control characters (ECMA-48, section 5.2)."""
_TYPING = ("escape", "enter", "tab", "space", "backspace", "delete", "insert")
_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_SIGNS = ("slash", "backslash", "at", "minus", "plus", "underscore")
"""Names that Textual has for signs beside those of Unicode."""
NAMED = frozenset(
    (
        *_TYPING,
        *_MOVING,
        *_SIGNS,
        *(f"f{number}" for number in range(1, 25)),
        *(unicodedata.name(sign).lower().replace("-", "_").replace(" ", "_") for sign in string.punctuation),
    )
)
EXAMPLES = '"x", "X", "f5", "ctrl+x" or "question_mark"'


def is_key(name: str) -> bool:
    """Tell whether a terminal has a key, or a key with modifiers, of that name."""
    *modifiers, key = name.split("+") if name != "+" else [name]
    if name in NEVER_SENT:
        return False
    if not MODIFIERS.issuperset(modifiers) or len(set(modifiers)) < len(modifiers):
        return False
    if len(key) == 1:
        return key.isprintable() and not key.isspace() and (not modifiers or key == key.lower())
    return key in NAMED
