"""Text as terms: the words that tell what an article is about."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from reader.text.stopwords import STOP_WORDS
from reader.text.tokens import is_unspaced, tokens

MOST_READ = 60_000
"""Characters of a text that count: what comes later in a book says little about its subject."""
_MOST = 1000
"""Different terms of a text that count."""


def term_counts(title: str, text: str) -> Counter[str]:
    """Count the terms of an article; those of its title count twice."""
    return count_terms(tokens(title), tokens(text[:MOST_READ]))


def count_terms(title: Iterable[str], text: Iterable[str]) -> Counter[str]:
    """Count the terms of an article of which the words are known, as `tokens` gives them: see `term_counts`."""
    seen = Counter(title)
    seen += seen
    seen.update(text)
    counts: Counter[str] = Counter()
    for word, count in seen.items():
        if term := _term_of(word):
            counts[term] += count
    return Counter(dict(counts.most_common(_MOST))) if len(counts) > _MOST else counts


def term_of(word: str) -> str | None:
    """Give the term that a word stands for; None if the word is a function word or a single letter."""
    return _term_of(word.casefold())


@lru_cache(50_000)
def _term_of(token: str) -> str | None:
    if token in STOP_WORDS or (len(token) == 1 and not is_unspaced(token)):
        return None
    return _stem(token)


@lru_cache(50_000)
def term_id(term: str) -> int:
    """Give the number that a term is known by, of 32 bits; of half a million terms, some 30 pairs share theirs."""
    return crc32(term.encode())


def _stem(token: str) -> str:
    """Take off a plural "s", by the rules of Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991)."""
    if len(token) < 4 or not token.endswith("s") or token.endswith(("us", "ss")):
        return token
    if token.endswith("ies") and not token.endswith(("eies", "aies")):
        return token[:-3] + "y"
    return token[:-1]
