"""How values that SQLite has no type for are held: times, lists, and bodies."""

import json
import sqlite3
import sys
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, overload

_ZSTD = b"\x28\xb5\x2f\xfd"
"""What Zstandard begins with (RFC 8878, section 3.1.1). What does not was compressed by zlib, in former versions."""
_LEVEL = 1
"""Of compression: a third of the time of zlib's default, for three bytes more in a hundred."""


@overload
def to_seconds(moment: datetime) -> int: ...
@overload
def to_seconds(moment: None) -> None: ...
def to_seconds(moment: datetime | None) -> int | None:
    """Turn an aware datetime into whole seconds since 1970-01-01 UTC, rounded down."""
    return None if moment is None else int(moment.timestamp() // 1)


@overload
def to_datetime(seconds: int) -> datetime: ...
@overload
def to_datetime(seconds: None) -> None: ...
def to_datetime(seconds: int | None) -> datetime | None:
    """Turn seconds since 1970-01-01 UTC into an aware datetime."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def to_json(values: Iterable[object]) -> str:
    """Turn a list into what `json_each` reads: it passes any number of values as one parameter."""
    return json.dumps(list(values), ensure_ascii=False)


def from_json(held: str | None) -> tuple[Any, ...]:
    """Turn a held list back, NULL into none."""
    return () if held is None else tuple(json.loads(held))


def pack(text: str) -> bytes:
    """Compress a body, lone surrogates and all."""
    packed: bytes = _zstd().compress(text.encode(errors="surrogatepass"), _LEVEL)
    return packed


def unpack(body: bytes) -> str:
    """Turn a compressed body back. Raises sqlite3.DatabaseError when it is damaged."""
    try:
        unpacked: bytes = _zstd().decompress(body) if body.startswith(_ZSTD) else zlib.decompress(body)
        return unpacked.decode(errors="surrogatepass")
    except (zlib.error, _zstd().ZstdError, UnicodeDecodeError) as error:
        raise sqlite3.DatabaseError(f"the body of an article: {error}") from error


def _zstd() -> Any:
    """Import Zstandard: a list is shown in less time than that takes."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd
