"""What can go wrong around a command: pipes, signals, damaged files. The program runs as it does in a shell."""

import errno
import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.edge import run_safely
from tests.cli.conftest import Run
from tests.library.samples import PORT_POST, rss
from tests.servers.site import Site

HOSTILE = "Pay\x1b]0;owned\x07load \x9b31m\x7f\u202e[@click=app.quit]x[/] [/] [bold]\u200b"


def start(*words: str, data: Path) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"NEWSREADER_DATA_DIR": str(data), "NEWSREADER_CONFIG_DIR": str(data)}
    return subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    )


def run(*words: str, data: Path) -> tuple[int, str, str]:
    process = start(*words, data=data)
    out, err = process.communicate()
    return process.returncode, out.decode(), err.decode()


def add(data: Path, name: str, feed: bytes) -> None:
    path = data / name
    path.write_bytes(feed)
    assert run("add", str(path), data=data)[0] == 0


def test_the_version_is_printed(tmp_path: Path) -> None:
    assert run("--version", data=tmp_path) == (0, f"newsreader {__version__}\n", "")
    assert run("--data-dir", "x", "--version", data=tmp_path) == (0, f"newsreader {__version__}\n", "")


def test_without_a_terminal_the_reader_is_one_line_and_status_2(tmp_path: Path) -> None:
    status, out, err = run(data=tmp_path)

    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "terminal" in err


def test_a_pipe_that_is_closed_makes_no_noise(tmp_path: Path) -> None:
    add(tmp_path, "many.xml", rss("Many", *[(f"News {number}", "Text " * 50) for number in range(500)]))

    for words in ("articles --json --limit 0 --content", "articles --limit 0", "--help", "completion bash"):
        process = start(*words.split(), data=tmp_path)
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        err = process.stderr.read()
        assert (process.wait(), err) == (0, b"")
        process.stderr.close()


def test_a_pipe_that_is_closed_stops_a_listing_and_no_work(tmp_path: Path) -> None:
    notes = [tmp_path / f"note{number}.txt" for number in range(100)]  # more than are at work at a time
    for note in notes:
        note.write_text(f"{note.stem}\n\nText.\n")
    process = start("add", *map(str, notes), data=tmp_path)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    err = process.stderr.read()
    assert (process.wait(), err) == (0, b"")
    process.stderr.close()

    feeds = [json.loads(line) for line in run("feeds", "--json", data=tmp_path)[1].splitlines()]
    assert [feed["total"] for feed in feeds] == [1] * 100


@pytest.mark.parametrize(
    ("words", "status"),
    [("remove nope", 2), ("nope.txt add", 2), ("feeds --nope", 2), ("add https://github.com/owner/wares", 1)],
)
def test_a_complaint_that_nobody_hears_leaves_the_exit_status(tmp_path: Path, words: str, status: int) -> None:
    process = start(*words.split(), data=tmp_path)
    assert process.stdout
    assert process.stderr
    process.stderr.close()
    process.stdout.close()

    assert process.wait() == status


@pytest.mark.parametrize(
    "words", ["--version >&-", "feeds >&- <&-", "refresh >&-", "export >&-", "reindex >&-", "refresh <&- >&- 2>&-"]
)
def test_output_that_is_closed_is_no_error(tmp_path: Path, words: str) -> None:
    program = shlex.join([sys.executable, "-m", "reader", "--data-dir", str(tmp_path)])
    done = subprocess.run(["sh", "-c", f"{program} {words}"], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_error_of_our_own_is_one_line_without_a_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(words: object) -> int:
        raise LookupError("http://joe:s3cret@example.org/")

    monkeypatch.setattr("reader.cli.dispatch.run_command", break_down)

    assert run_safely(["feeds"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "newsreader: newsreader has an error of its own here, please report it: LookupError('http://example.org/')\n"
    )


@pytest.mark.parametrize("words", ["articles --json", "--version"])
def test_a_full_disk_behind_the_output_is_one_line(tmp_path: Path, words: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    add(tmp_path, "port.xml", PORT_POST)
    environment = os.environ | {"NEWSREADER_DATA_DIR": str(tmp_path)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words.split()], env=environment, stdout=full, stderr=subprocess.PIPE
        )

    assert done.returncode == 1
    assert done.stderr.decode() == "newsreader: No space left on device; free some space and try again\n"


def test_a_file_that_may_not_be_written_is_told_with_what_to_check(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "/data/refresh.lock")

    monkeypatch.setattr("reader.cli.refresh.refresh_turn", refuse)
    told = run("refresh").err
    assert told == "newsreader: Read-only file system: /data/refresh.lock; check that you may write there\n"


def test_ctrl_c_stops_a_refresh_with_one_line(tmp_path: Path, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/slow": PORT_POST}
    site.held = {"/slow"}
    process = start("add", "--json", site.url("/port"), site.url("/slow"), data=tmp_path)
    assert process.stdout
    assert b"Port Post" in process.stdout.readline()

    process.send_signal(signal.SIGINT)
    out, err = process.communicate()

    assert process.returncode == 130
    assert out == b""
    assert err == b"newsreader: stopped; what was finished is kept\n"
    assert run("articles", "--json", data=tmp_path)[1].count("\n") == 3


def test_json_lines_of_a_refresh_come_one_by_one(tmp_path: Path, site: Site) -> None:
    site.pages = {"/port": PORT_POST, "/slow": rss("Slow", ("Late", "Very."))}
    site.held = {"/slow"}
    process = start("add", "--json", site.url("/slow"), site.url("/port"), data=tmp_path)
    assert process.stdout

    assert b"Port Post" in process.stdout.readline()
    assert process.poll() is None
    site.release.set()
    out, _ = process.communicate()

    assert process.returncode == 0
    assert out.count(b"\n") == 2


def test_hostile_text_never_reaches_the_output_raw(tmp_path: Path) -> None:
    feed = (
        rss("Evil &#27;[2J feed", ("PLACE", "TEXT"))
        .decode()
        .replace("PLACE", "".join(f"&#{ord(it)};" if ord(it) > 31 else "" for it in HOSTILE))
    )
    add(tmp_path, "evil.xml", feed.encode())
    (tmp_path / "note\x1b[31m\u202e.txt").write_text(f"{HOSTILE}\n\n{HOSTILE}\n")
    run("add", str(tmp_path), data=tmp_path)

    for words in (
        "articles", "articles --json --content", "articles --content", "show 1", "show 1 --json",
        "feeds", "feeds --json", "search load", "read 1", "bookmark 1", "related 1", "refresh", "refresh --json",
        "remove \x1b[31m\x9b\u202e",
    ):  # fmt: skip
        _, out, err = run(*words.split(" "), data=tmp_path)
        assert not {*out, *err} & set("\x00\x07\x1b\x7f\x9b\u202e\u200b"), words
        assert "\\u00" not in out, words
    assert "[@click=app.quit]x[/] [/] [bold]" in run("articles", data=tmp_path)[1]


def test_a_database_that_is_damaged_is_one_line_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "newsreader.db").write_bytes(b"This is not a database. " * 100)
    before = (tmp_path / "newsreader.db").read_bytes()

    for words in ("feeds", "articles --json", "refresh"):
        status, out, err = run(*words.split(), data=tmp_path)
        assert (status, out) == (1, "")
        assert len(err.splitlines()) == 1
        assert "newsreader.db" in err
    assert (tmp_path / "newsreader.db").read_bytes() == before


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_every_script_can_be_printed_in_every_locale(
    tmp_path: Path, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, "wire.xml", rss("Провод", ("東京の港 🛳", "Ağ")))
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")

    for words in ("articles", "articles --json", "show 1", "feeds"):
        status, out, _ = run(*words.split(), data=tmp_path)
        assert status == 0
        assert "Провод" in out
