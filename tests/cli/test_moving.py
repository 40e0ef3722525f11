"""`newsreader import` and `newsreader export`."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.servers import Site

LIST = """<opml><body><outline text="News"><outline text="[/]Post" xmlUrl="{address}"/></outline>
<outline text="Run" xmlUrl="|rm"/></body></opml>"""


@pytest.fixture
def opml(tmp_path: Path, site: Site) -> Path:
    path = tmp_path / "feeds.opml"
    path.write_text(LIST.format(address=site.url("/feed").replace("//", "//me:secret@")))
    return path


def test_an_import_tells_its_sums_and_a_line_for_each_refusal(run: Run, opml: Path, site: Site) -> None:
    answer = run("import", opml)

    assert answer.status == 1
    assert answer.out.splitlines()[0] == "1 new, 0 known, 1 refused"
    assert answer.err == "newsreader: Run (|rm): refused, only http and https addresses are taken from a list\n"
    assert site.statuses == []


def test_an_import_of_good_feeds_alone_is_all_well(run: Run, opml: Path) -> None:
    opml.write_text(opml.read_text().replace("|rm", "https://run.example/"))

    assert (run("import", opml).status, run("import", opml).out) == (0, "0 new, 2 known, 0 refused\n")


def test_an_import_for_programs(run: Run, opml: Path, site: Site) -> None:
    new, refused, done = run("import", opml, "--json").objects
    known = run("import", opml, "--json").objects[0]

    assert new == {"outcome": "new", "feed_id": 1, "feed": "[/]Post", "source": site.url("/feed"), "error": None}
    assert known == new | {"outcome": "known"}
    assert (refused["outcome"], refused["feed_id"], refused["feed"]) == ("refused", None, "Run (|rm)")
    assert "only http" in refused["error"]
    assert done == {"outcome": "done", "new": 1, "known": 0, "refused": 1, "problems": []}


def test_a_damaged_list_gives_what_can_be_had_and_says_so(run: Run, opml: Path) -> None:
    opml.write_text(opml.read_text().split('<outline text="Run')[0])

    answer = run("import", opml)

    assert answer.status == 1
    assert answer.out.startswith("1 new, 0 known, 0 refused\n")
    assert answer.err == f"newsreader: {opml}: the list is damaged in line 2; what could be read was taken\n"


@pytest.mark.parametrize("content", [None, "no list"])
def test_what_is_no_list_is_wrong_usage(run: Run, tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "x").write_text(content)

    answer = run("import", tmp_path / "x")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"newsreader: {tmp_path / 'x'}: ")


def test_a_list_comes_from_standard_input(run: Run, opml: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(opml.read_bytes())))

    assert run("import", "-").out.startswith("1 new")


def test_an_export_goes_to_standard_output_or_to_a_file(run: Run, opml: Path, tmp_path: Path, port: Path) -> None:
    run("import", opml)

    printed, written = run("export"), run("export", tmp_path / "out.opml")

    assert printed.status == written.status == 0
    assert printed.out.startswith("<?xml")
    assert '"[/]Post"' in printed.out
    assert written.out == f"1 feed written to {tmp_path / 'out.opml'}\n"
    assert (tmp_path / "out.opml").stat().st_mode & 0o777 == 0o600
    assert "secret" not in printed.out + (tmp_path / "out.opml").read_text()
    assert printed.err == written.err
    assert "1 source on this disk" in printed.err
    assert "--with-passwords" in printed.err
    assert port.name not in printed.out


def test_passwords_are_exported_when_they_are_asked_for(run: Run, opml: Path) -> None:
    run("import", opml)

    answer = run("export", "--with-passwords")

    assert "//me:secret@" in answer.out
    assert answer.err == ""
