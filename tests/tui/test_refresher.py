"""The refresher as the screen runs it."""

import sys
from pathlib import Path

import pytest

from reader.tui.jobs.refreshing import Refresher

ADDRESS = "http://me:secret@127.0.0.1:1/feed"


async def test_a_source_reaches_it_where_no_other_user_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "$@" > "{seen}"\nenv >> "{seen}"\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    refresher = Refresher(tmp_path / "data", tmp_path / "config")

    reports = [report async for report in refresher.run("add", "--json", "-", given=ADDRESS)]

    assert [report["outcome"] for report in reports] == ["failed", "done"]
    assert "secret" not in seen.read_text()
    assert "secret" not in str(reports)


async def test_one_that_reads_nothing_does_not_hold_the_screen_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    refresher = Refresher(tmp_path / "data", tmp_path / "config")

    [report] = [report async for report in refresher.run("add", "--json", "-", given=ADDRESS * 100_000)]

    assert report["outcome"] == "died"
