"""What was typed in answer to a question for a source or a file: what is wrong with it, and what it could become."""

import os
from pathlib import Path

from reader.model.errors import UsageError
from reader.text.safe import safe_line

OTHER_READER = "newsboat"
"""What is typed to move from that reader; a file of this name is given as ./newsboat."""


def path_of(answer: str) -> Path:
    """Give the path that was typed, from the current directory unless that is gone."""
    path = Path(os.path.expanduser(answer))  # noqa: PTH111 - Path.expanduser raises where there is no home
    try:
        return path.absolute()
    except OSError:
        return path


def source_complaint(answer: str) -> str | None:
    """Say why nothing can be read from what was typed, without asking a server; None if it may well be a source."""
    from reader.library.sources import named_source  # the screen starts without it

    try:
        named_source(answer)
    except UsageError as error:
        return str(error)
    return None


def list_complaint(answer: str) -> str | None:
    """Say why no list can be read from what was typed; of addresses the importer says more."""
    if answer == OTHER_READER or "://" in answer or os.path.exists(path_of(answer)):  # noqa: PTH110 - Path.exists may raise
        return None
    return f"{answer}: there is no such file; check its name"


def target_complaint(answer: str) -> str | None:
    """Say why no file can be written where was typed."""
    path = path_of(answer)
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir may raise, as for a name that is too long
        return f"{answer}: this is a folder; add the name of a file"
    if os.path.isdir(path.parent):  # noqa: PTH112
        return None
    return f"{answer}: there is no folder {safe_line(str(path.parent))}; check its name"


def complete_path(typed: str) -> str:
    """Give what was typed with as much behind it as all files have in common that begin so."""
    folder, name = os.path.split(os.path.expanduser(typed))  # noqa: PTH111
    try:
        with os.scandir(folder or ".") as entries:
            names = [entry.name + "/" * entry.is_dir() for entry in entries if entry.name.startswith(name)]
    except OSError:
        return typed
    shown = [one for one in names if name or not one.startswith(".")]
    return typed + os.path.commonprefix(shown)[len(name) :]  # noqa: RUF071 - a part of a name is wanted too
