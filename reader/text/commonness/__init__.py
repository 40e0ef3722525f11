"""How common terms are in general, in the main languages: what a young library can't know yet.

`shares.bin` is made by `make` of the word frequencies of wordfreq; for its licence see LICENSE.txt beside it.
"""

import math
import struct
import zlib
from functools import cache
from itertools import accumulate
from pathlib import Path

SHARES = Path(__file__).with_name("shares.bin")
STEP = 0.3
"""Shares are kept as powers of e with exponents of so many tenths: what weighs terms is their logarithm."""
RARE = 0.002
"""Share of articles that hold a term which is not in the table, rather fewer than more."""


def share_of(term: int) -> float:
    """Give the share of articles that hold a term, known by its number."""
    return _shares().get(key_of(term), RARE)


def key_of(term: int) -> int:
    """Give what the table knows a term by: of a thousand that are not in it, two or three are taken for others."""
    return term >> 8


@cache
def _shares() -> dict[int, float]:
    packed = zlib.decompress(SHARES.read_bytes())
    (size,) = struct.unpack_from("<I", packed)
    gaps = struct.unpack_from(f"<{size}H", packed, 4)
    levels = [math.exp(-STEP * level) for level in range(256)]
    return dict(zip(accumulate(gaps), map(levels.__getitem__, packed[4 + 2 * size :]), strict=True))
