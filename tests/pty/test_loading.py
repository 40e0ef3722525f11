from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from reader.library.library import open_library
from reader.library.sources import add_source, named_source
from tests.pty.reader import open_reader

FEEDS = 200
ENTRY = "<entry><id>{n}-{m}</id><title>Feed {n}, entry {m}</title><updated>2026-08-01T00:00:00Z</updated></entry>"


class SlowServer(ThreadingHTTPServer):
    """Serves feeds by number; the last of them is held back until `answer_last` is set."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.answer_last = Event()


class Answer(BaseHTTPRequestHandler):
    """Answers with a feed of ten entries."""

    def do_GET(self) -> None:
        assert isinstance(self.server, SlowServer)
        number = int(self.path.strip("/"))
        if number == FEEDS - 1:
            self.server.answer_last.wait()
        entries = "".join(ENTRY.format(n=number, m=entry) for entry in range(10))
        body = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed {number}</title>{entries}</feed>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[SlowServer]:
    with SlowServer() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.answer_last.set()
        server.shutdown()
        thread.join()


def test_keys_answer_while_200_feeds_load(tmp_path: Path, server: SlowServer) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(12):
        (pages / f"{number}.md").write_text(f"# Note {number}\n\nText {number}.\n", encoding="utf-8")
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        for number in range(FEEDS):
            add_source(library, named_source(f"http://127.0.0.1:{server.server_port}/{number}"))
    with open_reader(tmp_path, str(pages)) as terminal:
        terminal.wait_for(r"1 of 12 ·")
        terminal.wait_for("12 unread in all · (?!refreshing)")
        terminal.send("R")
        terminal.wait_for(rf"refreshing \d+ of {FEEDS + 1}")
        for row in range(2, 13):
            terminal.send("j")
            terminal.wait_for(rf"· {row} of 12 ·")
        terminal.send("\r")
        terminal.wait_for(r"▌ pages(?s:.*)Text \d+\.")
        terminal.send("b")
        terminal.wait_for("★")
        assert not server.answer_last.is_set()
        terminal.wait_for(rf"refreshing {FEEDS} of {FEEDS + 1}")
        server.answer_last.set()
        terminal.wait_for("refreshed just now")
        terminal.send("qhg")
        terminal.wait_for(rf"All · 1 of {10 * FEEDS + 12} ·")
        terminal.send("q")
        assert terminal.wait_exit() == 0
