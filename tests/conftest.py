import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not fail a test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test data that is not part of this repository; tests that ask for it are skipped without it."""
    given = os.environ.get("NEWSREADER_SHARED")
    folder = Path(given) if given else ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"needs the shared test data: no folder {folder} (NEWSREADER_SHARED can name another)")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_directories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test, and what it starts, away from the library and the config of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREADER_DATA_DIR", str(tmp_path_factory.mktemp("data")))
        patch.setenv("NEWSREADER_CONFIG_DIR", str(tmp_path_factory.mktemp("config")))
        yield
