import sqlite3
from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import product

import pytest

from reader.model.article import Article, ArticleContent, ArticleState, Enclosure, Origin
from reader.model.body import NO_BODY, RawBody
from reader.model.draft import ArticleDraft, StoredArticle, Wording
from reader.model.feed import SmartCounts
from reader.model.filters import ArticleFilter
from reader.model.row import ArticleRow
from reader.model.subscription import lies_in
from reader.store.articles import (
    UNKNOWN_DIGEST,
    delete_articles,
    get_articles,
    insert_articles,
    mark_gone,
    stored_articles,
    unkept_ids,
    update_article,
)
from reader.store.database import writing
from reader.store.feeds import remove_feed
from reader.store.lists import article_ids, article_rows, smart_counts
from reader.store.states import set_bookmarked, set_read
from tests.store.samples import HOUR, NOON, add_articles, add_feed, draft

FULL = ArticleContent(
    guid="urn:1",
    title="Harbour strike enters day three",
    link="https://port.example/1",
    author="A. Writer",
    section="World",
    tags=("strike", "港"),
    published_at=NOON - HOUR,
    updated_at=NOON,
    summary="Cranes stand idle.",
    body=RawBody("<p>Cranes stand <b>idle</b> 🏗.</p>", base="https://port.example/feed"),
    related_titles=("Old port, new owner",),
    enclosures=(
        Enclosure("https://port.example/talk.mp3", "audio/mpeg", 9000, 60, "Talk"),
        Enclosure("https://a.example/"),
    ),
    comments="https://port.example/1#comments",
    origin=Origin("Wire", None),
    thumbnail="https://port.example/1.png",
)


def test_an_article_comes_back_as_it_was_stored(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection, own_title="Port Post")
    (article_id,) = add_articles(connection, feed, ArticleDraft("k", FULL, "d", Wording("", "", 3, b"")))
    expected = Article(article_id, feed.id, "Port Post", FULL, ArticleState(), 3, NOON)
    assert get_articles(connection, [article_id], with_body=True) == [expected]


def test_what_a_source_does_not_say_stays_unsaid(connection: sqlite3.Connection) -> None:
    content = ArticleContent("g", "T")
    ids = add_articles(connection, add_feed(connection), ArticleDraft("k", content, "d", Wording("", "", 0, b"")))
    assert get_articles(connection, ids, with_body=True)[0].content == content


def test_articles_come_in_the_order_asked_and_without_bodies_unless_wanted(connection: sqlite3.Connection) -> None:
    first, second = add_articles(connection, add_feed(connection), draft("a"), draft("b"))
    got = get_articles(connection, [second, 999, first], with_body=False)
    assert [article.id for article in got] == [second, first]
    assert [article.content.body for article in got] == [NO_BODY, NO_BODY]


def test_an_article_has_its_state(connection: sqlite3.Connection) -> None:
    ids = add_articles(connection, add_feed(connection), draft("a"))
    with writing(connection):
        set_read(connection, ids, NOON)
        set_bookmarked(connection, ids, NOON + HOUR)
    assert get_articles(connection, ids, with_body=False)[0].state == ArticleState(NOON, NOON + HOUR)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_times_come_back_as_they_were(connection: sqlite3.Connection, moment: datetime) -> None:
    ids = add_articles(connection, add_feed(connection), draft("a", moment))
    assert get_articles(connection, ids, with_body=False)[0].content.published_at == moment


def test_rows_come_in_the_order_asked(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    first, second = add_articles(connection, feed, draft("a", NOON - HOUR), draft("b"))
    with writing(connection):
        set_read(connection, [first], NOON)
        set_bookmarked(connection, [second], NOON)
    assert article_rows(connection, [second, 999, first]) == [
        ArticleRow(second, feed.id, feed.title, "Title of b", NOON, unread=True, bookmarked=True),
        ArticleRow(first, feed.id, feed.title, "Title of a", NOON - HOUR, unread=False, bookmarked=False),
    ]


def test_lists_are_newest_first_and_the_last_stored_first_among_equals(connection: sqlite3.Connection) -> None:
    old, new, equal = add_articles(
        connection, add_feed(connection), draft("a", NOON - HOUR), draft("b", NOON), draft("c", NOON)
    )
    assert article_ids(connection, ArticleFilter()) == array("q", [equal, new, old])
    assert article_ids(connection, ArticleFilter(), 2) == array("q", [equal, new])
    assert article_ids(connection, ArticleFilter(), 0) == array("q")


def test_an_article_from_the_future_counts_from_when_it_was_seen(connection: sqlite3.Connection) -> None:
    late, early = add_articles(
        connection, add_feed(connection), draft("a", NOON + timedelta(days=400)), draft("b", NOON + HOUR)
    )
    assert list(article_ids(connection, ArticleFilter())) == [early, late]


def test_every_filter_gives_what_fits(connection: sqlite3.Connection) -> None:
    harbour, wire = add_feed(connection, "harbour", folder="World"), add_feed(connection, "wire", folder="World/Sea")
    feeds = [harbour, wire, add_feed(connection, "notes", folder="Worlds")]
    made = list(product(feeds, (True, False), (True, False), (NOON, NOON - 2 * HOUR)))
    ids = []
    for number, (feed, unread, bookmarked, published_at) in enumerate(made):
        added = add_articles(connection, feed, draft(str(number), published_at))
        ids += added
        with writing(connection):
            set_read(connection, added, None if unread else NOON)
            set_bookmarked(connection, added, NOON if bookmarked else None)
    for feed_id, folder, unread, bookmarked, since in product(
        (None, harbour.id), (None, "World"), (True, False), (True, False), (None, NOON - HOUR)
    ):
        fitting = {
            article_id
            for article_id, (feed, is_unread, is_bookmarked, published_at) in zip(ids, made, strict=True)
            if feed_id in (None, feed.id)
            and (folder is None or lies_in(feed.folder, folder))
            and (is_unread or not unread)
            and (is_bookmarked or not bookmarked)
            and (since is None or published_at >= since)
        }
        found = article_ids(connection, ArticleFilter(feed_id, folder, unread, bookmarked, since))
        assert set(found) == fitting
        assert len(found) == len(fitting)


def test_smart_feeds_are_counted(connection: sqlite3.Connection) -> None:
    ids = add_articles(connection, add_feed(connection), draft("a", NOON - 2 * HOUR), draft("b"), draft("c"))
    with writing(connection):
        set_read(connection, ids[1:2], NOON)
        set_bookmarked(connection, ids[:1], NOON)
    assert smart_counts(connection, NOON - HOUR) == SmartCounts(unread=2, today=1, bookmarked=1, total=3)


def test_what_is_held_is_given_by_key(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    first, second = add_articles(connection, feed, draft("a"), draft("b", digest="other"))
    add_articles(connection, add_feed(connection, "wire"), draft("c"))
    with writing(connection):
        mark_gone(connection, feed.id, ["b", "unknown"], NOON)
    assert stored_articles(connection, feed.id, ["b", "c", "a", "new"]) == {
        "a": StoredArticle(first, "a", "first", False, "guid of a", "Title of a", None, None),
        "b": StoredArticle(second, "b", "other", True, "guid of b", "Title of b", None, None),
    }


def test_articles_that_share_an_id_come_with_each_other(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    for key, guid in (("a", "a"), ("a #1", "a"), ("a #2", "a #2"), ("a!", "a"), ("b #1", "b")):
        one = draft(key)
        add_articles(connection, feed, replace(one, content=replace(one.content, guid=guid)))
    assert set(stored_articles(connection, feed.id, ["a"])) == {"a", "a #1"}
    assert set(stored_articles(connection, feed.id, ["b"])) == {"b #1"}


def test_a_changed_article_keeps_its_id_its_marks_and_when_it_was_first_seen(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    (article_id,) = add_articles(connection, feed, draft("k", NOON - HOUR))
    with writing(connection):
        set_read(connection, [article_id], NOON)
        set_bookmarked(connection, [article_id], NOON)
        update_article(connection, article_id, ArticleDraft("k", FULL, "second", Wording("", "", 3, b"")), NOON + HOUR)
    expected = Article(article_id, feed.id, feed.title, FULL, ArticleState(NOON, NOON), 3, NOON, NOON + HOUR)
    assert get_articles(connection, [article_id], with_body=True) == [expected]
    assert stored_articles(connection, feed.id, ["k"])["k"].digest == "second"


def test_an_article_counts_as_changed_when_its_title_or_text_does(connection: sqlite3.Connection) -> None:
    (article_id,) = add_articles(connection, add_feed(connection), draft("k"))
    seen = []
    for step, changed in enumerate((draft("k", NOON, digest="dated"), draft("k", html="<p>Storm"), draft("k", NOON))):
        with writing(connection):
            update_article(connection, article_id, changed, NOON + step * HOUR)
        seen.append(get_articles(connection, [article_id], with_body=False)[0].changed_at)
    assert seen == [None, NOON + HOUR, NOON + 2 * HOUR]


def test_other_markup_around_the_same_words_is_no_change(connection: sqlite3.Connection) -> None:
    (article_id,) = add_articles(connection, add_feed(connection), draft("k"))
    with writing(connection):
        update_article(connection, article_id, draft("k", html="<div class=a><p> Calm </p></div>"), NOON)
    (article,) = get_articles(connection, [article_id], with_body=True)
    assert article.changed_at is None
    assert article.content.body == RawBody("<div class=a><p> Calm </p></div>")


def test_what_was_stored_in_another_form_does_not_count_as_changed(connection: sqlite3.Connection) -> None:
    (article_id,) = add_articles(connection, add_feed(connection), draft("k", digest=UNKNOWN_DIGEST))
    with writing(connection):
        update_article(connection, article_id, draft("k", html="<p>Storm"), NOON)
    assert get_articles(connection, [article_id], with_body=False)[0].changed_at is None


def test_a_changed_article_moves_to_its_new_date(connection: sqlite3.Connection) -> None:
    first, second = add_articles(connection, add_feed(connection), draft("a", NOON), draft("b", NOON - HOUR))
    with writing(connection):
        update_article(connection, second, draft("b", NOON + HOUR), NOON)
    assert list(article_ids(connection, ArticleFilter())) == [second, first]


def test_an_article_whose_file_is_gone_can_be_read_and_come_back(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    (article_id,) = add_articles(connection, feed, draft("a"))
    with writing(connection):
        mark_gone(connection, feed.id, ["a"], NOON)
    assert get_articles(connection, [article_id], with_body=True)[0].content.body == RawBody("<p>Calm</p>")
    with writing(connection):
        update_article(connection, article_id, draft("a"), NOON)
    assert not stored_articles(connection, feed.id, ["a"])["a"].gone


def test_nothing_keeps_articles_of_removed_feeds_but_a_bookmark(connection: sqlite3.Connection) -> None:
    removed, kept = add_feed(connection, "port"), add_feed(connection, "wire")
    ids = add_articles(connection, removed, draft("a"), draft("b"), draft("c"))
    others = add_articles(connection, kept, draft("a"))
    with writing(connection):
        set_bookmarked(connection, ids[:1], NOON)
        remove_feed(connection, removed.id, NOON)
    assert sorted(unkept_ids(connection, 9, NOON + HOUR)) == ids[1:]
    assert len(unkept_ids(connection, 1, NOON + HOUR)) == 1
    with writing(connection):
        delete_articles(connection, ids[1:])
    assert unkept_ids(connection, 9, NOON + HOUR) == []
    assert set(article_ids(connection, ArticleFilter())) == {ids[0], *others}
    assert connection.execute("SELECT count(*) FROM body").fetchone() == (2,)


def test_an_id_is_never_used_again(connection: sqlite3.Connection) -> None:
    feed = add_feed(connection)
    ids = add_articles(connection, feed, draft("a"))
    with writing(connection):
        delete_articles(connection, ids)
        assert insert_articles(connection, feed.id, [draft("b")], NOON) > ids
