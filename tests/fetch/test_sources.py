import os
from pathlib import Path

import pytest

from reader.fetch.sources import source_of
from reader.model.errors import UsageError
from reader.model.source import Source, SourceKind


def _refusal(argument: str, cwd: Path) -> str:
    with pytest.raises(UsageError) as refused:
        source_of(argument, cwd)
    return str(refused.value)


@pytest.mark.parametrize(
    ("argument", "location"),
    [
        ("http://example.org/feed.xml", "http://example.org/feed.xml"),
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a#comments", "https://example.org/a"),
        ("https://example.org?q=1", "https://example.org/?q=1"),
        ("https://example.org/a b/ü", "https://example.org/a%20b/%C3%BC"),
        ("https://example.org/%7Ejoe/%c3%bc?q=%41%2f", "https://example.org/~joe/%C3%BC?q=A%2F"),
        ("https://example.org/a/../b/./c", "https://example.org/b/c"),
        ("https://example.org/a/%2E%2e/b/..", "https://example.org/"),
        ("https://example.org/../a//../b/.", "https://example.org/a/b/"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://example.org.:8443/a", "https://example.org:8443/a"),
        ("https://me:s%7ee@example.org/", "https://me:s%7ee@example.org/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://me:secret@example.org/", "https://me:secret@example.org/"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("feed://example.org/a", "http://example.org/a"),
        ("feed:https://example.org/a", "https://example.org/a"),
        ("feed://https://example.org/a", "https://example.org/a"),
        ("example.org/feed.xml", "https://example.org/feed.xml"),
        ("@docker@quay.example", "https://quay.example/@docker"),
        ("example.org", "https://example.org/"),
        ("example.org:8080/feed", "https://example.org:8080/feed"),
        ("127.0.0.1:8000/feed", "https://127.0.0.1:8000/feed"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
    ],
)
def test_an_address_has_one_spelling(argument: str, location: str, tmp_path: Path) -> None:
    assert source_of(argument, tmp_path) == Source(SourceKind.URL, location)


@pytest.mark.parametrize("argument", ["ftp://example.org/", "javascript:alert(1)", "mailto:a@example.org", "data:,x"])
def test_only_web_and_file_addresses_are_taken(argument: str, tmp_path: Path) -> None:
    assert "only http, https and file" in _refusal(argument, tmp_path)


@pytest.mark.parametrize(
    "argument", ["http://", "http://exa mple.org/", "https://example.org:99999/", "feed://", "http://a\x1b[31m.org/"]
)
def test_what_only_looks_like_an_address_is_refused(argument: str, tmp_path: Path) -> None:
    sentence = _refusal(argument, tmp_path)
    assert "not a web address" in sentence
    assert sentence.isprintable()


def test_a_refusal_keeps_the_password_to_itself(tmp_path: Path) -> None:
    assert "secret" not in _refusal("http://me:secret@/feed", tmp_path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.xml", SourceKind.FEED_FILE),
        ("a.RSS", SourceKind.FEED_FILE),
        ("a.atom", SourceKind.FEED_FILE),
        ("a.rdf", SourceKind.FEED_FILE),
        ("a.cdf", SourceKind.FEED_FILE),
        ("a.JSON", SourceKind.FEED_FILE),
        ("a.txt", SourceKind.TEXT_FILE),
        ("a.Text", SourceKind.TEXT_FILE),
        ("a.md", SourceKind.TEXT_FILE),
        ("a.markdown", SourceKind.TEXT_FILE),
        ("a.html", SourceKind.TEXT_FILE),
        ("a.HTM", SourceKind.TEXT_FILE),
    ],
)
def test_the_suffix_tells_the_kind_of_a_file(name: str, kind: SourceKind, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert source_of(name, tmp_path) == Source(kind, str(tmp_path / name))


def test_a_folder_is_a_source(tmp_path: Path) -> None:
    assert source_of(".", tmp_path) == Source(SourceKind.FOLDER, str(tmp_path))


def test_all_spellings_of_a_path_give_the_same_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes").mkdir()
    file = tmp_path / "notes" / "a b.txt"
    file.touch()
    (tmp_path / "link.txt").symlink_to(file)
    monkeypatch.setenv("HOME", str(tmp_path))
    spellings = ["notes/a b.txt", "./notes/../notes/a b.txt", str(file), "link.txt", "~/notes/a b.txt", file.as_uri()]
    assert {source_of(spelling, tmp_path) for spelling in spellings} == {Source(SourceKind.TEXT_FILE, str(file))}


def test_an_existing_file_comes_before_a_host_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "example.org").mkdir()
    assert source_of("example.org", tmp_path).kind is SourceKind.FOLDER


@pytest.mark.parametrize("argument", ["notes.txt", "missing", "news/today.md", "feed.xml", "-x"])
def test_a_missing_file_is_named(argument: str, tmp_path: Path) -> None:
    assert _refusal(argument, tmp_path).startswith(f"{argument}: there is no such file")


def test_a_dangling_link_is_told_from_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "a link to something that is not there" in _refusal("a.txt", tmp_path)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert "symbolic links" in _refusal("a.txt", tmp_path)


def test_an_unknown_suffix_is_named_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    sentence = _refusal("a.pdf", tmp_path)
    assert ".pdf" in sentence
    assert ".md" in sentence


def test_a_pipe_is_no_source(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "neither a file nor a folder" in _refusal("a.txt", tmp_path)


@pytest.mark.parametrize("argument", ["", "  ", "a\0b.txt", "file://other.example/a.txt", "x" * 5000])
def test_nonsense_is_refused_in_one_safe_line(argument: str, tmp_path: Path) -> None:
    assert _refusal(argument, tmp_path).isprintable()


@pytest.mark.parametrize("name", ["a\x1b[31m.txt", "a\u202etxt.txt", "a\nb.txt", b"\xff.txt"])
def test_a_place_whose_name_cannot_be_shown_is_refused(name: str | bytes, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(name)
    file.touch()
    sentence = _refusal(os.fsdecode(name), tmp_path)
    assert "rename it" in sentence
    assert sentence.isprintable()
