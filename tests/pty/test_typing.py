"""Keys that are typed faster than the screen changes."""

from pathlib import Path

from tests.pty.reader import open_reader
from tests.pty.terminal import Terminal


def open_reports(root: Path, number: int) -> Terminal:
    """Open the reader on so many reports, counted from 0, the cursor on one of them."""
    notes = root / "notes"
    notes.mkdir()
    for report in range(number):
        (notes / f"{report}.txt").write_text(f"Report {report}\n\nNothing of note.\n", encoding="utf-8")
    return open_reader(root, str(notes))


def test_what_is_typed_behind_the_key_of_a_dialog_goes_into_the_dialog(tmp_path: Path) -> None:
    with open_reports(tmp_path, 3) as terminal:
        terminal.wait_for("1 of 3 ·")
        terminal.send("j/jigging kegs")  # each of j, k and g would also move the cursor
        terminal.wait_for("jigging kegs")
        terminal.send("\x1b")
        terminal.wait_for("2 of 3 ·")


def test_keys_behind_a_move_of_the_cursor_come_after_it(tmp_path: Path) -> None:
    with open_reports(tmp_path, 9) as terminal:
        terminal.wait_for("1 of 9 ·")
        terminal.send("jjjbkkjj")
        terminal.wait_for("4 of 9 ·")
        terminal.wait_for("★ Report 5")
