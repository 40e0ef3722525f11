"""What each report of a story adds to those before it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from reader.text.sentences import sentences
from reader.text.terms import term_of
from reader.text.tokens import words

MOST_ADDED = 2
"""Sentences of a report."""
MOST_SENTENCES = 60
"""Sentences of a report that are looked at."""
LEAST_TERMS = 4
"""Terms of a sentence that says something."""
MOST_KNOWN = 0.5
"""Share of a new sentence's terms that one sentence before it may have too."""


def additions(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Give for each of some texts, oldest first, its first sentences that say what none before it said."""
    known: list[frozenset[str]] = []
    added = []
    for text in texts:
        told = [(sentence, _terms(sentence)) for sentence in islice(sentences(text), MOST_SENTENCES)]
        added.append(tuple(islice(_new(told, known), MOST_ADDED)))
        known += [terms for _, terms in told]
    return added


def _new(told: Sequence[tuple[str, frozenset[str]]], known: Sequence[frozenset[str]]) -> Iterator[str]:
    for sentence, terms in told:
        if len(terms) >= LEAST_TERMS and all(len(terms & other) <= MOST_KNOWN * len(terms) for other in known):
            yield sentence


def _terms(sentence: str) -> frozenset[str]:
    return frozenset(filter(None, map(term_of, words(sentence))))
