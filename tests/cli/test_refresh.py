"""The command that refreshes, when another one is at it."""

import os
import subprocess
import sys
from pathlib import Path

from reader.library.library import open_library
from tests.cli.conftest import Run
from tests.library.samples import PORT_POST, rss
from tests.library.test_locking import hold
from tests.servers.site import Site


def test_with_no_wait_a_second_refresh_leaves_and_says_why(run: Run, port: Path, tmp_path: Path) -> None:
    with open_library(tmp_path / "data") as library, hold(library) as process:
        answer = run("refresh", "--no-wait")
        in_json = run("refresh", "--no-wait", "--json")
        process.communicate()
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("newsreader: another refresh is running, so nothing was refreshed")
    assert (in_json.status, in_json.objects, in_json.err) == (1, [{"outcome": "busy"}], "")
    assert run("refresh", "--no-wait").status == 0


def test_a_second_refresh_waits_and_asks_only_what_the_first_one_left(run: Run, site: Site, tmp_path: Path) -> None:
    site.pages = {"/port": PORT_POST, "/slow": rss("Slow", ("Late", "Very."))}
    run("add", site.url("/port"), site.url("/slow"))
    site.held = {"/slow"}
    words = [sys.executable, "-m", "reader", "refresh", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=os.environ) as first:
        assert first.stdout is not None
        assert '"not_modified"' in first.stdout.readline()  # so it is at work, and waits for the slow one
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=os.environ) as second:
            assert second.stdout is not None
            assert second.stdout.readline() == '{"outcome": "waiting"}\n'
            asked = len(site.statuses)
            site.release.set()
            assert '"done"' in second.stdout.read().splitlines()[-1]
        assert len(site.statuses) - asked < 3  # the slow one of the first refresh, and what it had left
    assert (first.returncode, second.returncode) == (0, 0)
