"""The command that changes what is set for a feed, and the list of feeds that fail."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.samples import PORT_POST
from tests.servers.site import Site


def test_a_feed_is_renamed_moved_and_told_how_it_is_set(run: Run, port: Path) -> None:
    answer = run("edit", 1, "--title", "Mine", "--folder", "News/Sea", "--interval", 60, "--keep", 500)

    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Mine: in News/Sea, asked every 60 min, its newest 500 articles stay\n"
    [feed] = run("feeds", "--json").objects
    assert (feed["title"], feed["folder"], feed["interval"], feed["keep"]) == ("Mine", "News/Sea", 60, 500)


def test_what_is_not_named_stays_and_default_and_empty_words_undo(run: Run, port: Path) -> None:
    run("edit", 1, "--title", "Mine", "--folder", "Sea", "--interval", 60, "--keep", 0)
    assert run("edit", "mine", "--keep", "default").out == "Mine: in Sea, asked every 60 min, kept like the others\n"
    told = "Port Post: in no folder, asked as often as its server lets us, kept like the others\n"
    assert run("edit", "Mine", "--title", "", "--folder", "", "--interval", "default").out == told
    assert run("edit", 1).out == told


def test_a_paused_feed_is_refreshed_only_when_it_is_named(run: Run, port: Path) -> None:
    [changed] = run("edit", 1, "--pause", "--json").objects
    assert changed["paused_at"]
    assert [it["outcome"] for it in run("refresh", "--json").objects] == ["done"]
    assert [it["outcome"] for it in run("refresh", "1", "--json").objects] == ["not_modified", "done"]
    assert "paused" in run("feeds").out
    [changed] = run("edit", 1, "--resume", "--json").objects
    assert changed["paused_at"] is None
    assert [it["outcome"] for it in run("refresh", "--json").objects] == ["not_modified", "done"]


@pytest.mark.parametrize(
    "words",
    [
        ("--interval", "0"),
        ("--interval", "soon"),
        ("--interval", "525601"),
        ("--keep", "-1"),
        ("--keep", "all"),
        ("--keep", "1000001"),
    ],
)
def test_a_wrong_number_is_wrong_usage(run: Run, port: Path, words: tuple[str, str]) -> None:
    answer = run("edit", 1, *words)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert ("from 1 to 525600" if words[0] == "--interval" else "from 0 to 1000000") in answer.err


def test_pause_and_resume_exclude_each_other(run: Run, port: Path) -> None:
    assert run("edit", 1, "--pause", "--resume").status == 2


def test_failing_feeds_are_listed_with_why_since_when_and_what_next(run: Run, port: Path, site: Site) -> None:
    assert run("feeds", "--failing").out == "No feed fails.\n"
    site.scripts = {"/ended": (410, {})}
    run("add", site.url("/gone"), site.url("/ended"))

    run("edit", 3, "--title", "Ended", "--folder", "Sea")
    assert run("feeds", "--failing").out.splitlines() == [
        f"2  {site.url('/gone')}",
        "   the server answered 404 Not Found; look on its site for the feed's new address",
        "   never succeeded · 1 failure just now · next try: in 10 min",
        "3  Ended (Sea)",
        "   the server answered 410 Gone: the feed has ended and is asked no more;"
        " remove it, or look on its site for another",
        "   never succeeded · 1 failure just now · next try: ended",
    ]


def test_failing_feeds_in_json_have_all_times(run: Run, port: Path, site: Site) -> None:
    assert run("feeds", "--failing", "--json").out == ""
    run("add", site.url("/gone"))
    [failing] = run("feeds", "--failing", "--json").objects
    assert (failing["failures"], failing["refreshed_at"], failing["ended_at"], failing["paused_at"]) == (
        1, None, None, None,
    )  # fmt: skip
    assert failing["failing_since"] < failing["due_at"]
    site.pages = {"/gone": PORT_POST}
    run("refresh")
    assert run("feeds", "--failing", "--json").out == ""


def test_text_files_have_no_interval_and_are_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note\n\nwith some text.")
    run("add", tmp_path / "note.txt")
    assert run("edit", 1, "--title", "Mine").out == "Mine: in no folder\n"
    for words in (("--interval", 60), ("--keep", 5)):
        answer = run("edit", 1, *words)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("newsreader: Mine: --interval and --keep are for feeds")


def test_what_is_wrong_with_a_feed_that_can_be_read_is_noted_until_it_is_mended(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST[:-200]}
    run("add", site.url("/port"))
    [feed] = run("feeds", "--json").objects
    assert feed["note"].startswith("the feed is not well-formed XML")
    assert "not well-formed" in run("feeds").out
    assert run("refresh", "--json").objects[0]["outcome"] == "not_modified"
    assert run("feeds", "--json").objects[0]["note"] == feed["note"]
    site.pages = {"/port": PORT_POST}
    run("refresh")
    assert run("feeds", "--json").objects[0]["note"] is None
