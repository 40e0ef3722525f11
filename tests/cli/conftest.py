import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.cli.main import main
from tests.library.samples import PORT_POST
from tests.servers.site import Site, serving_site


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command line came to."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON Lines that were printed."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line on a library of this test's own."""
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSREADER_CONFIG_DIR", str(tmp_path / "config"))

    def run_words(*words: object) -> Answer:
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return run_words


@pytest.fixture
def port(run: Run, tmp_path: Path) -> Path:
    """Add a feed of three articles, ids 1 to 3, and give its file."""
    path = tmp_path / "port.xml"
    path.write_bytes(PORT_POST)
    assert run("add", path).status == 0
    return path


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as served:
        yield served
