"""Text as terms: the words that tell what an article is about, and how much of each it holds."""

import math
import struct
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from zlib import crc32

from reader.text.stems import stem
from reader.text.stopwords import STOP_WORDS
from reader.text.tokens import is_unspaced

MOST_READ = 10_000
"""Words of a text that count: what comes later in a book says little about its subject."""
_MOST = 1000
"""Different terms of a text that count."""
_MOST_REMEMBERED = 100_000

SHORT = 60
"""Words of a text so short that names tell more of it than other words do."""
NAME = 1.5
"""How much more."""
UNIT = 20
"""What a term weighs in an article that holds it once; a hundred times as often is six times as much."""


@lru_cache(50_000)
def term_of(word: str) -> str | None:
    """Give the term that a word stands for; None if the word is a function word or a single letter."""
    token = word.casefold()
    if token in STOP_WORDS or (len(token) == 1 and not is_unspaced(token)):
        return None
    return stem(token)


def term_id(term: str) -> int:
    """Give the number that a term is known by, of 32 bits; of half a million terms, some 30 pairs share theirs."""
    return crc32(term.encode())


class _Numbers(dict[str, bytes]):
    """The number of a token's term, in four bytes with the lowest first; empty for what is no term."""

    def __missing__(self, token: str) -> bytes:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        term = term_of(token)
        number = self[token] = b"" if term is None else struct.pack("<I", term_id(term))
        return number


_NUMBERS = _Numbers()


def pack(title: Sequence[str], text: Sequence[str], names: Collection[str] = ()) -> bytes:
    """Weigh the terms of an article of which the words are known, and pack them as `unpack` takes them.

    The words are as `tokens` gives them, and so are those that are names: these are given if the text is short, and
    weigh more. Words of the title count twice.
    """
    number = _NUMBERS.__getitem__
    counts = Counter(map(number, (*title, *title, *text[:MOST_READ])))
    del counts[b""]
    if len(counts) > _MOST:
        counts = Counter(dict(counts.most_common(_MOST)))
    weights = bytes(map(_weight, counts.values()))
    if names:
        stressed = set(map(number, names))
        weights = bytes(round(NAME * it) if term in stressed else it for term, it in zip(counts, weights, strict=True))
    return b"".join(counts) + weights


def numbers(packed: bytes) -> bytes:
    """Give the numbers of the terms that are packed, in four bytes each."""
    return packed[: len(packed) // 5 * 4]


def amounts(packed: bytes) -> bytes:
    """Give how much an article holds of each of its terms, in twentieths of holding it once, in the same order."""
    return packed[len(packed) // 5 * 4 :]


def term_ids(numbers: bytes) -> tuple[int, ...]:
    """Give the numbers of terms, of which each is in four bytes."""
    return struct.unpack(f"<{len(numbers) // 4}I", numbers)


def unpack(packed: bytes) -> dict[int, int]:
    """Give how much an article holds of each of its terms, in twentieths of holding it once, by the term's number."""
    return dict(zip(term_ids(numbers(packed)), amounts(packed), strict=True))


@lru_cache(1024)
def _weight(count: int) -> int:
    return min(round(UNIT * (1 + math.log(count))), 255)
