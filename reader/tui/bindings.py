"""The table of keys as Textual wants it."""

from collections.abc import Iterator

from textual.binding import Binding

from reader.model.keys import KEYS, Key, Scope


def bindings(scope: Scope) -> list[Binding]:
    """Give the bindings of a scope, with their default keys."""
    return [binding for key in KEYS if key.scope is scope for binding in _bindings(key)]


def _bindings(key: Key) -> Iterator[Binding]:
    if "{key}" not in key.action:
        yield Binding(key.keys, key.action, key.title, show=False, tooltip=key.help, id=key.id)
        return
    for one in key.keys.split(","):
        yield Binding(one, key.action.format(key=one), key.title, show=False, tooltip=key.help)
