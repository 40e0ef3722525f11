import asyncio
import gzip
import socket
import struct
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import brotli
import pytest
from aiohttp import web
from backports import zstd
from yarl import URL

from reader import __version__
from reader.fetch.digests import digest_of
from reader.fetch.http import DEFAULT_LIMITS, HttpClient, Limits
from reader.model.outcome import Failed
from reader.model.raw import Complaint, RawDocument, Unchanged, Validators
from tests.servers.loopback import Answer, Handler, answering, sending, serving

FEED = b"<rss version='2.0'><channel><title>News</title></channel></rss>"
MINE = "Basic bWU6czNjcmV0"
"""What `me:s3cret` is sent as."""
NOTHING = Validators()
QUICK = Limits(total_seconds=0.3, connect_seconds=0.3, size=2**20)
Outcome = RawDocument | Unchanged | Complaint | Failed


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def client() -> AsyncIterator[HttpClient]:
    async with HttpClient() as client:
        yield client


async def _get(handler: Handler, path: str = "/feed", validators: Validators = NOTHING) -> Outcome:
    async with serving(handler) as address, HttpClient() as client:
        return await client.get(address + path, validators)


async def _get_from(answer: Answer, limits: Limits = DEFAULT_LIMITS) -> Outcome:
    async with answering(answer) as address, HttpClient(limits) as client:
        return await client.get(f"{address}/feed", NOTHING)


def _reason(outcome: Outcome) -> str:
    assert isinstance(outcome, Failed), outcome
    assert outcome.reason.isprintable()
    return outcome.reason


async def test_a_feed_comes_with_what_the_server_says_of_it() -> None:
    async def handler(request: web.Request) -> web.Response:
        headers = {"ETag": '"one"', "Last-Modified": "Mon, 23 Nov 2026 14:05:00 GMT"}
        return web.Response(body=FEED, content_type="application/rss+xml", charset="utf-8", headers=headers)

    async with serving(handler) as address, HttpClient() as client:
        assert await client.get(f"{address}/feed?a=1", NOTHING) == RawDocument(
            body=FEED,
            url=f"{address}/feed?a=1",
            content_type="application/rss+xml; charset=utf-8",
            validators=Validators('"one"', "Mon, 23 Nov 2026 14:05:00 GMT", digest_of(FEED)),
        )


async def test_the_request_says_who_asks_for_what_and_sends_no_cookies() -> None:
    requests: list[web.Request] = []

    async def handler(request: web.Request) -> web.Response:
        requests.append(request)
        response = web.Response(body=FEED)
        response.set_cookie("seen", "yes")
        return response

    async with serving(handler) as address, HttpClient() as client:
        await client.get(address, NOTHING)
        await client.get(address, NOTHING)
    for request in requests:
        assert request.headers["User-Agent"] == f"newsreader/{__version__} (+https://pypi.org/project/newsreader-tui/)"
        assert "application/rss+xml" in request.headers["Accept"]
        assert "gzip" in request.headers["Accept-Encoding"]
        assert not {"Cookie", "If-None-Match", "If-Modified-Since", "Authorization"} & set(request.headers)


@pytest.mark.parametrize(
    ("validators", "header", "value"),
    [
        (Validators(etag='W/"one"'), "If-None-Match", 'W/"one"'),
        (Validators(last_modified="yesterday"), "If-Modified-Since", "yesterday"),
    ],
)
async def test_a_known_feed_is_asked_for_changes(validators: Validators, header: str, value: str) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=304 if request.headers.get(header) == value else 200)

    assert await _get(handler, validators=validators) == Unchanged(validators)


async def test_not_modified_without_a_condition_is_no_answer() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=304)

    assert _reason(await _get(handler)).startswith("127.0.0.1: the server answered 304 Not Modified, though")


@pytest.mark.parametrize("header", ["\xe9tag", "x" * 2000])
async def test_validators_that_cannot_be_stored_are_forgotten(header: str) -> None:
    outcome = await _get_from(sending(f"HTTP/1.1 200 OK\r\nETag: {header}\r\n\r\n".encode("latin-1")))
    assert isinstance(outcome, RawDocument)
    assert outcome.validators == Validators(digest=digest_of(b""))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "401 Unauthorized; it wants a user name"),
        (403, "403 Forbidden"),
        (404, "404 Not Found"),
        (410, "410 Gone: the feed has ended"),
        (500, "500 Internal Server Error"),
        (503, "503 Service Unavailable"),
    ],
)
async def test_an_error_status_is_named(status: int, words: str) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=status)

    assert _reason(await _get(handler)).startswith(f"127.0.0.1: the server answered {words}")


async def test_the_words_of_a_server_are_made_safe() -> None:
    reason = _reason(await _get_from(sending(b"HTTP/1.1 599 \x1b[31mgo\x9b2J away\r\n\r\n")))
    assert "599" in reason
    assert "[31m" not in reason


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed(status: int) -> None:
    async def handler(request: web.Request) -> web.Response:
        if request.path == "/new":
            return web.Response(body=FEED)
        return web.Response(status=status, headers={"Location": "/new"})

    outcome = await _get(handler)
    assert isinstance(outcome, RawDocument)
    assert outcome.body == FEED
    assert outcome.url.endswith("/new")


@pytest.mark.parametrize(("hops", "arrives"), [(10, True), (11, False)])
async def test_ten_redirects_are_the_most(hops: int, arrives: bool) -> None:
    async def handler(request: web.Request) -> web.Response:
        left = int(request.path.strip("/"))
        return web.Response(status=302, headers={"Location": f"/{left - 1}"}) if left else web.Response(body=FEED)

    outcome = await _get(handler, f"/{hops}")
    assert isinstance(outcome, RawDocument if arrives else Failed)


async def test_a_circle_of_redirects_ends() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/feed"})

    assert _reason(await _get(handler)) == "127.0.0.1: more than 10 redirects, probably in a circle; try again later"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:text/xml,x"]
)
async def test_a_redirect_leads_to_web_addresses_only(target: str) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    assert "redirects to something that is not a web address" in _reason(await _get(handler))


@pytest.mark.parametrize("target", ["http://", "http://[", "http://a:b:c/", "//"])
async def test_a_broken_redirect_fails(target: str) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    _reason(await _get(handler))


async def test_a_new_address_is_given_in_its_one_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    async def proxy(request: web.Request) -> web.Response:
        if request.path == "/old":
            return web.Response(status=301, headers={"Location": "http://news.example.:80/a/../%7efeed"})
        return web.Response(body=FEED)

    async with serving(proxy) as address, HttpClient() as client:
        monkeypatch.setenv("http_proxy", address)
        outcome = await client.get("http://old.example/old", NOTHING)

    assert isinstance(outcome, RawDocument), outcome
    assert outcome.wishes.moved_to == "http://news.example/~feed"


async def test_credentials_of_the_address_are_sent_and_kept_out_of_sight() -> None:
    async def handler(request: web.Request) -> web.Response:
        given = request.headers.get("Authorization")
        if request.path == "/old":
            return web.Response(status=301, headers={"Location": str(request.url.with_path("/feed"))})
        return web.Response(status=200 if given == MINE else 401)

    async with serving(handler) as address, HttpClient() as client:
        for path in ["/feed", "/old"]:
            mine = str(URL(address).with_path(path).with_user("me").with_password("s3cret"))
            outcome = await client.get(mine, NOTHING)
            assert isinstance(outcome, RawDocument), outcome
            assert outcome.url == f"{address}/feed"
        wrong = str(URL(address).with_user("me").with_password("wr0ng"))
        assert "wr0ng" not in _reason(await client.get(wrong, NOTHING))


async def test_credentials_stay_with_their_origin() -> None:
    seen: list[str | None] = []

    async def elsewhere(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Authorization"))
        return web.Response(body=FEED)

    async with serving(elsewhere) as other:

        async def handler(request: web.Request) -> web.Response:
            return web.Response(status=302, headers={"Location": f"{other}/feed"})

        async with serving(handler) as address, HttpClient() as client:
            await client.get(address.replace("//", "//me:s3cret@"), NOTHING)
    assert seen == [None]


async def test_netrc_credentials_are_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password s3cret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    seen: list[str | None] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Authorization"))
        return web.Response(body=FEED)

    await _get(handler)
    assert seen == [None]


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:1/feed", "http://localhost/feed", "http://192.168.1.1/", "//[::1]/"]
)
async def test_a_server_elsewhere_leads_nobody_into_the_own_network(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    asked: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(str(request.url))
        return web.Response(status=302, headers={"Location": target})

    async with serving(elsewhere) as address:
        monkeypatch.setenv("http_proxy", address)
        answer = await client.get("http://port.example/feed", Validators())

    assert isinstance(answer, Failed)
    assert answer.reason.startswith("port.example: the server redirects into your own machine or its network")
    assert asked == ["http://port.example/feed"]


async def test_the_proxy_of_the_environment_is_asked(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def handler(request: web.Request) -> web.Response:
        asked = (request.raw_path, request.headers.get("Proxy-Authorization"))
        right = asked == ("http://feeds.invalid/feed", MINE)
        return web.Response(body=FEED, status=200 if right else 500)

    async with serving(handler) as address:
        monkeypatch.setenv("http_proxy", address.replace("//", "//me:s3cret@"))
        assert isinstance(await client.get("http://feeds.invalid/feed", NOTHING), RawDocument)
        monkeypatch.setenv("no_proxy", "feeds.invalid")
        assert "no such host" in _reason(await client.get("http://feeds.invalid/feed", NOTHING))


async def test_a_proxy_that_cannot_be_reached_is_named(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:s3cret@127.0.0.1:{_closed_port()}")
    reason = _reason(await client.get("http://feeds.invalid/feed", NOTHING))
    assert reason == "feeds.invalid: the proxy could not be reached; check http_proxy and https_proxy"


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("zstd", zstd.compress),
        ("identity", bytes),
    ],
)
async def test_packed_bodies_are_unpacked(encoding: str, pack: Callable[[bytes], bytes]) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert encoding == "identity" or encoding in request.headers["Accept-Encoding"].split(", ")
        return web.Response(body=pack(FEED), headers={"Content-Encoding": encoding})

    outcome = await _get(handler)
    assert isinstance(outcome, RawDocument)
    assert outcome.body == FEED


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "x-gzip"}, gzip.compress(FEED)),
        ({"Content-Type": "application/gzip"}, gzip.compress(FEED)),
        ({"Content-Encoding": "gzip"}, gzip.compress(gzip.compress(FEED))),
    ],
    ids=["old name", "a file", "twice"],
)
async def test_gzip_that_is_not_called_so_is_unpacked(headers: dict[str, str], body: bytes) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=body, headers=headers)

    outcome = await _get(handler)
    assert isinstance(outcome, RawDocument)
    assert outcome.body == FEED
    assert outcome.validators.digest == digest_of(FEED)


async def test_a_gzip_bomb_that_is_not_called_so_stops_at_the_limit() -> None:
    bomb = gzip.compress(bytes(200 * 2**20), 1)

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=bomb, headers={"Content-Type": "application/rss+xml"})

    assert _reason(await _get(handler)) == "127.0.0.1: the answer is larger than 10 MB; check that it is a feed"


async def test_what_only_begins_like_gzip_is_left_as_it_is() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=b"\x1f\x8b\x08 no gzip")

    outcome = await _get(handler)
    assert isinstance(outcome, RawDocument)
    assert outcome.body == b"\x1f\x8b\x08 no gzip"


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", lambda body: gzip.compress(body, 1)),
        ("br", lambda body: brotli.compress(body, quality=1)),
        ("zstd", zstd.compress),
    ],
)
async def test_a_bomb_stops_at_the_limit(encoding: str, pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(bytes(200 * 2**20))

    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=bomb, headers={"Content-Encoding": encoding})

    tracemalloc.start()
    try:
        answer = await _get(handler)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert _reason(answer) == "127.0.0.1: the answer is larger than 10 MB; check that it is a feed"
    assert most < 50 * 2**20


async def test_a_body_that_is_no_gzip_fails() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n"
    assert "could not be unpacked" in _reason(await _get_from(sending(head + b"0123456789")))


async def test_an_endless_body_stops_at_the_limit() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(bytes(65536))
            await writer.drain()

    assert "larger than 10 MB" in _reason(await _get_from(answer))


async def test_an_announced_size_over_the_limit_is_not_awaited() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
        await reader.read()

    assert "larger than 10 MB" in _reason(await _get_from(answer))


async def test_a_server_that_says_nothing_is_left() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    assert "did not finish its answer in time" in _reason(await _get_from(answer, QUICK))


async def test_a_server_that_drips_is_left() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.01)

    assert "did not finish its answer in time" in _reason(await _get_from(answer, QUICK))


async def test_a_reset_connection_fails() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    assert "closed the connection" in _reason(await _get_from(answer))


@pytest.mark.parametrize(
    "short",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nshort",
    ],
)
async def test_a_body_that_breaks_off_fails(short: bytes) -> None:
    assert "broke off" in _reason(await _get_from(sending(short)))


@pytest.mark.parametrize("noise", [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 2OO OK\r\n\r\n", bytes(100)])
async def test_an_answer_that_is_not_http_fails(noise: bytes) -> None:
    _reason(await _get_from(sending(noise)))


async def test_a_wrong_charset_in_the_header_is_passed_on_as_it_is() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=klingon\r\n\r\n"
    outcome = await _get_from(sending(head + FEED))
    assert isinstance(outcome, RawDocument)
    assert outcome.content_type == "text/xml; charset=klingon"


async def test_a_refused_connection_is_named(client: HttpClient) -> None:
    reason = _reason(await client.get(f"http://127.0.0.1:{_closed_port()}/", NOTHING))
    assert reason == "127.0.0.1: no connection could be made: connection refused; check the address and the connection"


async def test_an_unknown_host_is_named(client: HttpClient) -> None:
    reason = _reason(await client.get("http://me:s3cret@feeds.invalid/", NOTHING))
    assert reason == "feeds.invalid: no such host was found; check the address and the connection"


async def test_a_server_without_tls_is_named() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=FEED)

    async with serving(handler) as address, HttpClient() as client:
        reason = _reason(await client.get(address.replace("http:", "https:"), NOTHING))
        assert reason == "127.0.0.1: it speaks no TLS; try http:// in place of https://"


async def test_a_server_that_hangs_up_on_tls_speaks_none() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with server, HttpClient() as client:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        assert "it speaks no TLS" in _reason(await client.get(address, NOTHING))


@pytest.mark.parametrize("address", ["http://" + "a" * 300 + ".example/", "http://a..b/", "http://x:99999/"])
async def test_an_impossible_address_fails(client: HttpClient, address: str) -> None:
    _reason(await client.get(address, NOTHING))


async def test_a_host_is_asked_by_few_requests_at_a_time() -> None:
    running = most = 0

    async def handler(request: web.Request) -> web.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        for _ in range(20):
            await asyncio.sleep(0)
        running -= 1
        return web.Response(body=FEED)

    async with serving(handler) as address, HttpClient() as client:
        outcomes = await asyncio.gather(*(client.get(f"{address}/{number}", NOTHING) for number in range(40)))
    assert all(isinstance(outcome, RawDocument) for outcome in outcomes)
    assert most == 4


async def test_waiting_for_a_turn_is_no_time_out() -> None:
    async def handler(request: web.Request) -> web.Response:
        if request.path == "/hung":
            await asyncio.Event().wait()
        return web.Response(body=FEED)

    limits = Limits(total_seconds=0.5, connections_per_host=1)
    async with serving(handler) as address, HttpClient(limits) as client:
        paths = ("hung", "hung", "waiting")
        outcomes = await asyncio.gather(*(client.get(f"{address}/{path}", NOTHING) for path in paths))
    assert [type(outcome) for outcome in outcomes] == [Failed, Failed, RawDocument]


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
