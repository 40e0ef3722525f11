"""Why two articles are related, in words of the article that is read."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from reader.text.terms import MOST_READ, term_id, term_of
from reader.text.tokens import words

MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an article writes a term."""

    word: str
    is_name: bool
    """Whether it always has a capital."""


def spellings(title: str, text: str) -> dict[int, Spelling]:
    """Give the spellings of an article's terms, by the term's number."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in (*words(text[:MOST_READ]), *words(title)):
        if term := term_of(word):
            written[term][word] += 1
    return {term_id(term): _spelling(forms) for term, forms in written.items()}


def reasons(shares: Mapping[int, float], spelled: Mapping[int, Spelling]) -> tuple[str, ...]:
    """Choose at most four of the terms that two articles share: those with the largest part in the score.

    Where parts are about equal names come first; numbers come last, since they explain little.
    """

    def place(term: int) -> tuple[bool, float, bool, float, str]:
        spelling = spelled[term]
        share = shares[term]
        return spelling.word.isdigit(), -round(share, 2), not spelling.is_name, -share, spelling.word

    known = sorted((term for term in shares if term in spelled), key=place)
    return tuple(spelled[term].word for term in known[:MOST_REASONS])


def _spelling(forms: Counter[str]) -> Spelling:
    # At the head of a sentence every word has a capital: what is ever written without one is no name.
    uncapitalised = Counter({word: count for word, count in forms.items() if not word[0].isupper()})
    (word, _), *_ = (uncapitalised or forms).most_common(1)
    return Spelling(word, is_name=word[0].isupper())
