"""What a server's headers say of the next request: when it may come, and with which conditions."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reader.model.raw import Validators

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
_UNCACHED = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)


def validators_of(headers: Mapping[str, str], digest: str | None, known: Validators | None = None) -> Validators:
    """Take a server's validators out of its answer; those it does not repeat are as `known`.

    A 304 repeats only what has changed (RFC 9110, section 15.4.5).
    """
    known = known or Validators()
    return Validators(
        etag=printable(headers.get("ETag")) or known.etag,
        last_modified=printable(headers.get("Last-Modified")) or known.last_modified,
        digest=digest or known.digest,
    )


def fresh_seconds(headers: Mapping[str, str], now: datetime) -> int | None:
    """Give how long an answer is good for by Cache-Control or Expires (RFC 9111, section 4.2.1); None if not said."""
    control = headers.get("Cache-Control", "")
    if _UNCACHED.search(control):
        return None
    if found := _MAX_AGE.search(control):
        return int(found[1])
    expires = http_date(headers.get("Expires"))
    return max(0, round((expires - now).total_seconds())) if expires else None


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Give the seconds that a server wants to be left alone for (RFC 9110, section 10.2.3); None if not said."""
    value = headers.get("Retry-After", "").strip()
    if value.isdecimal() and len(value) <= 10:
        return float(value)
    until = http_date(value)
    return max(0.0, (until - now).total_seconds()) if until else None


def http_date(value: str | None) -> datetime | None:
    """Read a date of a header; None if it is none."""
    try:
        date = parsedate_to_datetime(value) if value else None
    except (ValueError, OverflowError):
        return None
    return date.replace(tzinfo=date.tzinfo or UTC) if date else None


def printable(value: str | None) -> str | None:
    """Give a header's value if it is one that can be stored and sent back."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= 1000 else None
