"""New articles into a list that is being read, without moving what is there."""

from array import array
from collections.abc import Container, Iterator, Sequence


def merge(shown: Sequence[int], fresh: Sequence[int], kept: Container[int]) -> "array[int]":
    """Bring the ids that a list shows up to date with what its filter gives now.

    Shown ids keep their order, and stay if they are in `fresh` or `kept` (an article that was read in the list of
    unread ones is kept until that list is left). New ids go where `fresh` has them.
    """
    return array("q", _merged(shown, fresh, kept))


def _merged(shown: Sequence[int], fresh: Sequence[int], kept: Container[int]) -> Iterator[int]:
    place = {article_id: index for index, article_id in enumerate(fresh)}
    known = set(shown)
    done = 0
    for article_id in shown:
        here = place.get(article_id)
        if here is not None:
            yield from (new for new in fresh[done:here] if new not in known)
            done = max(done, here + 1)
            yield article_id
        elif article_id in kept:
            yield article_id
    yield from (new for new in fresh[done:] if new not in known)
