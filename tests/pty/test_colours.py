import re
from collections.abc import Mapping
from pathlib import Path

from tests.pty.reader import open_reader
from tests.pty.terminal import Terminal

_STYLE = re.compile(rb"\x1b\[([0-9;]*)m")
PLAIN = {"", *map(str, range(10)), *map(str, range(21, 30))}
"""Attributes that are no colour (ECMA-48, 8.3.117)."""


def styles(terminal: Terminal) -> set[str]:
    """Give every attribute and every colour, whole, that was sent."""
    return {part for style in _STYLE.findall(terminal.raw) for part in style.decode().split(";")}


def walk(root: Path, env: Mapping[str, str]) -> set[str]:
    pages = root / "pages"
    pages.mkdir()
    (pages / "a.md").write_text("# Old port\n\nText with a [link](https://a.example).\n\n> quote\n", encoding="utf-8")
    (pages / "b.md").write_text("# New port\n\nText with `code`.\n", encoding="utf-8")
    with open_reader(root, str(pages), env=env) as terminal:
        terminal.wait_for("1 of 2 ·")
        terminal.send("j\r")
        terminal.wait_for("2 of 2 ·")
        terminal.send("?")
        terminal.wait_for("Half a page down")
        terminal.send("q")
        terminal.send("q")
        terminal.send("a/gone\r")
        terminal.wait_for("there is no such file")
        terminal.send("\x1b")
        terminal.wait_gone("Add a source")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        return styles(terminal)


def test_without_colour_nothing_but_attributes_is_sent_and_the_cursor_is_reversed(tmp_path: Path) -> None:
    sent = walk(tmp_path, {"NO_COLOR": "1"})
    assert sent <= PLAIN | {"39", "49"}
    assert "7" in sent


def test_there_are_colours_unless_they_are_unwanted(tmp_path: Path) -> None:
    assert {"38", "48"} <= walk(tmp_path, {})
