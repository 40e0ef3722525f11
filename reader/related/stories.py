"""Grouping articles into stories, each the reports of one event, while more of them arrive.

An article joins the story whose reports it is most like, taken together: one report that resembles it by chance brings
it nowhere. A wrong member is worse than a missing one, so nothing but articles that arrive is ever moved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from reader.related.matching import LONG, SHORT, STORY_OWN_LONG
from reader.related.weights import Vector

TITLE_COSINE, TEXT_COSINE = 0.8, STORY_OWN_LONG
"""From which articles of a few words, and those with a text, tell of one event.

Two titles that differ in one name alone ("Jackson arrested on suspicion of fraud") may well have 0.7.
"""
LEAST_SHARED = 2
"""Words: one that both repeat makes no event."""
MOST_COMPARED = 10
"""Reports of a story, its latest, that an article is compared with."""

Excess = Callable[[int, int], float]
"""By how much two articles are more alike than reports of one event have to be; below 0 for less."""


@dataclass(slots=True)
class Group:
    """Articles that belong together."""

    story_id: int | None
    """None for a story that has just begun."""
    members: list[int]
    """In the order in which they came."""


def grow(stories: Mapping[int, Sequence[int]], arrivals: Mapping[int, Sequence[int]], excess: Excess) -> list[Group]:
    """Let articles join stories, or begin them with one that stands alone, in the order given; list those that grew.

    `stories` gives the members of each story by its id, and `arrivals` for each article those before it that may report
    on the same event. What an article joins depends on these alone, so that ids never change as more arrive.
    """
    groups = {member: group for group in _groups(stories) for member in group.members}
    grown: dict[int, Group] = {}
    for article, near in arrivals.items():
        found = {group.members[0]: group for group in (groups.get(other) or Group(None, [other]) for other in near)}
        fits = {first: fit(article, group, excess) for first, group in found.items()}
        best = max(fits, key=lambda first: (fits[first], -first), default=None)
        if best is not None and fits[best] >= 0:
            group = found[best]
            group.members.append(article)
            groups[group.members[0]] = groups[article] = group  # the first one may have stood alone
            grown[group.members[0]] = group
    return list(grown.values())


def excess(one: Vector, other: Vector) -> float:
    """Tell by how much two articles are more alike than reports of one event have to be, the shorter the more."""
    few, many = sorted((one, other), key=len)
    shared = few.keys() & many.keys()
    if len(shared) < LEAST_SHARED:
        return -1.0
    length = min(1.0, max(0.0, (len(few) - SHORT) / (LONG - SHORT)))
    needed = TITLE_COSINE + length * (TEXT_COSINE - TITLE_COSINE)
    return fsum(few[term] * many[term] for term in shared) - needed


def _groups(stories: Mapping[int, Sequence[int]]) -> list[Group]:
    return [Group(story_id, list(members)) for story_id, members in stories.items()]


def fit(article: int, group: Group, excess: Excess) -> float:
    """Tell how well an article fits the latest ones of a group, on average; below 0 it does not belong there."""
    compared = group.members[-MOST_COMPARED:]
    # Rounded, so that what is equal but for the arithmetic is equal.
    return round(fsum(excess(article, member) for member in compared) / len(compared), 6)
