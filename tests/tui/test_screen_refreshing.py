"""Refreshes that start by themselves, meet another one, or are stopped."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.editing import set_paused
from reader.library.library import Library, open_library
from reader.library.reading import list_feeds
from reader.library.sources import add_source, named_source
from tests.library.samples import PORT_POST, rss
from tests.library.test_locking import hold
from tests.servers.site import Site, serving_site
from tests.tui.conftest import running


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as served:
        yield served


def fetched(library: Library) -> list[str]:
    """Give the titles of the feeds that were ever fetched."""
    return sorted(one.feed.title for one in list_feeds(library) if one.feed.refreshed_at)


def open_with(tmp_path: Path, settings: str) -> Library:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "config.toml").write_text(settings)
    return open_library(tmp_path / "data", tmp_path / "own")


async def test_the_reader_refreshes_what_is_due_when_it_opens_if_that_is_wanted(tmp_path: Path, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/wire": rss("Wire", ("Offer", "It is low."))}
    with open_with(tmp_path, "[refresh]\non_start = true\n") as library:
        add_source(library, named_source(site.url("/port")))
        paused = add_source(library, named_source(site.url("/wire")))
        set_paused(library, [paused.id], True)
        async with running(library) as screen:
            await screen.until(lambda: fetched(library) == ["Port Post"])
            await screen.until(lambda: not screen.main.status.progress and screen.main.listing.overview.unread == 3)
    assert site.asked == ["/port"]


async def test_without_a_setting_nothing_is_asked_when_the_reader_opens(tmp_path: Path, site: Site) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        add_source(library, named_source(site.url("/port")))
        async with running(library) as screen:
            await screen.until(lambda: screen.main.listing.overview.unread == 0)
            assert not screen.main.status.progress
    assert site.asked == []


async def test_a_timer_asks_only_what_is_due(tmp_path: Path, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/wire": rss("Wire", ("Offer", "It is low."))}
    site.scripts = {"/port": (200, {"Cache-Control": "max-age=3600"})}
    with open_with(tmp_path, "[refresh]\nevery = 10080\n") as library:
        for path in site.pages:
            add_source(library, named_source(site.url(path)))
        async with running(library) as screen:
            screen.main.refreshing.refresh_due()
            await screen.until(lambda: len(fetched(library)) == 2 and not screen.main.status.progress)
            screen.main.refreshing.refresh_due()
            await screen.until(lambda: len(site.asked) == 3 and not screen.main.status.progress)
    assert sorted(site.asked) == ["/port", "/wire", "/wire"]


async def test_another_programs_refresh_is_told_and_waited_for(tmp_path: Path, site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    with open_library(tmp_path / "data", tmp_path) as library:
        add_source(library, named_source(site.url("/port")))
        with hold(library) as process:
            async with running(library) as screen:
                await screen.until(lambda: screen.main.listing.overview.unread == 0)
                await screen.press("R")
                await screen.until(lambda: "another refresh is running" in screen.text())
                assert site.asked == []
                await asyncio.to_thread(process.communicate)
                await screen.until(lambda: fetched(library) == ["Port Post"])
                await screen.until(lambda: not screen.main.status.progress)


async def test_esc_stops_a_refresh_and_keeps_what_it_brought(tmp_path: Path, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/slow": rss("Slow", ("Late", "Very."))}
    site.held = {"/slow"}
    with open_library(tmp_path / "data", tmp_path) as library:
        for path in site.pages:
            add_source(library, named_source(site.url(path)))
        async with running(library) as screen:
            await screen.until(lambda: screen.main.listing.overview.unread == 0)
            await screen.press("R")
            await screen.until(lambda: "refreshing 1 of 2" in screen.text())
            await screen.press("escape")
            await screen.until(lambda: not screen.main.status.progress)
            await screen.until(lambda: "The refresh was stopped" in screen.text())
            assert fetched(library) == ["Port Post"]
            site.release.set()
            await screen.press("R")
            await screen.until(lambda: fetched(library) == ["Port Post", "Slow"])


async def test_esc_goes_back_before_it_stops_anything(tmp_path: Path, site: Site) -> None:
    site.pages = {"/slow": rss("Slow", ("Late", "Very."))}
    site.held = {"/slow"}
    with open_library(tmp_path / "data", tmp_path) as library:
        add_source(library, named_source(site.url("/slow")))
        async with running(library) as screen:
            await screen.until(lambda: screen.main.listing.overview.unread == 0)
            await screen.press("R", "l", "escape")
            assert screen.main.status.progress
            site.release.set()
            await screen.until(lambda: fetched(library) == ["Slow"])
