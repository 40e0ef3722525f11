"""Near-copies: one text in several papers is one answer, not five."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from reader.related.matching import Match
from reader.related.weights import likeness

LEAST_COSINE = 0.9
"""From it on two articles are one text, edited a little."""
_LEAST_COMMON = 0.5
"""Share of the terms of the shorter one that copies have in common at least; fewer need no comparison."""
_LEAST_SCORE = 0.6
"""Likewise, copies are about as much alike to a third article."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A match, and the others that are near-copies of it."""

    match: Match
    copies: list[Match] = field(default_factory=list)


def fold(matches: Iterable[Match], most: int, apart: Set[int] = frozenset()) -> list[Fold]:
    """Put near-copies under the first of them, until there are more than `most` that are none.

    The articles in `apart` stay where they are.
    """
    folds: list[Fold] = []
    for match in matches:
        may_fold = match.other.profile.article_id not in apart
        original = next((it for it in folds if may_fold and _are_copies(match, it.match)), None)
        if original:
            original.copies.append(match)
        elif len(folds) == most:
            break
        else:
            folds.append(Fold(match))
    return folds


def _are_copies(one: Match, other: Match) -> bool:
    if one.score < _LEAST_SCORE * other.score or other.score < _LEAST_SCORE * one.score:
        return False
    ones, others = one.other.terms, other.other.terms
    if len(ones.keys() & others.keys()) <= _LEAST_COMMON * min(len(ones), len(others)):
        return False
    return likeness(one.other, other.other) >= LEAST_COSINE
