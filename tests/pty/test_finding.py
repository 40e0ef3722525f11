"""The reader opened on web pages, which have feeds."""

from pathlib import Path

import pytest

from tests.library.samples import PORT_POST, rss
from tests.pty.reader import open_reader
from tests.servers.site import serving_site

PAGE = b"<!doctype html><html><head><link rel=alternate type=text/rss title='The port' href=/port>%s</head></html>"


@pytest.fixture
def pages() -> dict[str, bytes]:
    return {
        "/": PAGE % b"",
        "/two": PAGE % b"<link rel=alternate type=text/rss title='The wire' href=/wire>",
        "/port": PORT_POST,
        "/wire": rss("Wire", ("Offer", "It is low.")),
    }


def test_the_reader_opens_on_the_feed_of_a_page(tmp_path: Path, pages: dict[str, bytes]) -> None:
    with serving_site() as site:
        site.pages = pages
        with open_reader(tmp_path, site.url("/")) as terminal:
            terminal.wait_for("Harbour strike enters day three")
            terminal.wait_for("Port Post · 1 of 3")
            terminal.send("q")
            assert terminal.wait_exit() == 0
        with open_reader(tmp_path, site.url("/port")) as terminal:
            terminal.wait_for("Port Post · 1 of 3")


def test_the_reader_asks_which_feed_of_a_page_to_open_on(tmp_path: Path, pages: dict[str, bytes]) -> None:
    with serving_site() as site:
        site.pages = pages
        with open_reader(tmp_path, site.url("/two")) as terminal:
            terminal.wait_for("Which of these 2 feeds")
            terminal.wait_for("2  The wire  rss")
            terminal.send("j\r")
            terminal.wait_for("Wire · 1 of 1")
            terminal.send("q")
            assert terminal.wait_exit() == 0
