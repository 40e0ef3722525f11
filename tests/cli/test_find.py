"""The command that looks for a feed's new address, and the one that takes it."""

import shlex
from pathlib import Path

from tests.cli.conftest import Run
from tests.library.samples import PORT_POST, rss
from tests.servers.site import Site

PAGE = b"""<!doctype html><html><head><title>Port</title>
<link rel=alternate type='application/rss+xml' title='The [/]port' href='/new'>
<link rel=alternate type='application/atom+xml' title='Comments' href='/comments'></head><body>News</body></html>"""


def test_the_commands_that_take_a_new_address_are_listed_and_work(run: Run, site: Site) -> None:
    site.pages = {"/": PAGE, "/new": PORT_POST}
    assert run("add", site.url("/old")).status == 1

    answer = run("find", 1)

    assert (answer.status, answer.err) == (0, "")
    title, command, *_ = answer.out.splitlines()
    assert (title, command.strip()) == ("The [/]port (rss)", f"newsreader edit 1 --address {site.url('/new')}")
    changed = run(*shlex.split(command)[1:])
    assert (changed.status, changed.err) == (0, "")
    assert f"now at {site.url('/new')}" in changed.out
    assert run("refresh").out == "Port Post: 3 new\n1 feed: 3 new\n"
    assert run("feeds", "--failing").out == "No feed fails.\n"


def test_programs_get_a_line_for_each_address(run: Run, site: Site) -> None:
    site.pages = {"/": PAGE}
    run("add", site.url("/old"))
    assert run("find", 1, "--json").objects == [
        {"outcome": "found", "title": "The [/]port", "address": site.url("/new"), "kind": "rss"},
        {"outcome": "found", "title": "Comments", "address": site.url("/comments"), "kind": "atom"},
        {"outcome": "done", "found": 2, "error": None},
    ]


def test_where_none_is_found_it_says_what_to_do(run: Run, site: Site) -> None:
    run("add", site.url("/old"))
    reason = "no other feed was found on its site; look there in a browser, or remove the feed"

    answer = run("find", 1)

    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"newsreader: {site.url('/old')}: {reason}\n"
    assert run("find", 1, "--json").objects == [{"outcome": "done", "found": 0, "error": reason}]


def test_feeds_that_are_here_already_are_not_offered(run: Run, site: Site) -> None:
    site.pages = {"/": PAGE, "/new": PORT_POST, "/comments": rss("Comments", ("Well", "Said."))}
    run("add", site.url("/old"), site.url("/new"))
    assert [one.get("address") for one in run("find", 1, "--json").objects] == [site.url("/comments"), None]
    run("add", site.url("/comments").replace("//", "//me:s3cret@"))

    answer = run("find", 1)

    assert (answer.status, answer.out) == (1, "")
    assert "the feeds of its site are here already" in answer.err


def test_a_file_has_no_other_address(run: Run, port: Path, site: Site) -> None:
    site.pages = {"/wire": rss("Wire", ("Offer", "It is low."))}
    for words in (("find", 1), ("edit", 1, "--address", site.url("/wire")), ("edit", 1, "--address", "|program")):
        answer = run(*words)
        assert (answer.status, len(answer.err.splitlines())) == (2, 1)
