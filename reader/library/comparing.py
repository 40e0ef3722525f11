"""Articles by their words: the vector of each, and those that come nearest to it."""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.related.weights import Collection, Vector, Weighed, collection_of, probes, weigh
from reader.store.database import moment
from reader.store.terms import boilerplate_of, frequencies, most_alike, profiles

LEAST_CANDIDATES = 40
"""Articles, at least, that are compared as a whole, so that the best of them are the best there are."""

_last: list[tuple[object, Collection]] = []


def vectors(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Vector]:
    """Give the vectors of articles, by id, weighed by the library as it is now; those not indexed are left out.

    Each has length one, but for that of an article without words, which is empty.
    """
    return {it.profile.article_id: it.vector() for it in weighed(connection, ids, collection_in(connection))}


def collection_in(connection: sqlite3.Connection) -> Collection:
    """Give what is known of the whole library about terms."""
    now = moment(connection)
    # Thousands of terms are weighed for a question, and most of them again for the next one.
    then, last = _last[0] if _last else (None, None)
    if last and now and now == then:
        return last
    known = frequencies(connection)
    collection = last if last and last.frequencies == known else collection_of(known)
    _last[:] = [(now, collection)]
    return collection


def weighed(connection: sqlite3.Connection, ids: Iterable[int], collection: Collection) -> list[Weighed]:
    """Give articles as they are compared, in no certain order; those that are not indexed are left out."""
    found = profiles(connection, ids)
    boilerplate = boilerplate_of(connection, {profile.feed_id for profile in found})
    return [weigh(it, collection, collection.parts[boilerplate.get(it.feed_id, b"")]) for it in found]


def alike(
    connection: sqlite3.Connection, vector: Vector, collection: Collection, most: int = LEAST_CANDIDATES
) -> set[int]:
    """Give the ids of at most so many articles that share the strongest terms of a vector."""
    return set(most_alike(connection, probes(vector, collection), most))
