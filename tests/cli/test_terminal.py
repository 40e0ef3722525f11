"""What a command prints on a real terminal: tables that fit, and a progress bar."""

import shlex
import sys
from pathlib import Path

from tests.cli.conftest import Run
from tests.library.samples import rss
from tests.pty.terminal import Terminal
from tests.servers.site import Site

LONG = (
    "The long road from the old harbour of the town to the new one, and what lies along it on either side of the river"
)


def in_terminal(*words: str, columns: int = 80) -> Terminal:
    return Terminal([sys.executable, "-m", "reader", *words], columns=columns, rows=24)


def printed(terminal: Terminal) -> list[str]:
    """Wait for the end of the program and give the rows it leaves on the screen."""
    assert terminal.wait_exit() == 0
    return [row.rstrip() for row in terminal.screen() if row.strip()]


def test_titles_give_way_to_the_edge_of_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_bytes(rss("Wire", (LONG, "Text"), ("東京の港で" * 15, "Text"), ("Short", "Text")))
    run("add", tmp_path / "wire.xml")

    for columns in (60, 80, 200):
        with in_terminal("articles", columns=columns) as terminal:
            header, *rows = printed(terminal)

        assert header.split() == ["ID", "Age", "Title", "Feed"]
        assert len(rows) == 3
        assert all(row.endswith("Wire") for row in rows)
        assert any("…" in row for row in rows) == (columns < 200)


def test_what_is_wrong_with_feeds_can_be_read_on_a_narrow_terminal(run: Run, site: Site, tmp_path: Path) -> None:
    (tmp_path / "wire.xml").write_bytes(rss("Wire", ("Offer", "It is low.")))
    run("add", tmp_path / "wire.xml", site.url("/gone"), site.url("/refused"))
    run("edit", 3, "--folder", "Sea")
    run("edit", 3, "--pause")
    with in_terminal("feeds") as terminal:
        rows = printed(terminal)
        assert rows[0].split() == ["ID", "Unread", "Total", "Title", "Folder", "Refreshed"]
        assert site.url("/gone") in rows[1] + rows[2] + rows[3]
        reason = " ".join("".join(f"{row}\n" for row in rows[4:]).split())
        assert "2 the server answered 404 Not Found; look on its site for the feed's new address" in reason


def test_a_refresh_shows_how_far_it_is_and_leaves_the_results(run: Run, site: Site) -> None:
    site.pages = {"/port": rss("Port Post", ("Strike", "It begins.")), "/slow": rss("Slow", ("Late", "Very."))}
    site.held = {"/slow"}
    with in_terminal("add", site.url("/slow"), site.url("/port")) as terminal:
        terminal.wait_for("Port Post: 1 new")
        terminal.wait_for("1/2")
        site.release.set()

        assert printed(terminal) == ["Port Post: 1 new", "Slow: 1 new", "2 feeds: 2 new"]


def test_errors_beside_a_progress_bar_arrive_where_they_are_sent(run: Run, site: Site, tmp_path: Path) -> None:
    line = shlex.join([sys.executable, "-m", "reader", "add", site.url("/gone")])
    with Terminal(["sh", "-c", f"{line} 2>{tmp_path}/errors"], columns=80, rows=24) as terminal:
        assert terminal.wait_exit() == 1

        assert "404" not in "".join(terminal.screen())
    assert "404" in (tmp_path / "errors").read_text()


def test_unread_is_told_by_a_mark_and_by_weight(run: Run, port: Path) -> None:
    run("read", 1)
    with in_terminal("articles") as terminal:
        _, owner, _, strike = printed(terminal)

    assert ("●" in owner, "●" in strike) == (True, False)
    assert b"\x1b[1mOld port, new owner" in terminal.raw
    assert b"\x1b[1mHarbour strike" not in terminal.raw
