import threading
import webbrowser
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from reader.tui.jobs import browsing
from tests.tui.conftest import add_meanwhile, running, write_feed

ADDRESS = "https://news.example/0"


@pytest.fixture
async def linked(tmp_path: Path) -> AsyncIterator[Library]:
    """A library of one feed whose article has an address and links, good and bad."""
    body = (
        "<p><a href='https://safe.example/a'>one</a> <a href='javascript:alert(1)'>script</a> "
        "<a href='file:///etc/passwd'>file</a> <a href='-version'>option</a> <a href='/rel'>relative</a> "
        "<a href='mailto:desk@news.example'>mail</a></p>"
    )
    write_feed(tmp_path / "feed.xml", "linked", ["Linked"], body)
    with open_library(tmp_path / "data", tmp_path / "config") as library:
        await add_meanwhile(library, str(tmp_path / "feed.xml"))
        yield library


async def test_o_opens_the_article_in_the_browser_and_says_so(linked: Library, opened: list[str]) -> None:
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        await screen.press("o")
        await screen.until(lambda: f"Opened {ADDRESS}" in screen.text())
        assert opened == [ADDRESS]


async def test_y_copies_the_article_s_address(linked: Library, opened: list[str]) -> None:
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        await screen.press("y")
        await screen.until(lambda: screen.app.clipboard == ADDRESS)
        assert opened == []


async def test_only_links_to_the_web_and_to_mailboxes_are_numbered_and_followed(
    linked: Library, opened: list[str]
) -> None:
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        count = len(screen.main.reading.shown.page.links) if screen.main.reading.shown else 0
        for digit in range(1, count + 1):
            await screen.press(str(digit))
        await screen.until(lambda: len(opened) == count)
        assert set(opened) <= {
            "https://safe.example/a",
            "https://news.example/rel",
            "https://news.example/-version",
            "mailto:desk@news.example",
        }
        assert opened[0] == "https://safe.example/a"
        assert opened[-1] == "mailto:desk@news.example"


async def test_a_number_without_a_link_is_told(linked: Library, opened: list[str]) -> None:
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        await screen.press("9")
        await screen.until(lambda: "There is no link 9" in screen.text())
        await screen.press("0")
        await screen.until(lambda: "There is no link 0" in screen.text())
        assert opened == []


async def test_a_browser_that_is_not_there_is_told(linked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    monkeypatch.setattr(browsing, "takes_terminal", lambda: False)
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        await screen.press("o")
        await screen.until(lambda: "No browser was found. Press y" in screen.text())


async def test_looking_for_a_browser_does_not_hold_the_screen_up(
    linked: Library, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = threading.Event()

    def look_long() -> bool:
        assert threading.current_thread() is not threading.main_thread()
        found.wait()
        return False

    monkeypatch.setattr(browsing, "takes_terminal", look_long)
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        await screen.press("o", "b")
        await screen.until(lambda: "★" in screen.text())
        assert opened == []
        found.set()
        await screen.until(lambda: opened == [ADDRESS])


async def test_a_click_on_a_link_follows_it(linked: Library, opened: list[str]) -> None:
    async with running(linked) as screen:
        await screen.until_shown("Linked")
        view = screen.main.panes.article_view
        row = next(number for number, line in enumerate(view._lines) if line.line.links)
        await screen.pilot.click(view, offset=(2, row))
        await screen.until(lambda: opened == ["https://safe.example/a"])
