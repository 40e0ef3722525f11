from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.library.reading import article_ids, article_rows
from reader.library.relating import related_articles
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from tests.tui.conftest import Screen, add_meanwhile, running, write_feed

FIRST, SECOND, THIRD = "A long report", "Links of the week", "Harbour strike, report 9"
UNREAD = ArticleFilter(unread=True)


def titles(library: Library, wanted: ArticleFilter) -> set[str]:
    return {row.title for row in article_rows(library, article_ids(library, wanted))}


def count_unread(library: Library) -> int:
    return len(article_ids(library, UNREAD))


async def open_first(screen: Screen) -> None:
    await screen.press("enter")
    await screen.until_shown(FIRST)
    await screen.until(lambda: screen.main.reading.opened)


async def test_capital_n_opens_the_unread_article_before_and_skips_what_is_read(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("j", "m")
        await screen.until(lambda: count_unread(library) == 11)
        await screen.press("j", "N")
        await screen.until_shown(FIRST)
        await screen.until(lambda: screen.main.panes.article_list.cursor == 0)
        await screen.until(lambda: FIRST not in titles(library, UNREAD))


async def test_capital_n_says_when_nothing_unread_stands_before(library: Library) -> None:
    async with running(library) as screen:
        await open_first(screen)
        await screen.press("N")
        await screen.until(lambda: "No unread article stands before this one" in screen.text())
        assert screen.shown_title == FIRST


async def test_n_goes_on_in_the_next_feed_that_has_something_unread(tmp_path: Path) -> None:
    for name in ("east", "west"):
        write_feed(tmp_path / f"{name}.xml", name, [f"News from {name}"])
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        await add_meanwhile(library, str(tmp_path / "east.xml"), str(tmp_path / "west.xml"))
        async with running(library) as screen:
            await screen.press("h", *"jjjjj")
            await screen.until(lambda: screen.main.listing.place.title == "east")
            await screen.press("enter", "enter")
            await screen.until(lambda: count_unread(library) == 1)
            await screen.press("n")
            await screen.until_shown("News from west")
            assert screen.main.listing.place.title == "west"
            await screen.until(lambda: count_unread(library) == 0)
            await screen.press("n")
            await screen.until(lambda: "No unread articles are left" in screen.text())


async def test_walking_past_either_end_of_the_list_is_told(library: Library) -> None:
    async with running(library) as screen:
        await open_first(screen)
        await screen.press("K")
        await screen.until(lambda: "This is the first article here" in screen.text())
        await screen.press("q", "G", "enter", "J")
        await screen.until(lambda: "This is the last article here" in screen.text())


async def test_holding_capital_j_ends_on_the_last_article_with_its_own_sidebar(library: Library) -> None:
    ids = article_ids(library, ArticleFilter())
    last, before = ids[-1], ids[-2]
    wanted = [one.row.id for one in related_articles(library, last)]
    assert wanted
    async with running(library) as screen:
        await screen.press("enter", *"J" * 30, *"KJK")
        await screen.until(lambda: screen.main.reading.shown and screen.main.reading.shown.article.id == before)
        await screen.press("J")
        await screen.until(lambda: screen.main.reading.shown and screen.main.reading.shown.article.id == last)
        related = screen.main.panes.related_list
        await screen.until(lambda: [one.row.id for one in related._articles] == wanted)
        assert screen.main.panes.article_list.article_id == last
        await screen.until(lambda: last not in article_ids(library, UNREAD))


async def test_running_through_the_list_marks_nothing_read(library: Library) -> None:
    async with running(library) as screen:
        await screen.press(*"j" * 30, *"k" * 30)
        await screen.until_shown(FIRST)
        assert count_unread(library) == 12


async def test_space_pages_to_the_end_before_it_opens_another(library: Library) -> None:
    async with running(library) as screen:
        await open_first(screen)
        places = [0]
        while not screen.main.panes.article_view.at_end:
            await screen.press("space")
            await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > places[-1])
            assert screen.shown_title == FIRST
            places.append(screen.main.panes.article_view.scroll_offset.y)
        assert len(places) > 3
        await screen.press("space")
        await screen.until_shown(SECOND)
        assert screen.main.panes.article_view.scroll_offset.y == 0


async def test_space_in_the_list_reads_the_article_beside_it(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.press("space")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 0)
        await screen.until(lambda: count_unread(library) == 11)
        assert screen.main.panes.focused is Pane.LIST


async def test_the_history_ends_at_both_ends_with_a_word(library: Library) -> None:
    async with running(library) as screen:
        await open_first(screen)
        await screen.press("left_square_bracket")
        await screen.until(lambda: "You opened no other article before" in screen.text())
        await screen.press("right_square_bracket")
        await screen.until(lambda: "nothing to go forward to" in screen.text())
        assert screen.shown_title == FIRST


async def test_opening_another_article_after_going_back_forgets_what_lay_forward(library: Library) -> None:
    async with running(library) as screen:
        await open_first(screen)
        await screen.press("J")
        await screen.until_shown(SECOND)
        await screen.until(lambda: screen.main.reading.opened)
        await screen.press("left_square_bracket")
        await screen.until_shown(FIRST)
        await screen.press("q", "j", "j", "enter")
        await screen.until_shown(THIRD)
        await screen.until(lambda: screen.main.reading.opened)
        await screen.press("right_square_bracket")
        await screen.until(lambda: "nothing to go forward to" in screen.text())
        await screen.press("left_square_bracket")
        await screen.until_shown(FIRST)


@pytest.mark.parametrize("back_in", [(120, 36), (80, 24)])
async def test_a_related_article_is_left_by_the_way_back(library: Library, back_in: tuple[int, int]) -> None:
    async with running(library) as screen:
        await screen.press("j", "j", "enter")
        await screen.until_shown(THIRD)
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        await screen.press("l", "j", "enter")
        await screen.until(lambda: screen.shown_title != THIRD and screen.main.reading.opened)
        await screen.pilot.resize_terminal(*back_in)
        await screen.press("left_square_bracket")
        await screen.until_shown(THIRD)
