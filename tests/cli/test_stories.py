"""The command that lists stories."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.samples import rss
from tests.library.test_relating import OTHERS, STRIKE
from tests.library.test_stories import text_of


@pytest.fixture
def news(run: Run, tmp_path: Path) -> Path:
    """Add two feeds with three reports of one event between them."""
    texts = [(it.title, text_of(it)) for it in (*STRIKE, *OTHERS)]
    for name, some in {"Post": texts[:1] + texts[3:], "Wire": texts[1:3]}.items():
        path = tmp_path / f"{name}.xml"
        path.write_bytes(rss(name, *some))
        assert run("add", path).status == 0
    return tmp_path


def test_a_story_is_one_object_with_its_articles_and_sources(run: Run, news: Path) -> None:
    articles = {it["title"]: it for it in run("articles", "--json").objects}
    (story,) = run("stories", "--json").objects
    held = [articles[it.title] for it in STRIKE]
    assert set(story["articles"]) == {it["id"] for it in held}
    assert set(story["sources"]) == {"Post", "Wire"}
    assert articles[story["title"]]["id"] == story["articles"][0]
    assert story["first_at"] == min(it["published_at"] for it in held)
    assert story["last_at"] == max(it["published_at"] for it in held)
    assert story["unread"] == 3
    assert run("stories", "--top", "--json", "-n", "1").objects == [story]


def test_people_read_a_table(run: Run, news: Path) -> None:
    lines = run("stories").out.splitlines()
    assert lines[0].split() == ["ID", "Age", "Title", "Articles", "Sources"]
    assert "×2" in lines[1]
    (news / "config").mkdir()
    (news / "config" / "config.toml").write_text('marks = "ascii"\n')
    assert "x2" in run("stories").out


def test_without_a_story_it_says_so(run: Run, port: Path) -> None:
    answer = run("stories")
    assert (answer.status, answer.out) == (0, "No stories yet: no two articles report on the same event.\n")
    assert run("stories", "--json").out == ""


def test_stories_are_made_anew_by_reindex_and_keep_their_ids(run: Run, news: Path) -> None:
    before = run("stories", "--json").objects
    assert run("reindex").status == 0
    assert run("stories", "--json").objects == before
