import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import ArticleContent
from reader.model.feed import FeedKind
from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, Validators
from reader.model.source import Source, SourceKind
from reader.parse.entries import names_of
from reader.parse.parsing import parse
from tests.shown import shown_html, shown_text

URL = "https://feeds.example/news/feed.xml"


def _outcome(body: str | bytes, content_type: str | None = "application/xml", url: str = URL) -> ParsedFeed | Failed:
    body = body.encode() if isinstance(body, str) else body
    return parse(Source(SourceKind.URL, URL), RawDocument(body, url, content_type, Validators()))


def _feed(body: str | bytes, content_type: str | None = "application/xml", url: str = URL) -> ParsedFeed:
    parsed = _outcome(body, content_type, url)
    assert isinstance(parsed, ParsedFeed), parsed
    return parsed


def _rss(items: str) -> ParsedFeed:
    return _feed(f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>')


def _item(inside: str) -> ArticleContent:
    (entry,) = _rss(f"<item>{inside}</item>").entries
    return entry.content


def _reason(body: str | bytes) -> str:
    failed = _outcome(body)
    assert isinstance(failed, Failed), failed
    return failed.reason


def test_a_parsed_feed_can_travel_between_processes() -> None:
    parsed = _rss("<item><title>One</title></item>")
    assert pickle.loads(pickle.dumps(parsed)) == parsed


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "an empty document"),
        ("  \n", "an empty document"),
        ("<!doctype html><html><head><title>x</title></head><body>Hello</body></html>", "a web page"),
        ('{"version": "https://jsonfeed.org/version/1.1", "tit', "a JSON Feed that is broken"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": 3}', "a JSON Feed that is broken"),
        ('{"a": 1}', "other data (JSON)"),
        ("{{{{", "text of another kind"),
        ('<?xml version="1.0"?><opml version="2.0"/>', "a list of feeds; `newsreader import"),
        ('<?xml version="1.0"?><plant version="2.0"/>', "XML of another kind (plant)"),
        ("Not found", "text of another kind"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "data that is no text"),
    ],
)
def test_what_is_no_feed_is_named(body: str | bytes, words: str) -> None:
    reason = _reason(body)
    assert reason.startswith("feeds.example: ")
    assert words in reason


def test_a_file_that_is_no_feed_is_named_by_its_name() -> None:
    failed = _outcome("", url="file:///home/me/my%20feed.xml")
    assert isinstance(failed, Failed)
    assert failed.reason.startswith("my feed.xml: ")


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ('<rss version="2.0"><channel><title>x</title></channel></rss>', FeedKind.RSS),
        ('<rss version="0.91"><channel><title>x</title></channel></rss>', FeedKind.RSS),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', FeedKind.ATOM),
        ('<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>x</title></feed>', FeedKind.ATOM),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            "<channel><title>x</title></channel></rdf:RDF>",
            FeedKind.RDF,
        ),
    ],
)
def test_a_feed_without_entries_is_a_feed(root: str, kind: FeedKind) -> None:
    assert _feed(root) == ParsedFeed(kind, "x", None, ())


GREETING = '<rss version="2.0"><channel><title>Grüße — Привет</title></channel></rss>'


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (GREETING.encode(), None),
        (GREETING.encode(), "text/xml; charset=ISO-8859-1"),
        (GREETING.encode(), "text/xml; charset=klingon"),
        (GREETING.encode("utf-8-sig"), "text/xml"),
        (GREETING.encode("utf-16"), "text/xml"),
        (GREETING.encode("utf-32"), "text/xml"),
        (GREETING.replace("—", "-").replace("ü", "u").replace("ß", "s").encode("koi8-r"), "text/xml; charset=koi8-r"),
        (('<?xml version="1.0" encoding="ascii"?>' + GREETING).encode(), "text/xml; charset=us-ascii"),
        (('<?xml version="1.0" encoding="utf-16"?>' + GREETING).encode(), "text/xml"),
    ],
)
def test_the_encoding_is_found_whatever_is_declared(body: bytes, content_type: str | None) -> None:
    title = _feed(body, content_type).title
    assert title is not None
    assert title.endswith("Привет")


def test_a_declared_encoding_is_believed_where_the_bytes_allow_it() -> None:
    body = '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Новости</title></channel></rss>'
    assert _feed(body.encode("cp1251")).title == "Новости"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Mon, 23 Nov 2020 14:05:00 +0100", datetime(2020, 11, 23, 13, 5, tzinfo=UTC)),
        ("2020-11-23T14:05:60Z", datetime(2020, 11, 23, 14, 6, tzinfo=UTC)),
        ("lun, 23 nov 2020 14:05:00 +0100", datetime(2020, 11, 23, 13, 5, tzinfo=UTC)),
        ("23. November 2020", datetime(2020, 11, 23, tzinfo=UTC)),
        ("Mon, 01 Jan 0001 00:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Mon, 23 Nov 9999 00:00:00 GMT", None),
        ("03/04/2020", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_utc_or_absent(date: str, expected: datetime | None) -> None:
    assert _item(f"<title>x</title><pubDate>{date}</pubDate>").published_at == expected


def test_the_key_is_the_guid_in_any_order() -> None:
    items = [f'<item><title>{n}</title><guid isPermaLink="false">id {n}</guid></item>' for n in range(3)]
    assert [entry.key for entry in _rss("".join(items)).entries] == ["id 0", "id 1", "id 2"]
    assert [entry.key for entry in _rss("".join(reversed(items))).entries] == ["id 2", "id 1", "id 0"]


def test_entries_that_share_a_guid_keep_their_keys_when_their_order_changes() -> None:
    items = [f"<item><title>{n}</title><link>https://a.example/{n}</link><guid>same</guid></item>" for n in range(3)]
    keys = {entry.content.title: entry.key for entry in _rss("".join(items)).entries}
    assert len(set(keys.values())) == 3
    assert {entry.content.title: entry.key for entry in _rss("".join(reversed(items))).entries} == keys


def test_an_entry_without_guid_and_link_has_a_key_of_its_own() -> None:
    items = "<item><title>a</title></item><item><title>b</title></item><item><description>a</description></item>"
    keys = [entry.key for entry in _rss(items).entries]
    assert len(set(keys)) == 3
    assert [entry.key for entry in _rss(items).entries] == keys


NAMELESS = (
    "<item><title>Tides</title><pubDate>Mon, 23 Nov 2020 14:05 GMT</pubDate><description>At {}.</description></item>",
    "<item><title>Tides</title><pubDate>Tue, 24 Nov 2020 14:05 GMT</pubDate><description>At {}.</description></item>",
    "<item><title>Ships</title><description>Seen at {}.</description></item>",
)


def test_an_entry_without_guid_and_link_keeps_its_key_when_its_text_is_edited_and_others_come() -> None:
    before = [entry.key for entry in _rss("".join(NAMELESS).format("noon", "noon", "noon")).entries]
    more = "<item><title>Tides</title><description>Low at six.</description></item>"
    after = [entry.key for entry in _rss(more + "".join(reversed(NAMELESS)).format("one", "two", "three")).entries]
    assert len(set(after)) == 4
    assert after[:0:-1] == before


def test_entries_that_only_their_text_tells_apart_are_all_kept() -> None:
    items = "<item><title>Update</title><description>{}</description></item>" * 2
    keys = [entry.key for entry in _rss(items.format("The port is shut.", "The port is open.")).entries]
    assert len(set(keys)) == 2
    assert [entry.key for entry in _rss(items.format("The port is open.", "The port is shut.")).entries] == keys[::-1]


def test_a_hostile_guid_gives_a_safe_key() -> None:
    (entry,) = _rss(f"<item><title>a</title><guid isPermaLink='false'>{'x' * 5000}&#x202e;</guid></item>").entries
    assert len(entry.key) < 250
    assert entry.key.isprintable()


def test_the_longest_text_is_the_body_and_the_other_the_summary() -> None:
    content = _item(
        "<title>x</title><description>Short.</description>"
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;A longer story.&lt;/p&gt;'
        "</content:encoded>"
    )
    assert (shown_text(content), content.summary) == ("A longer story.", "Short.")


def test_a_long_text_is_cut_at_a_word_for_the_summary() -> None:
    summary = _item(f"<title>x</title><description>{'word ' * 200}</description>").summary
    assert summary is not None
    assert summary.endswith("word…")
    assert len(summary) <= 300


def test_links_are_resolved_against_the_address_of_the_feed() -> None:
    content = _item('<title>x</title><link>../a</link><description>&lt;a href="b"&gt;b&lt;/a&gt;</description>')
    assert content.link == "https://feeds.example/a"
    assert 'href="https://feeds.example/news/b"' in shown_html(content)


def test_a_feed_file_has_no_relative_links() -> None:
    body = '<rss version="2.0"><channel><item><title>x</title><link>a</link></item></channel></rss>'
    (entry,) = _feed(body, url="file:///home/me/feed.xml").entries
    assert entry.content.link is None


@pytest.mark.parametrize(
    "reference", ["&#0;", "&#27;", "&#xD800;", "&#99999999999;", "&#x110000;", "&#8238;", "&#xFFFF;"]
)
def test_no_character_reference_gets_past(reference: str) -> None:
    content = _item(f"<title>a{reference}b</title><description>c{reference}d &lt;p&gt;</description>")
    assert (content.title, shown_text(content)) == ("ab", "cd")


def test_an_entity_bomb_stays_small() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    bomb = (
        f'<!DOCTYPE rss [<!ENTITY a0 "lol">{entities}]><rss><channel><item><title>&a19;</title></item></channel></rss>'
    )
    assert len(repr(_feed(bomb))) < 2000


@pytest.mark.parametrize("external", ['SYSTEM "file:///etc/passwd"', 'PUBLIC "x" "http://127.0.0.1:9/"'])
def test_no_external_entity_is_read(external: str) -> None:
    body = f"<!DOCTYPE rss [<!ENTITY e {external}>]><rss><channel><item><title>a &e; b</title></item></channel></rss>"
    assert "root:" not in repr(_feed(body))


def test_a_feed_that_is_not_well_formed_says_so() -> None:
    parsed = _feed('<rss version="2.0"><channel><title>a & b</title><item><title>c</title></channel>')
    assert [entry.content.title for entry in parsed.entries] == ["c"]
    (problem,) = parsed.problems
    assert problem.startswith("the feed is not well-formed XML (")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("mail@news.example (A. Writer)", "A. Writer"),
        ("A. Writer (mail@news.example)", "A. Writer"),
        ("A. Writer (Kabul) (mail@news.example)", "A. Writer (Kabul)"),
        ("A. Writer <mail@news.example>", "A. Writer"),
        ("A. Writer @ News", "A. Writer @ News"),
        ("(@" * 50_000, "(@" * 99 + "(…"),
    ],
)
def test_an_author_is_a_name_without_its_address(written: str, name: str) -> None:
    assert names_of([written]) == name


@pytest.mark.parametrize("before", ["<!-- a --> " * 10_000, "<!--" * 10_000 + "--> ", "\n" * 100_000])
def test_any_number_of_comments_may_stand_before_the_root(before: str) -> None:
    assert _feed(f'{before}<rss version="2.0"><channel><title>News</title></channel></rss>').title == "News"


def test_a_path_as_a_body_is_no_file_name() -> None:
    assert "text of another kind" in _reason("/etc/passwd")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_feed_or_a_reason(body: bytes) -> None:
    assert isinstance(_outcome(body), ParsedFeed | Failed)


MARKUP = st.sampled_from(
    ("<rss>", "<channel>", "<item>", "</item>", "<title>", "<link/>", "<guid>", "<feed>", "<entry>")
)
MARKS = st.sampled_from(
    ("<![CDATA[", "]]>", "&", "<", ">", "&#1;", "&lt;b&gt;", "<!DOCTYPE", "<media:description a='", "<?xml")
)


@given(st.lists(MARKUP | MARKS | st.text(max_size=3), max_size=40))
def test_any_mixture_of_markup_gives_a_feed_or_a_reason(pieces: list[str]) -> None:
    parsed = _outcome("".join(pieces))
    if isinstance(parsed, ParsedFeed):
        assert all(entry.content.title for entry in parsed.entries)
