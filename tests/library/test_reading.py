from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library.indexing import fill_index
from reader.library.library import Library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import (
    article_ids,
    article_rows,
    get_article,
    get_articles,
    list_feeds,
    smart_counts,
    start_of_day,
)
from reader.library.sources import add_source
from reader.library.storing import store_files
from reader.model.article import ArticleContent
from reader.model.body import NO_BODY, RawBody
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedKind
from reader.model.filters import ArticleFilter
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.model.source import Source, SourceKind
from reader.store.values import pack
from reader.text.stripping import stripped_text
from tests.text.hostile import documents, is_forbidden, texts


def _can_be_held(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


TODAY = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)


def content(number: int, published_at: datetime) -> ArticleContent:
    html = f"<p>Ship number {number} is in the harbour.</p><p>It carries grain.</p>"
    return ArticleContent(str(number), f"Ship {number}", published_at=published_at, body=RawBody(html))


@pytest.fixture
def feed(library: Library) -> Feed:
    """A feed of the articles 1 to 5, each a year newer than the one before and the last of today."""
    added = add_source(library, Source(SourceKind.URL, "https://example.org/ships"), "Ships", "Sea")
    contents = [content(number, TODAY.replace(day=1, year=TODAY.year - 5 + number)) for number in range(1, 5)]
    contents.append(content(5, datetime.now(UTC)))
    entries = tuple(ParsedEntry(it.guid, it, stripped_text(it.body)) for it in contents)
    parsed = ParsedFeed(FeedKind.ATOM, "The ships", None, entries)
    store_files(library, added, parsed, {})
    list(fill_index(library))
    return added


def titles(library: Library, wanted: ArticleFilter, limit: int | None = None) -> list[str]:
    return [row.title for row in article_rows(library, article_ids(library, wanted, limit))]


def test_lists_are_newest_first(library: Library, feed: Feed) -> None:
    assert titles(library, ArticleFilter()) == ["Ship 5", "Ship 4", "Ship 3", "Ship 2", "Ship 1"]
    assert titles(library, ArticleFilter(feed_id=feed.id), 2) == ["Ship 5", "Ship 4"]
    assert titles(library, ArticleFilter(folder="Land")) == []


def test_a_search_wants_every_word_and_can_be_filtered(library: Library, feed: Feed) -> None:
    assert titles(library, ArticleFilter(words="harbour 3")) == ["Ship 3"]
    assert titles(library, ArticleFilter(words='"grain carries"')) == []
    assert titles(library, ArticleFilter(words="...")) == []
    assert len(titles(library, ArticleFilter(words="grain", folder="Sea"), 3)) == 3


def test_rows_come_as_asked_and_missing_ones_are_left_out(library: Library, feed: Feed) -> None:
    newest, *_, oldest = article_ids(library, ArticleFilter())

    assert [row.id for row in article_rows(library, [oldest, 999, newest])] == [oldest, newest]


def test_an_article_comes_with_its_text(library: Library, feed: Feed) -> None:
    newest = article_ids(library, ArticleFilter())[0]

    article = get_article(library, newest)

    assert article.text == "Ship number 5 is in the harbour.\n\nIt carries grain."
    assert (article.feed, article.words) == ("Ships", 10)


def test_a_list_of_articles_spares_the_texts_unless_they_are_wanted(library: Library, feed: Feed) -> None:
    ids = article_ids(library, ArticleFilter(), 2)

    assert {article.html for article in get_articles(library, ids, with_text=False)} == {""}
    assert all(article.text for article in get_articles(library, ids, with_text=True))


def test_an_unknown_article_is_wrong_usage(library: Library) -> None:
    with pytest.raises(UsageError, match="There is no article 7"):
        get_article(library, 7)


def test_marks_say_what_they_changed_and_are_counted(library: Library, feed: Feed) -> None:
    ids = list(article_ids(library, ArticleFilter()))

    assert set_read(library, ids[:2], True) == ids[:2]
    assert set_read(library, ids[:3], True) == [ids[2]]
    assert set_read(library, [ids[0], 999], False) == [ids[0]]
    assert set_bookmarked(library, ids[1:3], True) == ids[1:3]
    assert set_bookmarked(library, ids[1:3], True) == []
    assert set_bookmarked(library, ids[1:2], False) == ids[1:2]

    counts = smart_counts(library, datetime.now(UTC))
    assert (counts.unread, counts.today, counts.bookmarked, counts.total) == (3, 1, 1, 5)
    [summary] = list_feeds(library)
    assert (summary.unread, summary.total) == (3, 5)
    assert get_article(library, ids[2]).state.bookmarked_at


@pytest.mark.parametrize(
    ("zone", "now", "midnight"),
    [
        ("UTC", "2026-05-04T12:00:00+00:00", "2026-05-04T00:00:00+00:00"),
        ("America/New_York", "2026-05-04T03:00:00+00:00", "2026-05-03T04:00:00+00:00"),
        ("Asia/Kolkata", "2026-05-04T20:00:00+00:00", "2026-05-04T18:30:00+00:00"),
        # The clocks change at 2 in the morning; the day began in the other time.
        ("Europe/Berlin", "2026-03-29T12:00:00+00:00", "2026-03-28T23:00:00+00:00"),
    ],
)
def test_a_day_begins_at_local_midnight(monkeypatch: pytest.MonkeyPatch, zone: str, now: str, midnight: str) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert start_of_day(datetime.fromisoformat(now)) == datetime.fromisoformat(midnight)
    finally:
        monkeypatch.undo()
        time.tzset()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(documents(), st.booleans(), st.none() | texts().filter(_can_be_held))
def test_what_is_put_into_the_database_by_another_way_gets_nowhere(
    library: Library, feed: Feed, written: str, is_html: bool, base: str | None
) -> None:
    library.connection.execute("UPDATE body SET written = ?, is_html = ?, base = ?", (pack(written), is_html, base))

    article = get_article(library, article_ids(library, ArticleFilter())[0])

    assert not any(map(is_forbidden, article.html + article.text))
    assert 'href="javascript:' not in article.html
    assert "<script" not in article.html
    assert article.content.body == NO_BODY
