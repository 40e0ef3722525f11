"""Moving from newsboat: a refresh afterwards recognises its articles, and nothing that was read looks unread."""

import asyncio
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.importing import ImportReport
from reader.library.library import Library
from reader.library.newsboat import Places, find_places, import_newsboat
from reader.library.reading import article_ids, article_rows, get_articles, list_feeds
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.errors import DatabaseError, UsageError
from reader.model.filters import ArticleFilter
from tests.servers.site import Site
from tests.store.newsboats import files_in, make_cache

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Port &amp; Post</title>
<link>https://port.example/site/</link><description>News</description>
<item><title>Ids are &amp;lt;i&amp;gt;trimmed&amp;lt;/i&amp;gt;</title><guid isPermaLink="false"> g-1 </guid>
  <link>https://port.example/1</link><pubDate>Mon, 04 May 2026 00:00:00 GMT</pubDate>
  <description>&lt;p&gt;One &lt;a href="/a"&gt;link&lt;/a&gt;.&lt;/p&gt;</description></item>
<item><title>Dated, without an id</title><link>https://port.example/2?a=1&amp;b=2</link>
  <pubDate>Mon, 04 May 2026 01:00:00 +0000</pubDate><description>Two &amp;amp; a half</description></item>
<item><title>A link that is relative</title><link>/3</link><pubDate>Mon, 04 May 2026 02:00:00 GMT</pubDate></item>
<item><title>Only a link</title><link>https://port.example/4</link><description>Four</description></item>
<item><title>A link to be escaped</title><link>https://port.example/ä b</link><description>Five</description></item>
<item><title>A permalink</title><guid>https://port.example/6?2026-05-04</guid><description>Six</description></item>
<item><title>A relative id</title><guid>/7</guid><link>https://port.example/seven</link></item>
<item><title>Only title and date</title><pubDate>Mon, 04 May 2026 03:00:00 GMT</pubDate>
  <description>8</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/base/"><title>Atom</title><id>x</id>
<updated>2026-05-04T00:00:00Z</updated>
<entry><id>tag:atom,1</id><title type="html">A &amp;amp; B</title><link href="one"/>
  <updated>2026-05-04T00:00:00Z</updated><content type="html">&lt;p&gt;One&lt;/p&gt;</content></entry>
<entry><title>Without an id</title><link href="two"/><updated>2026-05-04T01:00:00Z</updated>
  <summary>Two</summary></entry>
<entry><id>three</id><title>With a base for its id</title><link href="3"/>
  <updated>2026-05-04T02:00:00Z</updated></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://rdf.example/"><title>RDF</title><link>https://rdf.example/</link></channel>
<item rdf:about="https://rdf.example/about/1"><title>One</title><link>https://rdf.example/1</link></item></rdf:RDF>"""
TITLES = {
    *("Ids are trimmed", "Dated, without an id", "A link that is relative", "Only a link", "A link to be escaped"),
    *("A permalink", "A relative id", "Only title and date", "A & B", "Without an id", "With a base for its id", "One"),
}
URLS = """# my feeds
{address}/rss "~My post" News "More news"
{address}/atom !hidden
{address}/rdf
"query:Unread:unread = \\"yes\\""
exec:touch {marker}
"filter:touch {marker}:{address}/rss"
"""


@pytest.fixture
def places(tmp_path: Path, site: Site) -> Places:
    """Newsboat's files for three feeds that are served; the cache is still to be made."""
    site.pages |= {"/rss": RSS.encode(), "/atom": ATOM.encode(), "/rdf": RDF.encode()}
    folder = tmp_path / "newsboat"
    folder.mkdir()
    (folder / "urls").write_text(URLS.format(address=site.address, marker=tmp_path / "ran"))
    return Places(folder / "urls", folder / "cache.db")


@pytest.fixture
def made(places: Places, site: Site) -> Places:
    """The same with a cache as newsboat 2.21 makes it of them, everything read, one flagged, one deleted."""
    rss, atom, rdf = (site.url(path) for path in ("/rss", "/atom", "/rdf"))
    day, fetched = 1_777_852_800, 1_780_000_000
    of_rss: list[dict[str, object]] = [
        {"title": "Only title and date", "guid": "Only title and date", "pubDate": day + 3 * 3600, "content": "8"},
        {"title": "A relative id", "guid": "/7", "url": "https://port.example/seven", "pubDate": fetched},
        {
            "title": "A permalink",
            "guid": "https://port.example/6?2026-05-04",
            "url": "https://port.example/6?2026-05-04",
            "pubDate": fetched,
            "content": "Six",
        },
        {
            "title": "A link to be escaped",
            "guid": "https://port.example/ä b",
            "url": "https://port.example/%C3%A4%20b",
            "pubDate": fetched,
            "content": "Five",
        },
        {
            "title": "Only a link",
            "guid": "https://port.example/4",
            "url": "https://port.example/4",
            "pubDate": fetched,
            "content": "Four",
        },
        {
            "title": "A link that is relative",
            "guid": "/3Mon, 04 May 2026 02:00:00 GMT",
            "url": "https://port.example/3",
            "pubDate": day + 2 * 3600,
        },
        {
            "title": "Dated, without an id",
            "guid": "https://port.example/2?a=1&b=2Mon, 04 May 2026 01:00:00 +0000",
            "url": "https://port.example/2?a=1&b=2",
            "pubDate": day + 3600,
            "content": "Two &amp; a half",
        },
        {
            "title": "Ids are &lt;i&gt;trimmed&lt;/i&gt;",
            "guid": " g-1 ",
            "url": "https://port.example/1",
            "pubDate": day,
            "content": '<p>One <a href="/a">link</a>.</p>',
            "flags": "ab",
        },
        {
            "title": "Deleted",
            "guid": "gone",
            "url": "https://port.example/gone",
            "deleted": 1,
            "unread": 1,
            "flags": "x",
        },
    ]
    of_atom: list[dict[str, object]] = [
        {
            "title": "With a base for its id",
            "guid": "three",
            "url": "https://atom.example/base/3",
            "pubDate": day + 2 * 3600,
        },
        {
            "title": "Without an id",
            "guid": "https://atom.example/base/twoMon, 04 May 2026 01:00:00 +0000",
            "url": "https://atom.example/base/two",
            "pubDate": day + 3600,
            "content": "Two",
            "base": "https://atom.example/base/",
        },
        {
            "title": "A & B",
            "guid": "tag:atom,1",
            "url": "https://atom.example/base/one",
            "content": "<p>One</p>",
            "base": "https://atom.example/base/",
        },
    ]
    of_rdf: list[dict[str, object]] = [
        {"title": "One", "guid": "https://rdf.example/about/1", "url": "https://rdf.example/1", "pubDate": fetched}
    ]
    items = [
        {"feedurl": address, "unread": 0} | item
        for address, those in ((rss, of_rss), (atom, of_atom), (rdf, of_rdf))
        for item in those
    ]
    feeds = {
        rss: ("Port & Post", "https://port.example/site/"),
        atom: ("Atom", atom),
        rdf: ("RDF", "https://rdf.example/"),
    }
    assert places.cache
    make_cache(places.cache, feeds, items)
    return places


def titles(library: Library, *, unread: bool = False, bookmarked: bool = False) -> list[str]:
    wanted = ArticleFilter(unread=unread, bookmarked=bookmarked)
    return sorted(row.title for row in article_rows(library, article_ids(library, wanted)))


def refresh_all(library: Library) -> None:
    asyncio.run(refresh(library, [one.feed for one in list_feeds(library)], lambda report: None))


def check_the_move(library: Library, places: Places, tmp_path: Path) -> ImportReport:
    """Move, refresh, and look at both."""
    assert places.cache
    before = files_in(places.cache.parent)

    report = import_newsboat(library, places)

    assert files_in(places.cache.parent) == before
    assert not (tmp_path / "ran").exists()
    assert [one.name.partition(":")[0] for one in report.refused] == ["query", "exec", "filter"]
    assert [(feed.title, feed.folder) for feed in report.new] == [
        ("My post", "News"),
        ("Atom", "Hidden"),
        ("RDF", None),
    ]
    assert titles(library) == sorted(TITLES)
    assert titles(library, unread=True) == []
    assert titles(library, bookmarked=True) == ["Ids are trimmed"]
    assert {one.feed.refreshed_at for one in list_feeds(library)} == {None}
    refresh_all(library)
    assert titles(library) == sorted(TITLES)
    assert titles(library, unread=True) == []
    assert titles(library, bookmarked=True) == ["Ids are trimmed"]
    return report


def test_a_refresh_after_the_move_knows_every_article(library: Library, made: Places, tmp_path: Path) -> None:
    report = check_the_move(library, made, tmp_path)

    assert (report.articles, report.read, report.bookmarked) == (12, 12, 1)


@pytest.mark.skipif(not shutil.which("newsboat"), reason="needs newsboat (apt-get install newsboat)")
def test_a_refresh_after_moving_from_the_real_newsboat_knows_every_article(
    library: Library, places: Places, site: Site, tmp_path: Path
) -> None:
    assert places.cache
    urls = places.urls.read_text()
    places.urls.write_text(urls.partition('"query')[0])  # what it would run stays out of its hands
    (tmp_path / "config").touch()
    subprocess.run(
        ["newsboat", "-u", places.urls, "-c", places.cache, "-C", tmp_path / "config", "-x", "reload"],
        stdin=subprocess.DEVNULL,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        check=True,
        timeout=60,
    )
    places.urls.write_text(urls)
    with closing(sqlite3.connect(places.cache)) as connection, connection:
        connection.execute("UPDATE rss_item SET unread = 0")
        connection.execute("UPDATE rss_item SET flags = 'k' WHERE url = 'https://port.example/1'")

    report = check_the_move(library, places, tmp_path)

    assert (report.articles, report.read, report.bookmarked) == (12, 12, 1)


def test_what_is_unread_there_is_unread_here(library: Library, made: Places) -> None:
    assert made.cache
    with closing(sqlite3.connect(made.cache)) as connection, connection:
        connection.execute("UPDATE rss_item SET unread = 1 WHERE title = 'Only a link'")

    import_newsboat(library, made)
    refresh_all(library)

    assert titles(library, unread=True) == ["Only a link"]


def test_what_was_deleted_there_never_comes_as_unread(library: Library, made: Places, site: Site) -> None:
    item = b"<item><title>Deleted</title><guid>gone</guid><link>https://port.example/gone</link></item></channel>"
    site.pages["/rss"] = RSS.encode().replace(b"</channel>", item)

    import_newsboat(library, made)
    assert "Deleted" not in titles(library)
    refresh_all(library)

    assert "Deleted" in titles(library)
    assert titles(library, unread=True) == []
    assert "Deleted" not in titles(library, bookmarked=True)


def test_articles_that_share_an_id_are_known_again(library: Library, made: Places, site: Site) -> None:
    assert made.cache
    twice = [
        f"<item><title>Twice {n}</title><guid isPermaLink='false'>twice</guid><link>https://port.example/t{n}</link>"
        "<pubDate>Mon, 04 May 2026 05:00:00 GMT</pubDate></item>"
        for n in (1, 2)
    ]
    site.pages["/rss"] = RSS.replace("</channel>", f"{''.join(twice)}</channel>").encode()
    with closing(sqlite3.connect(made.cache)) as connection, connection:  # newsboat holds the first of the two
        connection.execute(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
            " VALUES ('twice', 'Twice 1', '', 'https://port.example/t1', ?, 1777870800, '', 0)",
            (site.url("/rss"),),
        )

    import_newsboat(library, made)
    refresh_all(library)

    assert titles(library, unread=True) == ["Twice 2"]


def test_a_feed_that_is_here_already_gets_the_marks_and_keeps_its_articles(
    library: Library, made: Places, site: Site
) -> None:
    add_source(library, named_source(site.url("/rss")), "Before")
    refresh_all(library)
    before = titles(library)
    assert len(titles(library, unread=True)) == 8

    report = import_newsboat(library, made)

    assert [feed.title for feed in report.known] == ["Before"]
    assert report.articles == 4
    assert set(before) < set(titles(library))
    assert titles(library, unread=True) == []


def test_a_feed_is_described_as_newsboat_knows_it_until_it_speaks_for_itself(library: Library, made: Places) -> None:
    import_newsboat(library, made)

    assert [(one.feed.title, one.feed.site) for one in list_feeds(library)] == [
        ("RDF", "https://rdf.example/"),
        ("Atom", None),
        ("My post", "https://port.example/site/"),
    ]


def test_an_enclosure_comes_along(library: Library, made: Places) -> None:
    assert made.cache
    with closing(sqlite3.connect(made.cache)) as connection, connection:
        connection.execute(
            "UPDATE rss_item SET enclosure_url = 'https://port.example/a.mp3', enclosure_type = 'audio/mpeg'"
            " WHERE title = 'A permalink'"
        )

    import_newsboat(library, made)

    articles = get_articles(library, article_ids(library, ArticleFilter()), with_text=False)
    kept = {one.content.title: [enclosure.url for enclosure in one.content.enclosures] for one in articles}
    assert kept["A permalink"] == ["https://port.example/a.mp3"]
    assert kept["Only a link"] == []


def test_moving_twice_changes_nothing_more(library: Library, made: Places) -> None:
    import_newsboat(library, made)
    held = titles(library)

    report = import_newsboat(library, made)

    assert (len(report.new), len(report.known), report.articles) == (0, 3, 0)
    assert titles(library) == held


def test_a_move_that_was_stopped_is_made_up_for_by_another(library: Library, made: Places) -> None:
    def stop(done: int, _: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_newsboat(library, made, stop)
    assert titles(library, unread=True) == []

    import_newsboat(library, made)

    assert titles(library) == sorted(TITLES)
    assert titles(library, unread=True) == []


def test_progress_is_told_by_feeds(library: Library, made: Places) -> None:
    told: list[tuple[int, int]] = []

    import_newsboat(library, made, lambda done, total: told.append((done, total)))

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_without_a_cache_the_feeds_come_and_the_user_is_told(library: Library, places: Places) -> None:
    report = import_newsboat(library, Places(places.urls, None))

    assert len(report.new) == 3
    assert "--cache" in report.problems[0]


def test_a_cache_that_can_t_be_read_is_named(library: Library, places: Places) -> None:
    assert places.cache
    places.cache.write_bytes(b"no database" * 100)

    with pytest.raises(DatabaseError, match=r"cache\.db can't be read as newsboat's cache"):
        import_newsboat(library, places)

    assert len(list_feeds(library)) == 3


@pytest.mark.parametrize("xdg", [True, False])
def test_files_are_looked_for_where_newsboat_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, xdg: bool
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "conf"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    with pytest.raises(UsageError, match="name it by --urls"):
        find_places()
    config = tmp_path / ("conf/newsboat" if xdg else ".newsboat")
    data = tmp_path / (".local/share/newsboat" if xdg else ".newsboat")
    config.mkdir(parents=True)
    (config / "urls").touch()
    assert find_places() == Places(config / "urls", None)
    data.mkdir(parents=True, exist_ok=True)
    (data / "cache.db").touch()
    assert find_places() == Places(config / "urls", data / "cache.db")
    assert find_places(tmp_path / "u", data / "cache.db") == Places(tmp_path / "u", data / "cache.db")
    with pytest.raises(UsageError, match="no such file"):
        find_places(cache=tmp_path / "none")
