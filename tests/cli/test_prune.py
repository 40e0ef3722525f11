"""The command that deletes old articles."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.test_keeping import feed_of


@pytest.fixture
def archive(run: Run, tmp_path: Path) -> Path:
    """Add a feed of six old articles, of which two are to be kept from now on."""
    path = tmp_path / "archive.xml"
    path.write_bytes(feed_of(6))
    assert run("add", path).status == 0
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text("[keep]\narticles = 2\n")
    return path


def test_a_dry_run_tells_what_would_go_and_lets_nothing_go(run: Run, archive: Path) -> None:
    answer = run("prune", "--dry-run")

    first, last = answer.out.splitlines()
    assert (answer.status, answer.err) == (0, "")
    assert first.startswith("Archive: 4 articles, from 20")
    assert last.startswith("4 articles would go; ")
    assert len(run("articles", "--json").objects) == 6


def test_prune_lets_them_go_and_says_how_many(run: Run, archive: Path) -> None:
    run("bookmark", 1)
    assert [line.partition(",")[0] for line in run("prune").out.splitlines()] == [
        "Archive: 3 articles",
        "3 articles went; what you did with them is remembered.",
    ]
    assert {it["id"] for it in run("articles", "--json").objects} == {1, 5, 6}
    assert run("prune").out == "Nothing is too old to be kept.\n"


def test_json_has_an_object_for_each_feed_and_the_sums(run: Run, archive: Path) -> None:
    would_go, sums = run("prune", "--dry-run", "--json").objects
    assert (would_go["feed_id"], would_go["feed"], would_go["source"], would_go["articles"]) == (
        1, "Archive", str(archive), 4,
    )  # fmt: skip
    assert would_go["oldest_at"] < would_go["newest_at"]
    assert sums == {"outcome": "done", "feeds": 1, "articles": 4, "dry_run": True}
    went, sums = run("prune", "--json").objects
    assert (went["articles"], sums["articles"], sums["dry_run"]) == (4, 4, False)
    assert run("prune", "--json").objects == [{"outcome": "done", "feeds": 0, "articles": 0, "dry_run": False}]
