import pytest
from textual.strip import Strip

from reader.library.library import Library
from reader.library.reading import article_ids, article_rows
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from reader.tui.widgets.article_view import ArticleView
from tests.tui.conftest import Screen, running

FIRST, SECOND = "A long report", "Links of the week"
ALL, UNREAD = ArticleFilter(), ArticleFilter(unread=True)


async def test_the_article_under_the_cursor_is_shown_but_not_marked_read(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.press("j")
        await screen.until_shown(SECOND)
        assert len(article_ids(library, UNREAD)) == 12


async def test_enter_opens_the_article_and_marks_it_read(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 11)
        assert screen.shown_title == FIRST
        assert screen.main.panes.focused is Pane.ARTICLE


def sidebar(screen: Screen) -> str:
    """Give what stands in the last columns of the screen."""
    return "\n".join(line[-32:] for line in screen.text().split("\n"))


async def test_opening_an_article_fills_the_sidebar(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("j", "j", "enter")
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        await screen.until(lambda: "EARLIER AND RELATED" in sidebar(screen) or "SAME STORY" in sidebar(screen))
        assert "Harbour strike, report" in sidebar(screen)


async def test_j_and_k_scroll_the_article_while_reading(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("j", "j", "k")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y == 1)


async def test_capital_j_and_k_walk_through_the_list_while_reading(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter", "J")
        await screen.until_shown(SECOND)
        await screen.press("K")
        await screen.until_shown(FIRST)
        assert screen.main.panes.focused is Pane.ARTICLE


async def test_running_through_the_list_ends_on_the_last_article_and_what_is_related_to_it(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter", *"JJJJJJJJ")
        title = article_rows(library, article_ids(library, ALL)[8:9])[0].title
        await screen.until_shown(title)
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        related = screen.main.panes.related_list.article_id
        assert related != article_ids(library, ALL)[8]


async def test_space_scrolls_and_opens_the_next_unread_article_at_the_end(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("space")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 5)
        await screen.press("G", "space")
        await screen.until_shown(SECOND)


async def test_n_opens_the_next_article_that_is_unread(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown(FIRST)
        await screen.press("j", "m")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 11)
        await screen.press("k", "enter")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 10)
        await screen.press("n")
        await screen.until(lambda: screen.main.panes.article_list.cursor == 2)
        await screen.press("m")
        await screen.until(lambda: len(article_ids(library, UNREAD)) == 10)


async def test_back_and_forward_restore_the_place_in_the_article(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.press("ctrl+f")
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y > 5)
        place = screen.main.panes.article_view.scroll_offset.y
        await screen.press("J")
        await screen.until_shown(SECOND)
        await screen.press("left_square_bracket")
        await screen.until_shown(FIRST)
        await screen.until(lambda: screen.main.panes.article_view.scroll_offset.y == place)
        await screen.press("right_square_bracket")
        await screen.until_shown(SECOND)


async def test_g_and_capital_g_go_to_both_ends_of_the_list(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("G")
        assert screen.main.panes.article_list.cursor == 11
        await screen.press("g")
        assert screen.main.panes.article_list.cursor == 0


async def test_choosing_a_related_article_opens_it_in_place(library: Library) -> None:
    async with running(library) as screen:
        await screen.press("j", "j", "enter")
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        wanted = screen.main.panes.related_list.article_id
        await screen.press("l", "enter")
        await screen.until(lambda: screen.main.reading.shown and screen.main.reading.shown.article.id == wanted)
        assert screen.main.panes.focused is Pane.ARTICLE


async def test_the_reasons_of_the_related_article_under_the_cursor_are_marked_in_the_text(library: Library) -> None:
    async with running(library) as screen:
        panes = screen.main.panes

        def marked() -> set[str]:
            pieces = [
                piece
                for number in range(len(panes.article_view._lines))
                for piece in panes.article_view._pieces(number)
            ]
            return {text.casefold() for text, role in pieces if "found" in role.split()}

        await screen.press("j", "j", "enter")
        await screen.until(lambda: panes.related_list.item_count)
        assert marked() == set()
        await screen.press("l")
        await screen.until(marked)
        chosen = panes.related_list.chosen
        assert chosen is not None
        assert marked() <= {word.casefold() for reason in chosen.reasons for word in reason.split()} | set(
            map(str.casefold, chosen.reasons)
        )
        await screen.press("h")
        await screen.until(lambda: not marked())


@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
async def test_an_article_is_painted_once_when_it_is_opened(
    library: Library, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    painted: list[str | None] = []
    render_line = ArticleView.render_line

    def count(view: ArticleView, y: int) -> Strip:
        if y == 0:
            painted.append(screen.shown_title)
        return render_line(view, y)

    async with running(library, size) as screen:
        await screen.press("enter")
        await screen.until_shown(FIRST)
        await screen.until(lambda: screen.main.panes.related_list.item_count == 0)
        monkeypatch.setattr(ArticleView, "render_line", count)
        await screen.press("J")
        await screen.press("J")
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        await screen.pilot.pause()
        assert painted.count("Harbour strike, report 9") == 1
