"""The table of keys as Textual wants it."""

from collections.abc import Iterator, Mapping

from textual.binding import Binding

from reader.model.keys import KEYS, Key, Scope, keys_of


def bindings(scope: Scope) -> list[Binding]:
    """Give the bindings of a scope, with their default keys."""
    return [binding for key in KEYS if key.scope is scope for binding in _bindings(key)]


def _bindings(key: Key) -> Iterator[Binding]:
    if "{key}" not in key.action:
        yield Binding(key.keys, action_of(key), key.title, show=False, tooltip=key.help, id=key.id)
        return
    for one in key.keys.split(","):
        yield Binding(one, action_of(key, one), key.title, show=False, tooltip=key.help)


def action_of(key: Key, pressed: str = "") -> str:
    """Write what a key does as Textual's action: the main screen passes what is its own on to its parts."""
    if key.scope is Scope.PANE or key.action.startswith(("app.", "screen.")):
        return key.action
    return f"do({key.action.format(key=pressed)!r})"


def pane_actions(chosen: Mapping[str, str]) -> dict[str, str]:
    """Give what the focused pane does, by key."""
    return {one: key.action for key in KEYS if key.scope is Scope.PANE for one in keys_of(key, chosen)}
