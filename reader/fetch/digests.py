"""The hash by which bytes are known again."""

from hashlib import blake2b


def digest_of(body: bytes) -> str:
    """Give the BLAKE2b hash of some bytes, 40 hexadecimal digits."""
    return blake2b(body, digest_size=20).hexdigest()
