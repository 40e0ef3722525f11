"""Make `shares.bin` out of word frequencies: `python -m reader.text.commonness.make`, with wordfreq 3.1 installed.

wordfreq (Robyn Speer, https://github.com/rspeer/wordfreq) counted words of 40 languages in Wikipedia, news, books,
subtitles and web pages.
"""

import math
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from reader.text.commonness import SHARES, STEP, key_of
from reader.text.terms import term_id, term_of
from reader.text.tokens import is_unspaced, tokens

ARTICLE = 300
"""Words of an article: a word that is each 3000th of all is in a tenth of the articles."""
LEAST_SHARE = 0.004
LARGE = {"en": 6_500} | dict.fromkeys(("es", "de", "fr", "ru", "zh", "ja"), 3_000) | dict.fromkeys(("it", "pt"), 2_000)
OTHERS = dict.fromkeys(
    "nl ar hi pl ko tr uk sv cs fa id vi ro hu el he da nb fi bg bn ur ca".split(" "),  # noqa: SIM905
    1_100,
)
"""How many terms of a language are kept, the commonest."""


def main() -> None:
    """Write the table."""
    shares: dict[str, float] = {}
    kept: set[str] = set()
    for language, most in LARGE.items():
        some = _shares(_frequencies(language))
        kept.update(_commonest(some, most))
        shares |= {term: max(share, shares.get(term, 0.0)) for term, share in some.items()}
    known = frozenset(shares)
    for language, most in OTHERS.items():
        # The largest languages go first: "Kabul" is a name in them, and a common word in Turkish.
        some = {term: share for term, share in _shares(_frequencies(language)).items() if term not in known}
        kept.update(_commonest(some, most))
        shares |= {term: max(share, shares.get(term, 0.0)) for term, share in some.items()}
    table = {key_of(term_id(term)): shares[term] for term in sorted(kept) if shares[term] >= LEAST_SHARE}
    packed = zlib.compress(_packed(table), 9)
    SHARES.write_bytes(packed)
    print(f"{len(table)} terms in {len(packed)} bytes")


def _commonest(shares: Mapping[str, float], most: int) -> list[str]:
    return sorted(shares, key=lambda term: (-shares[term], term))[:most]


def _packed(shares: Mapping[int, float]) -> bytes:
    keys = sorted(shares)
    gaps = [after - before for before, after in pairwise([0, *keys])]
    return struct.pack(f"<I{len(keys)}H", len(keys), *gaps) + bytes(
        round(-math.log(shares[key]) / STEP) for key in keys
    )


def _shares(frequencies: Mapping[str, float]) -> dict[str, float]:
    return {term: 1 - math.exp(-ARTICLE * frequency) for term, frequency in frequencies.items()}


def _frequencies(language: str) -> dict[str, float]:
    """Give how large a part of all words each term of a language is."""
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]

    frequencies: defaultdict[str, float] = defaultdict(float)
    heads: defaultdict[str, float] = defaultdict(float)
    tails: defaultdict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict(language, "small").items():
        if is_unspaced(word):
            heads[word[0]] += frequency
            tails[word[-1]] += frequency
        for term in filter(None, map(term_of, tokens(word))):
            frequencies[term] += frequency
    # Where one word follows the other, two letters meet that are a term by our rules and no word of the language.
    for pair, frequency in _meetings(tails, heads):
        frequencies[pair] += frequency
    return frequencies


def _meetings(tails: Mapping[str, float], heads: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    for tail, before in tails.items():
        for head, after in heads.items():
            if before * after * ARTICLE > LEAST_SHARE / 2:
                yield tail + head, before * after


if __name__ == "__main__":
    main()
