import stat
import threading
from pathlib import Path

import platformdirs
import pytest

from reader.library.library import Library, find_config_dir, find_data_dir, open_library
from reader.model.errors import DatabaseError


def test_a_given_directory_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", "/from/environment")

    assert find_data_dir(Path("/given")) == Path("/given")


def test_the_environment_comes_second(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSREADER_DATA_DIR", "data")
    monkeypatch.setenv("NEWSREADER_CONFIG_DIR", "/config")

    assert find_data_dir() == tmp_path / "data"
    assert find_config_dir() == Path("/config")


@pytest.mark.parametrize("value", [None, ""])
def test_the_platform_comes_last(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    for variable in ("NEWSREADER_DATA_DIR", "NEWSREADER_CONFIG_DIR"):
        if value is None:
            monkeypatch.delenv(variable)
        else:
            monkeypatch.setenv(variable, value)

    assert find_data_dir() == Path(platformdirs.user_data_dir("newsreader", appauthor=False))
    assert find_config_dir() == Path(platformdirs.user_config_dir("newsreader", appauthor=False))


def test_a_library_is_for_its_user_alone(library: Library, tmp_path: Path) -> None:
    assert library.connection

    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "newsreader.db").stat().st_mode) == 0o600


def test_every_thread_has_a_connection_of_its_own(library: Library) -> None:
    seen: list[object] = []
    threads = [threading.Thread(target=lambda: seen.append(library.connection)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(map(id, [library.connection, *seen]))) == 5
    assert library.connection is library.connection


def test_a_closed_library_can_be_used_again(library: Library) -> None:
    first = library.connection
    library.close()

    assert library.connection is not first


def test_config_and_complaints_come_with_the_library(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('ages = "date"\nmarks = 5\n')

    library = open_library(tmp_path / "data", tmp_path)

    assert library.config.ages == "date"
    assert len(library.complaints) == 1


def test_a_library_that_can_not_be_opened_says_so_on_first_use(tmp_path: Path) -> None:
    (tmp_path / "newsreader.db").write_bytes(b"not a database at all" * 100)
    library = open_library(tmp_path, tmp_path)

    with pytest.raises(DatabaseError):
        _ = library.connection
