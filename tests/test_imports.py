"""What takes long to import is imported where it is used, and not before."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "textual",
    "rich",
    "aiohttp",
    "feedparser",
    "trafilatura",
    "nh3",
    "selectolax",
    "asyncio",
    "platformdirs",
    "yaml",
}
CORE = [
    "reader.library.decide",
    "reader.library.library",
    "reader.library.marking",
    "reader.library.reading",
    "reader.library.relating",
    "reader.library.searching",
    "reader.library.sources",
    "reader.library.storing",
]


def imported_by(statement: str) -> set[str]:
    """Run a statement in a fresh process and give the names of all modules that are imported then."""
    tell = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", CORE)
def test_the_library_is_imported_without_the_screen_and_the_network(module: str) -> None:
    assert not imported_by(f"import {module}") & HEAVY


def test_the_refresher_is_imported_without_the_screen_and_the_network() -> None:
    assert not imported_by("import reader.library.refreshing") & (HEAVY - {"asyncio"})


@pytest.mark.parametrize(
    "words", [["articles", "--json", "--limit", "20"], ["feeds", "--json"], ["search", "x", "--json"]]
)
def test_a_list_for_programs_imports_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    line = [*words, "--data-dir", str(tmp_path), "--config-dir", str(tmp_path)]

    modules = imported_by(f"from reader.cli.main import main\nmain({line})")

    assert not modules & HEAVY
    assert not modules & {"tomllib", "logging", "dateutil", "charset_normalizer", "multiprocessing"}


LATER = {
    "library.sources",
    "library.relating",
    "library.stories",
    "text.tokens",
    "text.html",
    "text.blocks",
    "tui.pages",
}
"""What the first paint of a list can do without."""


def test_the_screen_is_imported_without_what_its_first_paint_does_not_need() -> None:
    assert not imported_by("import reader.tui.app") & {f"reader.{name}" for name in LATER}


def test_a_config_file_is_checked_without_the_screen(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("keys.down = 'n'")
    line = ["articles", "--json", "--data-dir", str(tmp_path), "--config-dir", str(tmp_path)]

    assert not imported_by(f"from reader.cli.main import main\nmain({line})") & HEAVY


def test_the_version_imports_next_to_nothing() -> None:
    modules = imported_by("from reader.cli.main import main\nmain(['--version'])")

    ours = {name for name in modules if name.startswith("reader")}
    assert ours == {"reader", "reader.cli", "reader.cli.main", "reader.cli.edge", "reader.cli.messages"} | {
        "reader.model",
        "reader.model.errors",
    }
    assert not modules & {"argparse", "sqlite3", "dataclasses", "re"}


def test_a_refresh_imports_the_module_that_two_threads_must_not_import_at_once() -> None:
    assert "html.entities" in imported_by("import reader.library.refreshing")
