"""What the user's argument means: an address on the web, or a file or folder on disk."""

import os
import re
import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.fetch.spelling import one_spelling
from reader.model.errors import UsageError
from reader.model.source import Source, SourceKind
from reader.text.credentials import without_credentials
from reader.text.safe import safe_line, safe_text, safe_url

FEED_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf", ".cdf", ".json"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm"})

_WEB = re.compile(r"https?:", re.IGNORECASE)
_FEED = re.compile(r"feed:(//)?", re.IGNORECASE)
_FILE = re.compile(r"file:", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?=[/?#]|$)|(?:\d+(?:\.\d+){3}|localhost(?=:))(?::\d+)?(?=[/?#]|$)")
_HANDLE = re.compile(r"@([\w.-]+)@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
"""A person of the fediverse: @name@server."""


def source_of(argument: str, cwd: Path) -> Source:
    """Give the source that `argument` names; a relative path starts at `cwd`.

    Raises UsageError, with a sentence that says why, if there is nothing an article can be read from.
    """
    if not argument.strip():
        raise UsageError("an empty name is no source; give a web address, a file or a folder")
    if _WEB.match(argument):
        return _web_source(argument)
    if feed := _FEED.match(argument):
        rest = argument[feed.end() :]
        return _web_source(rest if _WEB.match(rest) else f"http://{rest}")
    if _FILE.match(argument):
        return _file_uri_source(argument)
    path = cwd / os.path.expanduser(argument)  # noqa: PTH111 - Path.expanduser raises where there is no home
    if not os.path.lexists(path):
        if _OTHER_SCHEME.match(argument):
            raise UsageError(f"{_shown(argument)}: only http, https and file addresses can be read; give one of these")
        if handle := _HANDLE.fullmatch(argument):
            return _web_source(f"https://{handle[2]}/@{handle[1]}")
        if _is_bare_address(argument):
            return _web_source(f"https://{argument}")
    return _disk_source(path, argument)


def _web_source(argument: str) -> Source:
    address = safe_url(argument)
    location = address and one_spelling(address)
    if not location:
        raise UsageError(f"{_shown(argument)}: this is not a web address; write it like https://example.org/feed.xml")
    return Source(SourceKind.URL, location)


def _is_bare_address(argument: str) -> bool:
    """Tell whether `argument` reads like "example.org/feed" rather than like the name of a missing file."""
    host = _HOST.match(argument)
    return host is not None and Path(host[0]).suffix.lower() not in FEED_SUFFIXES | TEXT_SUFFIXES


def _file_uri_source(argument: str) -> Source:
    try:
        parts = urlsplit(argument)
    except ValueError:
        parts = None
    if parts is None or parts.netloc.lower() not in {"", "localhost"} or not parts.path.startswith("/"):
        raise UsageError(f"{_shown(argument)}: only files of this machine can be read, like file:///home/me/notes.txt")
    return _disk_source(Path(unquote(parts.path, errors="surrogateescape")), argument)


def _disk_source(path: Path, argument: str) -> Source:
    place = _resolve(path, argument)
    location = str(place)
    if safe_text(location) != location or "\n" in location:
        raise UsageError(f"{_shown(location)}: the name holds characters that can't be shown; rename it first")
    mode = place.stat().st_mode
    if stat.S_ISDIR(mode):
        return Source(SourceKind.FOLDER, location)
    if not stat.S_ISREG(mode):
        raise UsageError(f"{_shown(argument)}: this is neither a file nor a folder; save what it gives to a file")
    suffix = place.suffix.lower()
    if suffix in FEED_SUFFIXES:
        return Source(SourceKind.FEED_FILE, location)
    if suffix in TEXT_SUFFIXES:
        return Source(SourceKind.TEXT_FILE, location)
    if suffix == ".opml":
        raise UsageError(f"{_shown(argument)}: this is a list of feeds; `newsreader import` or the key i adds them")
    known = ", ".join((*sorted(FEED_SUFFIXES), *sorted(TEXT_SUFFIXES)))
    raise UsageError(
        f"{_shown(argument)}: {suffix or 'a name without suffix'} is no known kind of file; "
        f"rename it if it is one of these: {known}"
    )


def _resolve(path: Path, argument: str) -> Path:
    shown = _shown(argument)
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        if path.is_symlink():
            raise UsageError(f"{shown}: this is a link to something that is not there; mend the link") from None
        raise UsageError(
            f"{shown}: there is no such file or folder; check the name (a web address starts with https://)"
        ) from None
    except OSError as error:
        why = (error.strerror or "it can't be reached").lower()
        raise UsageError(f"{shown}: {why}; check the path and who may read it") from None
    except ValueError:
        raise UsageError(f"{shown}: this is not a file name; give a web address, a file or a folder") from None


def _shown(argument: str) -> str:
    """Give `argument` as a message may show it: safe, short and without a password."""
    return safe_line(without_credentials(argument), most=200)
