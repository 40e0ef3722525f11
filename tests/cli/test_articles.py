"""The commands on articles: articles, show, related, search, bookmark, read."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.samples import PORT_POST, rss

ARTICLE_KEYS = {
    "id", "guid", "feed_id", "feed", "title", "link", "author", "section", "tags", "published_at", "updated_at",
    "first_seen_at", "summary", "words", "unread", "bookmarked",
}  # fmt: skip
RELATED_KEYS = {
    "of", "id", "title", "feed", "link", "published_at", "score", "same_story", "declared", "reasons", "copy_of"
}  # fmt: skip
STRIKE, TALKS, OWNER = "Harbour strike enters day three", "Talks stall as cranes stand idle", "Old port, new owner"


def titles(run: Run, *words: object) -> list[str]:
    return [article["title"] for article in run(*words, "--json").objects]


def test_articles_are_json_lines_with_the_documented_keys(run: Run, port: Path) -> None:
    newest, *_, oldest = run("articles", "--json").objects

    assert set(newest) == set(oldest) == ARTICLE_KEYS
    assert (newest["title"], newest["guid"], newest["feed_id"], newest["feed"]) == (OWNER, OWNER, 1, "Port Post")
    assert (oldest["title"], oldest["published_at"]) == (STRIKE, "2026-05-04T00:00:00Z")
    assert (oldest["unread"], oldest["bookmarked"], oldest["tags"], oldest["author"]) == (True, False, [], None)
    assert oldest["link"] == "https://example.org/0"
    assert oldest["words"] == 11


def test_content_adds_html_and_text(run: Run, port: Path) -> None:
    [article] = run("articles", "--json", "--content", "--limit", "1").objects

    assert set(article) == ARTICLE_KEYS | {"html", "text"}
    assert article["html"] == "<p>The terminal was sold to a company from abroad.</p>"
    assert article["text"] == "The terminal was sold to a company from abroad."


def test_articles_can_be_filtered(run: Run, port: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_bytes(rss("Wire", ("Offer", "It is low.")))
    run("add", tmp_path / "wire.xml")
    run("read", 1)
    run("bookmark", 2)

    assert len(titles(run, "articles")) == 4
    assert titles(run, "articles", "--feed", "Wire") == ["Offer"]
    assert titles(run, "articles", "--feed", tmp_path / "port.xml", "--unread") == [OWNER, TALKS]
    assert titles(run, "articles", "--bookmarked") == [TALKS]
    assert titles(run, "articles", "--limit", "1", "--feed", "1") == [OWNER]


def test_fifty_articles_are_listed_unless_told_otherwise(run: Run, tmp_path: Path) -> None:
    (tmp_path / "many.xml").write_bytes(rss("Many", *[(f"News {number}", "Text") for number in range(60)]))
    run("add", tmp_path / "many.xml")

    assert len(titles(run, "articles")) == 50
    assert len(titles(run, "articles", "--limit", "0")) == 60
    assert len(titles(run, "search", "text", "--limit", "55")) == 55
    assert len(run("articles", "--limit", "0").out.splitlines()) == 61


def test_a_long_list_has_one_head(run: Run, tmp_path: Path) -> None:
    (tmp_path / "many.xml").write_bytes(rss("Many", *[(f"News {number}", "Text") for number in range(501)]))
    run("add", tmp_path / "many.xml")

    head, *rows = run("articles", "--limit", "0").out.splitlines()

    assert head.split() == ["ID", "Age", "Title", "Feed"]
    assert len(rows) == 501
    assert all("News" in row for row in rows)


def test_articles_are_a_table_for_people(run: Run, port: Path) -> None:
    run("bookmark", 2)
    run("read", 1)

    header, owner, talks, strike = run("articles").out.splitlines()

    assert header.split() == ["ID", "Age", "Title", "Feed"]
    assert owner.split()[:2] == ["3", "●"]
    assert talks.split()[:3] == ["2", "●", "★"]
    assert "●" not in strike
    assert STRIKE in strike


def test_marks_and_ages_follow_the_config(run: Run, port: Path, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('marks = "ascii"\nages = "date"\n')

    _, owner, *_ = run("articles").out.splitlines()

    assert owner.split()[:3] == ["3", "*", "2026-05-04"]


def test_a_wrong_setting_is_one_line_on_stderr(run: Run, port: Path, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('marks = "emoji"\n')

    answer = run("articles", "--json")

    assert answer.status == 0
    assert len(answer.objects) == 3
    assert len(answer.err.splitlines()) == 1
    assert 'marks must be "unicode" or "ascii"' in answer.err


def test_wrong_keys_are_one_line_each_that_names_the_file(run: Run, port: Path, tmp_path: Path) -> None:
    config = tmp_path / "config" / "config.toml"
    config.parent.mkdir()
    config.write_text('[keys]\nbookmark = "contrl+x"\nzap = "x"\nhelp = "j"\nsearch = "f3"\n')

    answer = run("articles", "--json")

    assert (answer.status, len(answer.objects)) == (0, 3)
    typo, unknown, taken = answer.err.splitlines()
    assert typo.startswith(f"newsreader: {config}: keys.bookmark must be a key in quotes")
    assert unknown.startswith(f"newsreader: {config}: keys.zap is not a key's id")
    assert taken.startswith(f"newsreader: {config}: keys.help: j is taken by down")


def test_an_article_is_shown_as_text(run: Run, port: Path) -> None:
    lines = run("show", 1).out.splitlines()

    assert lines[0] == STRIKE
    assert lines[1].startswith("Port Post · ")
    assert lines[3] == "Dock workers stayed out for a third day. Cranes stand idle."
    assert "https://example.org/0" in lines


def test_an_article_is_shown_as_json(run: Run, port: Path) -> None:
    [article] = run("show", 1, "--json").objects

    assert set(article) == ARTICLE_KEYS | {"html", "text"}


def test_articles_with_content_are_printed_for_people(run: Run, port: Path) -> None:
    out = run("articles", "--content").out

    assert out.index(OWNER) < out.index("The terminal was sold") < out.index(TALKS)


def test_related_articles_come_with_what_they_are_related_to(run: Run, port: Path) -> None:
    objects = run("related", 1, 2, "-n", "5", "--json").objects

    assert [(it["of"], it["id"]) for it in objects] == [(1, 2), (2, 1)]
    for it in objects:
        assert set(it) == RELATED_KEYS
        assert 0 < it["score"] <= 1
        assert isinstance(it["same_story"], bool)
        assert it["declared"] is False
        assert it["reasons"]


def test_a_related_article_without_a_date_has_none_in_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "port.xml").write_bytes(re.sub(rb"<pubDate>.*?</pubDate>", b"", PORT_POST))
    run("add", tmp_path / "port.xml")

    assert {it["published_at"] for it in run("related", 1, 2, "--json").objects} == {None}
    assert {it["published_at"] for it in run("articles", "--json").objects} == {None}


def test_related_articles_are_a_table_for_people(run: Run, port: Path) -> None:
    out = run("related", 1, 3).out

    assert STRIKE in out
    assert TALKS in out
    assert "Nothing related" in out


def test_the_terms_of_a_likeness_are_told_on_request(run: Run, port: Path) -> None:
    [found] = run("related", 1, "--explain", "--json").objects
    out = run("related", 1, "--explain").out

    assert set(found) == RELATED_KEYS | {"terms"}
    assert sum(it["weight"] for it in found["terms"]) == pytest.approx(found["score"], rel=0.2)
    assert [it["weight"] for it in found["terms"]] == sorted((it["weight"] for it in found["terms"]), reverse=True)
    assert {"cranes", "idle"} <= {it["term"].lower() for it in found["terms"] if it["own"]}
    assert "Weight" in out
    assert f"{found['terms'][0]['weight']:.3f}  {found['terms'][0]['term']}" in " ".join(out.split("\n"))


def test_near_copies_share_a_row_and_have_a_line_each_in_json(run: Run, tmp_path: Path) -> None:
    for paper in ("Port Post", "Evening Echo"):
        (tmp_path / f"{paper}.xml").write_bytes(PORT_POST.replace(b"Port Post", paper.encode()))
        run("add", tmp_path / f"{paper}.xml")
    strikes = [it["id"] for it in run("articles", "--json").objects if it["title"] == STRIKE]
    [talks, *_] = [it["id"] for it in run("articles", "--json").objects if it["title"] == TALKS]

    objects = run("related", talks, "--json").objects
    out = run("related", talks).out

    copies = {it["id"]: it["copy_of"] for it in objects if it["id"] in strikes}
    assert set(copies) == set(strikes)
    assert sorted(copies.values(), key=str) == [original := next(iter(copies)), None]
    assert copies[original] is None
    assert out.count(STRIKE) == 1
    assert ", also " in out


def test_search_wants_every_word(run: Run, port: Path) -> None:
    assert set(titles(run, "search", "cranes", "idle")) == {STRIKE, TALKS}
    assert titles(run, "search", "cranes", "union") == [TALKS]
    assert titles(run, "search", '"third day"') == [STRIKE]
    assert titles(run, "search", '"day third"') == []
    assert set(run("search", "cranes", "--json").objects[0]) == ARTICLE_KEYS
    assert "Nothing found" in run("search", "submarine").out


def test_bookmarks_are_set_and_removed(run: Run, port: Path) -> None:
    assert run("bookmark", 1, 3).out.splitlines() == [f"1 bookmarked: {STRIKE}", f"3 bookmarked: {OWNER}"]
    assert run("bookmark", 1).out == "Nothing changed: it was so before.\n"
    assert run("bookmark", 1, 2, "--remove", "--json").objects[0]["bookmarked"] is False
    assert titles(run, "articles", "--bookmarked") == [OWNER]


def test_articles_are_marked_read_and_unread_again(run: Run, port: Path) -> None:
    assert [it["unread"] for it in run("read", 1, 2, 1, "--json").objects] == [False, False]
    assert run("read", 1, "--undo").out == f"1 unread again: {STRIKE}\n"
    assert titles(run, "articles", "--unread") == [OWNER, STRIKE]


@pytest.mark.parametrize("words", [["show", 9], ["related", 1, 9], ["bookmark", 1, 9], ["read", 9, 1, "--undo"]])
def test_an_unknown_article_is_wrong_usage_and_nothing_is_done(run: Run, port: Path, words: list[object]) -> None:
    answer = run(*words)

    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("newsreader: ")
    assert " 9" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert titles(run, "articles", "--bookmarked") == []


def test_json_is_not_escaped_to_ascii(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_bytes(rss("Провод", ("東京の港", "Ağ")))
    run("add", tmp_path / "wire.xml")

    assert "東京の港" in run("articles", "--json").out
    assert "Провод" in run("feeds", "--json").out
