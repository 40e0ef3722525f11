from functools import partial
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from reader.tui.jobs.reading import open_article
from tests.tui.conftest import Screen, add_meanwhile, running, write_feed

FIRST, THIRD = "A long report", "Harbour strike, report 9"
SIZES = ((80, 24), (50, 20), (200, 50), (30, 10), (120, 36))


def top_block(screen: Screen) -> int:
    """The number of the paragraph that stands at the top of the article's pane."""
    view = screen.main.panes.article_view
    return view._lines[view.scroll_offset.y].block


def is_settled(screen: Screen, size: tuple[int, int], paragraph: int) -> bool:
    """Tell whether the screen has taken its new size, with a paragraph at the top of the article still."""
    bottoms = [column.region.bottom for column in screen.main.panes._columns.values() if column.display]
    return screen.main.size == size and max(bottoms) <= size[1] and top_block(screen) == paragraph


def check_columns(screen: Screen, width: int, height: int) -> None:
    """Hold the panes that show to the screen: side by side, none of them cut or over another."""
    shown = [column.region for column in screen.main.panes._columns.values() if column.display]
    assert shown
    for region in shown:
        assert 0 <= region.x < region.right <= width
        assert 0 <= region.y < region.bottom <= height - 2
    for number, region in enumerate(shown):
        assert not any(region.overlaps(other) for other in shown[number + 1 :])


async def test_resizing_keeps_the_text_at_the_top_of_the_article(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("ctrl+f", "ctrl+f")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 20)
        paragraph = top_block(screen)
        for size in SIZES:
            await screen.pilot.resize_terminal(*size)
            await screen.until(partial(is_settled, screen, size, paragraph))
            check_columns(screen, *size)
            assert top_block(screen) == paragraph
            assert screen.shown_title == FIRST
            assert screen.main.reading.opened


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", Pane)
async def test_every_pane_can_be_reached_and_is_whole_at_any_size(
    library: Library, size: tuple[int, int], pane: Pane
) -> None:
    async with running(library, size) as screen:
        while screen.main.panes.focused is not pane:
            await screen.press("tab")
        await screen.pilot.pause()
        check_columns(screen, *size)
        assert screen.main.panes._columns[pane].display
        rows = screen.text().split("\n")
        assert len(rows) == size[1]


async def test_the_row_under_the_cursor_stays_in_sight_at_any_size(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("G")
        for size in SIZES:
            await screen.pilot.resize_terminal(*size)
            await screen.pilot.pause()
            view = screen.main.panes.article_list
            assert view.scroll_offset.y <= view.cursor < view.scroll_offset.y + view.size.height


async def test_a_sidebar_below_the_text_moves_beside_it_when_there_is_room(library: Library) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.press("j", "j", "enter")
        await screen.until_shown(THIRD)
        await screen.until(lambda: screen.main.panes.article_view._below)
        await screen.pilot.resize_terminal(120, 36)
        await screen.until(lambda: not screen.main.panes.article_view._below)
        assert "Related" in screen.text()
        await screen.pilot.resize_terminal(80, 24)
        await screen.until(lambda: screen.main.panes.article_view._below)


async def test_an_article_is_not_laid_out_for_a_pane_that_has_no_width_yet(library: Library) -> None:
    (article_id,) = article_ids(library, ArticleFilter(), 1)
    assert open_article(library, article_id, 0).lines == []
    assert open_article(library, article_id, 40).lines


@pytest.mark.parametrize("key", ["J", "n", "space", "enter"])
async def test_where_one_pane_fills_the_screen_an_opened_article_does(library: Library, key: str) -> None:
    async with running(library, (50, 20)) as screen:
        await screen.press(key)
        await screen.until(lambda: screen.main.reading.opened)
        assert screen.main.panes.focused is Pane.ARTICLE
        assert screen.shown_title is not None
        await screen.until(lambda: str(screen.shown_title) in screen.text())


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (200, 50)])
async def test_the_way_back_leads_to_the_same_text_at_another_size(library: Library, size: tuple[int, int]) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("ctrl+f", "ctrl+f")
        paragraph = top_block(screen)
        assert paragraph > 5
        await screen.press("J")
        await screen.until_shown("Links of the week")
        await screen.press("q")
        await screen.pilot.resize_terminal(*size)
        await screen.press("left_square_bracket")
        await screen.until_shown(FIRST)
        await screen.until(lambda: top_block(screen) == paragraph)


async def test_a_long_name_leaves_room_for_the_counts(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed.xml", "A name that is long " * 10, ["First", "Second"])
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        await add_meanwhile(library, str(tmp_path / "feed.xml"))
        async with running(library, (80, 24)) as screen:
            await screen.press("h", "G")
            await screen.until(lambda: "1 of 2 · 2 unread in all" in screen.text())


async def test_an_article_alone_on_a_wide_screen_stands_in_its_middle(library: Library) -> None:
    async with running(library, (200, 50)) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("z")
        await screen.until(lambda: screen.main.panes.article_view.size.width > 190)
        await screen.pilot.pause()
        (title,) = (row for row in screen.text().split("\n") if FIRST in row)
        assert title.index(FIRST) == (screen.main.panes.article_view.size.width - 88) // 2


async def test_the_title_of_a_scrolled_article_stands_above_it(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        title = screen.main.panes.titles[Pane.ARTICLE]
        await screen.until(lambda: title.render().plain.startswith("▌ Article"))
        await screen.press("ctrl+f")
        await screen.until(lambda: title.render().plain.startswith(f"▌ {FIRST}"))


@pytest.mark.parametrize(("card", "rows"), [(False, 6), (True, 5)])
async def test_a_small_screen_shows_a_few_articles_above_the_one_that_is_read(
    library: Library, card: bool, rows: int
) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.until_shown(FIRST)
        screen.main.panes.show_card(card)
        await screen.until(lambda: screen.main.panes.article_list.size.height == rows)
