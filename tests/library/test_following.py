"""What is followed gathers what comes next, and leaves nothing behind when it is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.following import toggle_followed, unfollow
from reader.library.indexing import drop_index, fill_index
from reader.library.library import Library
from reader.library.marking import set_read
from reader.library.reading import article_ids, list_followed
from reader.library.sources import remove_feed
from reader.model.filters import ArticleFilter
from tests.library.test_relating import OTHERS, STRIKE
from tests.library.test_stories import HERALD, POST, WIRE, arrive, dated, delete, regroup
from tests.related.libraries import empty_library, made


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with empty_library(tmp_path) as opened:
        yield opened


def gathered(library: Library) -> list[set[int]]:
    return [set(article_ids(library, ArticleFilter(followed=it.id))) for it in list_followed(library)]


def test_following_an_article_takes_the_others_of_its_story_along(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *STRIKE])
    followed = toggle_followed(library, ids[-1])
    assert followed
    assert followed.title == STRIKE[2].title
    assert gathered(library) == [set(ids[-3:])]


def test_what_comes_next_is_gathered_and_counts_until_it_is_read(library: Library) -> None:
    ids = arrive(library, [*OTHERS, dated(STRIKE[0], 40)])
    toggle_followed(library, ids[-1])
    set_read(library, ids, True)
    assert [it.unread for it in list_followed(library)] == [0]
    new = arrive(library, [dated(STRIKE[1], 1), made("Rain in the valley ends")], POST)
    newer = arrive(library, [dated(STRIKE[2], 0)], HERALD)
    assert gathered(library) == [{ids[-1], new[0], *newer}]
    assert [it.unread for it in list_followed(library)] == [2]
    set_read(library, [*new, *newer], True)
    assert [it.unread for it in list_followed(library)] == [0]


def test_what_was_before_is_not_news(library: Library) -> None:
    ids = arrive(library, [*OTHERS, dated(STRIKE[0], 0)])
    toggle_followed(library, ids[-1])
    arrive(library, [dated(STRIKE[1], 60)], POST)
    assert gathered(library) == [{ids[-1]}]


def test_two_stories_are_followed_apart(library: Library) -> None:
    ids = arrive(library, [*OTHERS, STRIKE[0]])
    toggle_followed(library, ids[0])
    toggle_followed(library, ids[-1])
    (new,) = arrive(library, STRIKE[1:2], POST)
    assert gathered(library) == [{ids[-1], new}, {ids[0]}]


def test_following_again_stops_and_nothing_is_left(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *STRIKE])
    toggle_followed(library, ids[-1])
    assert toggle_followed(library, ids[-2]) is None
    assert list_followed(library) == []
    toggle_followed(library, ids[0])
    unfollow(library, list_followed(library)[0].id)
    for table in ("followed", "followed_article"):
        assert library.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_an_article_that_is_gone_is_not_followed(library: Library) -> None:
    assert toggle_followed(library, 7) is None
    assert list_followed(library) == []


def test_what_is_followed_outlives_its_articles_and_a_new_index(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *STRIKE])
    toggle_followed(library, ids[-1])
    delete(library, ids[-1])
    before = gathered(library)
    assert before == [set(ids[-3:-1])]
    drop_index(library)
    for _ in fill_index(library):
        pass
    regroup(library)
    assert gathered(library) == before


def test_the_articles_of_a_removed_feed_are_not_shown(library: Library) -> None:
    ids = arrive(library, [*OTHERS, *STRIKE[:2]], WIRE)
    last = arrive(library, STRIKE[2:], POST)
    toggle_followed(library, last[0])
    (wire,) = library.connection.execute("SELECT feed_id FROM article WHERE id = ?", (ids[-1],)).fetchone()
    remove_feed(library, wire)
    assert gathered(library) == [set(last)]
    assert [it.unread for it in list_followed(library)] == [1]
