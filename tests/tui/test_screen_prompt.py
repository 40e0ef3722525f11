from pathlib import Path

import pytest

from reader.library.library import Library
from reader.tui.answers import complete_path, list_complaint, source_complaint, target_complaint
from reader.tui.screens.prompt import PromptScreen
from tests.tui.conftest import Screen, running


def prompt(screen: Screen) -> PromptScreen:
    """The question that is asked."""
    asked = screen.app.screen
    assert isinstance(asked, PromptScreen)
    return asked


async def test_a_source_that_is_not_there_is_asked_for_again_with_what_was_typed(
    library: Library, tmp_path: Path
) -> None:
    async with running(library) as screen:
        await screen.press("a")
        await screen.until(lambda: isinstance(screen.app.screen, PromptScreen))
        missing = tmp_path / "missing.xml"
        prompt(screen)._input.value = str(missing)
        await screen.press("enter")
        await screen.until(lambda: prompt(screen)._complaint.display)
        assert prompt(screen)._input.value == str(missing)
        assert "missing.xml" in str(prompt(screen)._complaint.render())
        await screen.press("x")
        await screen.until(lambda: not prompt(screen)._complaint.display)
        await screen.press("escape")


async def test_tab_completes_a_path(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a-new-folder").mkdir()
    async with running(library) as screen:
        await screen.press("a")
        await screen.until(lambda: isinstance(screen.app.screen, PromptScreen))
        prompt(screen)._input.value = f"{tmp_path}/a-"
        await screen.press("tab")
        assert prompt(screen)._input.value == f"{tmp_path}/a-new-folder/"
        await screen.press("escape")


def test_a_path_is_completed_as_far_as_there_is_no_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("port-one.xml", "port-two.xml", ".port"):
        (tmp_path / name).touch()
    (tmp_path / "sea").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert complete_path(f"{tmp_path}/p") == f"{tmp_path}/port-"
    assert complete_path("~/port-o") == "~/port-one.xml"
    assert complete_path("~") == "~/"
    assert complete_path("se") == "sea/"
    assert complete_path("") == ""
    for unknown in ("https://example.org/p", f"{tmp_path}/q", f"{tmp_path}/none/p"):
        assert complete_path(unknown) == unknown


def test_what_cannot_be_read_or_written_is_told_before_it_is_tried(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").touch()
    for good in (f"{tmp_path}/feeds.opml", "newsboat"):
        assert list_complaint(good) is None
    for good in (f"{tmp_path}/feeds.opml", f"{tmp_path}/new.opml"):
        assert target_complaint(good) is None
    assert source_complaint("https://example.org/feed.xml") is None
    assert "no such file" in (list_complaint(f"{tmp_path}/none.opml") or "")
    assert "this is a folder" in (target_complaint(str(tmp_path)) or "")
    assert "there is no folder" in (target_complaint(f"{tmp_path}/none/new.opml") or "")
    assert "none.xml" in (source_complaint(f"{tmp_path}/none.xml") or "")
