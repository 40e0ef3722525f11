"""Lists in which one row stands for all reports of a story: values in, values out."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple


class Folds(NamedTuple):
    """Which rows of a list stand for others."""

    under: Mapping[int, Sequence[int]] = {}
    """The other reports of its story, by the article that stands for it."""
    opened: frozenset[int] = frozenset()
    """The articles whose others are shown below them."""

    @property
    def leads(self) -> dict[int, int]:
        """Give the article that stands for each of the others."""
        return {other: lead for lead, others in self.under.items() for other in others}


def fold(ids: "array[int]", stories: Iterable[Sequence[int]], opened: Collection[int]) -> tuple["array[int]", Folds]:
    """Leave in a list one article for each story, where the first of its reports stood.

    `stories` gives the reports that are in the list, the one that stands for all first. Below one that is in `opened`
    all others follow.
    """
    under = {lead: tuple(others) for lead, *others in stories}
    folds = Folds(under, frozenset(under.keys() & opened))
    leads = folds.leads | {lead: lead for lead in under}
    rows = array("q")
    seen: set[int] = set()
    for article_id in ids:
        lead = leads.get(article_id, article_id)
        if lead not in seen:
            seen.add(lead)
            rows.append(lead)
            if lead in folds.opened:
                rows.extend(under[lead])
    return rows, folds
