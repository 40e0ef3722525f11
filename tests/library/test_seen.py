"""Entries that were stored are not read again, until something may bring in more of them."""

import asyncio
from datetime import UTC, datetime, timedelta

from reader.library.keeping import prune
from reader.library.library import Library
from reader.library.reading import article_ids, article_rows, list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.model.outcome import Refreshed, RefreshOutcome
from reader.store.seen import seen_entries
from tests.library.samples import rss
from tests.servers.site import Site

NOW = datetime.now(UTC)
STORIES = [("Ships wait", "Cranes stand idle."), ("A bridge", "It opens."), ("Museum", "It is shut.")]


def read(library: Library, feed: Feed) -> RefreshOutcome:
    outcomes: list[RefreshOutcome] = []
    now = next(one.feed for one in list_feeds(library) if one.feed.id == feed.id)
    asyncio.run(refresh(library, [now], lambda report: outcomes.append(report.outcome)))
    return outcomes[0]


def test_of_a_feed_that_has_changed_the_rest_is_left_in_peace(library: Library, site: Site) -> None:
    site.pages = {"/port": rss("Port", *STORIES)}
    feed = add_source(library, named_source(site.url("/port")))
    read(library, feed)
    library.connection.execute("UPDATE article SET digest = 'other'")  # so that what is read again is written again

    site.pages = {"/port": rss("Port", *STORIES, ("Market", "Fish is dear."))}

    assert read(library, feed) == Refreshed(1, 1)
    titles = [row.title for row in article_rows(library, article_ids(library, ArticleFilter()))]
    assert set(titles) == {"Ships wait", "A bridge", "Museum", "Market"}
    assert len(seen_entries(library.connection, feed.id)) == 4


def test_a_feed_is_read_whole_after_articles_of_it_were_let_go(library: Library, site: Site) -> None:
    site.pages = {"/port": rss("Port", *STORIES)}
    feed = add_source(library, named_source(site.url("/port")))
    library.config_path.parent.mkdir()
    library.config_path.write_text("[keep]\narticles = 1\n")
    read(library, feed)
    assert len(seen_entries(library.connection, feed.id)) == 3
    library.connection.execute("UPDATE article SET sort_at = ?", (int((NOW - timedelta(days=4000)).timestamp()),))

    assert list(prune(library)) == [(feed.id, 2)]
    assert seen_entries(library.connection, feed.id) == frozenset()
