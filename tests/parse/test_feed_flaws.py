"""What publishers do to their feeds, and what is to come of it, by whichever lane."""

from collections.abc import Callable

import pytest

from reader.model.article import ArticleContent, Enclosure, Origin
from reader.model.parsed import ParsedFeed
from reader.parse.fast.lane import read_fast
from reader.parse.feeds import finish
from reader.parse.universal import read_any_feed
from tests.shown import shown_html, shown_text

URL = "https://feeds.example/news/feed.xml"
MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
STORY = "&lt;p&gt;The story itself.&lt;/p&gt;"

Read = Callable[[str], ParsedFeed]


@pytest.fixture(params=[read_fast, read_any_feed], ids=["fast", "universal"])
def read(request: pytest.FixtureRequest) -> Read:
    """Read by one lane, then by the other."""

    def parsed(text: str) -> ParsedFeed:
        feed = request.param(text)
        assert feed is not None
        return finish(feed, URL)

    return parsed


def _item(read: Read, inside: str, more: str = MEDIA) -> ArticleContent:
    (entry,) = read(f'<rss version="2.0" {more}><channel><item>{inside}</item></channel></rss>').entries
    return entry.content


def _entry(read: Read, inside: str) -> ArticleContent:
    (entry,) = read(f'<feed xmlns="http://www.w3.org/2005/Atom" {MEDIA}><entry>{inside}</entry></feed>').entries
    return entry.content


CAPTION = (
    "<media:description>A much longer caption that tells what the photograph shows, and who took it."
    "</media:description>"
)


@pytest.mark.parametrize(
    "inside",
    [
        f"<description>{STORY}</description><media:content url='https://a.example/p.jpg'>{CAPTION}</media:content>",
        f"<media:content url='https://a.example/p.jpg'>{CAPTION}</media:content><description>{STORY}</description>",
        f"{CAPTION}<description>{STORY}</description>",
        f"<description>{STORY}</description><media:group>{CAPTION}</media:group><media:description/>",
    ],
)
def test_a_caption_never_takes_the_place_of_the_story(read: Read, inside: str) -> None:
    content = _item(read, f"<title>x</title>{inside}")
    assert (shown_text(content), content.summary) == ("The story itself.", "The story itself.")


def test_a_caption_is_the_story_where_there_is_no_other(read: Read) -> None:
    caption = "<media:group><media:description>What is seen.</media:description></media:group>"
    assert shown_text(_entry(read, f"<title>x</title>{caption}")) == "What is seen."


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("It&amp;#8217;s", "It’s"),
        ("It&amp;amp;#8217;s", "It&#8217;s"),
        ("&lt;i&gt;Titanic&lt;/i&gt; found", "Titanic found"),
        ("&amp;lt;i&amp;gt;Titanic&amp;lt;/i&amp;gt; found", "Titanic found"),
        ("Why the &lt;b&gt; tag is bad", "Why the <b> tag is bad"),
        ("a &lt; b", "a < b"),
        ("AT&amp;T", "AT&T"),
        ("<![CDATA[Cats &amp; <em>dogs</em>]]>", "Cats & dogs"),
    ],
)
def test_a_title_is_text(read: Read, written: str, title: str) -> None:
    assert _item(read, f"<title>{written}</title>").title == title


def test_a_media_title_is_none_of_the_article(read: Read) -> None:
    content = _item(read, "<media:group><media:title>a.jpg</media:title></media:group><title>Harbour</title>")
    assert content.title == "Harbour"


def test_what_comes_with_an_article_is_kept(read: Read) -> None:
    content = _item(
        read,
        "<title>x</title><comments>/talk</comments><source url='https://wire.example/feed'>The wire</source>"
        "<enclosure url='/a.mp3' type='Audio/MPEG' length='1200'/><enclosure url='/a.mp3'/>"
        "<enclosure url='/b.pdf' length='x'/>"
        "<media:content url='https://a.example/v.mp4' type='video/mp4' duration='90' fileSize='7'/>"
        "<media:content url='https://a.example/p.jpg' medium='image'/><media:thumbnail url='https://a.example/s.jpg'/>"
        "<author>desk@port.example (A. Writer)</author><category>harbour</category><category>Harbour</category>",
    )
    assert content.enclosures == (
        Enclosure("https://feeds.example/a.mp3", "audio/mpeg", 1200),
        Enclosure("https://feeds.example/b.pdf"),
        Enclosure("https://a.example/v.mp4", "video/mp4", 7, 90),
    )
    assert content.comments == "https://feeds.example/talk"
    assert content.origin == Origin("The wire", "https://wire.example/feed")
    assert content.thumbnail == "https://a.example/s.jpg"
    assert (content.author, content.tags) == ("A. Writer", ("harbour",))


def test_an_episode_has_a_playing_time_and_a_picture(read: Read) -> None:
    content = _item(
        read,
        "<title>x</title><enclosure url='https://a.example/1.mp3' type='audio/mpeg'/>"
        "<itunes:duration>1:02:03</itunes:duration>"
        "<itunes:image href='https://a.example/cover.jpg'/><itunes:author>A, B &amp; C</itunes:author>",
        ITUNES,
    )
    assert content.enclosures == (Enclosure("https://a.example/1.mp3", "audio/mpeg", None, 3723),)
    assert (content.thumbnail, content.author) == ("https://a.example/cover.jpg", "A, B & C")


def test_an_atom_entry_keeps_all_of_that(read: Read) -> None:
    content = _entry(
        read,
        "<title>x</title><link href='/x'/>"
        "<link rel='enclosure' href='/a.mp3' type='audio/mpeg' length='5' title='Listen'/>"
        "<link rel='replies' type='text/html' href='/x#talk'/>"
        "<author><name>A</name></author><author><name>B</name></author>"
        "<source><title>Wire</title><link href='https://wire.example/'/></source><category term='a' label='Harbour'/>",
    )
    assert content.enclosures == (Enclosure("https://feeds.example/a.mp3", "audio/mpeg", 5, title="Listen"),)
    assert content.comments == "https://feeds.example/x#talk"
    assert content.origin == Origin("Wire", "https://wire.example/")
    assert (content.author, content.tags) == ("A, B", ("Harbour",))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "", "http://"])
def test_no_unsafe_address_is_kept(read: Read, address: str) -> None:
    content = _item(
        read,
        f"<title>x</title><enclosure url='{address}'/><comments>{address}</comments><source url='{address}'/>"
        f"<media:thumbnail url='{address}'/><link>{address}</link>",
    )
    kept = (content.enclosures, content.origin, content.thumbnail)
    assert kept == ((), None, None)
    assert content.link is None
    assert content.comments is None


def test_addresses_are_relative_to_the_base_around_them(read: Read) -> None:
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title>x</title>'
        '<entry xml:base="b/">'
        '<title>y</title><id>i</id><link href="c"/>'
        '<content type="html" xml:base="d/">&lt;a href="e"&gt;e&lt;/a&gt;</content>'
        "</entry></feed>"
    )
    (entry,) = feed.entries
    assert entry.content.link == "https://base.example/a/b/c"
    assert 'href="https://base.example/a/b/d/e"' in shown_html(entry.content)


def test_a_cdf_channel_is_read(read: Read) -> None:
    feed = read(
        '<CHANNEL HREF="https://a.example/"><TITLE>Old news</TITLE>'
        '<ITEM HREF="https://a.example/1" LASTMOD="2001-02-03T04:05">'
        "<TITLE>First</TITLE><ABSTRACT>Short.</ABSTRACT></ITEM></CHANNEL>"
    )
    (entry,) = feed.entries
    assert (feed.kind.value, feed.title, feed.site) == ("cdf", "Old news", "https://a.example/")
    assert (entry.key, entry.content.title, shown_text(entry.content)) == ("https://a.example/1", "First", "Short.")
    assert str(entry.content.updated_at) == "2001-02-03 04:05:00+00:00"


def test_a_feed_in_rdf_that_also_knows_atom_is_rdf(read: Read) -> None:
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel><item rdf:about="https://a.example/1">'
        "<title>One</title></item></rdf:RDF>"
    )
    assert (feed.kind.value, feed.entries[0].key) == ("rdf", "https://a.example/1")


def test_line_breaks_of_xhtml_are_not_doubled(read: Read) -> None:
    content = _entry(
        read,
        '<title>x</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one<br/>two</p></div></content>',
    )
    assert (shown_html(content), shown_text(content)) == ("<p>one<br>two</p>", "one\ntwo")


def test_an_item_in_an_item_counts_once() -> None:
    items = "<item><title>a</title><item><title>b</title></item></item><item><title>c</title></item>"
    read = read_any_feed(f"<rss><channel>{items}</channel></rss>")
    assert read is not None
    assert [entry.content.title for entry in finish(read, URL).entries] == ["a", "b", "c"]


SYNDICATION = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("<ttl>60</ttl>", 3600),
        ("<ttl> 5 </ttl>", 300),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>999999</ttl>", 366 * 24 * 3600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 3600),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 21_600),
        ("<sy:updatePeriod>often</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", None),
        ("<sy:updateFrequency>4</sy:updateFrequency>", None),
        ("<ttl>1</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 60),
        ("", None),
    ],
)
def test_a_feed_says_how_often_it_wants_to_be_asked(read: Read, written: str, seconds: int | None) -> None:
    assert read(f'<rss version="2.0" {SYNDICATION}><channel>{written}</channel></rss>').interval == seconds
