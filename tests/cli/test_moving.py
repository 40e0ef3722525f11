"""`newsreader import` and `newsreader export`."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_terminal import in_terminal, printed
from tests.servers.site import Site
from tests.store.newsboats import make_cache

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
    assert answer.out.splitlines()[0] == "Feeds: 1 new, 0 known, 1 refused"
    assert answer.err == "newsreader: Run (|rm): refused, only http and https addresses are taken from a list\n"
    assert site.statuses == []


def test_an_import_of_good_feeds_alone_is_all_well(run: Run, opml: Path) -> None:
    opml.write_text(opml.read_text().replace("|rm", "https://run.example/"))

    assert (run("import", opml).status, run("import", opml).out) == (0, "Feeds: 0 new, 2 known, 0 refused\n")


def test_an_import_for_programs(run: Run, opml: Path, site: Site) -> None:
    new, refused, done = run("import", opml, "--json").objects
    known = run("import", opml, "--json").objects[0]

    assert new == {"outcome": "new", "feed_id": 1, "feed": "[/]Post", "source": site.url("/feed"), "error": None}
    assert known == new | {"outcome": "known"}
    assert (refused["outcome"], refused["feed_id"], refused["feed"]) == ("refused", None, "Run (|rm)")
    assert "only http" in refused["error"]
    nothing = {"articles": 0, "read": 0, "bookmarked": 0, "problems": [], "notes": []}
    assert done == {"outcome": "done", "new": 1, "known": 0, "refused": 1} | nothing


def test_a_damaged_list_gives_what_can_be_had_and_says_so(run: Run, opml: Path) -> None:
    opml.write_text(opml.read_text().split('<outline text="Run')[0])

    answer = run("import", opml)

    assert answer.status == 1
    assert answer.out.startswith("Feeds: 1 new, 0 known, 0 refused\n")
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

    assert run("import", "-").out.startswith("Feeds: 1 new")


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


@pytest.fixture
def newsboat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Newsboat's folder in a home of its own, with one article that was read and flagged."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    folder = tmp_path / ".newsboat"
    folder.mkdir()
    (folder / "urls").write_text("https://port.example/ one two\nexec:rm\n")
    item = {"guid": "a", "feedurl": "https://port.example/", "title": "A", "unread": 0, "flags": "x"}
    make_cache(folder / "cache.db", {"https://port.example/": ("Port", "")}, [item])
    return folder


@pytest.mark.parametrize("named", [True, False])
def test_newsboat_is_moved_from_by_a_word(run: Run, newsboat: Path, named: bool) -> None:
    files = ["--urls", newsboat / "urls", "--cache", newsboat / "cache.db"] if named else []

    answer = run("import", "--from", "newsboat", *files)

    assert answer.status == 1
    assert answer.out.splitlines()[:2] == ["Feeds: 1 new, 0 known, 1 refused", "Articles: 1 new, 1 read, 1 bookmarked"]
    assert [line.split(":")[1].strip() for line in answer.err.splitlines()] == [
        "feeds with several tags are in the folder of the first one",
        "exec",
    ]
    (article,) = run("articles", "--json").objects
    assert (article["title"], article["feed"], article["unread"], article["bookmarked"]) == ("A", "Port", False, True)


def test_moving_from_newsboat_for_programs(run: Run, newsboat: Path) -> None:
    *moving, new, refused, done = run("import", "--from", "newsboat", "--json").objects

    assert moving == [{"outcome": "moving", "done": number, "feeds": 1} for number in (0, 1)]
    assert (new["outcome"], new["feed"], refused["outcome"]) == ("new", "Port", "refused")
    assert (done["articles"], done["read"], done["bookmarked"], len(done["notes"])) == (1, 1, 1, 1)


def test_moving_from_newsboat_on_a_terminal_leaves_the_sums(newsboat: Path) -> None:
    (newsboat / "urls").write_text("https://port.example/ one\n")
    with in_terminal("import", "--from", "newsboat") as terminal:
        assert printed(terminal) == [
            "Feeds: 1 new, 0 known, 0 refused",
            "Articles: 1 new, 1 read, 1 bookmarked",
            "`newsreader refresh` fetches the new feeds.",
        ]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "Name the file to import"),
        (["https://me:pw@a.example/feeds.opml"], "https://a.example/feeds.opml: save this list to a file first"),
        (["x", "--urls", "y"], "go with --from newsboat"),
        (["x", "--from", "newsboat"], "finds newsboat's files itself"),
        (["--from", "liferea"], "liferea"),
        (["--from", "newsboat", "--urls", "/none"], "/none: there is no such file"),
        (["--from", "newsboat", "--cache", "/none"], "/none: there is no such file"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(run: Run, words: list[str], complaint: str) -> None:
    answer = run("import", *words)

    assert answer.status == 2
    assert complaint in answer.err


@pytest.mark.parametrize("name", ["feeds.opml", "feeds.xml"])
def test_who_adds_a_list_is_told_to_import_it(run: Run, opml: Path, name: str) -> None:
    answer = run("add", opml.rename(opml.with_name(name)))

    assert answer.status == 1
    assert "list of feeds" in answer.err
    assert "`newsreader import" in answer.err


@pytest.mark.parametrize("command", ["export", "import"])
def test_an_empty_name_is_no_file(run: Run, command: str) -> None:
    answer = run(command, "")

    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1
