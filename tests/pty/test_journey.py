from pathlib import Path

from tests.pty.reader import open_reader


def write_pages(folder: Path) -> None:
    folder.mkdir()
    (folder / "strike.txt").write_text(
        "World\n\nHarbour strike enters day three\n\nBy A. Writer\nJuly 9, 2021\n\n"
        "Dock workers at Kelderhaven stayed out for a third day. The union Havenbond rejects the offer.\n\n"
        "Related Articles\nOld port, new owner\n",
        encoding="utf-8",
    )
    (folder / "owner.txt").write_text(
        "Old port, new owner\n\nThe port of Kelderhaven was sold. The union Havenbond had asked for talks.\n",
        encoding="utf-8",
    )


def test_from_a_folder_to_a_bookmark_that_is_there_after_a_restart(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    write_pages(pages)
    with open_reader(tmp_path, str(pages)) as terminal:
        terminal.wait_for("Old port, new owner")
        terminal.wait_for("Harbour strike enters day three")
        terminal.send("j\r")
        terminal.wait_for("A. Writer")
        terminal.wait_for("FROM THIS PAGE")
        terminal.send("b")
        terminal.wait_for("★ Harbour strike")
        terminal.send("qq")
        assert terminal.wait_exit() == 0
    with open_reader(tmp_path) as terminal:
        terminal.wait_for("★ Harbour strike")
        terminal.send("hjjjj")
        terminal.wait_for("Bookmarks · 1 of 1")
        terminal.send("q")
        assert terminal.wait_exit() == 0


def test_the_first_start_shows_the_guide_and_once_removed_it_stays_removed(tmp_path: Path) -> None:
    with open_reader(tmp_path) as terminal:
        terminal.wait_for("Start here")
        terminal.wait_for("adds feeds and files of your own")
        terminal.wait_for("Welcome to newsr")
        terminal.send("hG")
        terminal.wait_for("Welcome to newsreader · 1 of")
        terminal.send("D")
        terminal.wait_for("Remove “Welcome to newsreader”")
        terminal.send("y")
        terminal.wait_for("No feeds yet")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    with open_reader(tmp_path) as terminal:
        terminal.wait_for("No feeds yet")


def test_a_broken_database_is_told_in_one_line(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "newsreader.db").write_bytes(b"not a database" * 1000)
    with open_reader(tmp_path) as terminal:
        assert terminal.wait_exit() == 1
        told = "\n".join(terminal.screen()).strip()
    assert "newsreader.db" in told
    assert "Traceback" not in told
