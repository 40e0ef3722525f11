import pickle
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.discovery import FeedLink, WebPage
from reader.model.feed import FeedKind
from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, Validators
from reader.model.source import Source, SourceKind
from reader.parse import universal
from reader.parse.discovery import MOST_LINKS
from reader.parse.nonfeeds import is_web_page
from reader.parse.parsing import parse
from reader.text.safe import safe_url
from tests.text.hostile import documents, is_forbidden, texts

PAGE = "https://example.org/blog/"


def read(html: str, url: str = PAGE, content_type: str | None = "text/html; charset=utf-8") -> WebPage:
    raw = RawDocument(html.encode(), url, content_type, Validators())
    page = parse(Source(SourceKind.URL, url), raw)
    assert isinstance(page, WebPage)
    return page


def declared(head: str, url: str = PAGE) -> list[str]:
    page = read(f"<!doctype html><html><head><title>Blog</title>{head}</head><body><p>Text</p></body></html>", url)
    assert page.linked == ()
    return [link.address for link in page.declared]


def linked(body: str, url: str = PAGE) -> list[str]:
    page = read(f"<!doctype html><title>Blog</title><body>{body}</body>", url)
    assert page.declared == ()
    return [link.address for link in page.linked]


def test_a_page_declares_its_feeds_with_title_and_kind() -> None:
    page = read(
        """<!DOCTYPE html>
        <html><head>
        <link rel="stylesheet" href="/style.css">
        <link rel="alternate" type="application/rss+xml" title="Harbour Mail &raquo; Comments" href="comments/feed/">
        <link rel="alternate" type="application/rss+xml" title="Harbour Mail &amp; more" href="/feed/">
        <link rel="alternate" type="application/feed+json" href="https://cdn.example.net/feed.json">
        <link rel="alternate" hreflang="de" href="/de/">
        </head><body><a href="/old.rss">RSS</a></body></html>"""
    )

    assert page.declared == (
        FeedLink("https://example.org/feed/", "Harbour Mail & more", FeedKind.RSS),
        FeedLink("https://cdn.example.net/feed.json", None, FeedKind.JSON),
        FeedLink("https://example.org/blog/comments/feed/", "Harbour Mail » Comments", FeedKind.RSS),
    )
    assert page.url == PAGE
    assert "web page" in page.reason


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/rss+xml", FeedKind.RSS),
        ("application/atom+xml; charset=utf-8", FeedKind.ATOM),
        ("Application/Atom+XML", FeedKind.ATOM),
        ("application/rdf+xml", FeedKind.RDF),
        ("application/feed+json", FeedKind.JSON),
        ("application/x.atom+xml", FeedKind.ATOM),
        ("application/x-rss+xml", FeedKind.RSS),
        ("text/rss", FeedKind.RSS),
        ("text/atom+xml", FeedKind.ATOM),
        ("application/rss", FeedKind.RSS),
    ],
)
def test_every_media_type_of_feeds_counts(media_type: str, kind: FeedKind) -> None:
    page = read(f"<html><link rel=alternate type='{media_type}' href='/news'></html>")

    assert page.declared == (FeedLink("https://example.org/news", None, kind),)


@pytest.mark.parametrize("media_type", ["text/xml", "application/xml", "application/json", ""])
def test_a_type_that_says_little_needs_an_address_that_says_more(media_type: str) -> None:
    head = f"<link rel='alternate' type='{media_type}' href='/feed.json'>"
    assert declared(head) == ["https://example.org/feed.json"]
    assert declared(head.replace("/feed.json", "/wp-json/wp/v2/posts/1")) == []


@pytest.mark.parametrize(
    "link",
    [
        "<link rel='alternate stylesheet' type='application/rss+xml' href='/feed'>",
        "<link rel='alternate' type='application/json+oembed' href='/oembed?url=x'>",
        "<link rel='alternate' type='text/html' href='/feed'>",
        "<link rel='next' type='application/rss+xml' href='/feed'>",
        "<link rel='alternate' type='application/rss+xml'>",
        "<link rel='alternate' type='application/rss+xml' href='file:///etc/passwd'>",
        "<link rel='alternate' type='application/rss+xml' href='javascript:alert(1)'>",
        "<link rel='alternate' type='application/rss+xml' href='mailto:me@example.org'>",
        "<link rel='alternate' type='application/rss+xml' href='https://me:secret@example.net/feed'>",
        "<!-- <link rel='alternate' type='application/rss+xml' href='/feed'> -->",
    ],
)
def test_other_links_are_no_feeds(link: str) -> None:
    assert declared(link) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8080/feed",
        "http://localhost/feed",
        "http://[::1]/feed",
        "http://192.168.1.1/feed",
        "http://169.254.169.254/feed",
        "http://router/feed",
        "http://nas.local/feed",
        "http://127.1/feed",
        "http://2130706433/feed",
        "http://0x7f.1/feed",
    ],
)
def test_a_page_of_the_internet_can_not_send_the_reader_into_the_local_network(address: str) -> None:
    head = f"<link rel='alternate' type='application/rss+xml' href='{address}'>"
    assert declared(head) == []
    assert declared(head, "http://10.0.0.1/") == [address]


def test_addresses_start_at_the_base_and_lose_their_fragment() -> None:
    head = "<base href='//static.example.org/news/'><link rel='ALTERNATE home' type='text/rss' href='feed#top'>"
    assert declared(head) == ["https://static.example.org/news/feed"]


def test_a_feed_is_named_once() -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='/feed'>"
    assert declared(link + link.replace("/feed", "https://example.org/feed")) == ["https://example.org/feed"]


def test_no_page_names_feeds_without_end() -> None:
    links = (f"<link rel='alternate' type='application/rss+xml' href='/feed/{number}'>" for number in range(1000))
    assert len(declared("".join(links))) == MOST_LINKS


def test_titles_are_safe_to_print() -> None:
    page = read("<html><link rel=alternate type=text/rss href=/feed title='\x1b[31mRed\u202e &lt;b&gt;bold&lt;/b&gt;'>")
    assert [link.title for link in page.declared] == ["Red bold"]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/feed/'>Subscribe</a>",
        "<a href='/news.rss'>News</a>",
        "<a href='/rss.xml'><img src='rss.png'></a>",
        "<a href='/?feed=rss2'>Entries</a>",
        "<a href='/blog?format=rss'>Entries</a>",
        "<a href='/subscribe.php'>RSS</a>",
        "<a href='/subscribe.php'><b>Atom</b> feed</a>",
        "<a href='/subscribe.php'>Flux RSS</a>",
        "<a href='feed://example.org/x'>Subscribe</a>".replace("feed://", "feed:https://"),
    ],
)
def test_links_that_look_like_feeds_are_a_weaker_source(link: str) -> None:
    found = linked(f"<p><a href='/about'>About</a> {link}</p>")
    assert len(found) == 1
    assert found[0].startswith("https://example.org/")


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/about'>About our feeds</a>",
        "<a href='/feedback'>Feedback</a>",
        "<a href='/rss-explained'>What is this?</a>",
        "<a href='https://reader.example/add/https%3A%2F%2Fexample.org%2Ffeed'>Follow</a>",
        "<a href='/blog/'>Feed</a>",
        "<a name='feed'>Feed</a>",
        "<a href='file:///home/me/feed.xml'>RSS</a>",
    ],
)
def test_links_to_something_else_are_none(link: str) -> None:
    assert linked(link) == []


def test_a_page_in_another_encoding_is_read() -> None:
    html = "<html><head><meta charset='windows-1251'><link rel=alternate type=text/rss href=/feed title='Порт'></head>"
    raw = RawDocument(html.encode("cp1251"), PAGE, "text/html", Validators())
    page = parse(Source(SourceKind.URL, PAGE), raw)
    assert isinstance(page, WebPage)
    assert page.declared[0].title == "Порт"


@pytest.mark.parametrize("body", [b"", b"{}", b"Not found", b"<svg></svg>", b"\x89PNG\r\n"])
def test_what_is_no_web_page_is_not_looked_at(body: bytes) -> None:
    parsed = parse(Source(SourceKind.URL, PAGE), RawDocument(body, PAGE, "text/html", Validators()))
    assert isinstance(parsed, Failed)
    assert not isinstance(parsed, WebPage)


def test_the_sentence_of_the_failure_names_the_feed() -> None:
    link = "<link rel=alternate type=text/rss href=/feed>"
    assert read(f"<html>{link}").reason.endswith("a web page; its feed is https://example.org/feed")
    assert "2 feeds, one of them at https://example.org/feed" in read(f"<html>{link}{link[:-1]}2>").reason
    assert read("<html>").reason.endswith("look there for the address of its feed")


ADDRESSES = texts() | st.sampled_from(["/feed", "//", "http://[", "feed:", "https://example.net/\u202efeed", "a b.rss"])


@settings(deadline=None)
@given(ADDRESSES, texts(), documents())
def test_whatever_a_page_says_what_is_found_is_safe_and_on_the_web(href: str, title: str, junk: str) -> None:
    attributes = f'href="{escape(href)}" title="{escape(title)}"'
    html = f"<html><link rel=alternate type=text/rss {attributes}>{junk}<a {attributes}>{escape(title)}</a>"
    page = read(html.encode("utf-8", "replace").decode())
    for link in (*page.declared, *page.linked):
        assert safe_url(link.address) == link.address
        assert link.address.startswith(("http://", "https://"))
        assert not any(map(is_forbidden, f"{link.title}{page.reason}"))


def test_what_was_found_goes_from_one_process_to_another() -> None:
    page = read("<html><link rel=alternate type=text/rss href=/feed>")
    assert pickle.loads(pickle.dumps(page)) == page


def test_a_page_on_disk_leads_nowhere() -> None:
    html = b"<html><link rel=alternate type=text/rss href=https://example.org/feed>"
    source = Source(SourceKind.FEED_FILE, "/news/page.xml")
    assert not isinstance(parse(source, RawDocument(html, "file:///news/page.xml", None, Validators())), WebPage)


@pytest.mark.parametrize("html", ["<html>" + "<a href=x>" * 50_000, "<html><link rel=alternate" * 20_000, "<html>\0<a"])
def test_a_broken_page_is_read_as_far_as_it_goes(html: str) -> None:
    assert read(html).declared == ()


def test_a_page_is_known_without_the_parser_for_broken_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(universal, "read_any_feed", lambda text: pytest.fail("this takes minutes for a large page"))
    assert read("<!doctype html><html><body>" + "<div>" * 1000).declared == ()


def test_a_feed_in_a_page_is_read_as_a_feed() -> None:
    body = b"<html><rss version='2.0'><channel><title>Wire</title><item><title>Offer</title></item></channel></rss>"
    parsed = parse(Source(SourceKind.URL, PAGE), RawDocument(body, PAGE, None, Validators()))
    assert isinstance(parsed, ParsedFeed)
    assert parsed.title == "Wire"


def test_a_page_that_is_nested_without_end_declares_its_feeds() -> None:
    link = '<link rel=alternate type="application/rss+xml" href="/feed">'
    assert declared(link + "<div>" * 100_000) == ["https://example.org/feed"]


def test_comments_without_end_are_no_page() -> None:
    assert not is_web_page("<!--" * 25_000)
