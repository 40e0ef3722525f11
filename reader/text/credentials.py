"""User names and passwords in addresses, which no message may show."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

_CREDENTIALS = re.compile(r"(?<=//)(?:[^/]*|[^\s/@:]+:\S*)@|(?<!\S)(?!mailto:)[^\s/@:]+:(?!//)(?:(?!://)\S)*@")
"""Of "https://user:password@host", also if it is mistyped or should have been escaped, and of "user:password@host"."""
_PORTS = {"http": 80, "https": 443}


def without_credentials(text: str) -> str:
    """Take what may be a user name or a password out of the addresses in a text, rather too much than too little."""
    return _CREDENTIALS.sub("", text)


def with_credentials_of(owner: str, address: str) -> str:
    """Give `address` with the user name and password of `owner` if both have the same origin (RFC 6454), else alone."""
    giver, taker = urlsplit(owner), urlsplit(address)
    user, at, _ = giver.netloc.rpartition("@")
    if not at or "@" in taker.netloc or _origin(giver) != _origin(taker):
        return address
    return urlunsplit(taker._replace(netloc=f"{user}@{taker.netloc}"))


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
