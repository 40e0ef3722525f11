"""Bodies that are packed though no header says so, or under a name that the HTTP client does not know."""

import zlib

_GZIP = b"\x1f\x8b\x08"
"""What gzip begins with (RFC 1952, section 2.3), and no feed."""
_GZIP_HEADER = 16 + zlib.MAX_WBITS


def unpack_gzip(body: bytes, most: int) -> bytes | None:
    """Unpack what is gzip, and give anything else as it is; None if it holds more than `most` bytes.

    It may be a file of that kind, packed twice, or called `x-gzip` (RFC 9110, section 8.4.1.3).
    """
    if not body.startswith(_GZIP):
        return body
    try:
        unpacked = zlib.decompressobj(_GZIP_HEADER).decompress(body, most + 1)
    except zlib.error:
        return body
    return unpacked if len(unpacked) <= most else None
