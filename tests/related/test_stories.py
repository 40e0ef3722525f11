"""Stories grow by values: which articles join which, whatever arrives after them."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.related.stories import DOUBT, FIRST_COMPARED, MOST_COMPARED, Excess, Group, grow


def told(pairs: Mapping[tuple[int, int], float], other: float = -1.0) -> Callable[[int], Excess]:
    """Make an excess out of the pairs that have one."""
    return lambda one: lambda two: pairs.get((one, two), pairs.get((two, one), other))


def stories(held: Mapping[int, Sequence[int]]) -> dict[int, Group]:
    """Give the stories of articles, of which each has an id and members."""
    groups = {story_id: Group(story_id, [*members]) for story_id, members in held.items()}
    return {member: group for group in groups.values() for member in group.members}


def members(groups: Sequence[Group]) -> dict[int | None, list[int]]:
    return {group.story_id: group.members for group in groups}


def test_two_articles_that_are_alike_begin_a_story() -> None:
    assert members(grow({}, {1: [], 2: [1]}, told({(1, 2): 0.1}))) == {None: [1, 2]}


def test_an_article_that_is_not_alike_enough_stays_alone() -> None:
    assert grow({}, {1: [], 2: [1]}, told({(1, 2): -0.01})) == []


def test_an_article_joins_a_story_and_leaves_its_id_and_members_as_they_are() -> None:
    assert members(grow(stories({7: [1, 2]}), {3: [2]}, told({(1, 3): 0.0, (2, 3): 0.2}))) == {7: [1, 2, 3]}


def test_one_member_that_resembles_an_article_by_chance_does_not_bring_it_in() -> None:
    assert grow(stories({7: [1, 2, 3]}), {4: [3]}, told({(3, 4): 0.3}, other=-0.2)) == []


def test_of_two_stories_the_one_that_fits_best_is_joined_and_they_are_not_merged() -> None:
    alike = told({(1, 5): 0.1, (2, 5): 0.1, (3, 5): 0.2, (4, 5): 0.2})
    assert members(grow(stories({7: [1, 2], 8: [3, 4]}), {5: [1, 3]}, alike)) == {8: [3, 4, 5]}


def test_of_equals_the_older_one_is_joined() -> None:
    assert members(grow(stories({7: [1], 8: [2]}), {3: [2, 1]}, told({}, other=0.1))) == {7: [1, 3]}


def test_articles_that_arrive_together_join_one_after_the_other() -> None:
    assert members(grow({}, {1: [], 2: [1], 3: [2]}, told({}, other=0.1))) == {None: [1, 2, 3]}


def test_of_a_long_story_the_latest_reports_are_compared() -> None:
    beginning, end = [1, 2], list(range(3, 3 + MOST_COMPARED))
    alike = told({(99, member): 0.05 for member in end})
    assert members(grow(stories({7: beginning + end}), {99: end[:1]}, alike)) == {7: [*beginning, *end, 99]}


@pytest.mark.parametrize(("latest", "joins"), [(DOUBT / 2, False), (DOUBT * 2, True)])
def test_where_the_latest_reports_leave_it_in_doubt_the_others_decide(latest: float, joins: bool) -> None:
    held = list(range(1, 1 + MOST_COMPARED))
    alike = told({(99, member): latest for member in held[-FIRST_COMPARED:]}, other=-0.3)
    assert bool(grow(stories({7: held}), {99: held[:1]}, alike)) is joins


ARTICLES = list(range(12))


@given(st.randoms(use_true_random=False), st.integers(1, 11))
def test_what_arrives_later_changes_nothing_of_what_was_grouped_before(chance: Random, first: int) -> None:
    pairs = {(one, two): chance.uniform(-0.3, 0.2) for two in ARTICLES for one in range(two)}
    arrivals = {two: [one for one in range(two) if pairs[one, two] > -0.2] for two in ARTICLES}
    before = grow({}, {it: arrivals[it] for it in ARTICLES[:first]}, told(pairs))
    held = {number: group.members for number, group in enumerate(before)}
    at_once = grow({}, arrivals, told(pairs))
    later = held | {
        (number + 100 if group.story_id is None else group.story_id): group.members
        for number, group in enumerate(grow(stories(held), {it: arrivals[it] for it in ARTICLES[first:]}, told(pairs)))
    }
    assert sorted(later.values()) == sorted(group.members for group in at_once)
    assert all(later[story_id][: len(members)] == members for story_id, members in held.items())
