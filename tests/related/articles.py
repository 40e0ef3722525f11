"""Made articles as they are compared, and collections to weigh them by."""

from collections.abc import Mapping
from datetime import UTC, datetime

from reader.model.related import Frequencies, Profile
from reader.related.weights import Collection, Weighed, collection_of, weigh

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def collection(articles: int, frequencies: Mapping[int, int], usual: int = 0) -> Collection:
    """Make a collection where so many articles hold a term, `usual` of them if it is not named."""
    cells = [frequencies.get(term, usual) for term in range(1000)]
    return collection_of(Frequencies(articles, bytes(cells[0] % 256), cells))


RARE = collection(10_000, {}, usual=5)


def profile(
    terms: Mapping[int, int],
    number: int = 2,
    at: datetime = NOON,
    *,
    dated: bool = True,
    key: str | None = None,
    feed: int = 1,
) -> Profile:
    return Profile(number, feed, str(number) if key is None else key, terms, at if dated else None, at)


def article(terms: Mapping[int, int], known: Collection = RARE) -> Weighed:
    return weigh(profile(terms), known)
