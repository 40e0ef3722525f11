import json
from datetime import UTC, datetime
from typing import Any

import pytest

from reader.model.article import ArticleContent, Enclosure
from reader.model.body import RawBody
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, Validators
from reader.parse.feeds import parse_feed
from tests.shown import shown_html

URL = "https://feeds.example/news/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def _parsed(text: str) -> ParsedFeed:
    parsed = parse_feed(RawDocument(text.encode(), URL, "application/feed+json", Validators()))
    assert isinstance(parsed, ParsedFeed), parsed
    return parsed


def _feed(*items: Any, **more: Any) -> ParsedFeed:
    return _parsed(json.dumps({"version": VERSION, "title": "Port Post", **more, "items": items}))


def _item(**values: Any) -> ArticleContent:
    (entry,) = _feed(values).entries
    return entry.content


def test_a_feed_without_items_is_a_feed() -> None:
    assert _feed(home_page_url="https://port.example/") == ParsedFeed(
        FeedKind.JSON, "Port Post", "https://port.example/", ()
    )


def test_an_item_is_read_with_all_it_has() -> None:
    assert _item(
        id="1",
        url="/1",
        title="Harbour reopens",
        content_html='<p>It did. <a href="more">More</a></p><script>bad()</script>',
        content_text="It did.",
        summary="Ships are back.",
        date_published="2020-11-23T14:05:00+01:00",
        date_modified="2020-11-24T00:00:00Z",
        authors=[{"name": "A. Writer"}, {"name": "B. Writer"}, {"url": "https://c.example"}],
        tags=["harbour", "Harbour", "strike"],
        image="/small.jpg",
        attachments=[
            {
                "url": "https://port.example/a.mp3",
                "mime_type": "audio/mpeg",
                "size_in_bytes": 5,
                "duration_in_seconds": 6,
            }
        ],
    ) == ArticleContent(
        guid="1",
        title="Harbour reopens",
        link="https://feeds.example/1",
        author="A. Writer, B. Writer",
        tags=("harbour", "strike"),
        published_at=datetime(2020, 11, 23, 13, 5, tzinfo=UTC),
        updated_at=datetime(2020, 11, 24, tzinfo=UTC),
        summary="Ships are back.",
        body=RawBody(
            '<p>It did. <a href="more">More</a></p><script>bad()</script>', base="https://feeds.example/news/feed.json"
        ),
        enclosures=(Enclosure("https://port.example/a.mp3", "audio/mpeg", 5, 6),),
        thumbnail="https://feeds.example/small.jpg",
    )


def test_version_1_0_has_one_author_and_text_only() -> None:
    content = _item(id="1", content_text="a < b", author={"name": "A. Writer"})
    assert (content.author, shown_html(content), content.title) == ("A. Writer", "<p>a &lt; b</p>", "a < b")


def test_the_author_of_the_feed_is_that_of_items_without_one() -> None:
    feed = _feed({"id": "1", "title": "x"}, {"id": "2", "title": "y", "author": {"name": "B"}}, authors=[{"name": "A"}])
    assert [entry.content.author for entry in feed.entries] == ["A", "B"]


@pytest.mark.parametrize(("written", "guid"), [(7, "7"), (7.5, "7.5"), ("seven", "seven"), (True, None), ([], None)])
def test_an_id_is_a_string_whatever_it_was(written: Any, guid: str | None) -> None:
    content = _item(id=written, url="https://port.example/1")
    assert content.guid == (guid or "https://port.example/1")


def test_values_of_wrong_types_are_absent() -> None:
    wrong: Any = {"name": 3}
    item = dict.fromkeys(
        (
            *("url", "external_url", "title", "content_html", "content_text", "summary", "image", "date_published"),
            *("authors", "author", "tags", "attachments"),
        ),
        wrong,
    )
    assert _item(id="1", **item) == ArticleContent(guid="1", title="Untitled")
    assert _feed("no item", None, {"id": "1", "title": "x", "tags": [1], "authors": [1], "attachments": [1]}).entries


def test_a_feed_that_is_cut_off_gives_its_whole_items() -> None:
    whole = json.dumps({"version": VERSION, "title": "Port Post", "items": [{"id": "1", "title": "a"}, {"id": "2"}]})
    parsed = _parsed(whole[:-10])
    assert (parsed.title, [entry.content.title for entry in parsed.entries]) == ("Port Post", ["a"])
    assert parsed.problems[0].startswith("the feed is not well-formed JSON (")


def test_the_version_may_be_written_with_escaped_slashes_and_behind_a_mark() -> None:
    assert _parsed('\ufeff {"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}').kind is FeedKind.JSON
