"""`add` where a web page is named and not a feed."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_feeds import REPORT_KEYS
from tests.library.samples import PORT_POST, rss
from tests.pty.reader import open_reader
from tests.servers.site import Site

WIRE = rss("Wire", ("Offer", "It is low."))


def page(*feeds: str) -> bytes:
    """Write a page that declares feeds, each titled as its address is."""
    links = "".join(
        f"<link rel='alternate' type='application/rss+xml' title='Feed at {feed}' href='{feed}'>" for feed in feeds
    )
    return f"<!doctype html><html><head><title>A page</title>{links}</head><body>Text</body></html>".encode()


def sources(run: Run) -> list[str]:
    return [feed["source"] for feed in run("feeds", "--json").objects]


def test_the_only_feed_of_a_page_is_added(run: Run, site: Site) -> None:
    site.pages = {"/": page("/port"), "/port": PORT_POST}

    answer = run("add", site.url("/"), "--folder", "World")

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == ["Port Post: 3 new", "1 feed: 3 new"]
    assert site.asked == ["/", "/port"]
    [feed] = run("feeds", "--json").objects
    assert (feed["source"], feed["folder"]) == (site.url("/port"), "World")


def test_the_address_of_a_feed_costs_one_request(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST}

    assert run("add", site.url("/port")).status == 0
    assert site.asked == ["/port"]


def test_a_page_that_names_no_feed_is_asked_for_the_usual_ones(run: Run, site: Site) -> None:
    site.pages = {"/": page(), "/atom.xml": PORT_POST}

    assert run("add", site.url("/")).status == 0
    assert sources(run) == [site.url("/atom.xml")]


def test_a_page_without_feeds_is_not_added(run: Run, site: Site) -> None:
    site.pages = {"/": page()}

    answer = run("add", site.url("/"))

    assert (answer.status, answer.out) == (1, "1 feed: 0 new, 1 failed\n")
    [line] = answer.err.splitlines()
    assert line.startswith(f"newsreader: {site.url('/')}: this is a web page that names no feed")
    assert sources(run) == []


def test_of_several_feeds_none_is_taken_and_each_is_listed_with_its_command(
    run: Run, site: Site, tmp_path: Path
) -> None:
    site.pages = {"/": page("/port?a=1&b=2", "/wire"), "/port?a=1&b=2": PORT_POST}

    answer = run("add", site.url("/"), "--folder", "The world")

    assert answer.status == 1
    assert sources(run) == []
    assert site.asked == ["/"]
    complaint, *listed = answer.err.splitlines()
    assert "2 feeds belong to this page" in complaint
    assert [line.strip() for line in listed[::2]] == ["Feed at /port?a=1&b=2 (rss)", "Feed at /wire (rss)"]
    first, second = (shlex.split(line) for line in listed[1::2])
    assert second == ["newsreader", "add", "--folder", "The world", site.url("/wire")]
    assert run(*first[1:]).status == 0
    assert sources(run) == [site.url("/port?a=1&b=2")]


def test_no_title_of_a_stranger_stands_on_the_line_of_a_command(run: Run, site: Site) -> None:
    site.pages = {"/": page("/$(touch x)", "/'; touch x")}

    listed = run("add", site.url("/")).err.splitlines()[1:]

    for line in listed[1::2]:
        name, command, address = shlex.split(line)
        assert (name, command) == ("newsreader", "add")
        assert address.startswith("http://127.0.0.1")


def test_json_lists_the_choices(run: Run, site: Site) -> None:
    site.pages = {"/": page("/port", "/wire")}

    answer = run("add", "--json", site.url("/"))

    assert (answer.status, answer.err) == (1, "")
    choice, done = answer.objects
    assert set(choice) == REPORT_KEYS | {"choices"}
    assert (choice["outcome"], choice["source"], choice["feed_id"]) == ("choice", site.url("/"), None)
    assert choice["choices"] == [
        {"title": "Feed at /port", "address": site.url("/port"), "kind": "rss"},
        {"title": "Feed at /wire", "address": site.url("/wire"), "kind": "rss"},
    ]
    assert done == {"outcome": "done", "feeds": 1, "new": 0, "failed": 1}


def test_a_repository_is_a_choice_without_any_request(run: Run) -> None:
    choice, _ = run("add", "--json", "github.com/quay/crane").objects

    assert [it["address"].rpartition("/")[2] for it in choice["choices"]] == [
        "releases.atom",
        "commits.atom",
        "tags.atom",
    ]


def test_the_other_sources_are_added_when_one_is_a_page(run: Run, site: Site) -> None:
    site.pages = {"/": page("/port"), "/port": PORT_POST, "/wire": WIRE, "/none/": page("/a", "/b")}

    answer = run("add", site.url("/wire"), site.url("/"), site.url("/none/"), site.url("/gone"))

    assert answer.status == 1
    assert answer.out.splitlines() == ["Wire: 1 new", "Port Post: 3 new", "4 feeds: 4 new, 2 failed"]
    assert set(sources(run)) == {site.url("/wire"), site.url("/port"), site.url("/gone")}


def test_a_page_that_calls_a_page_its_feed_ends_the_search(run: Run, site: Site) -> None:
    site.pages = {"/": page("/next"), "/next": page("/port"), "/port": PORT_POST}

    answer = run("add", site.url("/"))

    assert answer.status == 1
    assert "web page" in answer.err
    assert "added all the same" not in answer.err
    assert sources(run) == []
    assert site.asked == ["/", "/next"]


def test_a_feed_that_has_become_a_page_stays(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    run("add", site.url("/port"))
    site.pages = {"/port": page("/wire"), "/wire": WIRE}

    assert run("add", site.url("/port")).status == 0
    assert set(sources(run)) == {site.url("/port"), site.url("/wire")}


def test_a_refresh_tells_of_a_feed_that_has_become_a_page_where_it_is(run: Run, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    run("add", site.url("/port"))
    site.pages = {"/port": page("/new")}

    answer = run("refresh", "--json")

    failed, _ = answer.objects
    assert (answer.status, failed["outcome"]) == (1, "failed")
    assert failed["error"].endswith(f"its feed is {site.url('/new')}")
    assert site.asked == ["/port", "/port"]


def test_a_password_is_lent_to_the_feed_of_the_same_site_and_not_shown(run: Run, site: Site) -> None:
    site.pages = {"/": page("/port"), "/port": PORT_POST, "/two": page("/port", "/wire")}
    address = site.address.replace("//", "//me:secret@")

    added = run("add", f"{address}/")
    listed = run("add", f"{address}/two")

    assert added.status == 0
    assert "secret" not in f"{added}{listed}{run('feeds', '--json')}"
    assert run("remove", f"{address}/port").status == 0


@pytest.mark.parametrize(
    ("typed", "added"),
    [("\r", ["Port Post"]), ("2\r", ["Wire"]), ("7\rx\r2\r", ["Wire"]), ("0\r", []), ("\x04", [])],
)
def test_in_a_terminal_the_user_is_asked(site: Site, tmp_path: Path, typed: str, added: list[str]) -> None:
    site.pages = {"/": page("/port", "/wire"), "/port": PORT_POST, "/wire": WIRE}
    with open_reader(tmp_path, "add", site.url("/"), columns=100) as terminal:
        terminal.wait_for(r"1  Feed at /port \(rss\)  http://\S+/port\n +2  Feed at /wire \(rss\)  http")
        terminal.wait_for("Add which one\\? 1-2, Enter for 1, 0 for none:")
        terminal.send(typed)
        status = terminal.wait_exit()
        told = "\n".join(terminal.screen())

    assert status == (0 if added else 1)
    assert [title in told for title in ("Port Post: 3 new", "Wire: 1 new")] == [
        "Port Post" in added,
        "Wire" in added,
    ]
    assert ("nothing was added" in told) == (not added)


def test_with_json_nobody_is_asked_in_a_terminal_either(site: Site, tmp_path: Path) -> None:
    site.pages = {"/": page("/port", "/wire")}
    with open_reader(tmp_path, "add", "--json", site.url("/"), columns=200) as terminal:
        assert terminal.wait_exit() == 1
        assert '"choices"' in "\n".join(terminal.screen())


def test_without_standard_input_nobody_is_asked(site: Site, tmp_path: Path) -> None:
    site.pages = {"/": page("/port", "/wire")}
    line = f'exec "{sys.executable}" -m reader add --data-dir "{tmp_path}" "{site.url("/")}" <&-'

    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True)

    assert done.returncode == 1
    assert f"newsreader add --data-dir {tmp_path} {site.url('/wire')}" in done.stderr
