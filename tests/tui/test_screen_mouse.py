from textual import events
from textual.widget import Widget

from reader.library.library import Library
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from tests.tui.conftest import Screen, running

FIRST, THIRD = "A long report", "Harbour strike, report 9"


async def wheel_down(screen: Screen, widget: Widget) -> None:
    """Turn the wheel by one step over a widget, in the way a terminal tells of it."""
    x, y = widget.region.x + 3, widget.region.y + 2
    screen.app.post_message(
        events.MouseScrollDown(
            widget=None, x=x, y=y, delta_x=0, delta_y=0, button=0, shift=False, meta=False, ctrl=False, screen_x=x,
            screen_y=y,
        )
    )  # fmt: skip
    await screen.pilot.pause()


async def test_the_wheel_scrolls_the_article_under_the_mouse(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.until(lambda: screen.main.panes.article_view.allow_vertical_scroll)
        await wheel_down(screen, screen.main.panes.article_view)
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 0)
        assert screen.main.panes.focused is Pane.LIST


async def test_the_wheel_scrolls_the_list_and_leaves_the_cursor(library: Library) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.until_shown(FIRST)
        await wheel_down(screen, screen.main.panes.article_list)
        await screen.until(lambda: screen.main.panes.article_list.scroll_offset.y > 0)
        assert screen.main.panes.article_list.cursor == 0
        assert screen.shown_title == FIRST


async def test_a_click_in_a_pane_gives_it_the_keyboard(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        for widget, pane in (("#article", Pane.ARTICLE), ("#feeds", Pane.FEEDS), ("#list", Pane.LIST)):
            await screen.pilot.click(widget, offset=(5, 3))
            assert screen.main.panes.focused is pane


async def test_a_click_on_a_place_shows_its_articles(library: Library) -> None:
    async with running(library) as screen:
        await screen.pilot.click("#feeds", offset=(4, 4))
        await screen.until(lambda: screen.main.listing.place.title == "Bookmarks")
        await screen.until(lambda: "No bookmarks yet" in screen.text())


async def test_a_click_below_the_last_row_changes_nothing(library: Library) -> None:
    async with running(library) as screen:
        await screen.pilot.click("#feeds", offset=(4, 25), times=2)
        assert screen.main.listing.place.title == "All"


async def test_a_double_click_opens_a_related_article(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("j", "j", "enter")
        await screen.until_shown(THIRD)
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        wanted = screen.main.panes.related_list.article_id
        line = screen.main.panes.related_list.item_lines(0).start
        await screen.pilot.click("#related", offset=(5, line), times=2)
        await screen.until(lambda: screen.main.reading.shown and screen.main.reading.shown.article.id == wanted)
        assert screen.main.panes.focused is Pane.ARTICLE


async def test_a_click_opens_a_related_article_that_stands_below_the_text(library: Library) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.press("j", "j", "enter")
        await screen.until_shown(THIRD)
        view = screen.main.panes.article_view
        await screen.until(lambda: view._below)
        await screen.press("G")
        await screen.until(lambda: view.scroll_offset.y == view.max_scroll_y)
        row = len(view._lines) + len(view._below) - 2 - view.scroll_offset.y
        await screen.pilot.click(view, offset=(5, row))
        await screen.until(lambda: screen.shown_title != THIRD)


async def test_the_selection_reaches_over_lines_and_changes_nothing_else(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        view = screen.main.panes.article_view
        rows = [number for number, line in enumerate(view._lines) if "Paragraph" in str(line.line.pieces)]
        await screen.pilot.mouse_down(view, offset=(2, rows[0]))
        await screen.pilot.hover(view, offset=(12, rows[1]))
        await screen.pilot.mouse_up(view, offset=(12, rows[1]))
        await screen.press("ctrl+c")
        await screen.until(lambda: screen.app.clipboard)
        copied = screen.app.clipboard.split("\n")
        assert copied[0].startswith("Paragraph 0 of a long report")
        assert copied[-1] == "Paragraph 1"
        assert len(article_ids(library, ArticleFilter(bookmarked=True))) == 0
