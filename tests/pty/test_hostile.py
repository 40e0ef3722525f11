import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.pty.hostile import EVERYTHING, MARKUP, check_output, write_feed, write_files
from tests.pty.reader import open_reader
from tests.pty.terminal import Terminal


class Refusing(BaseHTTPRequestHandler):
    """Answers every request with an error whose reason speaks to the terminal."""

    def do_GET(self) -> None:
        self.wfile.write(b"HTTP/1.1 500 \x1b]0;EVIL\x07\x1b[31mNo\x9b31m \xe2\x80\xae[/]\r\nContent-Length: 0\r\n\r\n")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def refusing() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    thread.join()
    server.server_close()


def walk_all_screens(terminal: Terminal, articles: int) -> None:
    """Go through the list, the articles and their sidebars, help, a search, and every dialog."""
    terminal.wait_for(f"· 1 of {articles} ·")
    terminal.send("A")
    terminal.wait_for(f"Mark {articles} articles of")
    terminal.send("n")
    terminal.wait_gone("Mark")
    terminal.send("\r")
    terminal.wait_for("EARLIER AND RELATED|SAME STORY|Nothing related yet")
    for place in range(2, articles + 1):
        terminal.send("J")
        terminal.wait_for(rf"· {place} of {articles} ·")
    terminal.send("?")
    terminal.wait_for("Half a page down")
    terminal.send("q")
    terminal.wait_gone("Half a page down")
    terminal.send("/click\r")
    terminal.wait_for("Search: click")
    terminal.send("a")
    terminal.wait_for("Add a source")
    terminal.send(f"\x1b[200~/gone {EVERYTHING}\x1b[201~\r")
    terminal.wait_for("there is no such")
    terminal.send("\x1b")
    terminal.wait_gone("Add a source")
    terminal.send("qhG")
    terminal.wait_for(rf"▌ Feeds(?s:.*)· {articles} of {articles} ·")
    terminal.send("D")
    terminal.wait_for("Remove “")
    terminal.send("y")
    terminal.wait_for("No feeds yet")
    terminal.send("q")
    assert terminal.wait_exit() == 0


def test_hostile_files_reach_the_terminal_as_text_alone(tmp_path: Path) -> None:
    folder = tmp_path / "pages [@click=app.quit]"
    write_files(folder)
    with open_reader(tmp_path, str(folder), columns=160, rows=50) as terminal:
        walk_all_screens(terminal, 10)
        check_output(terminal)


def test_a_hostile_directory_reaches_the_terminal_as_text_alone(tmp_path: Path) -> None:
    folder = tmp_path / "here \x1b]0;EVIL\x07\x1b[31m [@click=app.quit]"
    folder.mkdir()
    with open_reader(tmp_path, columns=160, rows=50, cwd=folder) as terminal:
        terminal.wait_for("Welcome")
        terminal.send("e")
        terminal.wait_for("Export feeds")
        terminal.send("nowhere/feeds.opml\r")
        terminal.wait_for("there is no folder")
        terminal.send("\x15")
        terminal.wait_gone("there is no folder")
        terminal.send("feeds.opml\r")
        terminal.wait_for("written to")
        terminal.send("q")
        terminal.wait_gone("written to")
        terminal.send("i")
        terminal.wait_for("Import feeds")
        terminal.send("feeds.opml\r")
        terminal.wait_for("Feeds: 0 new")
        terminal.send("q")
        terminal.wait_gone("Feeds: 0 new")
        check_output(terminal)


def test_a_hostile_feed_reaches_the_terminal_as_text_alone(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed.xml")
    with open_reader(tmp_path, str(tmp_path / "feed.xml"), columns=160, rows=50) as terminal:
        walk_all_screens(terminal, 3)
        check_output(terminal)


def test_a_folder_whose_name_can_not_be_shown_is_refused_in_plain_words(tmp_path: Path) -> None:
    folder = str(tmp_path) + "/\x1b[31;5mEVIL\x1b]0;EVIL\x07 \u202e\x9b\udcff"
    write_files(Path(folder))
    with open_reader(tmp_path, folder, columns=300) as terminal:
        terminal.wait_for("the name holds characters that")
        assert terminal.wait_exit() == 2
        check_output(terminal)


def test_markup_in_a_title_is_shown_as_it_stands(tmp_path: Path) -> None:
    write_files(tmp_path / "pages")
    with open_reader(tmp_path, str(tmp_path / "pages"), columns=160) as terminal:
        terminal.wait_for(re.escape(MARKUP[:50]))


def test_an_error_from_a_server_reaches_the_terminal_as_text_alone(tmp_path: Path, refusing: str) -> None:
    with open_reader(tmp_path, refusing) as terminal:
        terminal.wait_for("500")
        terminal.send("hG")
        terminal.wait_for("127.0.0.1.*failing")
        terminal.send("D")
        terminal.wait_for("Remove “")
        terminal.send("y")
        terminal.wait_for("No feeds yet")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        check_output(terminal)


@pytest.mark.parametrize("escape", ["\x1b[31;5m", "\x1b[2J", "\x1b]0;x\x07", "\x1b]52;c;eA==\x07", "\x9b1m", "\u202e"])
def test_the_check_itself_sees_what_should_not_be_there(escape: str) -> None:
    with Terminal(["printf", "%s", escape]) as terminal:
        terminal.wait_exit()
        with pytest.raises(AssertionError):
            check_output(terminal)
