"""Two lanes, one result: what the fast lane takes, it reads as feedparser does."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.body import RawBody
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedFeed
from reader.parse.fast.lane import read_fast
from reader.parse.feeds import document_text, finish
from reader.parse.jsonfeed import is_json_feed
from reader.parse.universal import read_any_feed
from tests.shown import shown_html

URL = "https://feeds.example/news/feed.xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss/",
        "prism": "http://prismstandard.org/namespaces/basic/2.0/",
        "slash": "http://purl.org/rss/1.0/modules/slash/",
        "sy": "http://purl.org/rss/1.0/modules/syndication/",
        "own": "https://port.example/ns",
    }.items()
)


def fast(text: str) -> ParsedFeed | None:
    read = read_fast(text)
    return _as_shown(finish(read, URL)) if read else None


def universal(text: str) -> ParsedFeed | None:
    read = read_any_feed(text)
    return _as_shown(finish(read, URL)) if read else None


def _as_shown(feed: ParsedFeed) -> ParsedFeed:
    """Give a feed with the bodies made safe: the lanes may write namespaces within XHTML differently."""
    entries = (
        replace(entry, content=replace(entry.content, body=RawBody(shown_html(entry.content))))
        for entry in feed.entries
    )
    return replace(feed, entries=tuple(entries))


def test_both_lanes_read_the_same_in_the_whole_collection(shared: Path) -> None:
    taken = {path: read for path, text in _documents(shared).items() if (read := fast(text))}
    differing = [path for path, text in _documents(shared).items() if path in taken and taken[path] != universal(text)]
    assert differing == []


def test_nine_in_ten_well_formed_feeds_of_the_collection_go_fast(shared: Path) -> None:
    well_formed = {path: text for path, text in _documents(shared).items() if _is_well_formed(text)}
    taken = [path for path, text in well_formed.items() if read_fast(text)]
    share = len(taken) / len(well_formed)
    print(f"the fast lane takes {len(taken)} of {len(well_formed)} well-formed feeds ({share:.0%})")
    assert share >= 0.9


def _documents(shared: Path) -> dict[str, str]:
    texts = {
        f"{path.parent.name}/{path.name}": document_text(path.read_bytes(), None)
        for path in sorted((shared / "corpus").glob("*/*"))
    }
    return {path: text for path, text in texts.items() if not is_json_feed(text)}


def _is_well_formed(text: str) -> bool:
    text = text.lstrip("\ufeff \n")
    try:
        ElementTree.fromstring(text[text.find("?>") + 2 :] if text.startswith("<?xml") else text)
    except ElementTree.ParseError:
        return False
    return True


WORDS = st.sampled_from(
    (
        *("Harbour", "a & b", "x < y", "", "  padded ", "Größe", "Ã©tÃ©", "Łódź", "it\x92s", "&#8217;", "<i>so</i>"),
        *("<p>One</p><p>Two</p>", "the <b> tag", "&lt;b&gt;", "line\nline", "a&amp;b", "</title>", "5 €", "日本"),
    )
)
ADDRESSES = st.sampled_from(
    (
        *(
            "https://port.example/1",
            "https://port.example/2?a=1&b=2",
            "/relative",
            "../up",
            "",
            "http:////twice.example/",
        ),
        *(
            "tag:port.example,2020:1",
            "12345",
            "mailto:a@port.example",
            "javascript:alert(1)",
            "https://port.example/a b",
        ),
        "https://port.example/?a=1&amp;b;=2",
    )
)
DATES = st.sampled_from(
    ("Mon, 23 Nov 2020 14:05:00 +0100", "2020-11-23T14:05:00Z", "lun, 23 nov 2020 14:05:00", "soon", "", "0001-01-01")
)
PEOPLE = st.sampled_from(
    (
        "A. Writer",
        "desk@port.example (A. Writer)",
        "A. Writer <a@port.example>",
        "a@port.example",
        "",
        "A, B & C",
        "(a)",
    )
)
TYPES = st.sampled_from(
    ("", ' type="text"', ' type="html"', ' type="text/html"', ' type="xhtml"', ' type="text/plain"')
)


def _written(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _leaf(names: tuple[str, ...], texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, text: f"<{name}>{_written(text)}</{name}>", st.sampled_from(names), texts)


def _typed(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    escaped = st.builds(
        lambda name, kind, text: f"<{name}{kind}>{_written(text)}</{name}>", st.sampled_from(names), TYPES, WORDS
    )
    inline = st.builds(
        lambda name, text: (
            f'<{name} type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{_written(text)}<br/>'
            f'<a href="x" title="&lt;">y</a></p></div></{name}>'
        ),
        st.sampled_from(names),
        WORDS,
    )
    plain = st.builds(lambda name, text: f"<{name}><p>{_written(text)}</p></{name}>", st.sampled_from(names), WORDS)
    return st.one_of(escaped, escaped, inline, plain)


def _attributes(names: tuple[str, ...], values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    chosen = st.dictionaries(st.sampled_from(names), values, max_size=3)
    return chosen.map(lambda given: "".join(f' {name}="{_written(value)}"' for name, value in given.items()))


LINKS = st.builds(
    lambda rel, kind, more: f"<link{rel}{kind}{more}/>",
    st.sampled_from(("", ' rel="alternate"', ' rel="self"', ' rel="enclosure"', ' rel="replies"', ' REL="Alternate"')),
    st.sampled_from(("", ' type="text/html"', ' type="audio/mpeg"', ' type="html"')),
    _attributes(("href", "length", "title"), ADDRESSES),
)
MEDIA = st.recursive(
    st.one_of(
        _typed(("media:title", "media:description")),
        _leaf(("media:keywords", "media:credit", "media:category"), WORDS),
        st.builds(
            lambda name, more: f"<{name}{more}/>",
            st.sampled_from(("media:content", "media:thumbnail", "media:description")),
            _attributes(("url", "type", "medium", "fileSize", "duration"), ADDRESSES | st.just("video/mp4")),
        ),
    ),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(("media:group", "media:content")),
        st.lists(inner, max_size=3),
    ),
    max_leaves=4,
)
PARTS = st.one_of(
    _typed(("title", "dc:title", "title", "title")),
    _typed(("description", "summary", "content", "content:encoded", "itunes:summary", "dc:description", "abstract")),
    _leaf(("link", "comments"), ADDRESSES),
    LINKS,
    st.builds(
        lambda more, text: f"<guid{more}>{_written(text)}</guid>",
        st.sampled_from(("", "", ' isPermaLink="false"', ' isPermaLink="true"', ' ispermalink="false"')),
        ADDRESSES,
    ),
    _leaf(("id",), ADDRESSES),
    _leaf(("pubDate", "published", "updated", "dc:date", "dcterms:modified", "created", "issued", "date"), DATES),
    _leaf(("author", "dc:creator", "itunes:author"), PEOPLE),
    st.builds(
        lambda name, email: f"<author><name>{_written(name)}</name><email>{_written(email)}</email></author>",
        PEOPLE,
        PEOPLE,
    ),
    _leaf(("category", "dc:subject", "itunes:keywords", "keywords"), WORDS),
    st.builds(
        lambda more, text: f"<category{more}>{_written(text)}</category>",
        _attributes(("term", "label", "scheme", "domain"), WORDS),
        WORDS,
    ),
    _leaf(("prism:section", "itunes:duration", "own:thing", "slash:comments", "thing", "itunes:subtitle"), WORDS),
    st.builds(
        lambda more: f"<enclosure{more}/>", _attributes(("url", "type", "length"), ADDRESSES | st.just("audio/mpeg"))
    ),
    st.builds(
        lambda href, text: f'<source url="{_written(href)}">{_written(text)}</source>',
        ADDRESSES,
        WORDS,
    ),
    st.builds(
        lambda href, text, more: f"<source><id>{_written(href)}</id><title>{_written(text)}</title>{more}</source>",
        ADDRESSES,
        WORDS,
        LINKS | st.just(""),
    ),
    MEDIA,
    _leaf(("ttl", "sy:updatePeriod", "sy:updateFrequency"), st.sampled_from(("60", "", "hourly", "2"))),
    st.sampled_from(
        (
            '<itunes:image href="https://port.example/p.jpg"/>',
            "<image><url>https://port.example/i.png</url><title>Picture</title><link>https://port.example/</link></image>",
            "<own:box><own:inner>x</own:inner></own:box>",
            "<own:box><title>x</title></own:box>",
            "<!-- a comment -->",
            "<item><title>nested</title></item>",
        )
    ),
)
BASES = st.sampled_from(("", "", "", ' xml:base="https://base.example/a/"', ' xml:base="sub/"'))
ENTRIES = st.lists(st.tuples(BASES, st.lists(PARTS, max_size=7).map("".join)), max_size=3)


def _feed(root: str, base: str, about: str, entries: list[tuple[str, str]]) -> str:
    name = "entry" if root == "feed" else "item"
    items = "".join(f"<{name}{inner}>{parts}</{name}>" for inner, parts in entries)
    match root:
        case "feed":
            return f'<feed xmlns="http://www.w3.org/2005/Atom" {NAMESPACES}{base}>{about}{items}</feed>'
        case "rss":
            return f'<rss version="2.0" {NAMESPACES}{base}><channel>{about}{items}</channel></rss>'
        case _:
            return (
                '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
                f"{NAMESPACES}{base}><channel>{about}</channel>{items}</rdf:RDF>"
            )


FEEDS = st.builds(
    _feed, st.sampled_from(("feed", "rss", "rdf")), BASES, st.lists(PARTS, max_size=4).map("".join), ENTRIES
)


@given(FEEDS)
@settings(max_examples=300, deadline=None)
def test_both_lanes_read_the_same_in_any_feed(text: str) -> None:
    read = fast(text)
    if read is not None:
        assert read == universal(text)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>',
        "<rss><channel><title>a &eacute; b</title></channel></rss>",
        "<rss><channel><title>cut",
        "<rss><channel><item><title>a</title><item><title>b</title></item></item></channel></rss>",
        "<html><body>hello</body></html>",
        "<rss><channel><contributor><link>https://port.example/</link></contributor></channel></rss>",
        "<rss><channel><title>&#1;</title></channel></rss>",
        "",
        "\ud800",
        f"<rss><channel><item><content type='xhtml'>{'<b>' * 5000}{'</b>' * 5000}</content></item></channel></rss>",
    ],
)
def test_what_could_be_read_in_two_ways_is_declined(text: str) -> None:
    assert read_fast(text) is None


def test_a_feed_of_each_kind_goes_fast() -> None:
    kinds = {
        root: fast(_feed(root, "", "<title>t</title>", [("", "<title>x</title>")])) for root in ("feed", "rss", "")
    }
    assert [feed and feed.kind for feed in kinds.values()] == [FeedKind.ATOM, FeedKind.RSS, FeedKind.RDF]
