"""What is kept, what goes, and that what went stays away."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from reader.library.indexing import DELETED_AT_ONCE
from reader.library.keeping import kept_since, prune, surplus, surplus_of
from reader.library.library import Library, open_library
from reader.library.marking import set_bookmarked
from reader.library.reading import article_ids, article_rows, list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.article import ArticleContent
from reader.model.config import Keep
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.model.keeping import KeepRule
from reader.model.outcome import Refreshed, RefreshReport
from reader.model.parsed import ParsedEntry
from tests.servers.site import Site

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
YEAR = timedelta(days=366)


def feed_of(articles: int, *extra: str, title: str = "Archive") -> bytes:
    """Write a feed of articles, numbered from 0, each a day older, the first one two years old."""
    first = datetime.now(UTC) - 2 * YEAR
    items = "".join(item(str(n), first - n * timedelta(days=1)) for n in range(articles))
    return f"<rss version='2.0'><channel><title>{title}</title>{items}{''.join(extra)}</channel></rss>".encode()


def item(name: str, published_at: datetime | None) -> str:
    date = f"<pubDate>{format_datetime(published_at)}</pubDate>" if published_at else ""
    return f"<item><guid>{name}</guid><title>Report {name}</title>{date}<description>Calm {name}</description></item>"


def read(library: Library, feed: Feed) -> Refreshed:
    """Refresh a feed that says something new, and give what came of it."""
    reports: list[RefreshReport] = []
    asyncio.run(refresh(library, [feed], reports.append))
    [report] = reports
    assert isinstance(report.outcome, Refreshed)
    return report.outcome


def titles(library: Library, wanted: ArticleFilter) -> set[str]:
    return {row.title for row in article_rows(library, article_ids(library, wanted))}


@pytest.mark.parametrize(("months", "days"), [(12, 366), (1, 31), (120, 3660)])
def test_months_are_never_shorter_than_the_calendars(months: int, days: int) -> None:
    assert kept_since(Keep(months=months), NOW) == NOW - timedelta(days=days)


def test_with_no_months_all_is_kept_for_ever() -> None:
    assert kept_since(Keep(months=0), NOW) is None


def test_of_a_new_feed_only_what_is_kept_is_stored(library: Library, site: Site) -> None:
    young = item("young", datetime.now(UTC))
    site.pages = {"/archive": feed_of(130, young)}
    feed = add_source(library, named_source(site.url("/archive")))

    assert read(library, feed).new == 100
    assert titles(library, ArticleFilter()) == {"Report young", *(f"Report {n}" for n in range(99))}

    site.pages = {"/archive": feed_of(130, young, title="Renamed")}
    assert read(library, feed).new == 0
    assert surplus(library) == []


def test_a_refresh_lets_old_articles_go_and_what_went_never_comes_back(library: Library, site: Site) -> None:
    site.pages = {"/archive": feed_of(100)}
    feed = add_source(library, named_source(site.url("/archive")))
    assert read(library, feed).new == 100

    site.pages = {"/archive": feed_of(60, *(item(f"young {n}", datetime.now(UTC)) for n in range(10)))}
    assert read(library, feed).new == 10
    assert titles(library, ArticleFilter()) == {f"Report young {n}" for n in range(10)} | {
        f"Report {n}" for n in range(90)
    }
    assert surplus(library) == []

    site.pages = {"/archive": feed_of(100, title="Renamed")}
    assert read(library, feed).new == 0


@pytest.mark.parametrize(("newest", "keys"), [(0, {"a", "b"}), (1, {"a", "b"}), (2, {"b"}), (3, set()), (9, set())])
def test_entries_are_surplus_after_enough_others(newest: int, keys: set[str]) -> None:
    dates = {"b": NOW - 3 * YEAR, "young": NOW, "undated": None, "a": NOW - 2 * YEAR}
    entries = [ParsedEntry(key, ArticleContent(key, key, published_at=at)) for key, at in dates.items()]
    assert surplus_of(entries, KeepRule(NOW - YEAR, newest)) == keys


def test_what_is_bookmarked_is_stored_however_old_it_is(library: Library, site: Site) -> None:
    site.pages = {"/archive": feed_of(103)}
    feed = add_source(library, named_source(site.url("/archive")))
    library.connection.execute(
        "INSERT INTO state (location, key, bookmarked_at) VALUES (?, '102', 1)", (feed.source.location,)
    )
    read(library, feed)
    assert titles(library, ArticleFilter(bookmarked=True)) == {"Report 102"}
    assert "Report 101" not in titles(library, ArticleFilter())


def test_an_undated_article_that_went_is_not_new_when_its_source_still_shows_it(library: Library, site: Site) -> None:
    library.config_path.parent.mkdir()
    library.config_path.write_text("[keep]\narticles = 0\n")
    site.pages = {"/archive": feed_of(3, item("undated", None))}
    feed = add_source(library, named_source(site.url("/archive")))
    read(library, feed)
    library.connection.execute("UPDATE article SET sort_at = 0 WHERE guid = 'undated'")
    assert sum(articles for _, articles in prune(library)) == 1

    site.pages = {"/archive": feed_of(3, item("undated", None), title="Renamed")}

    assert read(library, feed).new == 0


def test_what_went_is_news_again_if_its_source_dates_it_anew(library: Library, site: Site) -> None:
    young = [item(f"young {n}", datetime.now(UTC)) for n in range(10)]
    feed = add_source(library, named_source(site.url("/archive")))
    for page in (feed_of(100), feed_of(100, *young)):
        site.pages = {"/archive": page}
        read(library, feed)
    assert "Report 95" not in titles(library, ArticleFilter())

    site.pages = {"/archive": feed_of(95, *young, item("95", datetime.now(UTC)))}

    assert read(library, feed).new == 1
    assert "Report 95" in titles(library, ArticleFilter())


def test_prune_goes_in_short_transactions_and_spares_what_is_bookmarked_meanwhile(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "archive.xml"
    path.write_bytes(feed_of(90))
    read(library, add_source(library, named_source(str(path))))
    library.config_path.parent.mkdir()
    library.config_path.write_text("[keep]\nmonths = 1\narticles = 5\n")

    with open_library(library.data_dir, library.config_path.parent) as pruning:
        [before] = surplus(pruning)
        portions = prune(pruning)
        assert (before.articles, next(portions)) == (85, (1, DELETED_AT_ONCE))
        saved = article_ids(library, ArticleFilter())[10]
        set_bookmarked(library, [saved], True)  # raises if the library is locked between two portions
        assert DELETED_AT_ONCE + sum(articles for _, articles in portions) == 84
    assert len(article_ids(library, ArticleFilter())) == 6
    assert list(article_ids(library, ArticleFilter(bookmarked=True))) == [saved]
    assert list(article_ids(library, ArticleFilter(words="calm 89"))) == []


def test_what_is_in_a_folder_of_files_stays_for_ever(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Note {number}\n\n9 July 2001\n\nA note of long ago.")
    library.config_path.parent.mkdir()
    library.config_path.write_text("[keep]\nmonths = 1\narticles = 0\n")

    read(library, add_source(library, named_source(str(folder))))

    assert surplus(library) == []
    assert list_feeds(library)[0].total == 3
