from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.feed import Feed, FeedKind, FeedSummary, SmartCounts
from reader.model.filters import ArticleFilter
from reader.model.source import Source, SourceKind
from reader.tui.places import (
    ALL,
    Place,
    badge_text,
    empty_text,
    feed_places,
    fold,
    neighbour,
    search_place,
    smart_places,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def summary(
    feed_id: int, title: str = "Port Post", folder: str | None = None, unread: int = 0, error: str | None = None
) -> FeedSummary:
    source = Source(SourceKind.URL, f"https://example.org/{feed_id}")
    return FeedSummary(Feed(feed_id, source, FeedKind.RSS, title, folder, None, NOW, NOW, error, None), unread, 20)


WORKING = summary(1)
FAILING = FeedSummary(replace(summary(2, error="host: it is off").feed, failing_since=NOW - timedelta(hours=3)), 0, 0)
ENDED = FeedSummary(replace(FAILING.feed, ended_at=NOW), 0, 0)
IN_WORLD = summary(3, folder="World", error="It is gone.")

SUMMARIES = st.lists(
    st.builds(
        summary,
        st.integers(1, 50),
        st.sampled_from(["Wire", "wire", "Notes", "Ärger"]),
        st.sampled_from([None, "", "World", "world", "Science", "World/Sea", "World/Sea/North", "Sky/Sea"]),
        st.integers(0, 9),
    ),
    unique_by=lambda one: one.feed.id,
)


def test_smart_feeds_come_with_their_counts_and_filters() -> None:
    places = smart_places(SmartCounts(128, 31, 17, 900), NOW)
    assert [(place.title, place.badge) for place in places] == [
        ("All", 128),
        ("Unread", 128),
        ("Today", 31),
        ("Top stories", 0),
        ("Bookmarks", 17),
    ]
    assert [place.wanted for place in places] == [
        ArticleFilter(),
        ArticleFilter(unread=True),
        ArticleFilter(since=NOW),
        ArticleFilter(top=True),
        ArticleFilter(bookmarked=True),
    ]


def test_feeds_without_a_folder_come_first_and_all_are_sorted_by_title() -> None:
    feeds = [
        summary(1, "wire", "World", 3),
        summary(2, "Notes"),
        summary(3, "Port Post", "World", 9),
        summary(4, "abc"),
    ]
    assert [(place.title, place.depth, place.badge, place.folded) for place in feed_places(feeds)] == [
        ("abc", 0, 0, None),
        ("Notes", 0, 0, None),
        ("World", 0, 12, False),
        ("Port Post", 1, 9, None),
        ("wire", 1, 3, None),
    ]


def test_a_folded_folder_hides_its_feeds_and_keeps_its_count() -> None:
    (folder,) = fold(feed_places([summary(1, folder="World", unread=3)]), {"World"})
    assert (folder.title, folder.badge, folder.folded) == ("World", 3, True)
    assert folder.wanted == ArticleFilter(folder="World")


def test_a_folder_in_a_folder_stands_in_it_and_is_counted_and_folded_with_it() -> None:
    feeds = [
        summary(1, "Wire", "World", 3),
        summary(2, "Notes", "World/Sea", 4),
        summary(3, "Port Post", "World/Sea/North", 5),
        summary(4, "Moon", "World of wonders", 1),
        summary(5, "Star", "Sky/Night", 2),
    ]
    assert [(place.title, place.depth, place.badge) for place in fold(feed_places(feeds), {"World/Sea/North"})] == [
        ("Sky", 0, 2),
        ("Night", 1, 2),
        ("Star", 2, 2),
        ("World", 0, 12),
        ("Wire", 1, 3),
        ("Sea", 1, 9),
        ("Notes", 2, 4),
        ("North", 2, 5),
        ("World of wonders", 0, 1),
        ("Moon", 1, 1),
    ]
    assert [place.title for place in fold(feed_places(feeds), {"World", "Sky"})] == [
        "Sky",
        "World",
        "World of wonders",
        "Moon",
    ]
    assert {place.wanted.folder for place in feed_places(feeds[2:3])} == {
        "World",
        "World/Sea",
        "World/Sea/North",
        None,
    }


@given(SUMMARIES)
def test_every_feed_has_one_place_and_places_have_keys_of_their_own(feeds: list[FeedSummary]) -> None:
    places = list(feed_places(feeds))
    assert sorted(place.summary.feed.id for place in places if place.summary) == sorted(one.feed.id for one in feeds)
    assert len({place.key for place in places}) == len(places)
    assert all(place.wanted.feed_id == place.summary.feed.id for place in places if place.summary)


@pytest.mark.parametrize(
    ("place", "feeds", "start"),
    [
        (search_place("zebra"), [], "No article holds"),
        (ALL, [], "No feeds yet"),
        (ALL, [WORKING, FAILING], "No articles yet"),
        (ALL, [FAILING], "The only feed here is failing: choose one to see why"),
        (smart_places(SmartCounts(0, 0, 0, 9), NOW)[1], [WORKING], "All read"),
        (smart_places(SmartCounts(0, 0, 0, 9), NOW)[2], [WORKING], "Nothing new today"),
        (smart_places(SmartCounts(0, 0, 0, 9), NOW)[4], [WORKING], "No bookmarks yet"),
        (smart_places(SmartCounts(0, 0, 0, 9), NOW)[3], [WORKING], "No top stories"),
        (
            next(feed_places([FAILING])),
            [FAILING],
            "host: it is off.\nIt has been failing for 3h. Press r to try again, ! to look for its new address",
        ),
        (next(feed_places([ENDED])), [ENDED], "host: it is off.\nPress ! to look for its new address, D to remove it"),
        (next(feed_places([IN_WORLD, IN_WORLD])), [IN_WORLD, IN_WORLD, WORKING], "All 2 feeds here are failing"),
    ],
)
def test_an_empty_list_says_why(place: Place, feeds: list[FeedSummary], start: str) -> None:
    assert empty_text(place, feeds, NOW, {}).startswith(start)


@pytest.mark.parametrize(
    ("place", "feeds", "end"),
    [
        (search_place("zebra"), [], "F4 goes back."),
        (ALL, [], "Press F1 to add a feed, a file or a folder."),
        (ALL, [WORKING], "Press F2 to refresh."),
        (ALL, [FAILING], "or press F2 to try again."),
        (smart_places(SmartCounts(0, 0, 0, 9), NOW)[-1], [WORKING], "F5 sets one."),
        (
            next(feed_places([FAILING])),
            [FAILING],
            "Press F2 to try again, ! to look for its new address, or F3 to remove it.",
        ),
        (
            next(feed_places([ENDED])),
            [ENDED],
            "Press ! to look for its new address, F3 to remove it, or F2 to try once more.",
        ),
    ],
)
def test_an_empty_list_names_the_keys_that_were_chosen(place: Place, feeds: list[FeedSummary], end: str) -> None:
    chosen = {"add": "f1", "refresh": "f2,r", "remove": "f3", "cancel": "f4", "bookmark": "f5"}
    assert empty_text(place, feeds, NOW, chosen).endswith(end)


def test_where_all_is_read_what_came_lately_is_told() -> None:
    unread = smart_places(SmartCounts(0, 0, 0, 9), NOW)[1]
    assert empty_text(unread, [WORKING], NOW, {}, 12) == "All read. 12 new since yesterday."


def test_a_search_is_a_place_of_its_own() -> None:
    assert search_place("harbour strike").title == "Search: harbour strike"
    assert search_place("harbour").wanted == ArticleFilter(words="harbour")


def test_the_number_beside_a_place_is_named() -> None:
    everything, _, today, top, bookmarks = smart_places(SmartCounts(128, 31, 17, 900), NOW)
    assert [badge_text(place) for place in (everything, today, top, bookmarks)] == [
        "128 unread",
        "31 unread",
        "",
        "17 bookmarks",
    ]
    assert badge_text(search_place("crane")._replace(badge=1)) == "1 article"
    assert badge_text(ALL) == ""


def test_when_a_feed_goes_the_next_one_takes_its_place() -> None:
    smart = smart_places(SmartCounts(0, 0, 0, 0), NOW)
    feeds = feed_places([summary(1, "a"), summary(2, "b", "World"), summary(3, "c", "World")])
    places = [*smart, *feeds]
    assert neighbour(places, "feed:1").key == "feed:2"
    assert neighbour(places, "feed:2").key == "feed:3"
    assert neighbour(places, "feed:3").key == "feed:2"
    assert neighbour([*smart, *feed_places([summary(1, "a")])], "feed:1").key == "all"
