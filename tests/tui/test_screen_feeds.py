from pathlib import Path

from reader.library.library import Library, open_library
from reader.library.sources import add_source, named_source
from tests.tui.conftest import Screen, add_meanwhile, running, write_feed


async def test_a_list_that_scrolls_hides_no_digit_of_its_counts_behind_the_bar(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}.xml" for number in range(40)]
    for path in paths:
        write_feed(path, f"Feed {path.stem}", [f"{path.stem}-{number}" for number in range(12)])
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        await add_meanwhile(library, *map(str, paths))
        async with running(library) as screen:
            await screen.until(lambda: screen.main.panes.feed_list.show_vertical_scrollbar)
            await screen.pilot.pause()
            rows = [row[:26].split() for row in screen.text().split("\n")]
            assert ["Unread", "480"] in rows
            assert ["Feed", "00", "12"] in rows


async def test_a_folder_in_a_folder_is_indented_and_folded_with_it(library: Library, tmp_path: Path) -> None:
    for name, folder in (("Wire", "World"), ("Port", "World/Sea")):
        write_feed(tmp_path / f"{name}.xml", name, [f"{name} {number}" for number in range(3)])
        add_source(library, named_source(str(tmp_path / f"{name}.xml")), folder=folder)
        await add_meanwhile(library, str(tmp_path / f"{name}.xml"))
    async with running(library) as screen:
        await screen.press("h")
        screen.main.listing.go_to("folder:World")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 6)
        rows = [row[1:26].rstrip() for row in screen.text().split("\n")]
        at = next(number for number, row in enumerate(rows) if "World" in row)
        assert rows[at : at + 4] == [
            " ▾ World              6",
            "   Wire               3",
            "   ▾ Sea              3",
            "     Port             3",
        ]
        await screen.press("enter")
        await screen.until(lambda: "▸ World" in screen.text() and "▾ Sea" not in screen.text())


async def test_a_feed_that_fails_says_what_since_when_and_what_to_do(library: Library) -> None:
    (feed_id,) = await add_meanwhile(library, "http://127.0.0.1:9/a/path/to/a/feed/that/is/not/there.xml")
    async with running(library, (80, 24)) as screen:
        await screen.press("h")
        screen.main.listing.go_to(f"feed:{feed_id}")
        await screen.until(lambda: "failing for less than a minute" in shown_in_the_list(screen))
        (feed,) = (one.feed for one in screen.main.listing.overview.feeds if one.feed.error)
        assert feed.error is not None
        assert feed.error in shown_in_the_list(screen)
        assert "Press r to try again" in shown_in_the_list(screen)


def shown_in_the_list(screen: Screen) -> str:
    """The words in the list of articles beside the feeds, whatever lines they stand in."""
    return " ".join(row[26:79].strip() for row in screen.text().split("\n")[1:7])
