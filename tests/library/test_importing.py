"""Importing and exporting lists of feeds: nothing is fetched, nothing but web addresses is taken, nothing is lost."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library.editing import change_feed
from reader.library.exporting import export_opml, write_list
from reader.library.importing import FEEDS_AT_ONCE, import_opml, read_list
from reader.library.library import Library, open_library
from reader.library.reading import list_feeds
from reader.library.sources import add_source, named_source, remove_feed
from reader.model.errors import UsageError
from reader.model.feed import Feed, FeedKind, FeedSettings
from reader.model.source import Source, SourceKind
from reader.store.database import writing
from reader.store.feeds import insert_feed, move_feed

LIST = b"""<opml><body>
  <outline text="News"><outline text="World"><outline text="Mine" title="Port Post" xmlUrl="https://Post.example:443/feed"
    htmlUrl="https://post.example/"/></outline></outline>
  <outline text="Again" xmlUrl="https://post.example/feed"/>
  <outline text="Secret" xmlUrl="http://me:pw@secret.example/feed"/>
  <outline text="Run" xmlUrl="|rm -r /"/><outline xmlUrl="exec:rm"/><outline xmlUrl="file:///etc/passwd"/>
  <outline xmlUrl="filter:cat:https://a.example/"/><outline xmlUrl="/etc"/><outline xmlUrl="a.example/feed"/>
  <outline xmlUrl="javascript:x"/><outline xmlUrl="http://"/><outline xmlUrl="http://me:hush@bad host/"/>
</body></opml>"""


@pytest.fixture
def other(tmp_path: Path) -> Library:
    return open_library(tmp_path / "other", tmp_path / "config")


def feeds(library: Library) -> list[Feed]:
    return [summary.feed for summary in list_feeds(library)]


def told(feed: Feed) -> tuple[str, str, str | None, str | None]:
    return feed.source.location, feed.title, feed.folder, feed.site


def test_feeds_are_added_with_their_names_folders_and_sites_and_not_fetched(library: Library) -> None:
    report = import_opml(library, LIST, "list")

    assert {told(feed) for feed in report.new} == {
        ("https://post.example/feed", "Mine", "News/World", "https://post.example/"),
        ("http://me:pw@secret.example/feed", "Secret", None, None),
    }
    assert sorted(map(told, feeds(library))) == sorted(map(told, report.new))
    assert {(feed.refreshed_at, feed.error) for feed in report.new} == {(None, None)}


def test_only_web_addresses_are_taken_and_the_others_are_told(library: Library) -> None:
    report = import_opml(library, LIST, "list")

    assert [one.name for one in report.refused] == [
        "Run (|rm -r /)",
        "exec:rm",
        "file:///etc/passwd",
        "filter:cat:https://a.example/",
        "/etc",
        "a.example/feed",
        "javascript:x",
        "http://",
        "http://bad host/",
    ]
    assert all(one.reason for one in report.refused)
    assert "hush" not in str(report.refused)


def test_known_feeds_stay_as_they_are(library: Library) -> None:
    add_source(library, named_source("https://post.example/feed"), "My own", "My folder")

    report = import_opml(library, LIST, "list")

    assert [told(feed) for feed in report.known] == [("https://post.example/feed", "My own", "My folder", None)]
    assert len(report.new) == 1
    assert [
        len(part) for part in (import_opml(library, LIST, "list").new, import_opml(library, LIST, "list").known)
    ] == [0, 2]


def test_another_spelling_of_a_known_address_is_known(library: Library) -> None:
    old = Source(SourceKind.URL, "https://post.example/%7efeed")
    with writing(library.connection):
        feed = insert_feed(library.connection, old, FeedKind.RSS, datetime.now(UTC))

    report = import_opml(library, b'<opml><body><outline xmlUrl="https://post.example./~feed"/></body></opml>', "list")

    assert (report.new, report.known) == ([], [feed])


def test_a_feed_that_moved_is_known_by_where_it_was(library: Library) -> None:
    feed = add_source(library, named_source("https://post.example/feed"))
    with writing(library.connection):
        assert move_feed(library.connection, feed.id, "https://new.example/feed")

    report = import_opml(library, LIST, "list")

    assert [told(feed)[0] for feed in report.known] == ["https://new.example/feed"]
    assert len(report.new) == 1


def test_a_feed_that_was_removed_is_new_again(library: Library) -> None:
    for feed in import_opml(library, LIST, "list").new:
        remove_feed(library, feed.id)

    assert len(import_opml(library, LIST, "list").new) == 2


def test_more_feeds_than_one_transaction_takes(library: Library) -> None:
    outlines = "".join(f'<outline xmlUrl="https://h{n}.example/"/>' for n in range(FEEDS_AT_ONCE + 1))

    assert len(import_opml(library, f"<opml>{outlines}</opml>".encode(), "list").new) == FEEDS_AT_ONCE + 1


def test_what_is_no_list_is_refused_by_its_name(library: Library) -> None:
    with pytest.raises(UsageError, match=r"^list: this is no list"):
        import_opml(library, b"<rss/>", "list")


def test_an_export_read_again_gives_the_same_feeds(library: Library, other: Library) -> None:
    import_opml(library, LIST, "list")
    add_source(library, named_source("https://bare.example/"))
    filed = add_source(library, named_source("https://filed.example/"), None, "TV / Radio")
    change_feed(library, filed.id, asdict(FeedSettings("Filed", "TV", 90, 500, paused=True)))

    with other:
        report = import_opml(other, export_opml(library, with_passwords=True).body, "list")

        assert sorted(map(told, report.new)) == sorted(map(told, feeds(library)))
        assert (report.refused, report.problems) == ([], [])
        titles = "SELECT location, title, own_title FROM feed ORDER BY location"
        assert other.connection.execute(titles).fetchall() == library.connection.execute(titles).fetchall()
        assert {feed.source.location: feed.settings for feed in report.new} == {
            feed.source.location: feed.settings for feed in feeds(library)
        }


def test_an_interval_that_nobody_could_set_is_not_taken(library: Library) -> None:
    for number, (settings, taken) in enumerate(
        [
            (b'n:interval="999999999" n:keep="7"', FeedSettings(keep=7)),
            (b'n:interval="0" n:keep="999999999"', FeedSettings()),
        ]
    ):
        outline = b'<outline xmlUrl="https://%d.example/" %s/>' % (number, settings)
        document = b'<opml xmlns:n="https://newsreader.invalid/opml">%s</opml>' % outline
        [feed] = import_opml(library, document, "list").new
        assert feed.settings == taken


def test_an_export_holds_no_password_unless_asked_and_is_known_where_it_came_from(library: Library) -> None:
    import_opml(library, LIST, "list")

    exported, whole = export_opml(library), export_opml(library, with_passwords=True)

    assert b"pw" not in exported.body
    assert b"me:pw@" in whole.body
    assert (exported.feeds, exported.without_password, whole.without_password) == (2, 1, 0)
    report = import_opml(library, exported.body, "list")
    assert (len(report.new), len(report.known)) == (0, 2)


def test_sources_on_disk_are_counted_and_left_out(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    add_source(library, named_source(str(tmp_path / "a.txt")))

    exported = export_opml(library)

    assert (exported.feeds, exported.local) == (0, (str(tmp_path / "a.txt"),))
    assert str(tmp_path).encode() not in exported.body


def test_a_written_list_is_its_owner_s_alone_and_a_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    target.chmod(0o644)
    link.symlink_to(target)

    write_list(link, b"after")

    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(tmp_path.iterdir()) == [link, target]


def test_a_list_that_can_t_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "list"
    target.write_text("before")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(UsageError, match="no space left"):
        write_list(target, b"after")

    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", [".", "none/list", "a\0b"])
def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"name another|check it"):
        write_list(tmp_path / name, b"x")


@pytest.mark.parametrize(("name", "why"), [("none", "no such file"), (".", "not a regular"), ("a\0b", "no")])
def test_a_list_that_can_t_be_read_is_named(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read_list(tmp_path / name)


def test_a_list_without_end_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(100 * 2**20)

    with pytest.raises(UsageError, match="larger than 50 MB"):
        read_list(tmp_path / "large")
