import random
import sqlite3
from pathlib import Path

import pytest

from tests.pty.reader import open_reader

ARTICLES = 12


@pytest.mark.parametrize("seed", range(5))
def test_a_bookmark_that_was_on_the_screen_survives_a_kill(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:02}.md").write_text(f"# Article {number:02}\n\nText {number}.\n", encoding="utf-8")
    chance = random.Random(seed)
    with open_reader(tmp_path, str(folder)) as terminal:
        terminal.wait_for(f"1 of {ARTICLES}")
        for place in range(chance.randint(2, ARTICLES - 2)):
            terminal.send("b")
            if place < 8:
                terminal.wait_for("(?s:★.*)" * (place + 1))
            terminal.send("j")
        confirmed = "\n".join(terminal.screen()).count("★")
        terminal.send("bjbm")
        terminal.kill()
    connection = sqlite3.connect(tmp_path / "data" / "newsreader.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    (kept,) = connection.execute("SELECT count(*) FROM state WHERE bookmarked_at IS NOT NULL").fetchone()
    connection.close()
    assert kept >= confirmed
