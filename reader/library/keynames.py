"""Names of keys, as they stand in the config file; they are Textual's, which the command line does not wait for."""

import string
import unicodedata

MODIFIERS = frozenset({"ctrl", "shift", "alt", "meta", "super", "hyper"})
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
    if not MODIFIERS.issuperset(modifiers) or len(set(modifiers)) < len(modifiers):
        return False
    if len(key) == 1:
        return key.isprintable() and not key.isspace() and (not modifiers or key == key.lower())
    return key in NAMED
