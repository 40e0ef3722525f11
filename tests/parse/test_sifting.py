"""Entries that are stored already are not read again, and all others are read as if they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, Validators
from reader.parse.feeds import parse_feed

URL = "https://feeds.example/news/feed.xml"
NAMES = ("Harbour", "Bridge", "Museum", "Tides")


def item(name: str, guid: str | None = None, more: str = "") -> str:
    return (
        f"<item><title>{name}</title><guid isPermaLink='false'>{guid or name}</guid>"
        f"<description>Of the {name}.</description>{more}</item>"
    )


def rss(*items: str, root: str = "<rss version='2.0'>", between: str = "\n") -> str:
    return f"{root}<channel><title>Port Post</title>{between.join(items)}</channel></rss>"


def read(text: str, *before: ParsedFeed, url: str = URL) -> ParsedFeed:
    """Parse a feed, of which some was parsed and stored before."""
    seen = frozenset(mark for feed in before for mark in (*feed.seen, *(entry.hash for entry in feed.entries)))
    feed = parse_feed(RawDocument(text.encode(), url, None, Validators(), seen=seen))
    assert isinstance(feed, ParsedFeed)
    return feed


def titles(feed: ParsedFeed) -> list[str]:
    return [entry.content.title for entry in feed.entries]


def test_only_what_is_new_or_edited_is_read_and_the_first() -> None:
    before = read(rss(*map(item, NAMES)))
    assert (titles(before), before.seen) == ([*NAMES], ())
    text = rss(item("Market"), item("Harbour"), item("Bridge"), item("Museum", more="<category>art</category>"))
    after = read(text, before)
    assert titles(after) == ["Market", "Museum"]
    assert after.seen == tuple(entry.hash for entry in before.entries[:2])
    assert after.entries == tuple(entry for entry in read(text).entries if entry.content.title in {"Market", "Museum"})
    assert titles(read(text, before, after)) == ["Market"]


def test_an_atom_feed_is_sifted_too() -> None:
    entries = [f"<entry><id>{name}</id><title>{name}</title></entry>" for name in NAMES]
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{"".join(entries)}</feed>'
    assert titles(read(text, read(text))) == ["Harbour"]


@pytest.mark.parametrize("new", [item("Opera", "Museum"), "<item><title>Opera</title></item>"])
def test_an_entry_that_may_share_its_id_with_one_that_was_left_out_is_read_with_it(new: str) -> None:
    before = read(rss(*map(item, NAMES)))
    text = rss(new, *map(item, NAMES))
    after = read(text, before)
    assert after == read(text)
    assert len(after.entries) == 5


@pytest.mark.parametrize(
    "text",
    [
        rss(*map(item, NAMES), between="<x/>"),
        rss(item("Harbour", more=item("Bridge"))),
        rss(item("Harbour", more="<source><![CDATA[</item><item>]]></source>"), item("Bridge")),
        rss(*map(item, NAMES), root="<rss version='2.0' xml:base='https://port.example/'>"),
        rss(*map(item, NAMES), "<item><title>a & b</title></item>"),
        rss(*map(item, NAMES)).replace("</rss>", ""),
        '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "1"}, {"id": "2"}]}',
    ],
)
def test_what_cannot_be_told_apart_is_read_whole(text: str) -> None:
    before = read(text)
    assert read(text, before) == before


def test_what_holds_for_all_entries_is_part_of_each() -> None:
    text = rss(*map(item, NAMES))
    before = read(text)
    assert len(read(text, before, url="https://feeds.example/other.xml").entries) == 4
    assert len(read(text.replace("2.0", "0.91"), before).entries) == 4


def test_a_feed_of_the_collection_that_has_not_changed_has_nothing_new(shared: Path) -> None:
    spared = 0
    for path in sorted((shared / "corpus").glob("*/*")):
        raw = RawDocument(path.read_bytes(), f"{URL}/{path.name}", None, Validators())
        before = parse_feed(raw)
        if isinstance(before, ParsedFeed):
            hashes = [entry.hash for entry in before.entries if entry.hash]
            after = parse_feed(replace(raw, seen=frozenset(hashes)))
            assert isinstance(after, ParsedFeed)
            # Which one an entry is that shares its id is found out when it is stored, whatever its key.
            assert {entry.content for entry in after.entries} <= {entry.content for entry in before.entries}, path
            assert {*after.seen, *(entry.hash for entry in after.entries)} >= set(hashes), path
            spared += len(after.seen)
    assert spared > 1000
