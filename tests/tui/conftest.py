import asyncio
import gc
import os
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from html import escape
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.library import Library, open_library
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.tui.app import NewsApp
from reader.tui.jobs import browsing
from reader.tui.main.screen import MainScreen

STORY = [
    "Dock workers at Kelderhaven stayed out for day {n} of the harbour strike. Crane crews joined the dockers.",
    "The union Havenbond says the port offers too little. The harbour strike at Kelderhaven began on Monday.",
]
LINKS = "\n\n".join(f"Source {n}: https://example.org/page/{n}" for n in range(1, 13))
LONG = "\n\n".join(f"Paragraph {n} of a long report that has to be scrolled to be read to its end." for n in range(80))


def seen(number: int) -> str:
    """Write what only one of the reports tells, so that none is a copy of another."""
    return " ".join(f"Quay{number}{letter} was empty." for letter in "abcdefghijkl")


def write_notes(folder: Path) -> None:
    """Write twelve notes, the newest first by name: a long one, one with links, and ten on other things."""
    folder.mkdir()
    texts = {
        f"note-{n:02}": f"World\n\nHarbour strike, report {n}\n\n" + "\n\n".join([*STORY, seen(n)]).format(n=n)
        for n in range(10)
    }
    texts["note-10"] = f"Links of the week\n\n{LINKS}"
    texts["note-11"] = f"A long report\n\n{LONG}"
    for age, (name, text) in enumerate(sorted(texts.items(), reverse=True)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        when = 1_790_000_000 - 3600 * age
        os.utime(path, (when, when))


def add(library: Library, *words: str) -> list[int]:
    """Add sources and read them, and give the ids of their feeds."""
    feeds = [add_source(library, named_source(word)) for word in words]
    asyncio.run(refresh(library, feeds, lambda report: None))
    return [feed.id for feed in feeds]


async def add_meanwhile(library: Library, *words: str) -> list[int]:
    """Do the same beside an event loop that runs, in a thread of its own."""
    return await asyncio.to_thread(add, library, *words)


def write_feed(path: Path, name: str, titles: Sequence[str], body: str = "<p>Text.</p>") -> None:
    """Write an Atom feed; its articles are a day apart, the first one the newest."""
    entries = "".join(
        f"<entry><id>{name}-{title}</id><title>{title}</title><link href='https://news.example/{number}'/>"
        f"<updated>2026-08-{28 - number:02}T12:00:00Z</updated>"
        f"<content type='html' xml:base='https://news.example/'>{escape(body)}</content></entry>"
        for number, title in enumerate(titles)
    )
    path.write_text(
        f"<feed xmlns='http://www.w3.org/2005/Atom'><id>{name}</id><title>{name}</title>{entries}</feed>",
        encoding="utf-8",
    )


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    write_notes(folder)
    return folder


@pytest.fixture
def library(tmp_path: Path, notes: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data", tmp_path / "config") as opened:
        add(opened, str(notes))
        yield opened


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that would have been opened in the browser."""
    addresses: list[str] = []

    def remember(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", remember)
    monkeypatch.setattr(browsing, "takes_terminal", lambda: False)
    return addresses


@pytest.fixture(autouse=True)
def _own_garbage() -> Iterator[None]:
    """Undo what a screen does to the collection of garbage, so that no test leaves its own behind."""
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


class Screen:
    """The main screen of a running reader, for tests to type at and to look at."""

    def __init__(self, app: NewsApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def main(self) -> MainScreen:
        """The main screen, also when a dialog is over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Type keys, one after the other."""
        await self.pilot.press(*keys)

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for a condition; the test's own time-out ends a wait in vain."""
        async with asyncio.timeout(20):
            while not condition():
                await self.pilot.pause(0.01)

    async def until_shown(self, title: str) -> None:
        """Wait until an article is shown and laid out."""
        await self.until(lambda: self.shown_title == title and self.main.panes.article_view.filled)

    @property
    def shown_title(self) -> str | None:
        """Title of the article that is shown."""
        return self.main.reading.shown.article.content.title if self.main.reading.shown else None

    def text(self) -> str:
        """Everything on the screen, as text."""
        return "\n".join(
            "".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()
        )


@asynccontextmanager
async def running(library: Library, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Screen]:
    """Run the reader over a library until the test is done with it."""
    app = NewsApp(library)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        screen = Screen(app, pilot)
        await screen.until(lambda: screen.main.listing.overview.feeds)
        yield screen
        await screen.until(lambda: not screen.main.status.progress)
