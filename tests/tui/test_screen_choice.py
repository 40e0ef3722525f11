"""Adding from the screen what is a web page: its feed is found, or chosen from a list."""

from collections.abc import Iterator

import pytest
from textual.widgets import Input

from reader.library.library import Library
from reader.tui.screens.choice import ChoiceScreen
from tests.library.samples import PORT_POST, rss
from tests.servers.site import Site, serving_site
from tests.tui.conftest import Screen, running

HOSTILE = "[/] &lt;b [@click=app.quit]x[/]"
PAGE = (
    "<!doctype html><html><head>"
    "<link rel=alternate type='application/rss+xml' title='Port Post' href='/port'>"
    f"<link rel=alternate type='application/atom+xml' title='{HOSTILE}' href='/wire'>"
    "<link rel=alternate type='application/feed+json' href='/feed.json'>"
    "</head><body>A page</body></html>"
).encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as served:
        served.pages = {"/": PAGE, "/port": PORT_POST, "/wire": rss("Wire", ("Offer", "It is low."))}
        yield served


async def name_source(screen: Screen, source: str) -> None:
    await screen.press("a")
    await screen.until(lambda: "Add a source" in screen.text())
    screen.app.screen.query_one(Input).value = source
    await screen.press("enter")


async def name_page(screen: Screen, site: Site) -> None:
    await name_source(screen, site.url("/"))
    await screen.until(lambda: isinstance(screen.app.screen, ChoiceScreen) and "Which of these 3" in screen.text())


async def test_the_only_feed_of_a_page_is_added(library: Library, site: Site) -> None:
    site.pages["/"] = PAGE.replace(b"/wire", b"/port").replace(b"/feed.json", b"/port")
    async with running(library) as screen:
        await name_source(screen, site.url("/"))
        await screen.until(lambda: screen.main.listing.place.title == "Port Post")
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 2)


async def test_several_feeds_are_a_list_to_choose_from(library: Library, site: Site) -> None:
    async with running(library) as screen:
        await name_page(screen, site)
        shown = screen.text()
        assert "Port Post  rss" in shown
        assert "[/] <b [@click=app.quit]x[/]  atom" in shown
        assert "No title  json" in shown
        assert site.url("/feed.json") in shown
        await screen.press("j", "j", "k", "enter")
        await screen.until(lambda: screen.main.listing.place.title == "Wire")
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 2)


async def test_a_digit_chooses_and_one_too_high_does_not(library: Library, site: Site) -> None:
    async with running(library) as screen:
        await name_page(screen, site)
        await screen.press("9", "1")
        await screen.until(lambda: screen.main.listing.place.title == "Port Post")


async def test_esc_takes_none(library: Library, site: Site) -> None:
    async with running(library) as screen:
        await name_page(screen, site)
        await screen.press("escape")
        await screen.until(lambda: not isinstance(screen.app.screen, ChoiceScreen))
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 1)
    assert site.asked == ["/"]


async def test_a_password_of_the_page_is_lent_to_its_feed(library: Library, site: Site) -> None:
    async with running(library) as screen:
        await name_source(screen, site.url("/").replace("//", "//me:secret@"))
        await screen.until(lambda: isinstance(screen.app.screen, ChoiceScreen) and "Which of these" in screen.text())
        assert "secret" not in screen.text()
        await screen.press("1")
        await screen.until(lambda: screen.main.listing.place.title == "Port Post")
        summary = screen.main.listing.place.summary
        assert summary is not None
        assert "me:secret@" in summary.feed.source.location


async def test_the_list_fits_a_small_window(library: Library, site: Site) -> None:
    links = "".join(f"<link rel=alternate type='application/rss+xml' href='/feed/{n}'>" for n in range(40))
    site.pages["/"] = f"<html><head>{links}</head></html>".encode()
    async with running(library, size=(60, 20)) as screen:
        await name_source(screen, site.url("/"))
        await screen.until(lambda: isinstance(screen.app.screen, ChoiceScreen) and "Which of these" in screen.text())
        assert "none of them" in screen.text()
        await screen.press("G")
        await screen.until(lambda: site.url("/feed/39") in screen.text())


async def test_a_server_that_wants_to_be_left_alone_is_told_of_and_its_feed_is_shown(
    library: Library, site: Site
) -> None:
    site.scripts = {"/port": (429, {"Retry-After": "600"})}
    async with running(library) as screen:
        await name_source(screen, site.url("/port"))
        await screen.until(lambda: any("asks to be left alone" in told.message for told in screen.app._notifications))
        await screen.until(lambda: screen.main.listing.place.title == site.url("/port"))


async def test_a_feed_that_fails_is_shown(library: Library, site: Site) -> None:
    async with running(library) as screen:
        await name_source(screen, site.url("/gone"))
        await screen.until(lambda: screen.main.listing.place.title == site.url("/gone"))
