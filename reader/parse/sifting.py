"""Feeds without the entries that are stored already: an entry that is not read costs next to nothing.

A feed that has changed has mostly one entry more. Its entries are told apart as text, before anything is parsed, where
they follow each other with nothing but white space between them; elsewhere, and where it could be that two entries have
to be seen together, the whole feed is read.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b
from html import escape

from reader import __version__

_ROOT = re.compile(r"<[A-Za-z][^<>]*>")
_AFTER_NAME = frozenset(" \t\r\n>")
_HASH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is to be read of the text of a feed."""

    text: str
    hashes: tuple[bytes, ...] = ()
    """Of the entries in `text`, in their order; none if they can't be told apart."""
    known: tuple[bytes, ...] = ()
    """Hashes of the entries that were left out."""
    left_out: str = ""

    def names(self, guid: str) -> bool:
        """Tell whether an entry that was left out has the id `guid`, or speaks of it."""
        return guid in self.left_out or escape(guid, quote=False) in self.left_out


def sift(text: str, url: str, seen: frozenset[bytes]) -> Sifted:
    """Leave out the entries of a feed found at `url` whose hashes are among `seen`, but never the first.

    The hash of an entry stands for all that its article is made of, our own rules among it.
    """
    spans = _spans(text)
    root = _ROOT.search(text)
    if not spans or root is None or "xml:base" in text:  # with bases, ids are not what is written
        return Sifted(text)
    common = blake2b(f"{__version__}\0{url}\0{root[0]}\0".encode(errors="surrogatepass"), digest_size=_HASH_BYTES)
    kept, hashes, known, left_out = [text[: spans[0][0]]], [], [], []
    for number, (start, end) in enumerate(spans):
        entry = text[start:end]
        mark = common.copy()
        mark.update(entry.encode(errors="surrogatepass"))
        if number and mark.digest() in seen:
            known.append(mark.digest())
            left_out.append(entry)
        else:
            hashes.append(mark.digest())
            kept.append(entry)
    if not known:
        return Sifted(text, tuple(hashes))
    return Sifted("".join((*kept, text[spans[-1][1] :])), tuple(hashes), tuple(known), "".join(left_out))


def _spans(text: str) -> list[tuple[int, int]]:
    """Give where each entry begins and ends; none unless they follow each other and none is in another."""
    name = "item"
    start = _start_of(text, name, 0)
    if start < 0:
        name = "entry"
        start = _start_of(text, name, 0)
    spans: list[tuple[int, int]] = []
    while start >= 0:
        end = text.find(f"</{name}>", start)
        following = _start_of(text, name, start + 1)
        if end < 0 or 0 <= following < end:
            return []
        end += len(name) + 3
        if following >= 0 and not text[end:following].isspace() and end != following:
            return []
        spans.append((start, end))
        start = following
    return spans


def _start_of(text: str, name: str, at: int) -> int:
    tag = f"<{name}"
    at = text.find(tag, at)
    while at >= 0 and text[at + len(tag) : at + len(tag) + 1] not in _AFTER_NAME:
        at = text.find(tag, at + 1)
    return at
