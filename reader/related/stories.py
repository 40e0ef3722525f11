"""Grouping articles into stories, each the reports of one event, while more of them arrive.

An article joins the story whose reports it is most like, taken together: one report that resembles it by chance brings
it nowhere. A wrong member is worse than a missing one, so nothing but articles that arrive is ever moved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum

MOST_COMPARED = 10
"""Reports of a story, its latest, that an article is compared with."""
FIRST_COMPARED, DOUBT = 2, 0.1
"""Of these so many first; the others, if by those it is so near to the border."""

Excess = Callable[[int], float]
"""By how much one article is more alike to another than reports of one event have to be; below 0 for less."""


@dataclass(slots=True)
class Group:
    """Articles that belong together."""

    story_id: int | None
    """None for a story that has just begun."""
    members: list[int]
    """The latest of them, in the order in which they came."""
    joined: list[int] = field(default_factory=list)
    """Those that have come since it was read."""


def grow(
    groups: Mapping[int, Group], arrivals: Mapping[int, Sequence[int]], excess_of: Callable[[int], Excess]
) -> list[Group]:
    """Let articles join stories, or begin them with one that stands alone, in the order given; list those that grew.

    `groups` gives the story of each article that belongs to one, and `arrivals` for each article those before it that
    may report on the same event. What an article joins depends on these alone, so that ids never change as more arrive.
    """
    groups = dict(groups)
    grown: dict[int, Group] = {}
    for article, near in arrivals.items():
        if not near:
            continue
        excess = excess_of(article)
        found = {group.members[0]: group for group in (groups.get(it) or Group(None, [it], [it]) for it in near)}
        fits = {first: fit(group, excess) for first, group in found.items()}
        best = max(fits, key=lambda first: (fits[first], -first))
        if fits[best] >= 0:
            group = found[best]
            group.members.append(article)
            group.joined.append(article)
            groups[group.members[0]] = groups[article] = group  # the first one may have stood alone
            grown[group.members[0]] = group
    return list(grown.values())


def fit(group: Group, excess: Excess) -> float:
    """Tell how well an article fits the latest ones of a group, on average; below 0 it does not belong there."""
    compared = group.members[-MOST_COMPARED:]
    found = [*map(excess, compared[-FIRST_COMPARED:])]
    if abs(fsum(found)) < DOUBT * len(found):
        found.extend(map(excess, compared[:-FIRST_COMPARED]))
    # Rounded, so that what is equal but for the arithmetic is equal.
    return round(fsum(found) / len(found), 6)
