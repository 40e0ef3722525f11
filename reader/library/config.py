"""The config file: TOML, checked setting by setting, so that one mistake costs one setting."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reader.library.keynames import EXAMPLES, is_key
from reader.library.themenames import THEMES
from reader.model.config import Config, Keep, Refresh, Sidebar, Stories
from reader.model.feed import MOST_KEPT


class Rule(NamedTuple):
    """What a setting may be."""

    allowed: str
    """Completes "must be ..."."""
    accepts: Callable[[object], bool]


def _one_of(*names: str) -> Rule:
    return Rule(" or ".join(f'"{name}"' for name in names), lambda value: value in names)


def _whole_number(least: int, most: int) -> Rule:
    # A TOML boolean arrives as bool, which Python counts among the integers.
    return Rule(f"a whole number from {least} to {most}", lambda value: type(value) is int and least <= value <= most)


_TRUE_OR_FALSE = Rule("true or false", lambda value: isinstance(value, bool))
_KEYS = Rule(f"a key in quotes, such as {EXAMPLES}, or a list of them", lambda value: _key_list(value) is not None)
_TABLE = Rule("a table of settings", lambda value: isinstance(value, Mapping))

RULES = {
    "theme": Rule(f"one of {', '.join(THEMES)}", lambda value: value in THEMES),
    "ages": _one_of("short", "date"),
    "marks": _one_of("unicode", "ascii"),
    "sidebar.show": _TRUE_OR_FALSE,
    "sidebar.width": _whole_number(20, 80),
    "sidebar.count": _whole_number(1, 100),
    "stories.fold": _TRUE_OR_FALSE,
    "stories.mark_all": _TRUE_OR_FALSE,
    "refresh.on_start": _TRUE_OR_FALSE,
    "refresh.every": _whole_number(0, 10_080),
    "keep.months": _whole_number(0, 1200),
    "keep.articles": _whole_number(0, MOST_KEPT),
    "keep.unread": _TRUE_OR_FALSE,
}
SECTIONS: dict[str, Callable[..., Any]] = {"sidebar": Sidebar, "stories": Stories, "refresh": Refresh, "keep": Keep}
TABLES = ("keys", *SECTIONS)


def load_config(path: Path) -> tuple[Config, tuple[str, ...]]:
    """Read the config file at `path`; without one all is default.

    Gives the config and one terminal-safe line for each wrong thing, which says what is allowed; the default stands in.
    """
    if not os.path.lexists(path):
        return Config(), ()
    import tomllib

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return Config(), _safe(
            f"{path}: can't be read as TOML ({reason}); correct it, the defaults are used so long",
        )
    config, complaints = check_config(document)
    return config, _safe(*(f"{path}: {complaint}" for complaint in complaints))


def check_config(document: Mapping[str, Any]) -> tuple[Config, list[str]]:
    """Turn a parsed config file into a config and one complaint for each wrong thing."""
    accepted: dict[str, Any] = {}
    complaints: list[str] = []
    for name, value in _flatten(document):
        rule = _rule_of(name)
        if rule is None:
            complaints.append(f"{name} is not a setting; there are {', '.join(RULES)} and [keys]")
        elif not rule.accepts(value):
            complaints.append(f"{name} must be {rule.allowed}, not {value!r}; the default is used")
        else:
            accepted[name] = value
    keys = {name: ",".join(_key_list(value) or ()) for name, value in _below("keys.", accepted).items()}
    top = {name: value for name, value in accepted.items() if "." not in name}
    tables = {name: table(**_below(f"{name}.", accepted)) for name, table in SECTIONS.items()}
    return Config(keys=keys, **tables, **top), complaints


def _rule_of(name: str) -> Rule | None:
    if name in TABLES:
        return _TABLE
    return _KEYS if name.startswith("keys.") else RULES.get(name)


def _flatten(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in document.items():
        if name in TABLES and isinstance(value, Mapping):
            yield from ((f"{name}.{key}", part) for key, part in value.items())
        else:
            yield name, value


def _below(prefix: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in settings.items() if name.startswith(prefix)}


def _key_list(value: object) -> list[str] | None:
    values = value if isinstance(value, list) else [value]
    keys = [key for key in values if isinstance(key, str) and all(is_key(one.strip()) for one in key.split(","))]
    return keys if keys and len(keys) == len(values) else None


def _safe(*lines: str) -> tuple[str, ...]:
    from reader.text.safe import safe_line

    return tuple(safe_line(line) for line in lines)
