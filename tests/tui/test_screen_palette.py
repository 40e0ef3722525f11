from pathlib import Path

from textual.command import Hit

from reader.library.library import Library
from reader.model.panes import Pane
from reader.tui.palette import ThemeCommands
from tests.tui.conftest import add_meanwhile, running, write_feed


async def test_the_readers_own_theme_is_the_first_that_is_found(library: Library) -> None:
    async with running(library) as screen:
        found = [hit async for hit in ThemeCommands(screen.app.screen).search("light") if isinstance(hit, Hit)]
        assert len(found) > 1
        assert str(max(found, key=lambda hit: hit.score).match_display) == "newsreader-light"


async def test_the_palette_lists_commands_but_not_how_to_leave_it(library: Library) -> None:
    async with running(library) as screen:
        titles = [command.title for command in screen.app.get_system_commands(screen.app.screen)]
        assert "Refresh all" in titles
        assert "Cancel" not in titles


async def test_the_footer_names_no_browser_for_an_article_without_an_address(library: Library, tmp_path: Path) -> None:
    write_feed(tmp_path / "news.xml", "News", ["Crane"])
    (feed_id,) = await add_meanwhile(library, str(tmp_path / "news.xml"))
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until(lambda: screen.main.panes.focused is Pane.ARTICLE and screen.shown_title is not None)
        await screen.until(lambda: "o browser" not in screen.text() and "Space read on" in screen.text())
        screen.main.listing.go_to(f"feed:{feed_id}")
        await screen.until_shown("Crane")
        await screen.until(lambda: "o browser" in screen.text())
