import re
import unicodedata
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.pty.reader import open_reader
from tests.pty.terminal import Terminal

ATTACKS = {
    "csi": "\x1b[31;5mEVIL\x1b[2J",
    "title": "\x1b]0;EVIL\x07",
    "clipboard": "\x1b]52;c;RVZJTA==\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\EVIL",
    "device": "\x1bP+q544e\x1b\\",
    "c1": "\x9b31mEVIL\x9d0;EVIL\x9c",
    "bidi": "\u202eLIVE\u2066\u2069\u200f",
    "null": "a\x00b\x7fc\x08",
    "markup": "[/] [@click=app.quit]x[/] [link=https://evil.example]y[/link]",
}
EVERYTHING = " ".join(ATTACKS.values())

# What Textual itself writes: cursor moves, styles, modes and questions to the terminal, all of them CSI; and the
# strings it asks a terminal for its name and colours, and sets the shape of the pointer, with.
ALLOWED = re.compile(
    rb"\x1b(?:\[[0-9;:?<>=$]*[ -/]*[@-~]|[()][AB0]|[78=>]|P\+q[0-9a-f;]*\x1b\\|_G[^\x1b]*\x1b\\|\]22;[a-z-]*\x07)"
)


def write_attacks(folder: Path) -> None:
    """Write files whose names and texts try to speak to the terminal."""
    folder.mkdir()
    for name, attack in ATTACKS.items():
        text = f"World {attack}\n\nHeadline {name} {attack}\n\nBy A. {attack} Writer\n\nBody {attack} text.\n"
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    odd_name = b"\x1b[31mname\xff\xc2\x9b.txt"
    Path(str(folder), odd_name.decode("utf-8", "surrogateescape")).write_text(
        f"{EVERYTHING}\n".replace("\0", ""), encoding="utf-8"
    )
    entities = "".join(f"&#{ord(character)};" for character in "\u202e\u2066\x9b") + "&amp;#27;[31m"
    (folder / "page.md").write_text(f"# Entities {entities}\n\n[x](javascript:alert(1)) {entities}\n", encoding="utf-8")


def check_output(terminal: Terminal) -> None:
    """Hold every byte that reached the terminal to what the screen library itself writes."""
    rest = ALLOWED.sub(b"", terminal.raw)
    text = rest.decode("utf-8")
    forbidden = [hex(ord(one)) for one in text if unicodedata.category(one) in ("Cc", "Cs") and one not in "\r\n"]
    assert forbidden == []
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    assert b"RVZJTA" not in terminal.raw


class Refusing(BaseHTTPRequestHandler):
    """Answers every request with an error whose reason speaks to the terminal."""

    def do_GET(self) -> None:
        self.wfile.write(b"HTTP/1.1 500 \x1b]0;EVIL\x07\x1b[31mNo\x9b31m \xe2\x80\xae[/]\r\nContent-Length: 0\r\n\r\n")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def refusing() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    thread.join()
    server.server_close()


def test_hostile_articles_reach_the_terminal_as_text_alone(tmp_path: Path) -> None:
    folder = tmp_path / "pages [@click=app.quit]"
    write_attacks(folder)
    with open_reader(tmp_path, str(folder), columns=160, rows=50) as terminal:
        terminal.wait_for("of 10 ·")
        terminal.send("\r")
        for place in range(2, 11):
            terminal.send("J")
            terminal.wait_for(rf"· {place} of 10 ·")
        terminal.send("g?")
        terminal.wait_for("Half a page down")
        terminal.send("q")
        terminal.wait_until(lambda screen: "Half a page down" not in "\n".join(screen))
        terminal.send("/click\r")
        terminal.wait_for("Search: click")
        terminal.send("qh")
        terminal.send("GD")
        terminal.wait_for("Remove “")
        terminal.send("n")
        terminal.wait_until(lambda screen: "Remove “" not in "\n".join(screen))
        terminal.send("q")
        assert terminal.wait_exit() == 0
        check_output(terminal)


def test_markup_in_a_title_is_shown_as_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    write_attacks(folder)
    with open_reader(tmp_path, str(folder), columns=160) as terminal:
        terminal.wait_for(re.escape("[/] [@click=app.quit]x[/] [link="))


def test_an_error_from_a_server_reaches_the_terminal_as_text_alone(tmp_path: Path, refusing: str) -> None:
    with open_reader(tmp_path, refusing) as terminal:
        terminal.wait_for("answered 500|500")
        terminal.send("q")
        terminal.wait_exit()
        check_output(terminal)
