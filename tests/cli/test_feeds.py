"""The commands on feeds: add, remove, refresh, feeds."""

import io
import sys
from pathlib import Path

import pytest

from reader.cli import open as open_command
from tests.cli.conftest import Run
from tests.library.samples import PORT_POST, rss
from tests.servers.site import Site

FEED_KEYS = {
    "id", "title", "source", "kind", "folder", "site", "unread", "total",
    "added_at", "refreshed_at", "error", "failing_since", "failures", "due_at", "ended_at", "paused_at", "note",
    "interval", "keep",
}  # fmt: skip
REPORT_KEYS = {"feed_id", "feed", "source", "outcome", "new", "changed", "problems", "error", "seconds"}


def test_add_fetches_and_says_what_came_in(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST}

    answer = run("add", site.url("/port"))

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == ["Port Post: 3 new", "1 feed: 3 new"]


def test_an_address_that_has_moved_to_a_held_feed_makes_no_second_one(run: Run, site: Site) -> None:
    site.pages["/port"], site.scripts["/old"] = PORT_POST, (301, {"Location": "/port"})
    run("add", site.url("/port"))

    answer = run("add", site.url("/old"), "--folder", "Sea")

    told = f"You have Port Post already: {site.url('/old')} has moved there"
    assert (answer.status, answer.out.splitlines()[0]) == (0, told)
    [feed] = run("feeds", "--json").objects
    assert (feed["id"], feed["folder"], feed["total"]) == (1, "Sea", 3)
    report, _ = run("add", "--json", site.url("/old")).objects
    assert (report["feed_id"], report["outcome"]) == (1, "not_modified")


def test_the_other_sources_are_added_when_one_fails(run: Run, site: Site, tmp_path: Path) -> None:
    site.pages = {"/port": PORT_POST}

    answer = run("add", tmp_path / "missing.txt", site.url("/gone"), site.url("/port"))

    assert answer.status == 1
    assert answer.out.splitlines() == ["Port Post: 3 new", "3 feeds: 3 new, 2 failed"]
    first, second = sorted(answer.err.splitlines(), key=lambda line: "missing" not in line)
    assert first.startswith("newsreader: ")
    assert "no such file" in first
    assert "404" in second


def test_a_web_source_that_fails_is_added_and_its_user_is_told_what_to_do(run: Run, site: Site) -> None:
    answer = run("add", site.url("/gone"))

    assert answer.status == 1
    [line] = answer.err.splitlines()
    assert "404" in line
    assert line.endswith(
        "it was added all the same: `newsreader refresh 1` tries again, `newsreader remove 1` takes it away"
    )
    assert run("feeds", "--json").objects[0]["id"] == 1
    failed, _ = run("add", "--json", site.url("/gone")).objects
    assert (failed["feed_id"], "newsreader refresh" in failed["error"]) == (1, False)


def test_a_local_source_that_fails_has_no_id_as_it_was_not_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    failed, _ = run("add", "--json", tmp_path / "empty").objects

    assert (failed["outcome"], failed["feed_id"]) == ("failed", None)
    assert "added all the same" not in run("add", tmp_path / "empty").err


def test_sources_are_read_from_standard_input(
    run: Run, port: Path, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages = {"/wire": rss("Wire", ("Offer", "It is low."))}
    (tmp_path / "né.txt").write_text("A note")
    given = f"{site.url('/wire')}\r\n\n  \n{tmp_path}/né.txt\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))

    assert run("add", port, "-").status == 0
    assert {feed["title"] for feed in run("feeds", "--json").objects} == {"Port Post", "Wire", "né.txt"}


def test_an_empty_standard_input_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n")))

    answer = run("add", "-")

    assert (answer.status, answer.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "words",
    [
        ["add", "ftp://me:secret@example.org/feed"],
        ["add", "me:secret@example.org/feed"],
        ["add", "https://me:secret/ret@example.org/feed"],
        ["add", "--json", "https://me:secret@exa mple.org/feed"],
        ["refresh", "https://me:secret@example.org/feed"],
        ["remove", "me:secret@example.org/feed"],
        ["show", "https://me:secret@example.org/feed"],
        ["feeds", "https://me:secret@example.org/feed"],
        ["https://me:secret@exa mple.org/feed"],
    ],
)
def test_no_complaint_repeats_a_password(run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_command, "has_terminal", lambda: True)

    answer = run(*words)

    assert answer.status != 0
    assert "secret" not in answer.out + answer.err
    assert "mple.org/feed" in answer.out + answer.err


def test_add_takes_a_title_and_a_folder(run: Run, port: Path) -> None:
    run("add", port, "--title", "My [bold]port", "--folder", "Sea")

    [feed] = run("feeds", "--json").objects
    assert (feed["title"], feed["folder"], feed["total"]) == ("My [bold]port", "Sea", 3)


def test_a_title_is_for_one_source(run: Run, port: Path) -> None:
    answer = run("add", port, port, "--title", "Port")

    assert answer.status == 2
    assert answer.err.count("\n") == 1


def test_the_same_source_twice_is_one_feed(
    run: Run, tmp_path: Path, port: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.xml").symlink_to(port)

    assert run("add", "port.xml", "./port.xml", "link.xml").out.splitlines()[-1] == "1 feed: 0 new"
    assert len(run("feeds", "--json").objects) == 1


def test_feeds_are_json_lines_with_the_documented_keys(run: Run, port: Path) -> None:
    [feed] = run("feeds", "--json").objects

    assert set(feed) == FEED_KEYS
    assert feed["source"] == str(port)
    assert (feed["id"], feed["title"], feed["kind"], feed["folder"], feed["error"]) == (
        1,
        "Port Post",
        "rss",
        None,
        None,
    )
    assert (feed["unread"], feed["total"], feed["site"]) == (3, 3, "https://example.org/")
    assert feed["refreshed_at"].endswith("Z")


def test_feeds_are_a_table_for_people(run: Run, port: Path, site: Site) -> None:
    run("add", site.url("/gone"))

    header, *rows = run("feeds").out.splitlines()

    assert header.split() == ["ID", "Unread", "Total", "Title", "Refreshed", "Error"]
    assert any("Port Post" in row for row in rows)
    assert any("404" in row for row in rows)


def test_no_row_is_filled_up_for_a_long_title_when_no_terminal_shows_it(run: Run, tmp_path: Path) -> None:
    for number, title in enumerate(("Wire " * 100, "Port")):
        (tmp_path / f"{number}.xml").write_bytes(rss(title, ("Offer", "It is low.")))
    run("add", tmp_path / "0.xml", tmp_path / "1.xml")

    _, port, wire = run("feeds").out.splitlines()

    assert ("Wire " * 100).strip() in wire
    assert len(port) < 100
    assert port == port.rstrip()


def test_an_empty_library_is_no_empty_answer(run: Run) -> None:
    assert "newsreader add" in run("feeds").out
    assert run("feeds", "--json").out == ""
    assert "newsreader add" in run("refresh").out


def test_refresh_prints_a_line_for_each_feed(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/wire": rss("Wire", ("Offer", "It is low."))}
    run("add", site.url("/port"), site.url("/wire"))
    site.pages["/wire"] = rss("Wire", ("Offer", "It is higher."), ("Vote", "On Monday."))

    answer = run("refresh")

    assert answer.status == 0
    assert sorted(answer.out.splitlines()) == ["2 feeds: 1 new", "Port Post: nothing new", "Wire: 1 new, 1 changed"]


def test_refresh_of_some_feeds_leaves_the_others_alone(run: Run, port: Path, site: Site) -> None:
    site.pages = {"/wire": rss("Wire", ("Offer", "It is low."))}
    run("add", site.url("/wire"))

    objects = run("refresh", "wire", "--json").objects

    assert [it.get("feed") for it in objects] == ["Wire", None]


def test_refresh_as_json_lines_has_the_documented_keys(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    run("add", site.url("/port"), site.url("/gone"))
    site.pages["/port"] = rss("Port Post", ("Fog", "It lifts."))

    answer = run("refresh", "--json")

    *reports, done = answer.objects
    assert answer.status == 1
    assert done == {"outcome": "done", "feeds": 2, "new": 1, "failed": 1}
    port, gone = sorted(reports, key=lambda it: it["feed_id"])
    assert set(port) == set(gone) == REPORT_KEYS
    assert (port["feed"], port["outcome"], port["new"], port["changed"], port["error"]) == (
        "Port Post",
        "refreshed",
        1,
        0,
        None,
    )
    assert (gone["source"], gone["outcome"], gone["new"]) == (site.url("/gone"), "failed", 0)
    assert "404" in gone["error"]
    assert gone["seconds"] >= 0


def test_what_has_not_changed_is_told(run: Run, port: Path) -> None:
    assert run("refresh", "--json").objects[0]["outcome"] == "not_modified"


def test_a_source_that_can_not_be_added_is_a_failure_in_json_too(run: Run, tmp_path: Path) -> None:
    answer = run("add", "--json", tmp_path / "missing\x1b[31m.txt")

    report, done = answer.objects
    assert answer.status == 1
    assert (report["feed_id"], report["outcome"], done["failed"]) == (None, "failed", 1)
    assert report["feed"].isprintable()
    assert report["source"].isprintable()
    assert report["error"].isprintable()


def test_a_local_source_that_can_not_be_read_leaves_no_feed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert run("add", tmp_path / "empty").status == 1
    assert run("feeds", "--json").out == ""


def test_problems_of_a_folder_are_told_one_by_one_and_then_counted(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "good.txt").write_text("A note\n\nOn ships.\n")
    for number in range(8):
        (folder / f"bad{number}.txt").write_bytes(bytes(range(256)))

    answer = run("add", folder)

    assert answer.status == 1
    assert len(answer.err.splitlines()) == 6
    assert "3 more problems" in answer.err


def test_a_folder_with_unreadable_files_is_among_what_fails_until_all_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "good.txt").write_text("A note\n\nOn ships.\n")
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 10)
    assert run("add", folder).status == 1

    [feed] = run("feeds", "--failing", "--json").objects
    assert feed["refreshed_at"]
    assert feed["error"].startswith("1 problem: bad.txt: ")
    assert run("refresh").status == 1
    assert run("feeds", "--json").objects[0]["failing_since"] == feed["failing_since"]
    (folder / "bad.txt").write_text("Good by now\n")
    assert run("refresh").status == 0
    assert run("feeds", "--failing", "--json").objects == []


def test_remove_takes_feeds_away_but_for_bookmarks(run: Run, port: Path) -> None:
    run("bookmark", 2)

    answer = run("remove", "port post")

    assert answer.status == 0
    assert answer.out.startswith("removed Port Post")
    assert run("feeds", "--json").out == ""
    assert [it["id"] for it in run("articles", "--json").objects] == [2]


def test_when_one_feed_is_unknown_none_is_removed(run: Run, port: Path) -> None:
    answer = run("remove", "1", "Nobody")

    assert answer.status == 2
    assert answer.err == "newsreader: No feed is called Nobody; `newsreader feeds` lists them\n"
    assert len(run("feeds", "--json").objects) == 1


def test_an_unknown_feed_is_wrong_usage(run: Run) -> None:
    for words in (["refresh", "Nobody"], ["articles", "--feed", "Nobody"], ["remove", "7"]):
        answer = run(*words)
        assert (answer.status, answer.out) == (2, "")
        assert "`newsreader feeds`" in answer.err


@pytest.mark.parametrize("words", [["remove"], ["refresh"], ["articles", "--feed"]])
@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_name_is_not_the_feed_of_the_current_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], empty: str
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "note.txt").write_text("Note\n\nText.\n")
    monkeypatch.chdir(tmp_path / "notes")
    run("add", ".")

    answer = run(*words, empty)

    assert (answer.status, answer.out) == (2, "")
    assert "empty" in answer.err
    assert len(run("feeds", "--json").objects) == 1
