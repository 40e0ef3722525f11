"""What the list of feeds holds, row by row, and which articles each row stands for: values in, values out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.model.feed import Feed, FeedSummary, SmartCounts
from reader.model.filters import ArticleFilter
from reader.model.keys import key_named
from reader.model.subscription import SEPARATOR, lies_in
from reader.text.ages import short_age
from reader.text.counts import counted

if TYPE_CHECKING:
    from reader.model.story import Followed


class Place(NamedTuple):
    """A set of articles that has a name: a smart feed, a folder, a feed, or the answer to a search."""

    key: str
    """Tells the place from all others, also after the feeds were read anew."""
    title: str
    wanted: ArticleFilter
    badge: int = 0
    """What its row shows: unread articles, or all of them for bookmarks and searches."""
    summary: FeedSummary | None = None
    """The feed, if the place is one."""
    depth: int = 0
    folded: bool | None = None
    """Whether a folder is folded; None for what is no folder."""


ALL = Place("all", "All", ArticleFilter())


def search_place(words: str) -> Place:
    """Give the place of all articles that hold these words."""
    return Place("search", f"Search: {words}", ArticleFilter(words=words))


def empty_text(
    place: Place, feeds: Sequence[FeedSummary], now: datetime, chosen_keys: Mapping[str, str], came: int = 0
) -> str:
    """Say why a place holds no articles, and what to do about it; `came` counts articles since yesterday."""
    key = partial(key_named, chosen=chosen_keys)
    if place.wanted.words is not None:
        return f"No article holds all these words. {key('cancel')} goes back."
    if not feeds:
        return f"No feeds yet. Press {key('add')} to add a feed, a file or a folder."
    if place.summary is not None and place.summary.feed.error is not None:
        return _failure_text(place.summary.feed, now, key("refresh"), key("remove"), key("failing"))
    if (here := feeds_of(place, feeds)) and all(summary.feed.error for summary in here):
        return f"{_all_fail(len(here))}: choose one to see why, or press {key('refresh')} to try again."
    all_read = f"All read. {came} new since yesterday." if came else "All read."
    no_bookmarks = f"No bookmarks yet. {key('bookmark')} sets one."
    sentences = {"unread": all_read, "today": "Nothing new today.", "bookmarks": no_bookmarks}
    sentences["top"] = "No top stories: no two sources report on one event of these days."
    return sentences.get(place.key, f"No articles yet. Press {key('refresh')} to refresh.")


def _failure_text(feed: Feed, now: datetime, refresh: str, remove: str, failing: str) -> str:
    reason = f"{(feed.error or '').removesuffix('.')}."
    if feed.ended_at is not None:
        told = f"Press {failing} to look for its new address, {remove} to remove it, or {refresh} to try once more."
        return f"{reason}\n{told}"
    elsewhere = "" if feed.source.is_local else f", {failing} to look for its new address"
    told = f"It has been {failing_text(feed, now)}. Press {refresh} to try again{elsewhere}, or {remove} to remove it."
    return f"{reason}\n{told}"


def _all_fail(feeds: int) -> str:
    return "The only feed here is failing" if feeds == 1 else f"All {feeds} feeds here are failing"


def failing_text(feed: Feed, now: datetime) -> str:
    """Tell for how long a feed has failed."""
    if feed.failing_since is None:
        return "failing"
    age = short_age(feed.failing_since, now)
    if age == "now":
        return "failing for less than a minute"
    return f"failing for {age}" if age.endswith(("min", "h", "d")) else f"failing since {age}"


def feeds_of(place: Place, feeds: Iterable[FeedSummary]) -> list[FeedSummary]:
    """Give the feeds whose articles a place holds, if it holds those of whole feeds."""
    if place.summary is not None:
        return [place.summary]
    if place.wanted.folder is not None:
        return [one for one in feeds if lies_in(one.feed.folder, place.wanted.folder)]
    return list(feeds) if place.key == ALL.key else []


def badge_text(place: Place) -> str:
    """Say what the number beside a place counts."""
    if place.wanted.words is not None:
        return counted(place.badge, "article") if place.badge else ""
    if place.wanted.bookmarked:
        return counted(place.badge, "bookmark") if place.badge else ""
    return f"{place.badge} unread" if place.badge else ""


def smart_places(counts: SmartCounts, today: datetime) -> list[Place]:
    """List the smart feeds; `today` is when the day began."""
    return [
        Place(ALL.key, ALL.title, ALL.wanted, counts.unread),
        Place("unread", "Unread", ArticleFilter(unread=True), counts.unread),
        Place("today", "Today", ArticleFilter(since=today), counts.today),
        Place("top", "Top stories", ArticleFilter(top=True)),
        Place("bookmarks", "Bookmarks", ArticleFilter(bookmarked=True), counts.bookmarked),
    ]


def followed_places(followed: "Iterable[Followed]") -> list[Place]:
    """List what the user follows."""
    return [Place(f"followed:{it.id}", it.title, ArticleFilter(followed=it.id), it.unread) for it in followed]


def feed_places(feeds: Sequence[FeedSummary]) -> Iterator[Place]:
    """List the feeds that are in no folder, then each folder with its feeds and the folders in it, all by title."""
    by_title = sorted(feeds, key=lambda summary: (summary.feed.sorted_as, summary.feed.id))
    paths = ((summary.feed.folder.split(SEPARATOR) if summary.feed.folder else []) for summary in by_title)
    return _inside((), list(zip(paths, by_title, strict=True)))


def _inside(folder: tuple[str, ...], feeds: Sequence[tuple[Sequence[str], FeedSummary]]) -> Iterator[Place]:
    """List what lies in a folder; `feeds` are those in it and in folders of it, each with the names of its folders."""
    depth = len(folder)
    folders: dict[str, list[tuple[Sequence[str], FeedSummary]]] = {}
    for path, summary in feeds:
        if len(path) == depth:
            yield _feed_place(summary, depth)
        else:
            folders.setdefault(path[depth], []).append((path, summary))
    for name in sorted(folders, key=lambda name: (name.casefold(), name)):
        inside = folders[name]
        path = SEPARATOR.join((*folder, name))
        unread = sum(summary.unread for _, summary in inside)
        yield Place(f"folder:{path}", name, ArticleFilter(folder=path), unread, depth=depth, folded=False)
        yield from _inside((*folder, name), inside)


def fold(places: Iterable[Place], folded: Collection[str]) -> Iterator[Place]:
    """Leave out of `feed_places` what lies in folded folders, which are named by their paths."""
    around: int | None = None
    for place in places:
        if around is not None and place.depth > around:
            continue
        is_folded = place.folded is not None and place.wanted.folder in folded
        around = place.depth if is_folded else None
        yield place._replace(folded=True) if is_folded else place


def neighbour(places: Sequence[Place], key: str) -> Place:
    """Give the place to go to when the feed with this key goes: the next feed, or the one before, or else the first."""
    at = next((number for number, place in enumerate(places) if place.key == key), 0)
    feeds = (place for place in (*places[at + 1 :], *reversed(places[:at])) if place.summary)
    return next(feeds, places[0])


def _feed_place(summary: FeedSummary, depth: int) -> Place:
    feed = summary.feed
    return Place(f"feed:{feed.id}", feed.title, ArticleFilter(feed_id=feed.id), summary.unread, summary, depth)
