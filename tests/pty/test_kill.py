import random
import re
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.library import open_library
from reader.library.reading import article_ids, article_rows
from reader.model.filters import ArticleFilter
from tests.pty.reader import open_reader

ARTICLES = 12


def write_pages(folder: Path) -> None:
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:02}.md").write_text(f"# Article {number:02}\n\nText {number}.\n", encoding="utf-8")


def painted(screen: Iterable[str]) -> dict[str, tuple[bool, bool]]:
    """Read the list off the screen: for each title, whether the row shows it as unread and as bookmarked."""
    rows = (re.search(r" ([● ])([★ ]) (Article \d\d) ", row) for row in screen)
    return {row[3]: (row[1] == "●", row[2] == "★") for row in rows if row}


@pytest.mark.parametrize("seed", range(8))
def test_every_mark_that_was_on_the_screen_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    write_pages(tmp_path / "pages")
    with open_reader(tmp_path, str(tmp_path / "pages"), columns=100, rows=50) as terminal:
        terminal.wait_for(f"1 of {ARTICLES}")
        marks = [chance.choice("bm") for _ in range(ARTICLES)]
        terminal.send("".join(f"{mark}j" for mark in marks))
        shown = chance.randint(1, ARTICLES - 2)
        terminal.wait_until(lambda screen: count_marks(painted(screen)) >= shown, name=f"{shown} marks")
        terminal.kill()
        seen = painted(terminal.screen())
    with closing(open_library(tmp_path / "data", tmp_path / "config")) as library:
        assert library.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = article_rows(library, article_ids(library, ArticleFilter()))
        kept = {row.title: (row.unread, row.bookmarked) for row in rows}
    lost = {title: marks for title, marks in seen.items() if marks != (True, False) and kept[title] != marks}
    assert count_marks(seen) >= shown
    assert lost == {}


def count_marks(rows: dict[str, tuple[bool, bool]]) -> int:
    return sum(row != (True, False) for row in rows.values())
