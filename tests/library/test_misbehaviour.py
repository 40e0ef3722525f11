"""What a user is told of each feed whose server does wrong, and that no other feed suffers from it."""

import asyncio
from collections.abc import Callable
from functools import partial

import pytest
from aiohttp import web

from reader.fetch.http import DEFAULT_LIMITS, HttpClient, Limits
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.outcome import Failed, Postponed, Refreshed, RefreshReport
from tests.library.samples import rss
from tests.servers.loopback import Answer, answering, serving
from tests.servers.misbehaving import WRONGS, document, dripping, hanging, misbehaving

FAILS = {
    # The server refuses.
    "not found": "the server answered 404 Not Found; look on its site for the feed's new address",
    "gone": "the server answered 410 Gone: the feed has ended and is asked no more;"
    " remove it, or look on its site for another",
    "bad request": "the server answered 400 Bad Request; check the address",
    "wants a password": "the server answered 401 Unauthorized;"
    " it wants a user name and a password, as in https://user:password@example.org/feed",
    "forbidden": "the server answered 403 Forbidden; it may want a user name and a password, or serve browsers alone",
    "too many requests": "the server asks to be left alone until {until}; it is asked again then",
    "busy until": "the server asks to be left alone until {until}; it is asked again then",
    "busy": "the server answered 503 Service Unavailable; try again later",
    "broken inside": "the server answered 500 Internal Server Error; try again later",
    "unknown status": "the server answered 599 Went away; try again later",
    "not modified, unasked": "the server answered 304 Not Modified, though nothing of the feed is here yet;"
    " try again later",
    # It sends us elsewhere.
    "moved nowhere": "the server answered 301 Moved Permanently and does not say where the feed is; check the address",
    "redirect in a circle": "more than 10 redirects, probably in a circle; try again later",
    "redirect to a file": "the server redirects to something that is not a web address; check the address",
    "redirect to nonsense": "the server redirects to something that is not a web address; check the address",
    "redirect to no host": "it redirects to elsewhere.invalid: no such host was found;"
    " check the address and the connection",
    # It does not come to an end.
    "hangs": "the server did not finish its answer in time; try again later",
    "drips": "the server did not finish its answer in time; try again later",
    "drips headers": "the server did not finish its answer in time; try again later",
    "continues for ever": "the server did not finish its answer in time; try again later",
    "endless body": "the answer is larger than 10 MB; check that it is a feed",
    "endless headers": "the server did not answer in proper HTTP; check the address, or try again later",
    "announces too much": "the answer is larger than 10 MB; check that it is a feed",
    "gzip bomb": "the answer is larger than 10 MB; check that it is a feed",
    "brotli bomb": "the answer is larger than 10 MB; check that it is a feed",
    # It breaks off, or talks nonsense.
    "reset": "the server closed the connection before it had answered; try again later",
    "hangs up": "the server closed the connection before it had answered; try again later",
    "short body": "the answer broke off or could not be unpacked; try again later",
    "short chunk": "the answer broke off or could not be unpacked; try again later",
    "no gzip": "the answer broke off or could not be unpacked; try again later",
    "long body": "the server did not answer in proper HTTP; check the address, or try again later",
    "huge header": "the server did not answer in proper HTTP; check the address, or try again later",
    "Content-Length of words": "the server did not answer in proper HTTP; check the address, or try again later",
    "no HTTP": "the server did not answer in proper HTTP; check the address, or try again later",
    # It can't be reached, or not be trusted.
    "no such host": "no such host was found; check the address and the connection",
    "no valid host": "the address is not valid; check the address",
    "refuses connections": "no connection could be made: connection refused; check the address and the connection",
    "no TLS": "it speaks no TLS; try http:// in place of https://",
    "self-signed certificate": "the server's certificate is not valid: self-signed certificate; check the address",
    # It has something else than a feed.
    "a page": "this is not a feed but a web page; look there for the address of its feed",
    "a page with a feed": "this is not a feed but a web page; its feed is https://example.org/news.xml",
    "a list of feeds": "this is not a feed but a list of feeds; `newsreader import FILE` takes in its file",
    "XML of another kind": "this is not a feed but XML of another kind (slideshow); look at it in a browser",
    "JSON of another kind": "this is not a feed but other data (JSON); look at it in a browser",
    "a text": "this is not a feed but text of another kind; look at it in a browser",
    "a picture": "this is not a feed but data that is no text; look at it in a browser",
    "nothing": "this is not a feed but an empty document; try again later",
    "no content": "this is not a feed but an empty document; try again later",
}
"""What the server of "Harbour News" does, and what is said of the feed."""

READ: dict[str, tuple[int, str | None]] = {
    "cut off": (2, "the feed is not well-formed XML (no element found); what could be read was taken"),
    "cut off before it begins": (0, "the feed is not well-formed XML (unclosed token); what could be read was taken"),
    "wrong media type": (3, None),
    "wrong encoding": (3, None),
    "unknown encoding": (3, None),
}
"""What is read all the same: how many articles, and with what to say."""

WAITS_FOR_EVER = {"hangs", "drips", "drips headers", "continues for ever"}
IMPATIENT = Limits(total_seconds=0.5)


@pytest.fixture
def be_patient(monkeypatch: pytest.MonkeyPatch) -> Callable[[Limits], None]:
    """Limit what the refresher's requests may take."""
    return lambda limits: monkeypatch.setattr("reader.fetch.http.HttpClient", partial(HttpClient, limits))


@pytest.mark.parametrize("wrong", FAILS)
async def test_a_feed_that_fails_says_why_and_what_to_do(
    wrong: str, library: Library, be_patient: Callable[[Limits], None]
) -> None:
    be_patient(IMPATIENT if wrong in WAITS_FOR_EVER else DEFAULT_LIMITS)
    async with misbehaving(wrong) as address:
        report = await _refreshed(library, address)

    outcome = report.outcome
    assert isinstance(outcome, Failed | Postponed), outcome
    until = f"{outcome.until.astimezone():%H:%M}" if isinstance(outcome, Postponed) else ""
    assert report.told(outcome.reason) == f"Harbour News: {FAILS[wrong].format(until=until)}"
    [summary] = list_feeds(library)
    assert summary.feed.error == (None if isinstance(outcome, Postponed) else outcome.reason)


@pytest.mark.parametrize("wrong", READ)
async def test_a_feed_that_can_be_read_is_read(wrong: str, library: Library) -> None:
    new, problem = READ[wrong]
    async with misbehaving(wrong) as address:
        report = await _refreshed(library, address)

    assert isinstance(report.outcome, Refreshed), report.outcome
    assert report.outcome.new == new
    told = [report.told(one) for one in report.outcome.problems]
    assert told == ([] if problem is None else [f"Harbour News: {problem}"])
    assert [one.feed.note for one in list_feeds(library)] == [problem and report.outcome.problems[0]]


def test_all_that_servers_do_wrong_is_in_one_of_the_tables() -> None:
    assert sorted([*FAILS, *READ]) == sorted(WRONGS)


@pytest.mark.parametrize(
    "slowly",
    [
        hanging,
        partial(dripping, start=b"HTTP/1.1 200 OK\r\n\r\n", drop=b" "),
        partial(dripping, start=b"HTTP/1.1 200 OK\r\n", drop=b"X-More: to come\r\n"),
    ],
    ids=["hangs", "drips", "drips headers"],
)
async def test_a_server_that_takes_its_time_keeps_no_other_feed_waiting(
    slowly: Callable[[Callable[[], bool]], Answer], library: Library
) -> None:
    done: list[str] = []
    slow = slowly(lambda: "Quick" in done)
    quick = document(rss("Quick", ("Quick news", "Now.")))
    async with answering(slow) as at_slow, answering(quick) as at_quick:
        feeds = [add_source(library, named_source(f"{at}/feed")) for at in (at_slow, at_slow + "/2", at_quick)]
        await refresh(library, feeds, lambda report: done.append(report.feed))

    assert len(done) == 3
    assert done[0] == "Quick"


async def test_fifty_servers_that_hang_keep_no_other_feed_waiting(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    async def stand_in(request: web.Request) -> web.Response:
        while request.host.startswith("hangs") and "Quick" not in done:
            await asyncio.sleep(0.01)
        return web.Response(body=rss("Quick", ("Quick news", "Now.")))

    async with serving(stand_in) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        addresses = [*(f"http://hangs-{number}.example/feed" for number in range(50)), "http://quick.example/feed"]
        feeds = [add_source(library, named_source(address), address.split("/")[2]) for address in addresses]
        feeds[-1] = add_source(library, named_source(addresses[-1]), "Quick")
        await refresh(library, feeds, lambda report: done.append(report.feed))

    assert len(done) == 51
    assert done[0] == "Quick"


async def _refreshed(library: Library, address: str) -> RefreshReport:
    reports: list[RefreshReport] = []
    feed = add_source(library, named_source(address), "Harbour News")
    await refresh(library, [feed], reports.append)
    [report] = reports
    return report
