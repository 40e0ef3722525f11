"""Keys made of names from outside."""

from datetime import datetime
from hashlib import blake2b

from reader.text.safe import safe_line

_MOST = 200
"""Characters of a name."""


def safe_key(name: str) -> str:
    """Give `name` if it is safe as it is, else what is safe of it and a hash, so that distinct names stay distinct."""
    key = safe_line(name, most=_MOST)
    return key if key == name else f"{key} #{short_hash(name)}".lstrip()


def key_among(guid: str, text: str, title: str, published_at: datetime | None) -> str:
    """Give the key of an article that shares its id with others; `text` is its link, if it has one."""
    return f"{guid} #{short_hash(text, title, str(published_at))}"


def key_start(folder: str) -> str:
    """Give what the keys of all files below a folder start with; if its path is long, those of others may too."""
    return safe_line(f"{folder}/")[: _MOST - 1].rstrip()


def short_hash(*parts: str) -> str:
    """Give 12 hexadecimal digits that stand for `parts`."""
    digest = blake2b(digest_size=6)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
