"""A web server for feeds on the loopback interface."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(slots=True)
class Site:
    """Pages by path, which a test may change at any time; what is not there is answered with 404."""

    address: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    """Paths that are answered only after `release` is set."""
    release: Event = field(default_factory=Event)
    scripts: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    """Paths that are answered with a status and headers of their own; with the page as body if the status is 200."""
    statuses: list[int] = field(default_factory=list)
    """What was answered so far."""
    asked: list[str] = field(default_factory=list)
    """The paths that were asked for so far."""

    def url(self, path: str) -> str:
        """Give the address of a page."""
        return f"{self.address}{path}"


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: that a client hangs up is what some tests are about."""


@contextmanager
def serving_site() -> Iterator[Site]:
    """Serve a site, with ETags and conditional requests."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path in site.held:
                site.release.wait()
            body = site.pages.get(self.path, b"")
            if script := site.scripts.get(self.path):
                self.answer(script[0], script[1], body)
                return
            etag = f'"{sha256(body).hexdigest()}"'
            status = 404 if self.path not in site.pages else 304 if self.headers["If-None-Match"] == etag else 200
            self.answer(status, {"ETag": etag, "Content-Type": "application/rss+xml"}, body)

        def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            site.statuses.append(status)
            site.asked.append(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if status == 200 else 0))
            self.end_headers()
            if status == 200:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.release.set()
        server.shutdown()
        thread.join()
        server.server_close()
