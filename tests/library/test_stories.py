"""Articles are brought into stories as they are indexed, and stay there."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.grouping import group
from reader.library.indexing import drop_index, fill_index, unindex
from reader.library.library import Library
from reader.library.marking import set_bookmarked, set_read
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source, remove_feed
from reader.library.stories import list_stories
from reader.model.article import ArticleContent
from reader.related.matching import STORY_WINDOW
from reader.store.articles import delete_articles
from reader.store.database import writing
from reader.text.stripping import stripped_text
from tests.library.samples import rss
from tests.library.test_relating import OTHERS, STRIKE
from tests.related.libraries import SEEN_AT, add, empty_library, made

BEES = "Beekeepers count their hives after a mild winter. Clover and lime trees bloom early, and honey may be plenty. "
WIRE, POST, HERALD = "https://wire.example/", "https://post.example/", "https://herald.example/"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with empty_library(tmp_path) as opened:
        yield opened


def arrive(library: Library, contents: Iterable[ArticleContent], feed: str = WIRE) -> list[int]:
    """Let articles of a feed arrive together; give their ids."""
    some = list(contents)
    ids = add(library, some, feed)
    regroup(library)
    return ids


def regroup(library: Library) -> None:
    for _ in group(library):
        pass


def stories(library: Library) -> dict[int, set[int]]:
    found = list_stories(library, SEEN_AT)
    return {story.id: {report.article_id for report in story.reports} for story in found}


def text_of(content: ArticleContent) -> str:
    return stripped_text(content.body)


def dated(content: ArticleContent, days: float) -> ArticleContent:
    return made(content.title, text_of(content), SEEN_AT - timedelta(days=days), guid=f"{content.guid} {days}")


def test_the_reports_of_one_event_are_one_story_and_other_articles_none(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *STRIKE])
    assert list(stories(library).values()) == [set(ids[-3:])]


def test_an_article_that_comes_later_joins_the_story_whose_id_stays(library: Library) -> None:
    arrive(library, OTHERS)
    first = arrive(library, STRIKE[:1], WIRE)
    assert stories(library) == {}
    first += arrive(library, STRIKE[1:2], POST)
    ((story_id, articles),) = stories(library).items()
    assert articles == set(first)
    last = arrive(library, STRIKE[2:], HERALD)
    assert stories(library) == {story_id: {*first, *last}}


def test_a_story_names_its_feeds_once_and_counts_what_is_unread(library: Library) -> None:
    ids = [*arrive(library, [*OTHERS, *STRIKE[:2]], WIRE)[-2:], *arrive(library, STRIKE[2:], POST)]
    set_read(library, ids[:1], True)
    (story,) = list_stories(library, SEEN_AT)
    assert (len(story.sources), story.unread, len(story.reports)) == (2, 2, 3)


def test_reports_further_apart_than_the_window_are_two_stories(library: Library) -> None:
    days = STORY_WINDOW.days + 3
    ids = arrive(library, [*OTHERS, *(dated(it, 0) for it in STRIKE), *(dated(it, days) for it in STRIKE)])
    assert sorted(stories(library).values(), key=min) == [set(ids[-6:-3]), set(ids[-3:])]


def test_a_story_goes_on_for_longer_than_the_window_while_reports_come(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *(dated(it, days) for it in STRIKE[:2] for days in (20, 10, 0))])
    assert list(stories(library).values()) == [set(ids[-6:])]


def test_titles_alone_make_a_story_only_if_they_are_very_close(library: Library) -> None:
    others = [made(it.title) for it in OTHERS]
    close = [
        made("Jackson arrested on fraud suspicion", guid="1"),
        made("Jackson arrested, suspicion of fraud", guid="2"),
    ]
    ids = arrive(library, [*others, *close, made("Williams arrested on fraud suspicion"), made("Jackson buys a house")])
    assert list(stories(library).values()) == [set(ids[7:9])]


def test_an_article_that_is_deleted_leaves_its_story_and_the_last_one_ends_it(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *STRIKE])[-3:]
    (story_id,) = stories(library)
    delete(library, ids[0])
    assert stories(library) == {story_id: set(ids[1:])}
    delete(library, ids[1])
    assert stories(library) == {}
    new = arrive(library, [dated(STRIKE[1], 0)])
    assert stories(library) == {story_id: {ids[2], *new}}
    delete(library, ids[2], *new)
    assert library.connection.execute("SELECT count(*) FROM story").fetchone() == (0,)
    assert story_id not in {*(arrive(library, STRIKE) and stories(library))}


def delete(library: Library, *ids: int) -> None:
    with writing(library.connection):
        unindex(library.connection, list(ids))
        delete_articles(library.connection, ids)


def test_the_articles_of_a_removed_feed_are_in_no_story_unless_they_are_bookmarked(library: Library) -> None:
    first = arrive(library, [*OTHERS, *STRIKE[:2]], WIRE)[-2:]
    last = arrive(library, STRIKE[2:], POST)
    set_bookmarked(library, first[:1], True)
    (wire,) = library.connection.execute("SELECT id FROM feed WHERE location = ?", (WIRE,)).fetchone()
    remove_feed(library, wire)
    assert list(stories(library).values()) == [{first[0], *last}]


def test_stories_are_made_anew_with_the_index_and_keep_their_ids(library: Library) -> None:
    arrive(library, [*OTHERS, *(dated(it, 20) for it in STRIKE)])
    arrive(library, [dated(it, 0) for it in STRIKE])
    before = stories(library)
    assert len(before) == 2
    drop_index(library)
    for _ in fill_index(library):
        pass
    assert stories(library) == before  # while they are waiting to be grouped
    regroup(library)
    assert stories(library) == before


def test_the_newest_story_comes_first_and_the_top_one_by_its_sources(library: Library) -> None:
    flood = [
        made("Flood in Nordby", "The river Skell flooded Nordby; the mayor Ilse Brandt had Nordby evacuated."),
        made("Nordby flooded", "Mayor Ilse Brandt had Nordby evacuated when the river Skell flooded the town."),
    ]
    arrive(library, [*OTHERS, *(dated(it, 0.2) for it in STRIKE[:2])], WIRE)
    arrive(library, [dated(STRIKE[2], 0.3)], POST)
    arrive(library, [dated(it, 0) for it in flood], HERALD)
    newest = [story.title for story in list_stories(library, SEEN_AT)]
    assert newest == [newest[0], STRIKE[2].title]
    assert [story.title for story in list_stories(library, SEEN_AT, top=True)] == newest[::-1]
    assert [story.title for story in list_stories(library, SEEN_AT, 1)] == newest[:1]


def test_a_refresh_groups_what_it_brings_and_what_has_changed(library: Library, tmp_path: Path) -> None:
    path, other = tmp_path / "port.xml", tmp_path / "post.xml"
    texts = [(it.title, text_of(it)) for it in (*STRIKE, *OTHERS)]
    path.write_bytes(rss("Port", *texts[:1], *texts[3:]))
    other.write_bytes(rss("Post", *texts[1:3]))
    feeds = [add_source(library, named_source(str(it))) for it in (path, other)]
    asyncio.run(refresh(library, feeds, lambda report: None))
    ((story_id, articles),) = stories(library).items()
    assert len(articles) == 3
    (changed,) = library.connection.execute("SELECT id FROM article WHERE title = ?", (STRIKE[0].title,)).fetchone()
    path.write_bytes(rss("Port", (STRIKE[0].title, BEES), *texts[3:]))
    asyncio.run(refresh(library, feeds, lambda report: None))
    assert stories(library) == {story_id: articles - {changed}}
    path.write_bytes(rss("Port", *texts[:1], *texts[3:]))
    asyncio.run(refresh(library, feeds, lambda report: None))
    assert stories(library) == {story_id: articles}


NEWS = [*STRIKE, *OTHERS, made("Strike in Velden: talks fail", text_of(STRIKE[0]))]


@settings(max_examples=15)
@given(order=st.permutations(range(len(NEWS))))
def test_articles_that_arrive_together_make_the_same_stories_in_whatever_order_they_are_stored(
    order: Sequence[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with empty_library(tmp_path_factory.mktemp("library")) as library:
        contents = [dated(content, place / 24) for place, content in enumerate(NEWS)]
        ids = dict(zip(arrive(library, [contents[place] for place in order]), order, strict=True))
        assert [{ids[it] for it in some} for some in stories(library).values()] == [{0, 1, 2, 10}]
