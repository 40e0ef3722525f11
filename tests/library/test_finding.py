from base64 import b64encode

import pytest

from reader.library import finding
from reader.library.finding import NO_FEED, find_feeds, recognise
from reader.model.discovery import Choice, FeedLink, Finding, Found, WebPage
from reader.model.feed import FeedKind
from reader.model.source import Source, SourceKind
from tests.library.samples import PORT_POST
from tests.servers.loopback import serving
from tests.servers.site import Site

PORT = FeedLink("https://example.org/port", "Port Post", FeedKind.RSS)
WIRE = FeedLink("https://example.org/wire", "Wire")


def url_source(address: str) -> Source:
    return Source(SourceKind.URL, address)


async def find(source: str, page: WebPage) -> Finding:
    [found] = await find_feeds([(url_source(source), page)])
    return found


def test_an_address_that_a_rule_knows_needs_no_request() -> None:
    found = recognise(url_source("https://old.reddit.com/r/harbours"))
    several = recognise(url_source("https://github.com/quay/crane"))

    assert isinstance(found, Found)
    assert found.link.address == "https://www.reddit.com/r/harbours/.rss"
    assert isinstance(several, Choice)
    assert len(several.links) == 3


def test_other_sources_are_left_to_their_servers() -> None:
    assert recognise(url_source("https://example.org/feed")) is None
    assert recognise(Source(SourceKind.FOLDER, "/github.com/quay/crane")) is None


async def test_the_only_feed_that_a_page_declares_is_taken_unasked(site: Site) -> None:
    page = WebPage("a page", url=site.url("/"), declared=(PORT,), linked=(WIRE,))

    assert await find(site.url("/"), page) == Found(PORT)
    assert site.asked == []


async def test_several_feeds_are_a_choice(site: Site) -> None:
    declared = await find(site.url("/"), WebPage("a page", url=site.url("/"), declared=(PORT, WIRE)))
    linked = await find(site.url("/"), WebPage("a page", url=site.url("/"), linked=(WIRE, PORT)))

    assert isinstance(declared, Choice)
    assert isinstance(linked, Choice)
    assert (declared.links, linked.links) == ((PORT, WIRE), (WIRE, PORT))
    assert "2 feeds" in declared.reason
    assert site.asked == []


async def test_a_lone_link_counts_if_it_is_a_feed(site: Site) -> None:
    site.pages = {"/subscribe": PORT_POST, "/feed": PORT_POST}
    page = WebPage("a page", url=site.url("/"), linked=(FeedLink(site.url("/subscribe"), "RSS"),))

    assert await find(site.url("/"), page) == Found(FeedLink(site.url("/subscribe"), "Port Post", FeedKind.RSS))
    assert site.asked == ["/subscribe"]


async def test_the_usual_addresses_are_tried_until_one_is_a_feed(site: Site) -> None:
    site.pages = {"/feed": b"<html>a page about feeds</html>", "/rss.xml": PORT_POST, "/feed.xml": PORT_POST}

    found = await find(site.url("/"), WebPage("a page", url=site.url("/")))

    assert found == Found(FeedLink(site.url("/rss.xml"), "Port Post", FeedKind.RSS))
    assert site.asked == ["/feed", "/rss", "/rss.xml"]


async def test_a_site_without_feeds_is_not_asked_for_long(site: Site) -> None:
    site.pages = {"/feed": b"<html><link rel=alternate type=text/rss href=/more></html>", "/more": PORT_POST}

    assert await find(site.url("/"), WebPage("a page", url=site.url("/blog/post.html"))) == NO_FEED
    assert len(site.asked) == 10
    assert "/more" not in site.asked


async def test_a_site_that_hangs_costs_its_own_time_only(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "PATIENCE", 0.2)
    site.held = {"/slow/feed"}
    site.pages = {"/feed": PORT_POST}
    pages = [WebPage("a page", url=site.url(path)) for path in ("/slow/", "/")]

    hung, found = await find_feeds([(url_source(page.url), page) for page in pages])

    assert hung == NO_FEED
    assert isinstance(found, Found)


async def test_a_password_goes_to_the_site_it_was_given_for_and_to_no_other() -> None:
    from aiohttp import web

    seen: dict[str, str | None] = {}

    async def answer(request: web.Request) -> web.Response:
        seen[request.path] = request.headers.get("Authorization")
        return web.Response(status=404)

    async with serving(answer) as own, serving(answer) as other:
        source = own.replace("http://", "http://me:secret@") + "/"
        await find(source, WebPage("a page", url=own + "/", linked=(FeedLink(other + "/elsewhere"),)))

    assert seen["/elsewhere"] is None
    assert seen["/feed"] == "Basic " + b64encode(b"me:secret").decode()


async def test_a_server_that_wants_to_be_left_alone_is_asked_no_more(site: Site) -> None:
    site.scripts = {"/feed": (429, {"Retry-After": "60"})}
    site.pages = {"/rss": PORT_POST}

    assert await find(site.url("/"), WebPage("a page", url=site.url("/"))) == NO_FEED
    assert site.asked == ["/feed"]


async def test_a_link_of_a_page_elsewhere_leads_nobody_into_the_own_network(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aiohttp import web

    async def elsewhere(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": site.url("/feed")})

    monkeypatch.delenv("no_proxy", raising=False)
    site.pages = {"/feed": PORT_POST}
    async with serving(elsewhere) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        link = FeedLink("http://port.example/news")
        page = WebPage("a page", url="http://port.example/", linked=(link,))
        assert await find("http://port.example/", page) == NO_FEED

    assert site.asked == []
