"""Text as terms: the words that tell what an article is about."""

from collections import Counter
from zlib import crc32

from reader.text.stopwords import STOP_WORDS
from reader.text.tokens import is_unspaced, words

MOST_READ = 60_000
"""Characters of a text that count: what comes later in a book says little about its subject."""
_MOST = 1000
"""Different terms of a text that count."""


def term_counts(title: str, text: str) -> Counter[str]:
    """Count the terms of an article; those of its title count twice."""
    counts = Counter(terms(title))
    counts += counts
    counts.update(terms(text))
    return Counter(dict(counts.most_common(_MOST)))


def terms(text: str) -> list[str]:
    """List the terms of a text in the order they stand, as often as they stand there."""
    return [term for word in words(text[:MOST_READ]) if (term := term_of(word))]


def term_of(word: str) -> str | None:
    """Give the term that a word stands for; None if the word is a function word or a single letter."""
    token = word.casefold()
    if token in STOP_WORDS or (len(token) == 1 and not is_unspaced(token)):
        return None
    return _stem(token)


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
