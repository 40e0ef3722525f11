"""What was read at a source, not yet parsed, and what is remembered to ask whether it changed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask "changed since?" with (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    """Our own hash of the body, since many servers send all of it each time, changed or not."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a server says, besides the feed itself, of how it wants to be asked in future."""

    fresh_seconds: int | None = None
    """How long its answer is good for (RFC 9111, section 5.2.2.1); None if it does not say."""
    moved_to: str | None = None
    """The feed's new address, if every redirect on the way there was a permanent one."""


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A feed as it came from a server or a feed file, not yet parsed."""

    body: bytes
    url: str
    """The address the body came from, after redirects; a file URI for a feed file."""
    content_type: str | None
    """The Content-Type header as sent, None for a file."""
    validators: Validators
    wishes: Wishes = NO_WISHES
    seen: frozenset[bytes] = frozenset()
    """Hashes of the entries that were stored when the feed was read last: they need not be read again."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A feed is what it was the last time: its server says so, or its bytes show it."""

    validators: Validators = Validators()
    """What to ask with the next time; of files nothing."""
    wishes: Wishes = NO_WISHES


@dataclass(frozen=True, slots=True)
class Complaint:
    """A server says that it is asked too often, or by too many."""

    status: int
    """429 or 503."""
    retry_after: float | None
    """Seconds that it wants to be left alone for; None if it does not say."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """How a file on disk is known to be unchanged: cheap marks first, then the hash."""

    size: int
    """Bytes."""
    mtime_ns: int
    digest: str
    """BLAKE2b of the content, hexadecimal."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A text file on disk that is to be read."""

    key: str
    """Path relative to the source's folder, "/" between parts; the file's name for a single file."""
    path: str
    """Absolute path."""
    modified_at: datetime
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class RawFile:
    """A text file as read from disk, not yet parsed."""

    key: str
    """Like `FoundFile.key`."""
    path: str
    """Absolute path."""
    body: bytes
    modified_at: datetime
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class RawFiles:
    """Some text files of one source, not yet parsed."""

    files: tuple[RawFile, ...]


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What a refresh of a text file or a folder of text files found; together they may be too large for the memory."""

    changed: tuple[FoundFile, ...]
    """New files and files whose content differs from the known fingerprint."""
    touched: dict[str, Fingerprint]
    """Key to new fingerprint of files whose size or mtime changed but whose content did not."""
    missing: frozenset[str]
    """Known keys whose file is no longer there."""
    problems: tuple[str, ...]
    """One sentence for each file that was left out, with its name and why."""


Known = Validators | dict[str, Fingerprint]
"""What the library remembers of a source's last fetch: validators of a feed, or fingerprints by key of files."""
