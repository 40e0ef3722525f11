import asyncio
import socket
from pathlib import Path

from reader.library.library import Library, open_library
from reader.library.reading import article_ids, article_rows
from reader.library.sources import add_source, named_source
from reader.model.filters import ArticleFilter
from tests.tui.conftest import add_meanwhile, running, write_feed

FIRST = "A long report"
FRESH = "Brand new\n\nThis note came while the reader was open."


def add_note(notes: Path) -> None:
    (notes / "new.txt").write_text(FRESH, encoding="utf-8")


async def test_new_articles_leave_the_text_under_the_eyes_alone(library: Library, notes: Path) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("ctrl+f")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 5)
        seen = [screen.main.panes.article_view.render_line(y).text for y in range(10)]
        add_note(notes)
        await screen.press("R")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 13)
        await screen.until(lambda: not screen.main.status.progress)
        assert [screen.main.panes.article_view.render_line(y).text for y in range(10)] == seen
        assert screen.main.panes.article_list.cursor == 1


async def test_r_refreshes_the_feed_under_the_cursor_and_no_other(tmp_path: Path) -> None:
    paths = [tmp_path / "east.xml", tmp_path / "west.xml"]
    for path in paths:
        write_feed(path, path.stem, ["First"])
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        east, west = await add_meanwhile(library, *map(str, paths))
        for path in paths:
            write_feed(path, path.stem, ["First", "Second"])
        async with running(library) as screen:
            await screen.press("h", "G")
            await screen.until(lambda: screen.main.listing.place.title == "west")
            await screen.press("r")
            await screen.until(lambda: len(article_ids(library, ArticleFilter(feed_id=west))) == 2)
            await screen.until(lambda: not screen.main.status.progress)
            assert len(article_ids(library, ArticleFilter(feed_id=east))) == 1
            await screen.press("R")
            await screen.until(lambda: len(article_ids(library, ArticleFilter(feed_id=east))) == 2)


async def test_a_feed_that_fails_is_marked_and_says_why(library: Library, notes: Path) -> None:
    notes.rename(notes.with_name("moved"))
    async with running(library) as screen:
        await screen.press("h", "G", "r")
        await screen.until(lambda: "failing" in screen.text())
        await screen.until(lambda: screen.main.listing.overview.feeds[0].feed.error)
        await screen.until(lambda: any("notes" in row and "!" in row for row in screen.text().split("\n")))
        assert screen.main.panes.article_list.item_count == 12


async def test_a_second_refresh_is_refused_while_the_first_runs(library: Library) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        add_source(library, named_source(f"http://127.0.0.1:{silent.getsockname()[1]}/feed"))
        async with running(library) as screen:
            await screen.press("R")
            await screen.until(lambda: screen.main.status.progress)
            await screen.press("R")
            await screen.until(lambda: "A refresh is running already" in screen.text())
            silent.close()


async def test_marks_made_on_the_screen_are_there_when_it_is_opened_again(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("j", "b", "enter")
        await screen.until(lambda: "★" in screen.text() and screen.main.reading.opened)
        await screen.until(lambda: len(article_ids(library, ArticleFilter(unread=True))) == 11)
    async with running(library) as screen:
        await screen.press("h", *"jjjj")
        await screen.until(
            lambda: screen.main.listing.place.title == "Bookmarks" and screen.main.panes.article_list.item_count == 1
        )
        (row,) = article_rows(library, screen.main.panes.article_list.ids)
        assert row.title == "Links of the week"
        assert not row.unread


async def test_marks_typed_in_a_hurry_all_reach_the_disk(library: Library) -> None:
    async with running(library) as screen:
        await screen.press(*"bjbjbjmjmjm")
        await screen.until(lambda: len(article_ids(library, ArticleFilter(bookmarked=True))) == 3)
        await screen.until(lambda: len(article_ids(library, ArticleFilter(unread=True))) == 9)
        rows = screen.main.panes.article_list
        await screen.until(lambda: ["★" in rows.render_line(y).text for y in range(5)] == [True] * 3 + [False] * 2)


async def test_leaving_at_once_after_a_mark_keeps_the_mark(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("b", "q")
        await screen.until(lambda: not screen.app.is_running)
    async with asyncio.timeout(20):
        while not article_ids(library, ArticleFilter(bookmarked=True)):
            await asyncio.sleep(0)
