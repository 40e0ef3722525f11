"""Articles by their words: the vector of each, and those that come nearest to it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from reader.model.related import Near, Profile
from reader.related.matching import compare
from reader.related.weights import Collection, Vector, collection_of, probes, vector_of
from reader.store.terms import EVERY_ARTICLE, frequencies, most_alike, profiles

LEAST_CANDIDATES = 50
"""Articles, at least, that are compared as a whole, so that the best of them are the best there are."""


def vectors(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Vector]:
    """Give the vectors of articles, by id, weighed by the library as it is now; those not indexed are left out.

    Each has length one, but for that of an article without words, which is empty.
    """
    found = profiles(connection, ids)
    collection = collection_in(connection, *(profile.terms for profile in found))
    return {profile.article_id: vector_of(profile.terms, collection) for profile in found}


def nearest(connection: sqlite3.Connection, ids: Sequence[int], limit: int = 20) -> dict[int, list[Near]]:
    """Give the articles that come nearest to each of some, at most `limit`, nearest first.

    Those that share hardly anything are left out, and so are articles that are hidden or not indexed.
    """
    return {profile.article_id: _nearest(connection, profile, limit) for profile in profiles(connection, ids)}


def collection_in(connection: sqlite3.Connection, *terms: Iterable[int]) -> Collection:
    """Give what is known of the whole library about some terms."""
    wanted = {EVERY_ARTICLE}.union(*terms)
    known: Mapping[int, int] = dict.fromkeys(wanted, 0) | frequencies(connection, wanted)
    return collection_of(known[EVERY_ARTICLE], known)


def _nearest(connection: sqlite3.Connection, profile: Profile, limit: int) -> list[Near]:
    collection = collection_in(connection, profile.terms)
    terms = probes(vector_of(profile.terms, collection), collection)
    candidates = set(most_alike(connection, terms, max(LEAST_CANDIDATES, 2 * limit) + 1)) - {profile.article_id}
    others = profiles(connection, candidates)
    known = collection_in(connection, profile.terms, *(other.terms for other in others))
    near = [
        Near(match.profile.article_id, match.cosine, match.same_story)
        for match in compare(profile, others, known)
        if match.related
    ]
    return sorted(near, key=lambda it: (-it.cosine, it.article_id))[:limit]
