"""Articles as they are grouped, read from the index and weighed once."""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from reader.library.comparing import collection_in
from reader.related.boilerplate import caps
from reader.related.documents import EMPTY, Document, document
from reader.related.stories import Excess
from reader.store.terms import boilerplate_of, packed_terms
from reader.text.terms import unpack

MOST_KNOWN = 10_000
"""Documents that are remembered, in about 15 MB: reports of an event come close together."""


class Arrival(NamedTuple):
    """An article that comes to others."""

    article_id: int
    dated_at: int
    """In seconds since 1970."""
    leads: list[int]


class Documents:
    """Articles as documents, weighed by the library as it was when this was made."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._idf = collection_in(connection).idf
        self._capped: dict[int, Mapping[int, float]] = {}
        self._known: dict[int, Document] = {}

    def read(self, ids: Iterable[int]) -> list[Arrival]:
        """Read articles, and list them from the oldest on; those that are not indexed are left out."""
        found = packed_terms(self._connection, ids)
        self._read_caps({feed_id for _, feed_id, _, _ in found})
        arrivals = []
        for article_id, feed_id, dated_at, packed in found:
            self._known[article_id], leads = document(packed, self._idf, self._capped[feed_id])
            arrivals.append(Arrival(article_id, dated_at, leads))
        return sorted(arrivals, key=lambda it: (it.dated_at, it.article_id))

    def ensure(self, ids: Iterable[int]) -> None:
        """Read those of some articles that are not known, and forget others if there are too many."""
        wanted = set(ids)
        self.read(wanted - self._known.keys())
        for article_id in list(islice(self._known, max(0, len(self._known) - MOST_KNOWN))):
            if article_id not in wanted:
                del self._known[article_id]

    def excess_of(self, article_id: int) -> Excess:
        """Compare an article with others, all of them known."""
        # An article that has changed is taken out of the index and put in again: between the two it has no words.
        known = self._known
        excess = known.get(article_id, EMPTY).excess()
        return lambda other: excess(known.get(other, EMPTY))

    def _read_caps(self, feeds: set[int]) -> None:
        missing = feeds - self._capped.keys()
        held = boilerplate_of(self._connection, missing) if missing else {}
        for feed_id in missing:
            capped = caps(unpack(held.get(feed_id, b"")))
            self._capped[feed_id] = {term: cap for term, cap in capped.items() if cap < self._idf[term]}
