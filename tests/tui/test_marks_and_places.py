from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.library.library import Library
from reader.library.reading import article_ids
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from tests.servers.site import Site, serving_site
from tests.tui.conftest import add_meanwhile, running, write_feed

UNREAD, BOOKMARKED = ArticleFilter(unread=True), ArticleFilter(bookmarked=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as served:
        yield served


async def test_b_bookmarks_and_takes_the_bookmark_away(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("b")
        await screen.until(lambda: "★" in screen.text())
        assert len(article_ids(library, BOOKMARKED)) == 1
        await screen.press("b")
        await screen.until(lambda: "★" not in screen.text())
        assert not article_ids(library, BOOKMARKED)


async def test_m_marks_read_and_unread_again(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("m")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 11)
        await screen.press("m")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 12)


async def test_marking_all_read_asks_with_the_number_and_takes_no_for_an_answer(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("A")
        await screen.until(lambda: "Mark 12 articles" in screen.text())
        await screen.press("n")
        await screen.until(lambda: len(screen.app.screen_stack) == 1)
        assert len(article_ids(library, UNREAD)) == 12
        await screen.press("A")
        await screen.until(lambda: "Mark 12 articles" in screen.text())
        await screen.press("y")
        await screen.until(lambda: not article_ids(library, UNREAD))


async def test_an_article_that_was_read_stays_in_the_unread_list_until_the_list_is_left(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("h", "j")
        await screen.until(lambda: screen.main.listing.place.key == "unread")
        await screen.press("l", "enter")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 11)
        await screen.main.listing.reload_list()
        assert screen.main.panes.article_list.item_count == 12
        await screen.press("q", "h", "k", "j")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 11)


async def test_new_articles_do_not_move_the_row_under_the_cursor(library: Library, notes: Path) -> None:
    async with running(library) as screen:
        await screen.press("j", "j", "j")
        chosen = screen.main.panes.article_list.article_id
        row = screen.main.panes.article_list.cursor - screen.main.panes.article_list.scroll_offset.y
        (notes / "new.txt").write_text("Brand new\n\nThis note came while the list was being read.", encoding="utf-8")
        await screen.press("R")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 13)
        await screen.pilot.pause()
        assert screen.main.panes.article_list.article_id == chosen
        assert screen.main.panes.article_list.cursor - screen.main.panes.article_list.scroll_offset.y == row


async def test_a_search_lists_what_it_finds_and_escape_leaves_it(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("slash", *"paragraph", "enter")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 1)
        assert "Search: paragraph" in screen.text()
        await screen.press("escape")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 12)


async def test_a_search_without_hits_says_so(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("slash", *"zebra", "enter")
        await screen.until(lambda: "No article holds all these words" in screen.text())


async def test_a_source_is_added_by_the_refresher_and_shown(library: Library, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "one.md").write_text("# Tides\n\nHigh water at noon.", encoding="utf-8")
    async with running(library) as screen:
        await screen.press("a")
        await screen.until(lambda: "Add a source" in screen.text())
        screen.app.screen.query_one(Input).value = str(more)  # a long path takes seconds to type
        await screen.press("enter")
        await screen.until(lambda: screen.main.listing.place.title == "more")
        await screen.until_shown("Tides")


async def test_a_source_that_can_not_be_added_is_told_by_name_where_it_was_typed(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("a", *"/no/such/place", "enter")
        await screen.until(lambda: "there is no such file" in screen.text())
        assert screen.text().count("/no/such/place") == 2  # as it was typed, and in the sentence
        assert not screen.app._notifications


async def test_a_web_source_that_fails_is_in_the_list_and_its_user_is_told(library: Library, site: Site) -> None:
    async with running(library) as screen:
        await screen.press("a")
        await screen.until(lambda: "Add a source" in screen.text())
        screen.app.screen.query_one(Input).value = site.url("/gone")
        await screen.press("enter")
        await screen.until(lambda: any("added all the same" in told.message for told in screen.app._notifications))
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 2)


async def test_removing_a_feed_asks_and_keeps_the_bookmarks(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("b", "h")
        await screen.until(lambda: article_ids(library, BOOKMARKED))
        await screen.press("G", "D")
        await screen.until(lambda: "Remove “notes”?" in screen.text())
        await screen.press("y")
        await screen.until(lambda: not screen.main.listing.overview.feeds)
        assert len(article_ids(library, BOOKMARKED)) == 1


@pytest.mark.parametrize(("removed", "shown"), [("a-wire", "b-wire"), ("b-wire", "notes"), ("notes", "b-wire")])
async def test_after_a_removal_the_next_feed_is_shown(
    library: Library, tmp_path: Path, removed: str, shown: str
) -> None:
    for name in ("a-wire", "b-wire"):
        write_feed(tmp_path / f"{name}.xml", name, [f"Report of {name}"])
        await add_meanwhile(library, str(tmp_path / f"{name}.xml"))
    async with running(library) as screen:
        screen.main.listing.go_to(
            next(place.key for place in screen.main.panes.feed_list.places if place.title == removed)
        )
        await screen.press("D")
        await screen.until(lambda: f"Remove “{removed}”?" in screen.text())
        await screen.press("y")
        await screen.until(lambda: removed not in {place.title for place in screen.main.panes.feed_list.places})
        assert screen.main.listing.place.title == shown
        assert screen.main.panes.feed_list.place.title == shown


async def test_a_message_that_is_on_the_screen_is_not_put_there_again(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("K", "K", "K")
        await screen.until(lambda: "the first article" in screen.text())
        await screen.pilot.pause()
        assert screen.text().count("the first article") == 1


async def test_q_goes_back_before_it_quits(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter", "q")
        assert screen.main.panes.focused is Pane.LIST
        await screen.press("q")
        await screen.until(lambda: not screen.app.is_running)


async def test_a_search_has_a_row_of_its_own_and_marks_its_words_in_titles_and_article(library: Library) -> None:
    def marked() -> list[str]:
        strips = screen.app.screen._compositor.render_strips()
        underlined = (segment for strip in strips for segment in strip if segment.style and segment.style.underline)
        return [segment.text for segment in underlined]

    async with running(library) as screen:
        await screen.press("slash", *"dockers", "enter")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 10)
        assert screen.main.panes.feed_list.place.title == "Search: dockers"
        assert "10 articles" in screen.text()
        await screen.until(lambda: "dockers" in marked())
        await screen.press("slash", *"report", "enter")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 11)
        await screen.until(lambda: marked().count("report") >= 9)
        await screen.press("escape")
        await screen.until(lambda: screen.main.panes.feed_list.place.title == "All")
        await screen.until(lambda: not marked())
        assert "Search:" not in screen.text()
