import gc
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.library.reading import list_feeds
from reader.model.config import Config
from reader.model.errors import DatabaseError
from reader.model.keys import KEYS, Scope
from reader.model.panes import Pane
from reader.tui.app import NewsApp
from reader.tui.jobs import browsing
from reader.tui.jobs.reading import Overview
from reader.tui.main import screen as main_screen
from tests.tui.conftest import Screen, add_meanwhile, running

LINKS = "Links of the week"


async def test_every_key_names_a_method_of_a_part_of_the_screen(library: Library) -> None:
    async with running(library) as screen:
        commands = [key.action.split()[0] for key in KEYS if key.scope is Scope.SCREEN]
        parts = [command.split(".") for command in commands if not command.startswith(("app.", "screen."))]
        assert [
            name for name in parts if not callable(getattr(getattr(screen.main, name[0], None), name[1], None))
        ] == []


async def test_resizing_keeps_the_article_and_shows_no_pane_of_no_width(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("j", "enter")
        await screen.until_shown(LINKS)
        for width, height in ((80, 24), (50, 20), (200, 50), (120, 36)):
            await screen.pilot.resize_terminal(width, height)
            await screen.pilot.pause()
            assert screen.shown_title == LINKS
            assert LINKS in screen.text()
            shown = [column for column in screen.main.panes._columns.values() if column.display]
            assert all(column.region.width > 20 for column in shown)
            assert max(map(len, screen.text().split("\n"))) == width


async def test_a_narrow_screen_lists_related_articles_below_the_text(library: Library) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.press("j", "j", "enter")
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        await screen.press("ctrl+f")
        await screen.until(lambda: "SAME STORY" in screen.text() or "EARLIER AND RELATED" in screen.text())
        await screen.press("s")
        assert screen.main.panes.focused is Pane.RELATED


async def test_s_hides_the_sidebar_and_shows_it_again(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("s")
        assert "Related" not in screen.text()
        await screen.press("s")
        await screen.until(lambda: "Related" in screen.text())


async def test_z_leaves_only_the_article(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await screen.press("z")
        await screen.until(lambda: "Bookmarks" not in screen.text())
        await screen.press("z")
        await screen.until(lambda: "Bookmarks" in screen.text())


async def test_the_help_screen_lists_every_key(library: Library) -> None:
    async with running(library, (100, 70)) as screen:
        await screen.press("question_mark")
        await screen.until(lambda: len(screen.app.screen_stack) == 2)
        await screen.pilot.pause()
        assert [key.id for key in KEYS if key.help not in screen.text()] == []


async def test_a_digit_waits_for_another_where_two_can_be_meant(library: Library, opened: list[str]) -> None:
    async with running(library) as screen:
        await screen.press("j", "enter")
        await screen.until_shown(LINKS)
        await screen.press("1")
        await screen.press("2")
        await screen.until(lambda: opened == ["https://example.org/page/12"])
        await screen.press("1", "enter")
        await screen.until(lambda: opened[1:] == ["https://example.org/page/1"])
        await screen.press("7")
        await screen.until(lambda: opened[2:] == ["https://example.org/page/7"])


async def test_an_article_without_an_address_is_not_opened(library: Library, opened: list[str]) -> None:
    async with running(library) as screen:
        await screen.press("enter", "o")
        await screen.until(lambda: "no address to open" in screen.text())
        assert opened == []


@pytest.mark.parametrize("address", ["--help", "file:///etc/passwd", "javascript:alert(1)", "https://", " https://a.b"])
def test_nothing_but_web_and_mail_addresses_reach_the_browser(address: str, opened: list[str]) -> None:
    assert browsing.open_address(address, "y") is not None
    assert opened == []


async def test_a_key_of_the_config_file_takes_the_place_of_the_default(tmp_path: Path, notes: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text('[keys]\nbookmark = "x"\nnonsense = "y"\nzoom = "m"\n', encoding="utf-8")
    with open_library(tmp_path / "data", config) as library:
        await add_meanwhile(library, str(notes))
        async with running(library, (160, 36)) as screen:
            await screen.until(lambda: screen.app._notifications)
            (told,) = (one.message for one in screen.app._notifications)
            assert told.startswith(f"2 settings in {library.config_path} are wrong, and their defaults are used: ")
            assert "keys.nonsense, keys.zoom." in told
            await screen.press("b")
            await screen.press("x")
            await screen.until(lambda: "★" in screen.text())


async def test_what_is_told_leaves_the_lines_below_the_panes_in_sight(library: Library) -> None:
    async with running(library) as screen:
        screen.main.stage.say("One thing.")
        screen.main.stage.say("Another thing.")
        await screen.until(lambda: "Another thing." in screen.text())
        status, keys = screen.text().split("\n")[-2:]
        assert "12 unread in all · refreshed" in status
        assert "q quit" in keys
        assert len(status.rstrip()) < 100


async def test_without_colour_the_cursor_is_told_by_reversed_text(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(library) as screen:
        await screen.until_shown("A long report")
        style = screen.main.panes.article_list.style_for("cursor title")
        assert style.reverse
        assert screen.app.ansi_color


async def test_selected_text_is_copied(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown("A long report")
        view = screen.main.panes.article_view
        await screen.pilot.mouse_down(view, offset=(2, 1))
        await screen.pilot.hover(view, offset=(8, 1))
        await screen.pilot.mouse_up(view, offset=(8, 1))
        await screen.press("ctrl+c")
        await screen.until(lambda: screen.app.clipboard.strip())
        assert screen.app.clipboard.strip() in "A long report"
        await screen.until(lambda: "Copied the selected text." in screen.text())


async def test_textual_holds_no_key_of_its_own(tmp_path: Path, notes: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text(
        '[keys]\nbookmark = "ctrl+q"\nzoom = "ctrl+p"\npalette = "f9"\n', encoding="utf-8"
    )
    with open_library(tmp_path / "data", config) as library:
        await add_meanwhile(library, str(notes))
        async with running(library, (160, 36)) as screen:
            await screen.until_shown("A long report")
            await screen.press("ctrl+q")
            await screen.until(lambda: "★" in screen.text())
            await screen.press("ctrl+p")
            await screen.until(lambda: screen.main.panes.zoomed)
            await screen.press("f9")
            await screen.until(lambda: len(screen.app.screen_stack) == 2)


async def test_who_presses_ctrl_q_stays_and_ctrl_c_tells_how_to_quit(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await screen.press("ctrl+q", "ctrl+c")
        await screen.until(lambda: "No text is selected. q goes back" in screen.text())
        assert screen.app.is_running


async def test_a_click_chooses_and_a_double_click_opens(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await screen.pilot.click("#list", offset=(10, 2))
        assert screen.main.panes.article_list.cursor == 2
        await screen.pilot.click("#list", offset=(10, 1), times=2)
        await screen.until(lambda: screen.main.panes.focused is Pane.ARTICLE)
        await screen.until_shown(LINKS)


async def test_a_title_that_looks_like_markup_is_shown_as_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    title = "[/] [@click=app.quit]x[/] [link=https://evil.example]y[/link]"
    (folder / "a.md").write_text(f"# {title}\n\nText of {title}.", encoding="utf-8")
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        await add_meanwhile(library, str(folder))
        async with running(library, (200, 40)) as screen:
            await screen.press("enter")
            await screen.until(lambda: screen.text().count("[@click=app.quit]x[/]") >= 2)
            await screen.press("h", "h", "G", "D")
            await screen.until(lambda: "Remove" in screen.text())


def test_an_unknown_theme_is_told_and_the_default_is_used(tmp_path: Path) -> None:
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        library.__dict__["_loaded_config"] = (replace(Config(), theme="mauve"), ())
        app = NewsApp(library)
        assert app.theme == "newsreader-dark"
        assert re.search("theme must be one of .*mauve", app._complaints[0])


async def test_the_place_in_the_text_survives_a_size_at_which_all_of_it_fits(library: Library) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.press("enter")
        await screen.until_shown("A long report")
        view = screen.main.panes.article_view
        await screen.press("ctrl+f", "ctrl+f")
        await screen.until(lambda: view.scroll_offset.y > 20)
        place = view.place
        await screen.pilot.resize_terminal(200, 320)
        await screen.until(lambda: view.max_scroll_y == 0)
        await screen.pilot.resize_terminal(80, 24)
        await screen.until(lambda: view.place == place and view.scroll_offset.y > 20)


async def test_the_bookmark_shows_where_the_article_stands_alone(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await screen.press("z", "b")
        await screen.until(lambda: "★" in screen.text())
        await screen.press("b")
        await screen.until(lambda: "★" not in screen.text())


async def test_the_way_out_and_the_help_are_named_however_narrow_the_screen(library: Library) -> None:
    async with running(library, (50, 20)) as screen:
        assert "? keys" in screen.text()
        assert "q quit" in screen.text()


async def test_two_refreshes_at_once_are_one(library: Library) -> None:
    async with running(library) as screen:
        screen.main.refreshing.refresh_all()
        screen.main.refreshing.refresh_all()
        await screen.until(lambda: "A refresh is running already" in screen.text())


async def test_a_screen_that_breaks_does_not_end_as_if_all_were_well(library: Library) -> None:
    app = NewsApp(library)

    async def run_until_it_breaks() -> None:
        async with app.run_test() as pilot:
            app.call_later(lambda: 1 // 0)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run_until_it_breaks()
    assert app.return_code == 1


async def test_a_database_that_fails_at_the_start_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Library) -> Overview:
        raise DatabaseError("The disk has gone. Plug it in again.")

    monkeypatch.setattr(main_screen, "overview", fail)
    app = NewsApp(library, selected=list_feeds(library)[0].feed.id)
    async with app.run_test(notifications=True) as pilot:
        screen = Screen(app, pilot)
        await screen.until(lambda: "The disk has gone." in screen.text())


async def test_the_row_under_the_cursor_has_a_bar_that_is_thinner_without_the_keyboard(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")

        def row() -> str:
            return next(line for line in screen.text().split("\n") if "A long report" in line)

        await screen.until(lambda: "▌● " in row())
        await screen.press("l")
        await screen.until(lambda: "▎" in row() and "▌" not in row())


async def test_what_was_made_for_the_start_is_not_looked_through_for_garbage(library: Library) -> None:
    gc.set_threshold(200_000)  # as the command sets it
    async with running(library) as screen:
        await screen.until_shown("A long report")
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[0] == main_screen.YOUNG
