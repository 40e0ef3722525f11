"""Keys made of names from outside."""

from hashlib import blake2b

from reader.text.safe import safe_line


def safe_key(name: str) -> str:
    """Give `name` if it is safe as it is, else what is safe of it and a hash, so that distinct names stay distinct."""
    key = safe_line(name, most=200)
    return key if key == name else f"{key} #{short_hash(name)}".lstrip()


def short_hash(*parts: str) -> str:
    """Give 12 hexadecimal digits that stand for `parts`."""
    digest = blake2b(digest_size=6)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
