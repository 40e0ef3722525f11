"""The text files below a folder."""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

from reader.fetch.sources import TEXT_SUFFIXES
from reader.model.outcome import Failed
from reader.text.keys import key_start, safe_key
from reader.text.safe import safe_line


@dataclass(frozen=True, slots=True)
class Listing:
    """What a walk through a folder found."""

    files: dict[str, Path] = field(default_factory=dict)
    """By key: the safe form of the path below the folder."""
    problems: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """What the keys of files in folders that could not be read start with."""


def list_folder(root: Path, stop: threading.Event) -> Listing | Failed:
    """Find the text files below `root` but for hidden ones, each folder once, however many links lead to it.

    It ends early, with a part of them, when `stop` is set.
    """
    listing = Listing()
    seen: set[tuple[int, int]] = set()
    folders, links = [root], list[Path]()
    while (folders or links) and not stop.is_set():
        # Links wait until all real folders are read: a file is known by its real place if it has one here.
        folder = folders.pop() if folders else links.pop()
        entries = _read(folder, seen)
        if isinstance(entries, Failed):
            if folder == root:
                return entries
            below = folder.relative_to(root).as_posix()
            listing.problems.append(f"{safe_line(below, most=200)}: {entries.reason}")
            listing.unread.append(key_start(below))
            continue
        for entry in entries:
            path = Path(entry)
            if _is_folder(entry):
                (links if entry.is_symlink() else folders).append(path)
            elif path.suffix.lower() in TEXT_SUFFIXES:
                listing.files[safe_key(path.relative_to(root).as_posix())] = path
    return Listing(dict(sorted(listing.files.items())), listing.problems, listing.unread)


def _read(folder: Path, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]] | Failed:
    """Give what is in a folder but for hidden names, and nothing if it was `seen`."""
    try:
        state = folder.stat()
        if (state.st_dev, state.st_ino) in seen:
            return []
        seen.add((state.st_dev, state.st_ino))
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return Failed("the folder is gone; put it back, or remove its feed")
    except OSError as error:
        return Failed(f"the folder can't be read: {os.strerror(error.errno or 0).lower()}; check who may read it")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False
