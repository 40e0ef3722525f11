"""The lines around the panes: what they say, and what a click on them does."""

from pathlib import Path

from textual.widget import Widget

from reader.library.library import Library
from reader.model.panes import Pane
from tests.tui.conftest import Screen, add_meanwhile, running, write_feed


async def click_key(screen: Screen, title: str) -> None:
    """Click a key in the line of keys by its title."""
    line = screen.text().split("\n")[-1]
    bar = screen.main.query_one("#keys", Widget)
    await screen.pilot.click(bar, offset=(line.index(title), 0))


async def test_the_keys_in_the_last_line_can_be_clicked(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await click_key(screen, "bookmark")
        await screen.until(lambda: "★" in screen.text())
        await click_key(screen, "open")
        await screen.until(lambda: screen.main.panes.focused is Pane.ARTICLE)
        await click_key(screen, "back")
        await screen.until(lambda: screen.main.panes.focused is Pane.LIST)


async def test_the_last_line_says_where_q_leads(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await screen.until(lambda: "q quit" in screen.text().split("\n")[-1])
        await screen.press("enter")
        await screen.until(lambda: "q back" in screen.text().split("\n")[-1])
        await screen.press("q", "/", *"strike", "enter")
        await screen.until(lambda: screen.main.listing.place.title.startswith("Search"))
        await screen.until(lambda: "q back" in screen.text().split("\n")[-1])


async def test_only_the_last_word_is_left_standing(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        screen.main.stage.say("The first word.")
        await screen.until(lambda: "The first word." in screen.text())
        screen.main.stage.say("The last word.")
        await screen.until(lambda: "The last word." in screen.text() and "The first word." not in screen.text())


async def test_a_failure_stays_though_something_else_is_said(library: Library) -> None:
    async with running(library) as screen:
        await screen.until_shown("A long report")
        screen.main.stage.say("This failed.", failed=True)
        await screen.until(lambda: "This failed." in screen.text())
        screen.main.stage.say("Something else.")
        await screen.until(lambda: "Something else." in screen.text())
        assert "This failed." in screen.text()


async def test_the_browser_opens_the_related_article_under_the_cursor(
    library: Library, tmp_path: Path, opened: list[str]
) -> None:
    body = "<p>Dock workers at Kelderhaven stayed out, and crane crews joined the harbour strike of the dockers.</p>"
    write_feed(tmp_path / "paper.xml", "paper", ["Harbour strike at Kelderhaven"], body)
    await add_meanwhile(library, str(tmp_path / "paper.xml"))
    async with running(library) as screen:
        await screen.until_shown("A long report")
        await screen.press("j", "j", "j", "enter")
        await screen.until(lambda: screen.main.panes.related_list.item_count)
        await screen.press("l")
        listed = screen.main.panes.related_list
        while listed.chosen is not None and listed.chosen.row.title != "Harbour strike at Kelderhaven":
            before = listed.cursor
            await screen.press("j")
            if listed.cursor == before:
                break
        assert listed.chosen is not None
        assert listed.chosen.row.title == "Harbour strike at Kelderhaven"
        await screen.press("o")
        await screen.until(lambda: opened == ["https://news.example/0"])
