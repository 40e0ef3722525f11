"""The command that indexes all articles anew."""

from pathlib import Path

from reader.library.indexing import drop_index
from reader.library.library import open_library
from reader.library.marking import set_bookmarked
from tests.cli.conftest import Run
from tests.cli.test_terminal import in_terminal, printed


def test_every_article_is_found_again(run: Run, port: Path, tmp_path: Path) -> None:
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        set_bookmarked(library, [2], True)
        drop_index(library)
    incomplete = run("search", "cranes", "--json")
    assert (incomplete.status, incomplete.out) == (0, "")
    assert "`newsreader reindex`" in incomplete.err

    assert run("reindex").out == "Indexed 3 articles.\n"

    found = run("search", "cranes", "--json")
    assert ({it["id"] for it in found.objects}, found.err) == ({1, 2}, "")
    assert [it["id"] for it in run("articles", "--bookmarked", "--json").objects] == [2]
    assert run("related", 1, "--json").objects[0]["id"] == 2


def test_an_empty_library_is_no_error(run: Run) -> None:
    assert run("reindex").out == "Indexed 0 articles.\n"
    assert run("search", "cranes").err == ""


def test_a_terminal_shows_how_far_it_is_and_then_the_sum(run: Run, port: Path) -> None:
    with in_terminal("reindex") as terminal:
        assert printed(terminal) == ["Indexed 3 articles."]
