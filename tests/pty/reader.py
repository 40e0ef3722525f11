"""The real command in a terminal, over a library in a temporary folder."""

import sys
from pathlib import Path

from tests.pty.terminal import Terminal


def open_reader(root: Path, *words: str, columns: int = 120, rows: int = 36) -> Terminal:
    """Start `newsreader WORDS...` with its data and configuration below `root`."""
    env = {
        "NEWSREADER_DATA_DIR": str(root / "data"),
        "NEWSREADER_CONFIG_DIR": str(root / "config"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    return Terminal([sys.executable, "-m", "reader", *words], columns, rows, env)
