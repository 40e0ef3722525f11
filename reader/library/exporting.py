"""Exporting the feeds as a list of subscriptions that other readers take."""

import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from reader.library.guide import GUIDE
from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.source import Source, SourceKind
from reader.store.subscriptions import list_subscriptions, local_locations
from reader.text.safe import safe_line


@dataclass(frozen=True, slots=True)
class Export:
    """A list of the feeds on the web, and what is not in it."""

    body: bytes
    """OPML 2.0 in UTF-8."""
    feeds: int
    local: tuple[str, ...]
    """Paths of the sources on disk, which no list of feeds can hold."""
    without_password: int
    """Feeds whose user name and password were left out."""


def export_opml(library: Library, *, with_passwords: bool = False) -> Export:
    """Write the feeds on the web as OPML; passwords in their addresses are left out unless they are asked for."""
    from reader.parse.opmldocument import write_opml

    held = list_subscriptions(library.connection)
    shown = [replace(one, address=Source(SourceKind.URL, one.address).shown) for one in held]
    local = tuple(location for location in local_locations(library.connection) if location != GUIDE.location)
    secret = sum(one != other for one, other in zip(held, shown, strict=True))
    body = write_opml(held if with_passwords else shown, datetime.now(UTC))
    return Export(body, len(held), local, 0 if with_passwords else secret)


def write_list(path: Path, body: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all. Raises UsageError if it can't be written."""
    name = safe_line(str(path), most=200)
    try:
        target = Path(os.path.realpath(path))  # a link stays one
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            raise UsageError(f"{name}: this is not a regular file; name another")
        _replace(target, body)
    except (OSError, ValueError) as error:
        why = (error.strerror or "it can't be written").lower() if isinstance(error, OSError) else "this is no name"
        raise UsageError(f"{name}: {why}; name another file") from None


def _replace(target: Path, body: bytes) -> None:
    descriptor, made = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)  # with mode 0600
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - there is no Path for a descriptor
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(made).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise
