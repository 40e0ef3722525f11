"""Servers on the loopback interface that do wrong, each in its own way."""

import asyncio
import gzip
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import brotli
from aiohttp import web

from tests.library.samples import PORT_POST
from tests.servers.loopback import Answer, answering, sending, serving

SELF_SIGNED = Path(__file__).with_name("self_signed.pem")
"""A certificate for 127.0.0.1 that nobody trusts, and its key, which opens nothing."""
BLANKS = bytes(50 * 2**20)
PAGE = b"<!doctype html><html><title>Harbour</title><body><p>Who are you?</p>"
PAGE_WITH_FEED = b"<html><link rel=alternate type='application/rss+xml' href='https://example.org/news.xml'><p>Hello"
CUT_OFF = PORT_POST[: PORT_POST.rindex(b"<item>") + 30]
LATIN_1 = PORT_POST.replace(b"Old port", "Café déjà vu".encode("latin-1"))
KLINGON = PORT_POST.replace(b"UTF-8", b"klingon")
OTHER_XML = b"<?xml version='1.0'?><slideshow><slide/></slideshow>"
OPML = b"<opml version='2.0'><body><outline xmlUrl='https://example.org/feed'/></body></opml>"


def status(line: str, *headers: str) -> Answer:
    """Make an answer without a body."""
    return sending(_head(line, "Content-Length: 0", *headers))


def document(body: bytes, *headers: str) -> Answer:
    """Make an answer with a body that is told to be a feed, but for what `headers` say."""
    given = headers or ("Content-Type: application/rss+xml",)
    return sending(_head("200 OK", f"Content-Length: {len(body)}", *given) + body)


def hanging(over: Callable[[], bool]) -> Answer:
    """Make an answer that does not begin until it is over."""
    return dripping(over, b"", b"")


def dripping(over: Callable[[], bool], start: bytes, drop: bytes) -> Answer:
    """Make an answer of which a little comes, again and again, until it is over or the client has hung up."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while not (over() or reader.at_eof()):
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(0.01)

    return answer


def endless(start: bytes, again: bytes) -> Answer:
    """Make an answer that goes on as fast as it can."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        while True:
            writer.write(again)
            await writer.drain()

    return answer


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Break the connection off, with RST instead of FIN."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _head(line: str, *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {line}", *headers, "", ""]).encode()


def _never() -> bool:
    return False


OK = _head("200 OK")
ANSWERS: dict[str, Answer] = {
    "not found": status("404 Not Found"),
    "gone": status("410 Gone"),
    "bad request": status("400 Bad Request"),
    "wants a password": status("401 Unauthorized"),
    "forbidden": status("403 Forbidden"),
    "too many requests": status("429 Too Many Requests", "Retry-After: 7200"),
    "busy until": status("503 Service Unavailable", "Retry-After: 7200"),
    "busy": status("503 Service Unavailable"),
    "broken inside": status("500 Internal Server Error"),
    "unknown status": status("599 \x1b[31mWent \x9b2Jaway"),
    "not modified, unasked": status("304 Not Modified"),
    "moved nowhere": status("301 Moved Permanently"),
    "redirect in a circle": status("302 Found", "Location: /feed"),
    "redirect to a file": status("302 Found", "Location: file:///etc/passwd"),
    "redirect to nonsense": status("302 Found", "Location: http://["),
    "redirect to no host": status("301 Moved Permanently", "Location: http://elsewhere.invalid/feed"),
    "hangs": hanging(_never),
    "drips": dripping(_never, OK, b" "),
    "drips headers": dripping(_never, b"HTTP/1.1 200 OK\r\n", b"X-More: to come\r\n"),
    "continues for ever": dripping(_never, b"", _head("100 Continue")),
    "endless body": endless(OK, bytes(65536)),
    "endless headers": endless(b"HTTP/1.1 200 OK\r\n", b"X-More: to come\r\n" * 1000),
    "huge header": document(PORT_POST, f"X-Long: {'x' * 100_000}"),
    "announces too much": sending(_head("200 OK", "Content-Length: 99999999999")),
    "gzip bomb": document(gzip.compress(BLANKS), "Content-Encoding: gzip"),
    "brotli bomb": document(brotli.compress(BLANKS, quality=1), "Content-Encoding: br"),
    "no gzip": document(PORT_POST, "Content-Encoding: gzip"),
    "reset": reset,
    "hangs up": sending(b""),
    "short body": sending(_head("200 OK", f"Content-Length: {len(PORT_POST) + 1}") + PORT_POST),
    "long body": sending(_head("200 OK", f"Content-Length: {len(PORT_POST) - 100}") + PORT_POST),
    "short chunk": sending(_head("200 OK", "Transfer-Encoding: chunked") + b"64\r\nshort"),
    "Content-Length of words": sending(_head("200 OK", "Content-Length: many") + PORT_POST),
    "no HTTP": sending(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "a page": document(PAGE),
    "a page with a feed": document(PAGE_WITH_FEED),
    "a list of feeds": document(OPML),
    "XML of another kind": document(OTHER_XML),
    "JSON of another kind": document(b'{"error": "no such feed"}'),
    "a text": document(b"Too many connections"),
    "a picture": document(b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    "nothing": document(b""),
    "no content": status("204 No Content"),
    "cut off": document(CUT_OFF),
    "cut off before it begins": document(PORT_POST[:60]),
    "wrong media type": document(PORT_POST, "Content-Type: image/png"),
    "wrong encoding": document(LATIN_1, "Content-Type: text/xml; charset=utf-8"),
    "unknown encoding": document(KLINGON, "Content-Type: text/xml; charset=klingon"),
}
"""What a server does, by name. Some take their time, and end only when the client hangs up."""

UNREACHABLE = {
    "no such host": "http://feeds.invalid/feed",
    "no valid host": f"http://{'a' * 300}.example/feed",
}
"""Addresses at which no server can be."""
WRONGS = (*ANSWERS, *UNREACHABLE, "self-signed certificate", "no TLS", "refuses connections")
"""All the ways in which a feed's server does wrong."""


@asynccontextmanager
async def misbehaving(name: str) -> AsyncIterator[str]:
    """Give the address of a feed whose server does wrong in the way of that name."""
    if name == "self-signed certificate":
        async with answering(document(PORT_POST), _self_signed()) as address:
            yield f"{address}/feed"
    elif name == "no TLS":
        async with serving(_refuse) as address:
            yield f"{address}/feed".replace("http:", "https:")
    elif name == "refuses connections":
        async with answering(reset) as address:
            pass
        yield f"{address}/feed"
    elif name in ANSWERS:
        async with answering(ANSWERS[name]) as address:
            yield f"{address}/feed"
    else:
        yield UNREACHABLE[name]


async def _refuse(request: web.Request) -> web.Response:
    return web.Response(status=400)


def _self_signed() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)
    return context
