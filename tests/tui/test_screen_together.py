"""What comes late, comes from elsewhere, or was typed ahead."""

from pathlib import Path

import pytest

from reader.library import reading
from reader.library.library import Library, open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids, list_feeds
from reader.model.filters import ArticleFilter
from tests.tui.conftest import add_meanwhile, running, write_feed

FIRST = "A long report"


async def test_a_search_that_was_left_shows_nothing_when_its_answer_comes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        asked: list[str] = []

        async def read_late(use: object, *args: object, **kwargs: object) -> object:
            asked.append("search")
            await screen.until(lambda: screen.main.listing.place.title == "All")
            return article_ids(library, ArticleFilter(words="note"))

        with monkeypatch.context() as patch:
            patch.setattr(screen.main.stage.desk, "read", read_late)
            patch.setattr(screen.main.stage, "cancel", lambda group: None)  # as where the answer is there already
            await screen.press("/", *"note", "enter")
            await screen.until(lambda: asked)
            await screen.press("escape")
            await screen.until(lambda: screen.main.listing.place.title == "All")
            await screen.pilot.pause()
        await screen.until(lambda: screen.main.panes.article_list.item_count == 12)
        assert screen.main.listing.place.title == "All"


async def test_a_search_leads_back_to_the_place_in_the_list(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("G")
        await screen.until(lambda: screen.main.panes.article_list.cursor == 11)
        before = screen.main.panes.article_list.article_id
        await screen.press("/", *"note", "enter")
        await screen.until(lambda: screen.main.listing.place.wanted.words)
        await screen.press("escape")
        await screen.until(lambda: screen.main.listing.place.title == "All")
        assert screen.main.panes.article_list.article_id == before
        await screen.until(lambda: screen.main.reading.shown and screen.main.reading.shown.article.id == before)


async def test_keys_typed_after_enter_move_the_article_that_comes(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.press("j", "k")
        view = screen.main.panes.article_view
        screen.main.walking.next_article()
        screen.main.walking.previous_article()
        view.action_bottom()
        await screen.until(lambda: screen.main.reading.opened and screen.shown_title == FIRST)
        await screen.until(lambda: view.scroll_offset.y == round(view.max_scroll_y) > 5)


async def test_an_article_that_is_previewed_keeps_its_place_when_it_is_opened(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        screen.main.panes.article_view.scroll_lines(7)
        await screen.press("enter")
        await screen.until(lambda: screen.main.reading.opened)
        assert screen.main.panes.article_view.scroll_offset.y == 7


async def test_a_preview_that_was_marked_unread_is_read_once_it_is_opened(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        first = screen.main.panes.article_list.article_id
        assert first is not None
        await screen.press("m")
        await screen.until(lambda: first not in reading.unread_among(library, [first]))
        await screen.press("m")
        await screen.until(lambda: first in reading.unread_among(library, [first]))
        await screen.until(lambda: screen.main.reading._unread)
        await screen.press("enter")
        await screen.until(lambda: first not in reading.unread_among(library, [first]))


async def test_what_another_reader_does_is_shown(library: Library, tmp_path: Path) -> None:
    async with running(library) as screen:
        await screen.until(lambda: screen.main.listing.overview.unread == 12)
        await screen.until(lambda: screen.main.refreshing._version is not None)
        with open_library(library.data_dir, tmp_path / "config") as another:
            ids = list(article_ids(another, ArticleFilter()))
            set_read(another, ids, True)
            set_bookmarked(another, ids[:1], True)
        await screen.until(lambda: screen.main.listing.overview.unread == 0)
        await screen.until(lambda: "★" in screen.main.panes.article_list.render_line(0).text)
        assert "●" not in screen.main.panes.article_list.render_line(0).text


async def test_n_finds_what_is_unread_in_a_folded_folder(tmp_path: Path) -> None:
    for name in ("east", "west"):
        write_feed(tmp_path / f"{name}.xml", name, [f"News from {name}"])
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        east, west = await add_meanwhile(library, str(tmp_path / "east.xml"), str(tmp_path / "west.xml"))
        with library.connection as connection:
            connection.execute("UPDATE feed SET folder = 'World' WHERE id = ?", (west,))
        set_read(library, article_ids(library, ArticleFilter(feed_id=east)), True)
        async with running(library) as screen:
            await screen.until(lambda: len(screen.main.listing.overview.feeds) == 2)
            screen.main.listing.fold(frozenset({"World"}))
            screen.main.listing.show_overview(screen.main.listing.overview)
            screen.main.listing.go_to(f"feed:{east}")
            await screen.press("n")
            await screen.until_shown("News from west")
            assert screen.main.listing.place.key == f"feed:{west}"


async def test_a_source_that_is_known_is_named_and_moves_nothing(library: Library, notes: Path) -> None:
    async with running(library) as screen:
        await screen.until(lambda: len(screen.main.listing.overview.feeds) == 1)
        [feed] = list_feeds(library)
        screen.main.listing.go_to(f"feed:{feed.feed.id}")
        await screen.press("j", "j", "enter")
        await screen.until(lambda: screen.main.reading.opened)
        here = screen.main.panes.article_list.article_id
        screen.main.feeds.add_source(str(notes))
        await screen.until(lambda: "already" in screen.text())
        assert screen.main.panes.article_list.article_id == here
        assert screen.main.reading.opened
