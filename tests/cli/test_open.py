"""What the reader is opened with. The screen itself is tested elsewhere; here it only notes what it is given."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.cli import open as open_command
from reader.library.guide import TITLE
from reader.library.library import Library
from reader.library.reading import list_feeds
from tests.cli.conftest import Run
from tests.library.samples import PORT_POST
from tests.servers.site import Site


@dataclass(frozen=True, slots=True)
class Opened:
    """What the screen was given."""

    totals: dict[str, int]
    """Articles by feed title."""
    selected: str | None
    complaints: tuple[str, ...]
    to_refresh: tuple[str, ...]
    to_add: tuple[str, ...] = ()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Opened]:
    """Stand in for the screen, in a terminal."""
    seen: list[Opened] = []

    def note(
        library: Library,
        selected: int | None,
        complaints: Sequence[str],
        to_refresh: Sequence[int],
        to_add: Sequence[str],
    ) -> int:
        feeds = {summary.feed.id: summary for summary in list_feeds(library)}
        seen.append(
            Opened(
                {summary.feed.title: summary.total for summary in feeds.values()},
                feeds[selected].feed.title if selected else None,
                tuple(complaints),
                tuple(feeds[feed_id].feed.title for feed_id in to_refresh),
                tuple(to_add),
            )
        )
        return 0

    monkeypatch.setitem(sys.modules, "reader.tui.app", SimpleNamespace(run=note))
    monkeypatch.setattr(open_command, "has_terminal", lambda: True)
    return seen


def test_the_first_start_brings_the_guide(run: Run, opened: list[Opened]) -> None:
    assert run().status == 0

    [first] = opened
    assert first.totals[TITLE] >= 8
    assert (first.complaints, first.to_refresh) == ((), ())


def test_the_guide_can_be_removed_and_stays_removed(run: Run, opened: list[Opened]) -> None:
    run()
    assert run("remove", TITLE).status == 0
    run()

    assert opened[-1].totals == {}


def test_a_library_with_feeds_gets_no_guide(run: Run, port: Path, opened: list[Opened]) -> None:
    run()

    assert opened[0].totals == {"Port Post": 3}


def test_new_files_are_read_before_the_screen_opens(run: Run, opened: list[Opened], tmp_path: Path) -> None:
    (tmp_path / "port.xml").write_bytes(PORT_POST)

    run(tmp_path / "port.xml")

    assert opened == [Opened({"Port Post": 3}, "Port Post", (), ())]


def test_what_is_on_the_web_or_known_is_left_to_the_screen(
    run: Run, opened: list[Opened], port: Path, site: Site
) -> None:
    run(site.url("/wire"), port)
    run(port, site.url("/wire"))
    run(site.url("/wire"))

    assert [it.selected for it in opened] == [None, "Port Post", None]
    assert [it.to_add for it in opened] == [(site.url("/wire"),)] * 3
    assert [it.to_refresh for it in opened] == [("Port Post",), ("Port Post",), ()]
    assert site.statuses == []


def test_what_is_known_on_the_web_is_refreshed_and_shown_first(run: Run, opened: list[Opened], site: Site) -> None:
    site.pages = {"/port": PORT_POST}
    run("add", site.url("/port"))

    run(site.url("/port"))

    assert opened == [Opened({"Port Post": 3}, "Port Post", (), ("Port Post",))]


def test_a_source_that_can_not_be_used_is_a_complaint_and_the_others_go_on(
    run: Run, opened: list[Opened], port: Path, tmp_path: Path
) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))

    run(tmp_path / "missing.txt", tmp_path / "binary.txt", port)

    [first] = opened
    assert (first.totals, first.selected) == ({"Port Post": 3}, "Port Post")
    assert ["missing.txt" in first.complaints[0], "binary.txt" in first.complaints[1]] == [True, True]


def test_a_complaint_names_its_folder_once(run: Run, opened: list[Opened], port: Path, tmp_path: Path) -> None:
    (tmp_path / "fold").mkdir()

    run(tmp_path / "fold", port)

    assert opened[0].complaints[0].startswith("fold: there is no text file")
    assert run("add", tmp_path / "fold").err.startswith("newsreader: fold: there is no text file")


def test_without_a_usable_source_the_screen_stays_closed(run: Run, opened: list[Opened], tmp_path: Path) -> None:
    answer = run(tmp_path / "missing.txt")

    assert (answer.status, opened) == (2, [])
    assert "no such file" in answer.err


def test_every_source_that_can_not_be_used_is_told_when_the_screen_stays_closed(
    run: Run, opened: list[Opened], tmp_path: Path
) -> None:
    answer = run(tmp_path / "first.txt", tmp_path / "second.txt", "")

    assert (answer.status, opened) == (2, [])
    first, second, third = answer.err.splitlines()
    assert ["first.txt" in first, "second.txt" in second, "empty" in third] == [True, True, True]


def test_what_is_wrong_in_the_config_is_told_on_the_screen(
    run: Run, opened: list[Opened], port: Path, tmp_path: Path
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text("colour = 1\n")

    assert run().err == ""

    assert "colour" in opened[0].complaints[0]
