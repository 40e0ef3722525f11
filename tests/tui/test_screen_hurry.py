"""Keys that are pressed before what they are for has come, and what happens behind the screen meanwhile."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from reader.library.library import Library
from reader.library.marking import set_read
from reader.library.reading import article_ids, article_rows, list_feeds
from reader.model.errors import DatabaseError
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from reader.model.row import ArticleRow
from reader.tui.main import feeds as feeds_part
from reader.tui.main import listing as listing_part
from reader.tui.main import reading as reading_part
from reader.tui.main import relating as relating_part
from reader.tui.main import stage as stage_part
from tests.tui.conftest import Screen, add, add_meanwhile, running, write_feed

FIRST = "A long report"
SECOND = "Links of the week"


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> Iterator[Event]:
    """Let a use case of the library answer only once the event is set."""
    answered, use = Event(), getattr(module, name)

    def answer_late(*args: object) -> object:
        answered.wait(20)
        return use(*args)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, answer_late)
        yield answered
        answered.set()


def shown_rows(screen: Screen) -> list[ArticleRow]:
    """Give the rows of the list as they are drawn."""
    articles = screen.main.panes.article_list
    return [row for item in range(articles.item_count) if (row := articles.row(item))]


def two_feeds(tmp_path: Path, library: Library) -> list[int]:
    """Add two feeds of three articles each."""
    for name in ("East", "West"):
        write_feed(tmp_path / f"{name}.xml", name, [f"{name} {number}" for number in range(3)])
    return add(library, str(tmp_path / "East.xml"), str(tmp_path / "West.xml"))


async def test_a_mark_is_for_the_article_that_is_on_its_way(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.press("enter")
        await screen.until(lambda: screen.main.reading.opened and screen.main.panes.focused is Pane.ARTICLE)
        with held_up(monkeypatch, reading_part, "open_article") as answered:
            await screen.press("J", "b")
            answered.set()
        await screen.until_shown(SECOND)
        ids = screen.main.panes.article_list.ids[:2]
        await screen.until(lambda: any(row.bookmarked for row in article_rows(library, ids)))
        assert [row.bookmarked for row in article_rows(library, ids)] == [False, True]


async def test_space_and_the_address_wait_for_the_article_that_is_on_its_way(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(library) as screen:
        await screen.press("j")
        await screen.until_shown(SECOND)
        await screen.press("enter")
        with held_up(monkeypatch, reading_part, "open_article") as answered:
            await screen.press("K", "space")
            await screen.press("y")
            answered.set()
        await screen.until_shown(FIRST)
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 0)
        await screen.until(lambda: "This article has no address to copy" in screen.text())


async def test_an_article_that_is_gone_leaves_the_one_that_is_shown_as_it_was(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.press("enter")
        await screen.until(lambda: screen.main.reading.opened)
        gone = screen.main.panes.article_list.ids[1]

        def delete() -> None:
            library.connection.execute("PRAGMA foreign_keys = OFF")
            library.connection.execute("DELETE FROM article WHERE id = ?", (gone,))

        await asyncio.to_thread(delete)
        await screen.press("J")
        await screen.until(lambda: "This article is gone" in screen.text())
        assert screen.shown_title == FIRST
        await screen.press("j", "j", "j")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y == 3)


async def test_an_article_from_the_history_is_not_replaced_by_what_the_cursor_passed(
    library: Library, tmp_path: Path
) -> None:
    east, west = await asyncio.to_thread(two_feeds, tmp_path, library)
    async with running(library) as screen:
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 3)
        screen.main.listing.go_to(f"feed:{east}")
        await screen.press("enter")
        await screen.until(lambda: screen.main.reading.opened and screen.shown_title == "East 0")
        screen.main.listing.go_to(f"feed:{west}")
        screen.main.panes.focus(Pane.LIST)
        await screen.until_shown("West 0")
        screen.main.panes.article_list.action_down()
        await screen.until(lambda: screen.main.reading._rest is not None)
        screen.main.walking.back()
        await screen.until(lambda: screen.main.reading.opened and screen.shown_title == "East 0")
        rest = screen.main.reading._rest
        assert rest is not None
        assert not rest._active.is_set()


async def test_related_articles_are_never_those_of_the_article_before(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(library, (80, 24)) as screen:
        await screen.press("G")
        await screen.until(lambda: screen.main.relating.article_ids)
        with held_up(monkeypatch, relating_part, "related_sections") as answered:
            await screen.press("g")
            await screen.until_shown(FIRST)
            screen.main.relating.show_below()
            assert screen.main.relating.article_ids == []
            assert screen.main.panes.article_view._below == ()
            answered.set()


async def test_what_others_add_is_shown_though_the_reader_marks_something(
    library: Library, notes: Path, tmp_path: Path
) -> None:
    async with running(library) as screen:
        await screen.until(lambda: screen.main.refreshing._version is not None)
        (notes / "new.txt").write_text("Brand new\n\nSomething that has just come in.\n", encoding="utf-8")
        await add_meanwhile(library, str(notes))
        await screen.press("m")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 13)
        await screen.press("g")
        await screen.until(lambda: "Brand new" in screen.text())


async def test_a_mark_of_ones_own_reads_no_list_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.until(lambda: screen.main.refreshing._version is not None)
        version = screen.main.refreshing._version
        await screen.press("b")
        await screen.until(lambda: "★" in screen.text())
        await screen.main.refreshing._show_news()
        assert screen.main.refreshing._version == version


async def test_feeds_are_counted_anew_once_marks_rest(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until(lambda: screen.main.listing.overview.unread == 11)
        with monkeypatch.context() as patch:
            patch.setattr(listing_part, "COUNT_AFTER", 3600)
            await screen.press("J", "J", "J")
            await screen.until(lambda: len(article_ids(library, ArticleFilter(unread=True))) == 8)
            await screen.until(lambda: not any(row.unread for row in shown_rows(screen)[:4]))
            assert screen.main.listing.overview.unread == 11
        await screen.press("J")
        await screen.until(lambda: screen.main.listing.overview.unread == 7)


async def test_news_do_not_stop_a_search(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        with held_up(monkeypatch, listing_part, "article_ids") as answered:
            await screen.press("/", *"strike", "enter")
            await screen.until(lambda: screen.main.listing.place.wanted.words)
            screen.main.stage.work("list", screen.main.listing.reload_list)
            await screen.pilot.pause()
            answered.set()
        await screen.until(lambda: screen.main.panes.article_list.item_count == 10)


async def test_a_feed_that_comes_back_is_shown_also_in_a_folded_folder(library: Library, tmp_path: Path) -> None:
    east, _ = await asyncio.to_thread(two_feeds, tmp_path, library)
    library.connection.execute("UPDATE feed SET folder = 'World' WHERE id = ?", (east,))
    async with running(library) as screen:
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 3)
        screen.main.listing.fold(frozenset({"World"}))
        screen.main.listing.show_overview(screen.main.listing.overview)
        screen.main.listing.go_to(f"feed:{east}")
        assert screen.main.listing.place.key == f"feed:{east}"
        assert screen.main.listing.folded == set()


async def test_n_goes_where_something_is_unread_whatever_was_counted_before(library: Library, tmp_path: Path) -> None:
    east, west = await asyncio.to_thread(two_feeds, tmp_path, library)
    async with running(library) as screen:
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 3)
        notes = next(one.feed.id for one in screen.main.listing.overview.feeds if one.feed.id not in (east, west))
        screen.main.listing.go_to(f"feed:{notes}")
        for feed in (notes, east):
            set_read(library, article_ids(library, ArticleFilter(feed_id=feed)), True)
        await screen.press("n")
        await screen.until_shown("West 0")
        assert screen.main.listing.place.key == f"feed:{west}"


async def test_removing_another_feed_leaves_the_reader_where_he_is(library: Library, tmp_path: Path) -> None:
    east, west = await asyncio.to_thread(two_feeds, tmp_path, library)
    async with running(library) as screen:
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 3)
        screen.main.listing.go_to(f"feed:{east}")
        await screen.press("j", "j")
        await screen.until_shown("East 2")
        await screen.main.feeds._remove(next(one.feed for one in list_feeds(library) if one.feed.id == west))
        assert screen.main.listing.place.key == f"feed:{east}"
        assert screen.main.panes.article_list.cursor == 2


async def test_a_removal_that_takes_long_can_be_undone_though_another_question_was_asked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.library import sources

    [feed] = list_feeds(library)
    async with running(library) as screen:
        await screen.until(lambda: screen.main.listing.overview.feeds)
        screen.main.listing.go_to(f"feed:{feed.feed.id}")
        with held_up(monkeypatch, sources, "remove_feed") as answered:
            await screen.press("D")
            await screen.until(lambda: "Remove “" in screen.text())
            await screen.press("y")
            await screen.press("c")
            await screen.until(lambda: len(screen.app.screen_stack) == 2)
            await screen.press("escape")
            answered.set()
        await screen.until(lambda: "brings it back" in screen.text())
        await screen.press("u")
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 1)


async def test_an_undo_that_fails_can_be_tried_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library import sources

    def fail(*_: object) -> None:
        raise DatabaseError("The disk is full")

    [feed] = list_feeds(library)
    async with running(library) as screen:
        await screen.until(lambda: screen.main.listing.overview.feeds)
        await screen.main.feeds._remove(feed.feed)
        with monkeypatch.context() as patch:
            patch.setattr(sources, "restore_feed", fail)
            await screen.press("u")
            await screen.until(lambda: "The disk is full" in screen.text())
        await screen.press("u")
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 1)


async def test_rows_that_could_not_be_read_are_read_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise DatabaseError("The library is busy")

    async with running(library) as screen:
        await screen.until_shown(FIRST)
        with monkeypatch.context() as patch:
            patch.setattr(stage_part, "article_rows", fail)
            screen.main.panes.article_list.forget_rows()
            await screen.until(lambda: "The library is busy" in screen.text())
        screen.main.panes.article_list.refresh()
        await screen.until(lambda: FIRST in screen.main.panes.article_list.render_line(0).text)


@pytest.mark.parametrize("key", ["a", "i", "e"])
async def test_a_name_that_is_too_long_is_told_in_the_dialog(library: Library, key: str) -> None:
    async with running(library) as screen:
        await screen.press(key)
        await screen.until(lambda: len(screen.app.screen_stack) == 2)
        screen.app.screen.query_one("Input").value = "long" * 100 + "/x"  # type: ignore[attr-defined]
        await screen.press("enter")
        await screen.until(lambda: "there is no" in screen.text() or "too long" in screen.text())
        assert screen.app.is_running


async def test_a_choice_that_comes_by_itself_waits_for_the_keys_to_rest(library: Library) -> None:
    offers = [{"title": name, "address": f"https://news.example/{name}", "kind": "rss"} for name in ("one", "two")]
    async with running(library) as screen:
        await screen.press("/")
        await screen.until(lambda: len(screen.app.screen_stack) == 2)
        job = feeds_part.Feeds._choose
        screen.main.stage.work(
            "add", job, screen.main.feeds, "https://news.example", {"source": "news.example", "choices": offers}, False
        )
        await screen.press(*"top 2 news")
        assert "Which of these" not in screen.text()
        await screen.press("escape")
        await screen.until(lambda: "Which of these 2 feeds?" in screen.text())
        await screen.press("escape")
