"""Feeds that are set, paused, removed and brought back, and those that fail."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.editing import change_feed, rename_folder
from reader.library.library import Library, open_library
from reader.library.reading import folded_folders, list_feeds
from reader.library.sources import add_source, named_source, remove_feed
from reader.model.feed import Feed, FeedSettings
from tests.library.samples import PORT_POST
from tests.servers.site import Site, serving_site
from tests.tui.conftest import Screen, add_meanwhile, running, write_feed

PAGE = b"<html><head><link rel=alternate type='application/rss+xml' title='The port' href='/new'></head>News</html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as served:
        yield served


@pytest.fixture
async def feeds(tmp_path: Path) -> Library:
    """A library of three feeds: east and west in the folder Sea, north in none."""
    for name in ("east", "north", "west"):
        write_feed(tmp_path / f"{name}.xml", name, ["First", "Second"])
    library = open_library(tmp_path / "data", tmp_path / "config")
    for name, folder in (("east", "Sea"), ("west", "Sea"), ("north", None)):
        add_source(library, named_source(str(tmp_path / f"{name}.xml")), folder=folder)
    await add_meanwhile(library, *(str(tmp_path / f"{name}.xml") for name in ("east", "west", "north")))
    return library


def settings(library: Library) -> dict[str, FeedSettings]:
    return {one.feed.title: one.feed.settings for one in list_feeds(library)}


async def go_to(screen: Screen, title: str) -> None:
    """Put the cursor of the feed list on a place."""
    await screen.until(lambda: title in [place.title for place in screen.main.panes.feed_list.places])
    key = next(place.key for place in screen.main.panes.feed_list.places if place.title == title)
    screen.main.listing.go_to(key)
    await screen.press("h")


async def clear_and_type(screen: Screen, text: str) -> None:
    await screen.press("ctrl+u", *("slash" if sign == "/" else "space" if sign == " " else sign for sign in text))


async def test_c_changes_title_folder_interval_and_keeping(feeds: Library) -> None:
    with feeds as library:
        async with running(library) as screen:
            await go_to(screen, "north")
            await screen.press("c")
            await screen.until(lambda: "whole" not in screen.text() and "Every" in screen.text())
            await clear_and_type(screen, "My north")
            await screen.press("tab")
            await clear_and_type(screen, "News/World")
            await screen.press("tab", *"90", "tab", *"500", "enter")
            await screen.until(lambda: "My north" in settings(library))
            assert settings(library)["My north"] == FeedSettings("My north", "News/World", 90, 500)
            await screen.until(lambda: "▾ World" in screen.text() and screen.main.listing.place.title == "My north")


async def test_what_is_no_number_is_complained_of_and_esc_changes_nothing(feeds: Library) -> None:
    with feeds as library:
        before = settings(library)
        async with running(library) as screen:
            await go_to(screen, "north")
            await screen.press("c")
            await screen.until(lambda: "Every" in screen.text())
            await screen.press("tab", "tab", *"soon", "enter")
            await screen.until(lambda: "Every must be a whole number" in screen.text())
            await screen.press("escape")
            await screen.until(lambda: len(screen.app.screen_stack) == 1)
        assert settings(library) == before


async def test_c_renames_a_folder_and_it_stays_folded(feeds: Library) -> None:
    with feeds as library:
        async with running(library) as screen:
            await go_to(screen, "Sea")
            await screen.press("enter")
            await screen.until(lambda: "▸ Sea" in screen.text())
            await screen.press("c")
            await screen.until(lambda: "Rename" in screen.text())
            await clear_and_type(screen, "Ships")
            await screen.press("enter")
            await screen.until(lambda: "▸ Ships" in screen.text())
            assert screen.main.listing.place.title == "Ships"
        assert {one.folder for one in settings(library).values()} == {"Ships", None}


async def test_folded_folders_are_folded_when_the_reader_opens_again(feeds: Library) -> None:
    with feeds as library:
        async with running(library) as screen:
            await go_to(screen, "Sea")
            await screen.press("enter")
            await screen.until(lambda: "▸ Sea" in screen.text() and folded_folders(library) == {"Sea"})
        async with running(library) as screen:
            await screen.until(lambda: "▸ Sea" in screen.text())
            await go_to(screen, "Sea")
            await screen.press("enter")
            await screen.until(lambda: "▾ Sea" in screen.text() and not folded_folders(library))


async def test_the_form_of_a_folder_of_files_asks_only_what_counts_for_it(feeds: Library, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "note.txt").write_text("A note")
    with feeds as library:
        await add_meanwhile(library, str(tmp_path / "notes"))
        async with running(library) as screen:
            await go_to(screen, "notes")
            await screen.press("c")
            await screen.until(lambda: "Folder" in screen.text())
            assert "Every" not in screen.text()
            assert "Keep" not in screen.text()
            await clear_and_type(screen, "Mine")
            await screen.press("enter")
            await screen.until(lambda: "Mine" in settings(library))


async def test_dialogs_have_an_edge_of_plain_signs_on_a_plain_terminal(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('marks = "ascii"\n')
    write_feed(tmp_path / "north.xml", "north", ["First"])
    with open_library(tmp_path / "data", tmp_path) as library:
        await add_meanwhile(library, str(tmp_path / "north.xml"))
        async with running(library) as screen:
            await go_to(screen, "north")
            await screen.press("c")
            await screen.until(lambda: "Every" in screen.text())
            assert not set("╭╮╰╯─│") & set(screen.text())
            assert "+------" in screen.text()


async def test_what_is_done_to_a_folder_is_done_to_the_folders_in_it(feeds: Library) -> None:
    with feeds as library:
        rename_folder(library, "Sea", "News/Sea")
        async with running(library) as screen:
            await go_to(screen, "Sea")
            await screen.press("enter")
            await screen.until(lambda: "▸ Sea" in screen.text())
            await go_to(screen, "News")
            await screen.press("p")
            await screen.until(lambda: settings(library)["east"].paused and settings(library)["west"].paused)
            await screen.press("c")
            await screen.until(lambda: "Rename" in screen.text())
            await clear_and_type(screen, "Press")
            await screen.press("enter")
            await screen.until(lambda: settings(library)["east"].folder == "Press/Sea")
            await screen.until(lambda: "▾ Press" in screen.text() and "▸ Sea" in screen.text())


async def test_p_pauses_a_feed_or_a_folder_and_goes_on_with_it(feeds: Library) -> None:
    with feeds as library:
        async with running(library) as screen:
            await go_to(screen, "east")
            await screen.press("p")
            await screen.until(lambda: settings(library)["east"].paused)
            await screen.until(lambda: any("east" in row and "‖" in row for row in screen.text().split("\n")))
            await go_to(screen, "Sea")
            await screen.press("p")
            await screen.until(lambda: settings(library)["west"].paused and settings(library)["east"].paused)
            await screen.until(lambda: screen.text().count("‖") == 2)
            await screen.press("p")
            await screen.until(lambda: not any(one.paused for one in settings(library).values()))


async def test_what_is_told_names_the_keys_that_were_chosen(feeds: Library, tmp_path: Path) -> None:
    feeds.close()
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "config.toml").write_text('[keys]\nrefresh = "f2"\nadd = "f3"\n', encoding="utf-8")
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        async with running(library) as screen:
            await go_to(screen, "east")
            await screen.press("p")
            await screen.until(lambda: "refreshed only by F2." in screen.text())
            await screen.press("i")
            await screen.until(lambda: "Import feeds" in screen.text())
            await screen.press(*"https://port.example/", "enter")
            await screen.until(lambda: "F3 adds a" in screen.text())


async def test_files_of_a_folder_that_can_not_be_read_are_told_and_marked(feeds: Library, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "good.txt").write_text("A note\n\nOn ships.\n")
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 10)
    (folder / "worse.txt").write_bytes(bytes(range(256)) * 10)
    with feeds as library:
        async with running(library) as screen:
            screen.main.feeds.add_source(str(folder))
            await screen.until(lambda: "bad.txt" in screen.text() and "1 more problem" in screen.text())
            await screen.until(lambda: any("notes" in row and "!" in row for row in screen.text().split("\n")))
            await screen.until(lambda: "Added notes: 1 article" in screen.text())
            await screen.press("exclamation_mark")
            await screen.until(lambda: "Failing feeds: 1" in screen.text() and "2 problems" in screen.text())


async def test_what_was_set_meanwhile_elsewhere_stays(feeds: Library, tmp_path: Path) -> None:
    with feeds as library, open_library(tmp_path / "data", tmp_path / "config") as elsewhere:
        feed = next(one.feed for one in list_feeds(library) if one.feed.title == "east")
        async with running(library) as screen:
            await go_to(screen, "east")
            change_feed(elsewhere, feed.id, {"keep": 500, "interval": 90})
            await screen.press("p")
            await screen.until(lambda: settings(library)["east"].paused)
            assert settings(library)["east"] == FeedSettings(None, "Sea", 90, 500, True)
            await screen.press("c")
            await screen.until(lambda: "Every" in screen.text())
            change_feed(elsewhere, feed.id, {"keep": 7})
            await clear_and_type(screen, "My east")
            await screen.press("enter")
            await screen.until(lambda: "My east" in settings(library))
            assert settings(library)["My east"] == FeedSettings("My east", "Sea", 90, 7, True)


async def test_u_brings_removed_feeds_back_the_last_one_first(feeds: Library) -> None:
    with feeds as library:
        before = list_feeds(library)
        async with running(library) as screen:
            for name in ("east", "north"):
                await go_to(screen, name)
                await screen.press("D")
                await screen.until(lambda: "Remove “" in screen.text())
                await screen.press("y")
                await screen.until(lambda name=name: name not in settings(library))  # type: ignore[misc]
            await screen.until(lambda: "u brings it back" in screen.text())
            await screen.press("u")
            await screen.until(lambda: set(settings(library)) == {"north", "west"})
            await screen.until(lambda: screen.main.listing.place.title == "north")
            await screen.press("u")
            await screen.until(lambda: list_feeds(library) == before)
            await screen.press("u")
            await screen.until(lambda: "No feed was removed" in screen.text())


async def test_u_brings_back_what_was_removed_before_the_reader_was_opened(feeds: Library) -> None:
    with feeds as library:
        before = list_feeds(library)
        remove_feed(library, before[0].feed.id)
        async with running(library) as screen:
            await screen.until(lambda: len(screen.main.listing.overview.feeds) == 2)
            await screen.press("u")
            await screen.until(lambda: "is back" in screen.text())
        assert list_feeds(library) == before


async def test_failing_feeds_are_listed_with_why_and_when_and_one_is_retried(tmp_path: Path, site: Site) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        await add_meanwhile(library, site.url("/gone"), site.url("/ended"))
        async with running(library, (100, 30)) as screen:
            await screen.until(lambda: len(screen.main.listing.overview.feeds) == 2)
            await screen.press("exclamation_mark")
            await screen.until(lambda: "Failing feeds: 2" in screen.text())
            await screen.until(lambda: "never succeeded · 1 failure just now · next try: in 10 min" in screen.text())
            assert "404" in screen.text()
            site.pages = {"/ended": PORT_POST}  # the first of the list
            await screen.press("r")
            await screen.until(lambda: len(failing(library)) == 1)
            await screen.until(lambda: not screen.main.status.progress)


def failing(library: Library) -> list[Feed]:
    return [one.feed for one in list_feeds(library) if one.feed.error]


async def test_failing_feeds_are_paused_and_removed_from_the_list_that_tells_of_them(
    tmp_path: Path, site: Site
) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        await add_meanwhile(library, site.url("/a"), site.url("/b"))
        async with running(library, (100, 30)) as screen:
            await screen.press("exclamation_mark")
            await screen.until(lambda: "Failing feeds: 2" in screen.text())
            await screen.press("j", "p")
            await screen.until(lambda: "next try: paused" in screen.text())
            assert [one.feed.paused_at is None for one in list_feeds(library)] == [True, False]
            await screen.press("D")
            await screen.until(lambda: "Remove “" in screen.text())
            await screen.press("y")
            await screen.until(lambda: "Failing feeds: 1" in screen.text())
            await screen.press("escape")
            await screen.until(lambda: len(screen.app.screen_stack) == 1)
            await screen.press("u")
            await screen.until(lambda: len(list_feeds(library)) == 2)


async def test_a_failing_feed_is_found_again_and_asked_at_its_new_address(tmp_path: Path, site: Site) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        await add_meanwhile(library, site.url("/old"))
        site.pages = {"/": PAGE, "/new": PORT_POST}
        async with running(library, (80, 24)) as screen:
            await screen.press("exclamation_mark")
            await screen.until(lambda: "n new address" in screen.text() and "Esc close" in screen.text())
            await screen.press("n")
            await screen.until(lambda: "Is one of these the feed now?" in screen.text())
            await screen.press("1")
            await screen.until(lambda: [one.feed.title for one in list_feeds(library)] == ["Port Post"])
            await screen.until(lambda: not failing(library))
            await screen.until(lambda: not screen.main.status.progress)


async def test_c_gives_a_feed_on_the_web_another_address(tmp_path: Path, site: Site) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        await add_meanwhile(library, site.url("/old"))
        site.pages = {"/new": PORT_POST}
        async with running(library, (80, 24)) as screen:
            await screen.until(lambda: len(screen.main.listing.overview.feeds) == 1)
            screen.main.listing.go_to(f"feed:{list_feeds(library)[0].feed.id}")
            await screen.press("c")
            await screen.until(lambda: "Address" in screen.text() and "Esc cancel" in screen.text())
            await screen.press("up")
            await clear_and_type(screen, site.url("/new"))
            await screen.press("enter")
            await screen.until(lambda: [one.feed.title for one in list_feeds(library)] == ["Port Post"])
            await screen.until(lambda: not screen.main.status.progress)


async def test_a_failing_feed_that_is_found_nowhere_stays_and_says_so(tmp_path: Path, site: Site) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        await add_meanwhile(library, site.url("/old"))
        async with running(library) as screen:
            await screen.press("exclamation_mark")
            await screen.until(lambda: "n new address" in screen.text())
            await screen.press("n")
            await screen.until(lambda: any("no other feed was" in one.message for one in screen.app._notifications))
        assert len(failing(library)) == 1


async def test_a_feed_that_is_damaged_but_can_be_read_says_so_in_the_status_line(tmp_path: Path, site: Site) -> None:
    with open_library(tmp_path / "data", tmp_path) as library:
        site.pages = {"/cut": PORT_POST[:-200]}
        await add_meanwhile(library, site.url("/cut"))
        async with running(library) as screen:
            await go_to(screen, "Port Post")
            await screen.until(lambda: "the feed is not well-formed XML" in screen.text())


async def test_with_nothing_that_fails_the_list_of_failing_feeds_says_so(feeds: Library) -> None:
    with feeds as library:
        async with running(library) as screen:
            await screen.press("exclamation_mark")
            await screen.until(lambda: "No feed fails." in screen.text())


async def test_what_is_for_a_feed_says_so_elsewhere(feeds: Library) -> None:
    with feeds as library:
        async with running(library) as screen:
            await screen.press("h", "g", "c")
            await screen.until(lambda: "Choose a feed or a folder first." in screen.text())
