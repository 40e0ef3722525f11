import pytest

from reader.library.library import Library
from reader.model.panes import Pane
from tests.tui.conftest import Screen, running

FIRST = "A long report"


def cursor(screen: Screen) -> int:
    return screen.main.panes.article_list.cursor


def top_line(screen: Screen) -> int:
    return screen.main.panes.article_view.scroll_offset.y


async def test_l_and_h_go_from_pane_to_pane_and_stop_at_the_ends(library: Library) -> None:
    async with running(library) as screen:
        seen = []
        for key in "hhlllll":
            await screen.press(key)
            seen.append(screen.main.panes.focused)
        assert seen == [Pane.FEEDS, Pane.FEEDS, Pane.LIST, Pane.ARTICLE, Pane.RELATED, Pane.RELATED, Pane.RELATED]


async def test_tab_goes_round_the_panes_and_shift_tab_goes_back(library: Library) -> None:
    async with running(library) as screen:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await screen.press(key)
            seen.append(screen.main.panes.focused)
        assert seen == [Pane.ARTICLE, Pane.RELATED, Pane.FEEDS, Pane.RELATED]


async def test_the_keyboard_is_where_the_focused_pane_is(library: Library) -> None:
    async with running(library) as screen:
        for pane in (Pane.ARTICLE, Pane.RELATED, Pane.FEEDS, Pane.LIST):
            await screen.press("tab")
            assert screen.main.focused is not None
            assert screen.main.focused.id == pane


@pytest.mark.parametrize("keys", [("j", "j", "k"), ("down", "down", "up")])
async def test_letters_and_arrows_move_by_rows(library: Library, keys: tuple[str, ...]) -> None:
    async with running(library) as screen:
        await screen.press(*keys)
        assert cursor(screen) == 1


async def test_the_cursor_stays_within_the_list(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("k")
        assert cursor(screen) == 0
        await screen.press("G", "j")
        assert cursor(screen) == 11


async def test_control_keys_move_by_pages_and_half_pages_in_the_list(library: Library) -> None:
    async with running(library) as screen:
        page, half = screen.main.panes.article_list.page(), screen.main.panes.article_list.half_page()
        assert 0 < half < page < 11
        for key, place in (("ctrl+f", page), ("ctrl+b", 0), ("ctrl+d", half), ("ctrl+u", 0)):
            await screen.press(key)
            assert cursor(screen) == place
        await screen.press("pagedown", "pageup")
        assert cursor(screen) == 0


async def test_control_keys_scroll_the_article_by_pages_and_half_pages(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        page, half = screen.main.panes.article_view.page(), screen.main.panes.article_view.half_page()
        for key, line in (("ctrl+f", page), ("ctrl+b", 0), ("ctrl+d", half), ("ctrl+u", 0), ("pagedown", page)):
            await screen.press(key)
            assert top_line(screen) == line


async def test_g_goes_back_to_the_top_of_the_article(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("G")
        await screen.until(lambda: screen.main.panes.article_view.at_end)
        await screen.press("g")
        await screen.until(lambda: top_line(screen) == 0)


async def test_moving_in_the_feed_list_shows_the_articles_of_each_place(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("h", "j")
        assert screen.main.listing.place.title == "Unread"
        await screen.press("G")
        await screen.until(lambda: screen.main.listing.place.title == "notes")
        assert screen.main.panes.article_list.item_count == 12
        await screen.press("enter")
        assert screen.main.panes.focused is Pane.LIST


async def test_keys_without_anything_to_work_on_do_no_harm(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("h", *"jjjj")
        await screen.until(lambda: "No bookmarks yet" in screen.text())
        await screen.press("l")
        await screen.press(*"jkgGbmAoy1JKnN[]", "enter", "space", "ctrl+d", "ctrl+u", "ctrl+f", "ctrl+b", "s", "s", "z")
        assert screen.app.is_running


async def test_escape_leaves_the_zoom_and_never_the_reader(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("z")
        assert screen.main.panes.zoomed
        await screen.press("escape", "escape", "escape")
        assert not screen.main.panes.zoomed
        assert screen.main.panes.focused is Pane.LIST
        assert screen.app.is_running


async def test_the_palette_runs_a_command_by_its_name(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("ctrl+p")
        await screen.until(lambda: len(screen.app.screen_stack) == 2)
        await screen.press(*"bookmark")
        await screen.until(lambda: "Bookmark the article" in screen.text())
        await screen.press("enter")
        await screen.until(lambda: "★" in screen.text())


@pytest.mark.parametrize("key", ["question_mark", "q", "escape", "enter"])
async def test_help_closes_again(library: Library, key: str) -> None:
    async with running(library) as screen:
        await screen.press("question_mark")
        await screen.until(lambda: len(screen.app.screen_stack) == 2)
        await screen.press(key)
        await screen.until(lambda: len(screen.app.screen_stack) == 1)
        assert screen.app.is_running
