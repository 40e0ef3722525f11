"""Import and export from the screen."""

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.sources import add_source, named_source
from reader.tui.lines import line_text, line_width
from reader.tui.screens.result import MOST_FAILURES, Failure, Result, ResultScreen, result_lines
from tests.store.newsboats import make_cache
from tests.tui.conftest import Screen, running

LIST = """<opml><body><outline text="News"><outline text="[/]Post" xmlUrl="https://port.example/"/></outline>
{refused}</body></opml>"""


@pytest.fixture
def opml(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.opml"
    refused = "\n".join(f'<outline text="[@click=app.quit]Run {n}" xmlUrl="|rm {n}"/>' for n in range(40))
    path.write_text(LIST.format(refused=refused))
    return path


async def answer(screen: Screen, key: str, question: str, words: object) -> None:
    await screen.press(key)
    await screen.until(lambda: question in screen.text())
    await screen.press(*str(words), "enter")


async def until_result(screen: Screen, *told: str) -> None:
    def is_told() -> bool:
        text = " ".join(screen.text().split())
        return isinstance(screen.app.screen, ResultScreen) and all(sentence in text for sentence in told)

    await screen.until(is_told)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_an_import_tells_what_came_of_it_and_what_was_refused(
    library: Library, opml: Path, size: tuple[int, int]
) -> None:
    async with running(library, size) as screen:
        await answer(screen, "i", "Import feeds", opml)
        await until_result(
            screen,
            "Feeds: 1 new, 0 known, 40 refused",
            "Press R to fetch",
            "[@click=app.quit]Run 0 (|rm 0)",
            "only http and https addresses",
        )
        assert "Run 39" not in screen.text()
        await screen.press("G")
        await screen.until(lambda: "Run 39" in screen.text())
        await screen.press("escape")
        await screen.until(lambda: screen.app.screen is screen.main)
        await screen.until(lambda: "[/]Post" in {one.feed.title for one in screen.main.listing.overview.feeds})


async def test_an_import_from_newsboat_takes_one_word(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "none"))
    (tmp_path / ".newsboat").mkdir()
    (tmp_path / ".newsboat/urls").write_text("https://port.example/\nquery:x:y\n")
    item = {"guid": "a", "feedurl": "https://port.example/", "title": "From newsboat", "unread": 0}
    make_cache(tmp_path / ".newsboat/cache.db", {"https://port.example/": ("Port", "")}, [item])
    async with running(library) as screen:
        await answer(screen, "i", "Import feeds", "newsboat")
        await until_result(screen, "Articles: 1 new, 1 read, 0 bookmarked", "query:x:y")
        await screen.press("q")
        await screen.until(lambda: screen.main.panes.article_list.item_count == 13)


async def test_a_list_that_is_not_there_is_asked_for_again(library: Library, tmp_path: Path) -> None:
    async with running(library) as screen:
        await answer(screen, "i", "Import feeds", tmp_path / "none.opml")
        await screen.until(lambda: "there is no such file" in " ".join(screen.text().split()))
        assert screen.app.screen is not screen.main


async def test_an_address_is_no_list(library: Library) -> None:
    async with running(library) as screen:
        await answer(screen, "i", "Import feeds", "https://me:secret@port.example/feeds.opml")
        await screen.until(lambda: "Save the list to a file first" in " ".join(screen.text().split()))


async def test_an_export_tells_what_it_left_out(library: Library, notes: Path, tmp_path: Path) -> None:
    add_source(library, named_source("https://me:secret@port.example/"), "Mine")
    target = tmp_path / "out.opml"
    async with running(library) as screen:
        await answer(screen, "e", "Export feeds", target)
        await until_result(screen, "1 feed written to", "password of 1 feed was left", notes.name, "it is on this disk")
        assert target.stat().st_mode & 0o777 == 0o600
        assert "secret" not in target.read_text()
        await screen.press("escape")


async def test_a_file_is_replaced_only_when_the_user_says_so(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "out.opml"
    target.write_text("before")
    async with running(library) as screen:
        await answer(screen, "e", "Export feeds", target)
        await screen.until(lambda: "Replace" in screen.text())
        await screen.press("n")
        await screen.until(lambda: screen.app.screen is screen.main)
        assert target.read_text() == "before"
        await answer(screen, "e", "Export feeds", target)
        await screen.until(lambda: "Replace" in screen.text())
        await screen.press("y")
        await until_result(screen, "0 feeds written to")
        assert target.read_text() != "before"
        await screen.press("enter")


async def test_esc_imports_and_exports_nothing(library: Library) -> None:
    async with running(library) as screen:
        for key, question in (("i", "Import feeds"), ("e", "Export feeds")):
            await screen.press(key)
            await screen.until(lambda question=question: question in screen.text())  # type: ignore[misc]
            await screen.press("escape")
            await screen.until(lambda: screen.app.screen is screen.main)
        assert len(list_feeds(library)) == 1


@pytest.mark.parametrize("width", [20, 72, 126])
def test_a_result_is_written_for_the_width_there_is(width: int) -> None:
    failures = tuple(Failure(f"https://port{n}.example/a/long/address", "漢字 " * 20) for n in range(3))

    lines = result_lines(Result("Import", ("One sum.", "Another."), ("A remark. " * 20,), failures), width)

    assert max(map(line_width, lines)) <= width
    assert "port2" in "".join(map(line_text, lines))


def test_of_very_many_failures_the_rest_is_counted() -> None:
    lines = result_lines(Result("Import", (), (), (Failure("x", "y"),) * (MOST_FAILURES + 5)), 80)

    assert line_text(lines[-1]).startswith("and 5 more")
