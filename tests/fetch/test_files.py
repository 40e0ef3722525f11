import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.fetch.files import MOST_BYTES, find_text_file, find_text_files, load, read_feed_file
from reader.model.outcome import Failed
from reader.model.raw import Fingerprint, FoundFiles, RawDocument, Unchanged, Validators


def _folder(path: Path, known: dict[str, Fingerprint] | None = None) -> FoundFiles:
    found = find_text_files(path, known or {})
    assert isinstance(found, FoundFiles)
    return found


def _known(found: FoundFiles) -> dict[str, Fingerprint]:
    return {file.key: file.fingerprint for file in found.changed}


def _keys(found: FoundFiles) -> list[str]:
    return [file.key for file in found.changed]


def _bodies(found: FoundFiles) -> list[bytes]:
    files, problems = load(found.changed)
    assert problems == []
    return [file.body for file in files]


def _problem(found: FoundFiles) -> str:
    (problem,) = found.problems
    return problem


def test_text_files_are_found_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "b.txt").write_text("B")
    (tmp_path / "deep" / "deeper" / "a.MD").write_text("A")
    (tmp_path / "photo.jpg").write_bytes(b"\0")
    (tmp_path / "feed.xml").write_text("<rss/>")
    found = _folder(tmp_path)
    assert _keys(found) == ["b.txt", "deep/deeper/a.MD"]
    assert _bodies(found) == [b"B", b"A"]
    assert found.changed[0].path == str(tmp_path / "b.txt")
    assert found.problems == ()


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ["a.txt", ".hidden.txt", ".git/description.txt"]:
        (tmp_path / name).write_text(name)
    assert _keys(_folder(tmp_path)) == ["a.txt"]


def test_the_time_of_the_last_change_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    os.utime(tmp_path / "a.txt", (1_600_000_000, 1_600_000_000))
    assert _folder(tmp_path).changed[0].modified_at == datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)


def test_an_unchanged_folder_is_not_modified(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    assert find_text_files(tmp_path, _known(_folder(tmp_path))) == Unchanged()


def test_a_file_of_known_size_and_time_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    known = _known(_folder(tmp_path))
    file.write_text("new")
    os.utime(file, ns=(0, known["a.txt"].mtime_ns))
    assert find_text_files(tmp_path, known) == Unchanged()


def test_new_changed_touched_and_missing_files_are_told_apart(tmp_path: Path) -> None:
    for name in ["same", "touched", "changed", "gone"]:
        (tmp_path / f"{name}.txt").write_text(name)
    known = _known(_folder(tmp_path))
    (tmp_path / "new.txt").write_text("new")
    (tmp_path / "changed.txt").write_text("other text")
    (tmp_path / "gone.txt").unlink()
    os.utime(tmp_path / "touched.txt", (1, 1))
    found = _folder(tmp_path, known)
    assert _keys(found) == ["changed.txt", "new.txt"]
    assert list(found.touched) == ["touched.txt"]
    assert found.touched["touched.txt"].mtime_ns == 1_000_000_000
    assert found.touched["touched.txt"].digest == known["touched.txt"].digest
    assert found.missing == {"gone.txt"}


def test_a_folder_without_text_fails(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    failed = find_text_files(tmp_path, {})
    assert isinstance(failed, Failed)
    assert "there is no text file in this folder" in failed.reason


def test_a_folder_that_lost_all_files_fails_rather_than_report_them_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    known = _known(_folder(tmp_path))
    (tmp_path / "a.txt").unlink()
    assert isinstance(find_text_files(tmp_path, known), Failed)


def test_a_folder_that_is_gone_fails(tmp_path: Path) -> None:
    failed = find_text_files(tmp_path / "gone", {})
    assert failed == Failed("gone: the folder is gone; put it back, or remove its feed")


def test_a_large_file_is_one_problem_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(50 * 2**20)
    found = _folder(tmp_path)
    assert _keys(found) == ["good.txt"]
    assert _problem(found) == "large.txt: the file is too large (50 MB; the most is 10 MB); split it"


def test_a_problem_is_told_again_when_nothing_else_changed(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "bad.txt").write_bytes(bytes(100))
    assert len(_folder(tmp_path, _known(_folder(tmp_path))).problems) == 1


@pytest.mark.parametrize(
    "body", [b"A line of text with a slip\0 in it", "Kräne".encode("utf-16-le"), "A line\n".encode("utf-16-be")]
)
def test_text_with_a_nul_is_text(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(body)
    files, problems = load(_folder(tmp_path).changed)
    assert ([file.body for file in files], problems) == ([body], [])


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"GIF\0", bytes(range(1, 8)) * 9, b"text\0" * 99])
def test_binary_data_is_a_problem(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "bad.txt").write_bytes(body)
    assert (
        _problem(_folder(tmp_path))
        == "bad.txt: this is not text but binary data; give it another suffix or move it away"
    )


@pytest.mark.parametrize(
    "body",
    [
        "Grüße".encode("utf-16"),
        "Grüße".encode("utf-32"),
        b"\xfe\xff" + "Grüße".encode("utf-16-be"),
        "日本語".encode("iso-2022-jp"),
        "Grüße".encode("cp1252"),
        b"page one\fpage two\r\n\tindented",
        b"",
    ],
)
def test_text_in_any_encoding_is_text(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(body)
    assert _bodies(_folder(tmp_path)) == [body]


def test_a_dangling_link_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "bad.txt").symlink_to(tmp_path / "gone.txt")
    assert _problem(_folder(tmp_path)) == "bad.txt: this is a link to something that is not there; mend the link"


def test_a_pipe_is_a_problem_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    os.mkfifo(tmp_path / "bad.txt")
    assert _problem(_folder(tmp_path)) == "bad.txt: this is not a regular file; put one in its place"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "bad.txt").write_text("bad")
    (tmp_path / "bad.txt").chmod(0)
    assert _problem(_folder(tmp_path)) == "bad.txt: the file can't be read: permission denied; check who may read it"


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "bad.txt").write_text("bad")
    real_open = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert _problem(_folder(tmp_path)) == "bad.txt: the file can't be read: permission denied; check who may read it"


@pytest.mark.parametrize("above", [".", "long" * 40 + "/" + "path" * 40, "spoilt\x1b[31m\n/" + "x" * 175, "x" * 191])
def test_files_below_an_unreadable_folder_do_not_count_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, above: str
) -> None:
    (tmp_path / above / "locked").mkdir(parents=True)
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / above / "locked" / "a.txt").write_text("A")
    known = _known(_folder(tmp_path))
    real_scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return real_scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = _folder(tmp_path, known)
    assert found.missing == frozenset()
    assert _problem(found).partition(": ")[2] == "the folder can't be read: permission denied; check who may read it"


def test_a_folder_is_read_no_further_than_it_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    stop = threading.Event()
    stop.set()
    assert isinstance(find_text_files(tmp_path, {}, stop), Failed)


def test_linked_files_and_folders_are_followed_but_no_folder_is_read_twice(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.txt").write_text("B")
    root = tmp_path / "root"
    (root / "z").mkdir(parents=True)
    (root / "z" / "a.txt").write_text("A")
    (root / "z" / "up").symlink_to(root)
    (root / "a-link-to-z").symlink_to(root / "z")
    (root / "linked").symlink_to(outside)
    (root / "self").symlink_to("self")
    (root / "c.txt").symlink_to(outside / "b.txt")
    assert _keys(_folder(root)) == ["c.txt", "linked/b.txt", "z/a.txt"]


def test_hostile_file_names_give_safe_distinct_keys(tmp_path: Path) -> None:
    names = ["\x1b[31ma.txt", "a.txt", "\u202ea.txt", "\udcffa.txt", "\udcfea.txt", "a\nb.txt", "[red]a.txt", " .txt"]
    for name in names:
        (tmp_path / name).write_text("text")
    found = _folder(tmp_path)
    assert len(set(_keys(found))) == len(names)
    assert all(key.isprintable() for key in _keys(found))
    assert {"a.txt", "[red]a.txt"} <= set(_keys(found))
    assert find_text_files(tmp_path, _known(found)) == Unchanged()


def test_a_file_that_goes_before_it_is_loaded_is_a_problem(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    found = _folder(tmp_path)
    (tmp_path / "a.txt").unlink()
    files, problems = load(found.changed)
    assert [file.body for file in files] == [b"b.txt"]
    assert problems == ["a.txt: the file is gone; put it back, or remove its feed"]


def test_a_time_out_of_range_does_not_stop_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A")
    os.utime(tmp_path / "a.txt", (2**40, 2**40))
    assert _folder(tmp_path).changed[0].fingerprint.mtime_ns < 2**63


def test_a_text_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A")
    found = find_text_file(file, {})
    assert isinstance(found, FoundFiles)
    assert _keys(found) == ["a.txt"]
    assert find_text_file(file, _known(found)) == Unchanged()
    os.utime(file, (1, 1))
    touched = find_text_file(file, _known(found))
    assert isinstance(touched, FoundFiles)
    assert (touched.changed, list(touched.touched)) == ((), ["a.txt"])


def test_a_text_file_that_is_gone_or_bad_fails(tmp_path: Path) -> None:
    assert find_text_file(tmp_path / "a.txt", {}) == Failed("a.txt: the file is gone; put it back, or remove its feed")
    (tmp_path / "a.txt").write_bytes(bytes(9))
    assert find_text_file(tmp_path / "a.txt", {}) == Failed(
        "a.txt: this is not text but binary data; give it another suffix or move it away"
    )


def test_a_feed_file_is_not_modified_while_its_bytes_are_the_same(tmp_path: Path) -> None:
    file = tmp_path / "feed ü.xml"
    file.write_text("<rss/>")
    first = read_feed_file(file, Validators())
    assert isinstance(first, RawDocument)
    assert first.body == b"<rss/>"
    assert first.url == file.as_uri()
    os.utime(file, (1, 1))
    assert read_feed_file(file, first.validators) == Unchanged(first.validators)
    file.write_text("<rss />")
    assert isinstance(read_feed_file(file, first.validators), RawDocument)


def test_a_feed_file_that_is_gone_or_too_large_fails(tmp_path: Path) -> None:
    assert read_feed_file(tmp_path / "a.xml", Validators()) == Failed(
        "a.xml: the file is gone; put it back, or remove its feed"
    )
    with (tmp_path / "a.xml").open("wb") as large:
        large.truncate(MOST_BYTES + 1)
    failed = read_feed_file(tmp_path / "a.xml", Validators())
    assert isinstance(failed, Failed)
    assert "too large" in failed.reason
