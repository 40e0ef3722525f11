"""The one spelling of equal web addresses (RFC 3986, sections 6.2.2 and 6.2.3)."""

import re
from urllib.parse import urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_ENCODED = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[\w.~-]", re.ASCII)


def one_spelling(address: str) -> str | None:
    """Give the one spelling of a safe http or https address, or None if no server can have such a name.

    A user name and a password stay as they are, and a fragment goes.
    """
    parts = urlsplit(address)
    host = _ascii_host((parts.hostname or "").rstrip("."))
    if not host:
        return None
    port = "" if parts.port in {None, _DEFAULT_PORTS[parts.scheme]} else f":{parts.port}"
    user, at, _ = parts.netloc.rpartition("@")
    path = _without_dots(_ENCODED.sub(_decode, parts.path or "/"))
    return urlunsplit((parts.scheme, user + at + host + port, path, _ENCODED.sub(_decode, parts.query), ""))


def with_single_slashes(address: str) -> str:
    """Give an address without doubled slashes in its path."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=re.sub("//+", "/", parts.path)))


def _ascii_host(host: str) -> str | None:
    if host.isascii():
        return f"[{host}]" if ":" in host else host
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return None


def _decode(encoded: re.Match[str]) -> str:
    character = chr(int(encoded[1], 16))
    return character if _UNRESERVED.fullmatch(character) else encoded[0].upper()


def _without_dots(path: str) -> str:
    """Resolve the "." and ".." of an absolute path (RFC 3986, section 5.2.4)."""
    segments = path.split("/")[1:]
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)
