"""Feed files and text files from disk, with what tells that they have not changed."""

import itertools
import os
import stat
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from reader.fetch.digests import digest_of
from reader.fetch.folders import list_folder
from reader.model.outcome import Failed
from reader.model.raw import Fingerprint, FoundFile, FoundFiles, RawDocument, RawFile, Unchanged, Validators
from reader.text.encoding import unmarked_utf16
from reader.text.keys import safe_key
from reader.text.safe import safe_line

NEVER = threading.Event()
MOST_BYTES = 10 * 2**20

_WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff", b"<\0", b"\0<", b"\0\0\0<")
"""How UTF-16 and UTF-32 begin: with a byte order mark, or with a tag."""
_CONTROLS = bytes(set(range(32)) - set(b"\b\t\n\r\f\x1b")) + b"\x7f"
_LEAST_BESIDE_NUL = 16
"""Bytes of text for each control character from which a NUL among them is an accident."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_INT64 = 2**63 - 1


def read_feed_file(path: Path, known: Validators) -> RawDocument | Unchanged | Failed:
    """Read a feed file unless its bytes are as known."""
    body = _read(path)
    if isinstance(body, Failed):
        return _named(path.name, body)
    validators = Validators(digest=digest_of(body))
    if validators == known:
        return Unchanged(validators)
    return RawDocument(body, path.as_uri(), None, validators)


def find_text_file(path: Path, known: dict[str, Fingerprint]) -> FoundFiles | Unchanged | Failed:
    """Look whether one text file is as known."""
    key = safe_key(path.name)
    match _compare(key, path, known.get(key)):
        case Failed() as failed:
            return _named(path.name, failed)
        case FoundFile() as changed:
            return FoundFiles((changed,), {}, frozenset(), ())
        case Fingerprint() as touched:
            return FoundFiles((), {key: touched}, frozenset(), ())
        case None:
            return Unchanged()


def find_text_files(
    path: Path, known: dict[str, Fingerprint], stop: threading.Event = NEVER
) -> FoundFiles | Unchanged | Failed:
    """Find the text files below a folder that are not as known; it fails as soon as `stop` is set.

    Without any text file it fails, also when there were some: an empty folder is what an unmounted disk leaves.
    """
    listing = list_folder(path, stop)
    if isinstance(listing, Failed):
        return _named(path.name, listing)
    found = _gather(itertools.takewhile(lambda _: not stop.is_set(), listing.files.items()), known)
    if stop.is_set():
        return Failed("the folder was not read to its end; refresh it again")
    problems = (*listing.problems, *found.problems)
    if len(found.problems) == len(listing.files):
        why = f" ({problems[0]})" if problems else ""
        found_none = f"there is no text file in this folder that can be read{why}"
        return _named(path.name, Failed(f"{found_none}; check its name, and that its disk is there"))
    missing = frozenset(key for key in known if key not in listing.files and not key.startswith(tuple(listing.unread)))
    if not (found.changed or found.touched or missing or problems):
        return Unchanged()
    return FoundFiles(found.changed, found.touched, missing, problems)


def load(found: Iterable[FoundFile]) -> tuple[list[RawFile], list[str]]:
    """Give files with what they hold now, and one sentence for each that can no longer be read.

    If one has changed since it was found, its fingerprint does not fit, and the next refresh reads it again.
    """
    files: list[RawFile] = []
    problems: list[str] = []
    for file in found:
        match _read(Path(file.path)):
            case Failed() as failed:
                problems.append(_named(file.key, failed).reason)
            case body:
                files.append(RawFile(file.key, file.path, body, file.modified_at, file.fingerprint))
    return files, problems


def _gather(files: Iterable[tuple[str, Path]], known: dict[str, Fingerprint]) -> FoundFiles:
    changed: list[FoundFile] = []
    touched: dict[str, Fingerprint] = {}
    problems: list[str] = []
    for key, path in files:
        match _compare(key, path, known.get(key)):
            case Failed() as failed:
                problems.append(_named(key, failed).reason)
            case FoundFile() as file:
                changed.append(file)
            case Fingerprint() as fingerprint:
                touched[key] = fingerprint
    return FoundFiles(tuple(changed), touched, frozenset(), tuple(problems))


def _compare(key: str, path: Path, known: Fingerprint | None) -> FoundFile | Fingerprint | Failed | None:
    """Give the file if its content is new, its fingerprint if only that is, None if nothing is."""
    try:
        state = path.stat()
    except OSError as error:
        return _unreadable(path, error)
    mtime_ns = max(-_INT64, min(state.st_mtime_ns, _INT64))
    if known and (known.size, known.mtime_ns) == (state.st_size, mtime_ns):
        return None
    body = _read(path)
    if isinstance(body, Failed):
        return body
    if _is_binary(body):
        return Failed("this is not text but binary data; give it another suffix or move it away")
    fingerprint = Fingerprint(len(body), mtime_ns, digest_of(body))
    if known and known.digest == fingerprint.digest:
        return fingerprint
    return FoundFile(key, str(path), _time_of(state.st_mtime), fingerprint)


def _read(path: Path) -> bytes | Failed:
    """Read a regular file; pipes and devices are not even opened, as that alone can block or act."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return Failed("this is not a regular file; put one in its place")
        if state.st_size > MOST_BYTES:
            return _too_large(state.st_size)
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except OSError as error:
        return _unreadable(path, error)
    return body if len(body) <= MOST_BYTES else _too_large(len(body))


def _is_binary(body: bytes) -> bool:
    sample = body[:8192]
    if sample.startswith(_WIDE_STARTS):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in sample:  # a slip in a text, or every other byte of one
        return controls * _LEAST_BESIDE_NUL > len(sample) and unmarked_utf16(sample) is None
    return controls * 10 > len(sample)


def _too_large(size: int) -> Failed:
    return Failed(f"the file is too large ({size / 2**20:.0f} MB; the most is {MOST_BYTES // 2**20} MB); split it")


def _unreadable(path: Path, error: OSError) -> Failed:
    if isinstance(error, FileNotFoundError):
        dangling = "this is a link to something that is not there; mend the link"
        return Failed(dangling if path.is_symlink() else "the file is gone; put it back, or remove its feed")
    return Failed(f"the file can't be read: {(os.strerror(error.errno or 0)).lower()}; check who may read it")


def _named(name: str, failed: Failed) -> Failed:
    return Failed(f"{safe_line(name, most=200)}: {failed.reason}")


def _time_of(timestamp: float) -> datetime:
    try:
        return datetime.fromtimestamp(timestamp, UTC)
    except (OverflowError, ValueError, OSError):
        return _EPOCH
