"""Stories on the screen: the number of sources, lists with one row for each story, top stories."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.library.reading import article_ids, article_rows
from reader.model.filters import ArticleFilter
from tests.library.samples import rss
from tests.library.test_relating import OTHERS, STRIKE
from tests.library.test_stories import text_of
from tests.tui.conftest import Screen, add, add_meanwhile, running


@pytest.fixture
def news(tmp_path: Path) -> Iterator[Library]:
    """Make a library of two feeds with three reports of one event between them."""
    texts = [(it.title, text_of(it)) for it in (*STRIKE, *OTHERS)]
    for name, some in {"Post": texts[:1] + texts[3:], "Wire": texts[1:3]}.items():
        (tmp_path / f"{name}.xml").write_bytes(rss(name, *some))
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        add(library, str(tmp_path / "Post.xml"), str(tmp_path / "Wire.xml"))
        yield library


def titles(screen: Screen) -> list[str]:
    rows = article_rows(screen.main.stage.library, screen.main.panes.article_list.ids)
    return [row.title for row in rows]


def reports(screen: Screen) -> list[str]:
    return [title for title in titles(screen) if title in {it.title for it in STRIKE}]


async def test_an_article_of_a_story_has_the_number_of_its_sources_in_its_row(news: Library) -> None:
    async with running(news, (160, 40)) as screen:
        await screen.until(lambda: screen.text().count("×2") == 3)


async def test_f_folds_stories_and_unfolds_them(news: Library) -> None:
    async with running(news) as screen:
        before = titles(screen)
        await screen.press("f")
        await screen.until(lambda: len(reports(screen)) == 1)
        assert len(titles(screen)) == len(before) - 2
        assert "▸" in screen.text().split("×2")[0].splitlines()[-1]
        await screen.press("f")
        await screen.until(lambda: titles(screen) == before)


async def test_v_shows_the_other_reports_of_a_story_and_hides_them_again(news: Library) -> None:
    async with running(news) as screen:
        await screen.press("f")
        await screen.until(lambda: len(reports(screen)) == 1)
        (lead,) = reports(screen)
        screen.main.panes.article_list.move_to(titles(screen).index(lead))
        await screen.press("v")
        assert len(reports(screen)) == 3
        assert reports(screen)[0] == lead
        await screen.press("j", "v")
        assert reports(screen) == [lead]
        assert titles(screen)[screen.main.panes.article_list.cursor] == lead


async def test_the_cursor_stays_on_the_story_whose_row_is_folded_away(news: Library) -> None:
    async with running(news) as screen:
        away = titles(screen).index(reports(screen)[-1])
        screen.main.panes.article_list.move_to(away)
        await screen.press("f")
        await screen.until(lambda: len(reports(screen)) == 1)
        assert titles(screen)[screen.main.panes.article_list.cursor] == reports(screen)[0]


async def test_where_nothing_can_be_unfolded_v_says_so(news: Library) -> None:
    async with running(news) as screen:
        await screen.press("v")
        await screen.until(lambda: "Nothing is folded here; f folds stories." in screen.text())
        await screen.press("f")
        await screen.until(lambda: len(reports(screen)) == 1)
        screen.main.panes.article_list.move_to(titles(screen).index(OTHERS[3].title))
        await screen.press("v")
        await screen.until(lambda: "No other article here reports on this event." in screen.text())


async def test_marking_a_folded_list_read_marks_what_is_folded_away_too(news: Library) -> None:
    async with running(news) as screen:
        await screen.press("f")
        await screen.until(lambda: len(reports(screen)) == 1)
        await screen.press("A")
        await screen.until(lambda: "Mark 10 articles" in screen.text())


async def test_top_stories_are_those_of_several_sources_one_row_each(news: Library) -> None:
    async with running(news) as screen:
        await screen.press("h", *"jjj")
        await screen.until(lambda: screen.main.listing.place.title == "Top stories" and len(titles(screen)) == 1)
        assert titles(screen) == reports(screen)
        await screen.press("l", "v")
        await screen.until(lambda: len(reports(screen)) == 3)
        await screen.press("h", "g", "l")
        await screen.until(lambda: len(titles(screen)) == 10)


async def test_what_arrives_joins_the_folded_row(news: Library, tmp_path: Path) -> None:
    async with running(news) as screen:
        await screen.press("f")
        await screen.until(lambda: len(reports(screen)) == 1)
        await screen.until(lambda: screen.main.refreshing._version is not None)
        (tmp_path / "Herald.xml").write_bytes(rss("Herald", (f"{STRIKE[0].title} today", text_of(STRIKE[0]))))
        await add_meanwhile(news, str(tmp_path / "Herald.xml"))
        await screen.until(lambda: "×3" in screen.text())
        assert len(titles(screen)) == 8


def unread(library: Library) -> set[int]:
    return set(article_ids(library, ArticleFilter(unread=True)))


@pytest.mark.parametrize("mark_all", [False, True])
async def test_reading_a_report_marks_the_others_only_if_that_is_wanted_and_can_be_taken_back(
    news: Library, tmp_path: Path, mark_all: bool
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(f"[stories]\nmark_all = {str(mark_all).lower()}\nfold = true\n")
    left = 7 if mark_all else 9
    with open_library(tmp_path / "data", tmp_path / "config") as configured:
        await read_and_take_back(configured, left)


async def read_and_take_back(news: Library, left: int) -> None:
    async with running(news) as screen:
        assert len(reports(screen)) == 1
        screen.main.panes.article_list.move_to(titles(screen).index(reports(screen)[0]))
        await screen.press("m")
        await screen.until(lambda: len(unread(news)) == left)
        await screen.press("m")
        await screen.until(lambda: len(unread(news)) == 10)
        await screen.press("enter")
        await screen.until(lambda: len(unread(news)) == left)


def places(screen: Screen) -> list[str]:
    return [place.title for place in screen.main.panes.feed_list.places]


async def test_f_in_capitals_follows_a_story_and_counts_what_comes_next(news: Library, tmp_path: Path) -> None:
    async with running(news) as screen:
        screen.main.panes.article_list.move_to(titles(screen).index(STRIKE[2].title))
        await screen.press("F")
        await screen.until(lambda: STRIKE[2].title in places(screen))
        await screen.until(lambda: "F stops" in screen.text())
        await screen.until(lambda: screen.main.refreshing._version is not None)
        (tmp_path / "Herald.xml").write_bytes(rss("Herald", (f"{STRIKE[0].title} today", text_of(STRIKE[0]))))
        await add_meanwhile(news, str(tmp_path / "Herald.xml"))
        await screen.until(
            lambda: any(it.wanted.followed and it.badge == 4 for it in screen.main.listing.overview.smart)
        )
        screen.main.listing.go_to(next(it.key for it in screen.main.listing.overview.smart if it.wanted.followed))
        assert len(reports(screen)) == 3
        assert len(titles(screen)) == 4


async def test_what_is_followed_goes_without_a_trace(news: Library) -> None:
    async with running(news) as screen:
        before = places(screen)
        screen.main.panes.article_list.move_to(titles(screen).index(STRIKE[2].title))
        await screen.press("F")
        await screen.until(lambda: len(places(screen)) == len(before) + 1)
        await screen.press("F")
        await screen.until(lambda: places(screen) == before)
        await screen.press("F")
        await screen.until(lambda: len(places(screen)) == len(before) + 1)
        await screen.press("h", *"jjjjj", "F")
        await screen.until(lambda: places(screen) == before)
        await screen.press("g", "F")
        await screen.until(lambda: "Choose an article to follow its story." in screen.text())


async def test_t_tells_a_story_by_time_and_enter_opens_a_report(news: Library) -> None:
    async with running(news) as screen:
        screen.main.panes.article_list.move_to(titles(screen).index(STRIKE[2].title))
        await screen.press("t")
        await screen.until(lambda: "Timeline: 3 reports, 2 sources" in screen.text())
        await screen.until(lambda: "Crane drivers and dock workers in Velden left" in screen.text())
        await screen.press("g", "enter")
        ask = "SELECT title FROM story_article JOIN article ON article.id = article_id ORDER BY sort_at, article.id"
        (first,) = news.connection.execute(ask).fetchone()
        await screen.until_shown(first)
        assert screen.main.reading.opened
        await screen.press("t", "t")
        await screen.until(lambda: len(screen.app.screen_stack) == 1)


async def test_an_article_without_a_story_has_no_timeline(news: Library) -> None:
    async with running(news) as screen:
        screen.main.panes.article_list.move_to(titles(screen).index(OTHERS[3].title))
        await screen.press("t")
        await screen.until(lambda: "No other article reports on this event." in screen.text())


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (200, 50)])
async def test_a_timeline_fits_any_screen(news: Library, size: tuple[int, int]) -> None:
    async with running(news, size) as screen:
        screen.main.panes.article_list.move_to(titles(screen).index(STRIKE[2].title))
        await screen.press("t")
        await screen.until(lambda: "Timeline: 3 reports" in screen.text() and "▌" in screen.text())
        await screen.press("k", "k", "G")
        assert "Esc close" in screen.text()
