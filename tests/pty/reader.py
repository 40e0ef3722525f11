"""The real command in a terminal, over a library in a temporary folder."""

import sys
from collections.abc import Mapping
from pathlib import Path

from tests.pty.terminal import Terminal


def open_reader(
    root: Path,
    *words: str,
    columns: int = 120,
    rows: int = 36,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Terminal:
    """Start `newsreader WORDS...` with its data and configuration below `root`, and `env` on top of the environment."""
    directories = {
        "NEWSREADER_DATA_DIR": str(root / "data"),
        "NEWSREADER_CONFIG_DIR": str(root / "config"),
    }
    return Terminal([sys.executable, "-m", "reader", *words], columns, rows, {**directories, **(env or {})}, cwd)
