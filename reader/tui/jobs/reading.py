"""Reading for the screen: an article with its layout, a list, and what is unread in it."""

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.library.library import Library
from reader.library.reading import (
    article_ids,
    article_rows,
    folded_folders,
    get_article,
    list_feeds,
    list_followed,
    smart_counts,
    start_of_day,
    unread_among,
)
from reader.model.feed import FeedSummary
from reader.model.filters import ArticleFilter
from reader.text.marks import SETS
from reader.tui.merging import merge
from reader.tui.places import Place, feed_places, followed_places, smart_places

FIRST_PORTION = 100
"""Articles of a list that are asked at first whether one of them is unread; mostly the next one is."""

if TYPE_CHECKING:
    from reader.model.article import Article
    from reader.model.blocks import Page
    from reader.tui.pages import PageLine


class Opened(NamedTuple):
    """An article as the screen shows it."""

    article: "Article"
    page: "Page"
    lines: "list[PageLine]"


def open_article(library: Library, article_id: int, width: int) -> Opened:
    """Read an article and lay it out, unless the pane has no width yet. Raises UsageError if it is gone."""
    from reader.text.attachments import with_attachments
    from reader.text.blocks import page_of  # not needed before the first article is shown

    article = get_article(library, article_id)
    page = with_attachments(page_of(article.html), article.content)
    return Opened(article, page, lay_out_again(library, article, page, width) if width > 0 else [])


def lay_out_again(library: Library, article: "Article", page: "Page", width: int) -> "list[PageLine]":
    """Lay an article out for another width."""
    from reader.tui.pages import lay_out

    config = library.config
    return lay_out(article, page, width, datetime.now(UTC), config.ages, SETS[config.marks])


class Overview(NamedTuple):
    """What the list of feeds shows."""

    smart: list[Place]
    feeds: list[FeedSummary]
    places: list[Place]
    """The feeds in their folders, as the list has them if none is folded."""
    unread: int | None = None
    """Unread articles in all; None before they were counted."""
    came: int = 0
    """Articles dated yesterday or today, counted when all are read."""
    folded: frozenset[str] = frozenset()
    """Paths of the folders that were folded when the reader was left."""


def overview(library: Library) -> Overview:
    """Read all feeds and their counts."""
    now = datetime.now(UTC)
    counts, today = smart_counts(library, now), start_of_day(now)
    came = 0 if counts.unread else len(article_ids(library, ArticleFilter(since=today - timedelta(days=1))))
    feeds = list_feeds(library)
    smart = [*smart_places(counts, today), *followed_places(list_followed(library))]
    places, folded = list(feed_places(feeds)), folded_folders(library)
    return Overview(smart, feeds, places, counts.unread, came, folded)


def fresh_list(library: Library, wanted: ArticleFilter, shown: Sequence[int]) -> "array[int]":
    """Read a list anew that shows some articles already, without moving these; see `merge`.

    An article that left the place, because it was read, say, stays in the list as long as it is in the library.
    """
    ids = article_ids(library, wanted)
    if ids == shown or wanted.top:
        return ids
    left = set(shown).difference(ids) if wanted.unread or wanted.bookmarked else set()
    return merge(shown, ids, frozenset(row.id for row in article_rows(library, list(left))))


def find_unread(library: Library, shown: Sequence[int], start: int, step: int) -> int | None:
    """Find the next unread article in a list from place `start` on (step 1) or back (step -1), and give its place."""
    places = range(start, len(shown)) if step > 0 else range(start, -1, -1)
    at, portion = 0, FIRST_PORTION
    while some := places[at : at + portion]:
        unread = unread_among(library, [shown[place] for place in some])
        found = next((place for place in some if shown[place] in unread), None)
        if found is not None:
            return found
        at, portion = at + portion, 4 * portion
    return None
