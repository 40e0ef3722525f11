"""Articles by their words: the vector of each, and those that come nearest to it."""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.model.related import Near
from reader.related.boilerplate import caps
from reader.related.matching import LEAST_NEAR, cosine, is_same_story
from reader.related.weights import Collection, Vector, Weighed, collection_of, probes, weigh
from reader.store.terms import boilerplate_of, frequencies, most_alike, profiles

LEAST_CANDIDATES = 40
"""Articles, at least, that are compared as a whole, so that the best of them are the best there are."""

_last_collections: list[Collection] = []


def vectors(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Vector]:
    """Give the vectors of articles, by id, weighed by the library as it is now; those not indexed are left out.

    Each has length one, but for that of an article without words, which is empty.
    """
    return {it.profile.article_id: it.vector() for it in weighed(connection, ids, collection_in(connection))}


def nearest(connection: sqlite3.Connection, ids: Sequence[int], limit: int = 20) -> dict[int, list[Near]]:
    """Give the articles that come nearest to each of some, at most `limit`, nearest first.

    Those that share hardly anything are left out, and so are articles that are hidden or not indexed.
    """
    collection = collection_in(connection)
    return {
        one.profile.article_id: _nearest(connection, one, collection, limit)
        for one in weighed(connection, ids, collection)
    }


def collection_in(connection: sqlite3.Connection) -> Collection:
    """Give what is known of the whole library about terms."""
    now = frequencies(connection)
    # Thousands of terms are weighed for a question, and most of them again for the next one.
    held = _last_collections[-1:]
    if not held or held[0].frequencies != now:
        held = _last_collections[:] = [collection_of(now)]
    return held[0]


def weighed(connection: sqlite3.Connection, ids: Iterable[int], collection: Collection) -> list[Weighed]:
    """Give articles as they are compared, in no certain order; those that are not indexed are left out."""
    found = profiles(connection, ids)
    held = boilerplate_of(connection, {profile.feed_id for profile in found})
    capped = {feed_id: caps(percents) for feed_id, percents in held.items()}
    return [weigh(profile, collection, capped.get(profile.feed_id, {})) for profile in found]


def alike(
    connection: sqlite3.Connection, vector: Vector, collection: Collection, most: int = LEAST_CANDIDATES
) -> set[int]:
    """Give the ids of at most so many articles that share the strongest terms of a vector."""
    return set(most_alike(connection, probes(vector, collection), most))


def _nearest(connection: sqlite3.Connection, one: Weighed, collection: Collection, limit: int) -> list[Near]:
    vector = one.vector()
    ids = alike(connection, vector, collection, max(LEAST_CANDIDATES, 2 * limit)) - {one.profile.article_id}
    compared = [(cosine(vector, other), other.profile) for other in weighed(connection, ids, collection)]
    near = [
        Near(profile.article_id, likeness, is_same_story(one.profile, profile, likeness))
        for likeness, profile in compared
        if likeness >= LEAST_NEAR
    ]
    return sorted(near, key=lambda it: (-it.cosine, it.article_id))[:limit]
