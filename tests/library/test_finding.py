import asyncio
from base64 import b64encode
from dataclasses import replace

import pytest

from reader.library import finding
from reader.library.finding import NO_FEED, NO_NEW_ADDRESS, find_feeds, find_new_address, recognise
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.discovery import Choice, FeedLink, Finding, Found, WebPage
from reader.model.feed import Feed, FeedKind
from reader.model.outcome import Failed
from reader.model.source import Source, SourceKind
from tests.library.samples import PORT_POST
from tests.servers.loopback import serving
from tests.servers.site import Site

PORT = FeedLink("https://example.org/port", "Port Post", FeedKind.RSS)
WIRE = FeedLink("https://example.org/wire", "Wire")


def url_source(address: str) -> Source:
    return Source(SourceKind.URL, address)


async def find(library: Library, source: str, page: WebPage) -> Finding:
    [found] = await find_feeds(library, [(url_source(source), page)])
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


async def test_the_only_feed_that_a_page_declares_is_taken_unasked(library: Library, site: Site) -> None:
    page = WebPage("a page", url=site.url("/"), declared=(PORT,), linked=(WIRE,))

    assert await find(library, site.url("/"), page) == Found(PORT)
    assert site.asked == []


async def test_several_feeds_are_a_choice(library: Library, site: Site) -> None:
    declared = await find(library, site.url("/"), WebPage("a page", url=site.url("/"), declared=(PORT, WIRE)))
    linked = await find(library, site.url("/"), WebPage("a page", url=site.url("/"), linked=(WIRE, PORT)))

    assert isinstance(declared, Choice)
    assert isinstance(linked, Choice)
    assert (declared.links, linked.links) == ((PORT, WIRE), (WIRE, PORT))
    assert "2 feeds" in declared.reason
    assert site.asked == []


async def test_a_lone_link_counts_if_it_is_a_feed(library: Library, site: Site) -> None:
    site.pages = {"/subscribe": PORT_POST, "/feed": PORT_POST}
    page = WebPage("a page", url=site.url("/"), linked=(FeedLink(site.url("/subscribe"), "RSS"),))

    assert await find(library, site.url("/"), page) == Found(
        FeedLink(site.url("/subscribe"), "Port Post", FeedKind.RSS)
    )
    assert site.asked == ["/subscribe"]


async def test_the_usual_addresses_are_tried_until_one_is_a_feed(library: Library, site: Site) -> None:
    site.pages = {"/feed": b"<html>a page about feeds</html>", "/rss.xml": PORT_POST, "/feed.xml": PORT_POST}

    found = await find(library, site.url("/"), WebPage("a page", url=site.url("/")))

    assert found == Found(FeedLink(site.url("/rss.xml"), "Port Post", FeedKind.RSS))
    assert site.asked == ["/feed", "/rss", "/rss.xml"]


async def test_a_site_without_feeds_is_not_asked_for_long(library: Library, site: Site) -> None:
    site.pages = {"/feed": b"<html><link rel=alternate type=text/rss href=/more></html>", "/more": PORT_POST}

    assert await find(library, site.url("/"), WebPage("a page", url=site.url("/blog/post.html"))) == NO_FEED
    assert len(site.asked) == 10
    assert "/more" not in site.asked


async def test_a_site_that_hangs_costs_its_own_time_only(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "PATIENCE", 0.2)
    site.held = {"/slow/feed"}
    site.pages = {"/feed": PORT_POST}
    pages = [WebPage("a page", url=site.url(path)) for path in ("/slow/", "/")]

    hung, found = await find_feeds(library, [(url_source(page.url), page) for page in pages])

    assert hung == NO_FEED
    assert isinstance(found, Found)


async def test_a_password_goes_to_the_site_it_was_given_for_and_to_no_other(library: Library) -> None:
    from aiohttp import web

    seen: dict[str, str | None] = {}

    async def answer(request: web.Request) -> web.Response:
        seen[request.path] = request.headers.get("Authorization")
        return web.Response(status=404)

    async with serving(answer) as own, serving(answer) as other:
        source = own.replace("http://", "http://me:secret@") + "/"
        await find(library, source, WebPage("a page", url=own + "/", linked=(FeedLink(other + "/elsewhere"),)))

    assert seen["/elsewhere"] is None
    assert seen["/feed"] == "Basic " + b64encode(b"me:secret").decode()


async def test_a_server_that_wants_to_be_left_alone_is_asked_no_more(library: Library, site: Site) -> None:
    site.scripts = {"/feed": (429, {"Retry-After": "60"})}
    site.pages = {"/rss": PORT_POST}

    page = WebPage("a page", url=site.url("/"))
    first, second = await find(library, site.url("/"), page), await find(library, site.url("/"), page)

    assert isinstance(first, Failed)
    assert "the server asks to be left alone until" in first.reason
    assert first == second
    assert site.asked == ["/feed"]


async def test_a_link_of_a_page_elsewhere_leads_nobody_into_the_own_network(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
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
        assert await find(library, "http://port.example/", page) == NO_FEED

    assert site.asked == []


def failing(library: Library, site: Site, path: str, page: str | None = None) -> Feed:
    """Subscribe to a feed at `path`, whose site is `page`, and let it be gone."""
    site.pages[path] = PORT_POST.replace(b"https://example.org/", site.url(page).encode()) if page else PORT_POST
    feed = add_source(library, named_source(site.url(path)))
    asyncio.run(refresh(library, [feed], lambda report: None))
    del site.pages[path]
    [feed] = [one.feed for one in list_feeds(library)]
    return feed


def page_with(*paths: str) -> bytes:
    links = "".join(f"<link rel=alternate type='application/rss+xml' title='{path}' href='{path}'>" for path in paths)
    return f"<!doctype html><html><head>{links}</head><body>News</body></html>".encode()


def test_a_feed_is_found_again_by_what_its_site_declares(library: Library, site: Site) -> None:
    feed = failing(library, site, "/old", "/blog/")
    site.pages = {"/blog/": page_with("/old", "/new"), "/": page_with("/other")}

    assert asyncio.run(find_new_address(library, feed)) == Found(FeedLink(site.url("/new"), "/new", FeedKind.RSS))


def test_of_several_feeds_of_its_site_one_has_to_be_chosen(library: Library, site: Site) -> None:
    feed = failing(library, site, "/old", "/")
    site.pages = {"/": page_with("/one", "/old", "/two")}

    found = asyncio.run(find_new_address(library, feed))

    assert isinstance(found, Choice)
    assert [link.address for link in found.links] == [site.url("/one"), site.url("/two")]


def test_a_feed_is_found_again_on_the_first_page_of_its_host_and_at_the_usual_addresses(
    library: Library, site: Site
) -> None:
    feed = failing(library, site, "/old")
    site.pages = {"/": page_with(), "/feed": PORT_POST}

    found = asyncio.run(find_new_address(library, replace(feed, site=None)))

    assert isinstance(found, Found)
    assert found.link.address == site.url("/feed")


def test_a_feed_that_became_a_page_is_looked_for_on_that_page(library: Library, site: Site) -> None:
    feed = failing(library, site, "/news")
    site.pages = {"/news": page_with("/news.xml")}

    found = asyncio.run(find_new_address(library, replace(feed, site=None)))

    assert isinstance(found, Found)
    assert found.link.address == site.url("/news.xml")


def test_a_feed_whose_site_knows_no_other_is_not_found_again(library: Library, site: Site) -> None:
    feed = failing(library, site, "/old", "/")
    site.pages = {"/": page_with("/old")}

    assert asyncio.run(find_new_address(library, feed)) == NO_NEW_ADDRESS


def test_a_host_that_a_refresh_was_asked_to_leave_alone_is_not_searched(library: Library, site: Site) -> None:
    feed = failing(library, site, "/old", "/")
    site.pages, site.scripts = {"/": page_with("/new")}, {"/old": (503, {"Retry-After": "600"})}
    asyncio.run(refresh(library, [feed], lambda report: None))
    asked = len(site.asked)

    found = asyncio.run(find_new_address(library, feed))

    assert isinstance(found, Failed)
    assert "the server asks to be left alone until" in found.reason
    assert len(site.asked) == asked


def test_a_password_is_shown_to_the_pages_of_its_own_site_alone(library: Library, site: Site) -> None:
    feed = failing(library, site, "/old", "/")
    site.pages = {"/": page_with("/new")}
    mine = Source(SourceKind.URL, feed.source.location.replace("//", "//me:s3cret@"))

    found = asyncio.run(find_new_address(library, replace(feed, source=mine)))

    assert found == Found(FeedLink(site.url("/new"), "/new", FeedKind.RSS))
