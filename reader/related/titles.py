"""Telling whether two titles are one."""

from collections import Counter

from reader.text.tokens import tokens

LEAST_OVERLAP = 0.9
"""Share of words that two spellings of one title have in common: one of ten may differ."""


def is_same_title(one: str, other: str) -> bool:
    """Tell whether two titles differ in nothing but case, punctuation, and perhaps one word of many."""
    ones, others = tokens(one), tokens(other)
    if ones == others:
        return bool(ones)
    # "Day 9" and "Day 10" are two articles, however long the rest.
    if [word for word in ones if word.isdigit()] != [word for word in others if word.isdigit()]:
        return False
    common = (Counter(ones) & Counter(others)).total()
    return 2 * common >= LEAST_OVERLAP * (len(ones) + len(others))
