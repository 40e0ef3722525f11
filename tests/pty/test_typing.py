"""Keys that are typed faster than the screen changes."""

from pathlib import Path

from tests.pty.reader import open_reader


def test_what_is_typed_behind_the_key_of_a_dialog_goes_into_the_dialog(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(3):
        (notes / f"{number}.txt").write_text(f"Report {number}\n\nNothing of note.\n", encoding="utf-8")
    with open_reader(tmp_path, str(notes)) as terminal:
        terminal.wait_for("1 of 3 ·")
        terminal.send("j/jigging kegs")  # each of j, k and g would also move the cursor
        terminal.wait_for("jigging kegs")
        terminal.send("\x1b")
        terminal.wait_for("2 of 3 ·")


def test_keys_behind_a_move_of_the_cursor_come_after_it(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(9):
        (notes / f"{number}.txt").write_text(f"Report {number}\n\nNothing of note.\n", encoding="utf-8")
    with open_reader(tmp_path, str(notes)) as terminal:
        terminal.wait_for("1 of 9 ·")
        terminal.send("jjjbkkjj")
        terminal.wait_for("4 of 9 ·")
        terminal.wait_for("★ Report 5")
