from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.library import Library, open_library
from tests.servers.site import Site, serving_site


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data", tmp_path / "config") as opened:
        yield opened


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as served:
        yield served
