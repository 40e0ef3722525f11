"""Lists of feeds in OPML: what all sorts of programs write, what is left of a broken one, and our own."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.outcome import Failed
from reader.model.subscription import Subscription, SubscriptionList, folder_names, folder_path
from reader.parse.opml import read_opml
from reader.parse.opmldocument import write_opml
from reader.text.safe import safe_line

DAMAGED = "the list is damaged in line 1; what could be read was taken"
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


def read(markup: str | bytes) -> SubscriptionList:
    found = read_opml(markup if isinstance(markup, bytes) else markup.encode())
    assert isinstance(found, SubscriptionList)
    return found


def addresses(markup: str | bytes) -> list[str]:
    return [one.address for one in read(markup).subscriptions]


def only(markup: str | bytes) -> Subscription:
    (subscription,) = read(markup).subscriptions
    return subscription


def test_a_list_as_the_specification_has_it() -> None:
    found = read(
        """<?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0"><head><title>Mine</title></head><body>
          <outline text="News" title="News"><outline text="World">
            <outline type="rss" text="My post" title="Port Post" xmlUrl="https://post.example/feed?a=1&amp;b=2"
              htmlUrl="https://post.example/"/>
          </outline></outline>
          <outline text="Notes" type="rss" xmlUrl="http://notes.example/rss"/>
        </body></opml>"""
    )

    assert found.subscriptions == (
        Subscription(
            "https://post.example/feed?a=1&b=2", "Port Post", "My post", "News/World", "https://post.example/"
        ),
        Subscription("http://notes.example/rss", None, "Notes"),
    )
    assert (found.refused, found.problems) == ((), ())


@pytest.mark.parametrize(
    "attributes",
    [
        'xmlUrl="http://a.example/"',
        'xmlURL=" http://a.example/ "',
        'XMLURL="http://a.example/"',
        'feedUrl="http://a.example/"',
        'type="rss" url="http://a.example/"',
        'type="Atom" URL="http://a.example/"',
    ],
)
def test_an_address_stands_under_many_names(attributes: str) -> None:
    assert addresses(f"<OPML><Body><Outline Text='x' {attributes}/></Body></OPML>") == ["http://a.example/"]


@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ('text="Port"', "Port"),
        ('title="Port"', "Port"),
        ('TEXT="Port" title="Post"', "Port"),
        ('text="Port &amp;amp; Post &#8217;"', "Port & Post ’"),
        ('text="Caf&eacute; &nbsp; &amp; Bar"', "Café & Bar"),
        ('text="Tom & Jerry"', "Tom & Jerry"),
        ('text="a\n  b\u202e"', "a b"),
        ("", "http://a.example/"),
    ],
)
def test_a_feed_keeps_the_name_it_had_in_the_other_program(attributes: str, name: str) -> None:
    assert only(f'<opml><body><outline {attributes} xmlUrl="http://a.example/"/></body></opml>').name == name


@pytest.mark.parametrize(
    ("category", "folder"),
    [("News", "News"), ("/News/World,/Port", "News/World"), (" , /,Port", "Port"), ("", None)],
)
def test_a_category_is_the_folder_of_a_feed_that_lies_in_none(category: str, folder: str | None) -> None:
    outline = f'<outline text="x" category="{category}" xmlUrl="http://a.example/"/>'

    assert only(f"<opml><body>{outline}</body></opml>").folder == folder
    assert only(f'<opml><body><outline text="F">{outline}</outline></body></opml>').folder == "F"


def test_feeds_below_a_feed_lie_beside_it_and_slashes_in_names_part_no_folders() -> None:
    found = read(
        """<opml><body><outline text="TV/Radio"><outline text="a" xmlUrl="http://a.example/">
        <outline text="b" xmlUrl="http://b.example/"/></outline></outline></body></opml>"""
    )

    assert [folder_names(one.folder) for one in found.subscriptions] == [("TV/Radio",), ("TV/Radio",)]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<opml><body><outline xmlUrl="http://a.example/"/><outline xmlUrl="http://b.exam', ["http://a.example/"]),
        ('<opml><body><outline xmlUrl="http://a.example/"/><outline text="b', ["http://a.example/"]),
        ('<opml><body><outline text="F"><outline xmlUrl="http://a.example/"/></body></opml>', ["http://a.example/"]),
        (
            '<opml><body><outline text="a < b" xmlUrl="http://a.example/"/><outline xmlUrl="http://b.example/"/></body></opml>',
            ["http://a.example/", "http://b.example/"],
        ),
    ],
)
def test_a_broken_list_gives_what_can_be_had_and_says_so(markup: str, found: list[str]) -> None:
    assert addresses(markup) == found
    assert read(markup).problems == (DAMAGED,)


@pytest.mark.parametrize(
    "markup",
    [
        '<body><outline xmlUrl="http://a.example/?x=1&copy=2&amp;y=3"/></body>',
        '<?xml version="1.0"?><!-- a --><?b c?><opml><!-- d --><outline xmlUrl="http://a.example/?x=1&copy=2&y=3"/></opml>',
        '\ufeff \n<?xml version="1.0"?><opml><outline xmlUrl="http://a.example/?x=1&copy=2&y=3"/></opml>',
        '<opml><body><outline other:x="1" xmlUrl="http://a.example/?x=1&copy=2&y=3"/></body></opml>',
    ],
)
def test_what_is_only_careless_is_no_damage(markup: str) -> None:
    assert addresses(markup) == ["http://a.example/?x=1&copy=2&y=3"]
    assert read(markup).problems == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("declared", ["", 'encoding="UTF-16"', 'encoding="iso-8859-1"', 'encoding="none-such"'])
def test_no_encoding_is_believed_that_makes_no_sense(encoding: str, declared: str) -> None:
    markup = (
        f'<?xml version="1.0" {declared}?><opml><body><outline text="Bücher für Mädchen"'
        ' xmlUrl="http://a.example/"/></body></opml>'
    )

    assert only(markup.encode(encoding)).name == "Bücher für Mädchen"


def test_what_is_no_feed_is_told_unless_it_is_a_folder() -> None:
    found = read(
        """<opml><body><outline text="Empty folder"/><outline text="Nothing" type="rss"/>
        <outline text="No address" xmlUrl=" "/><outline text="Others" type="include" url="http://a.example/b.opml"/>
        </body></opml>"""
    )

    assert found.subscriptions == ()
    assert [(one.name, one.reason.split(" ")[2]) for one in found.refused] == [
        ("Nothing", "no"),
        ("No address", "no"),
        ("Others", "a"),
    ]


@pytest.mark.parametrize("body", [b"", b"{}", b"\0\1\2", b"<rss><channel/></rss>", b"<html><p>x", b"plain text"])
def test_what_is_no_list_is_said_to_be_none(body: bytes) -> None:
    assert isinstance(read_opml(body), Failed)


def test_an_empty_list_is_one() -> None:
    assert read("<opml version='1.0'><head/><body/></opml>") == SubscriptionList(())


def test_entities_neither_grow_nor_read_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("very secret")
    files = f'<!ENTITY f SYSTEM "{secret.as_uri()}"><!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;'
    doctype = f'<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa">{ENTITIES}{files}]>'
    outlines = '<outline text="&j;" xmlUrl="http://a.example/&f;"/><outline text="x">&f;&j;</outline>'

    (one,) = read(f"{doctype}<opml><body>{outlines}</body></opml>").subscriptions

    assert (one.address, one.own_title) == ("http://a.example/&f;", "&j;")


def test_folders_in_folders_without_end_lose_only_what_lies_in_them() -> None:
    deep = '<outline text="n">' * 100_000

    markup = f'<opml><body><outline xmlUrl="http://a.example/"/>{deep}<outline xmlUrl="http://b.example/"/>'

    assert addresses(markup) == ["http://a.example/"]
    assert read(markup).problems == (DAMAGED,)


def test_control_characters_come_into_no_title() -> None:
    markup = (
        '<opml><body><outline text="a\x1b[31m\x00\x9b b&#27;&#x9b;&amp;#27;" xmlUrl="http://a.example/"/></body></opml>'
    )

    assert only(markup).name.isprintable()


titles = st.text(max_size=20).map(lambda text: safe_line(text) or None)
folders = st.lists(st.text("AB/ ∕", max_size=3), max_size=3).map(lambda names: folder_path(tuple(names)))
hosts = st.integers(0, 10**9).map(lambda number: f"https://h{number}.example/?a=1&b=<{number}>")


sites = st.none() | st.just("https://s.example/")
numbers = st.none() | st.integers(0, 10**9 - 1)


@given(st.lists(st.builds(Subscription, hosts, titles, titles, folders, sites, numbers, numbers, st.booleans())))
def test_our_own_list_gives_back_what_was_written(subscriptions: list[Subscription]) -> None:
    found = read(write_opml(subscriptions, datetime(2026, 5, 4, tzinfo=UTC)))

    assert sorted(found.subscriptions, key=repr) == sorted(subscriptions, key=repr)
    assert found.problems == ()


def test_a_title_that_looks_like_a_password_is_none() -> None:
    titled = Subscription("https://a.example/", None, "Ann:x@y.example")

    assert read(write_opml([titled], datetime(2026, 5, 4, tzinfo=UTC))).subscriptions == (titled,)


@pytest.mark.parametrize("number", ["-1", "1e3", "", "9" * 10, "٣"])
def test_a_setting_that_is_no_number_is_none(number: str) -> None:
    outline = f'<outline text="A" xmlUrl="http://a.example/" n:interval="{number}" n:keep="{number}"/>'
    found = only(f'<opml xmlns:n="https://newsreader.invalid/opml"><body>{outline}</body></opml>')
    assert (found.interval, found.keep, found.paused) == (None, None, False)


def test_our_own_list_is_what_other_programs_expect() -> None:
    feeds = [
        Subscription("https://a.example/?x=1&y=2", "Port Post", "Mine", "A/B", "https://a.example/"),
        Subscription("https://me:pw@b.example/", None, None, None),
    ]

    written = write_opml(feeds, datetime(2026, 5, 4, tzinfo=UTC)).decode()

    assert "<dateCreated>Mon, 04 May 2026 00:00:00 GMT</dateCreated>" in written
    assert '<outline text="A" title="A">\n      <outline text="B" title="B">\n' in written
    assert 'text="Mine" title="Port Post"' in written
    assert 'text="https://b.example/"' in written


def test_a_path_of_folders_gives_its_names_back() -> None:
    assert folder_path((" A ", "", "TV/Radio")) == "A/TV∕Radio"
    assert folder_names("A/TV∕Radio") == ("A", "TV/Radio")
    assert (folder_path(()), folder_path(("", " "))) == (None, None)
    assert folder_names(None) == ()


PIECES = st.sampled_from(
    [
        *(
            "<opml>",
            "</opml>",
            "<body>",
            "<outline",
            "<Outline ",
            "</outline>",
            "/>",
            ">",
            "<",
            "&",
            "&#0;",
            "&#xD800;",
        ),
        *(
            ' text="a"',
            " xmlUrl='http://a.example/'",
            ' type="rss"',
            " category=','",
            ' xmlns="x"',
            "<!--",
            "-->",
            "]]>",
        ),
        *("<![CDATA[", "<?xml version='1.0'?>", "<!DOCTYPE x [", "\0", "\ud800", "\ufeff", "ä", "\x1b[31m", "\n"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_garbage_is_an_obstacle(markup: str) -> None:
    found = read_opml(markup.encode("utf-8", "surrogatepass"))

    if isinstance(found, SubscriptionList):
        assert all(one.name.isprintable() for one in found.subscriptions)
        assert all(one.name.isprintable() for one in found.refused)


@given(st.binary(max_size=200))
def test_no_bytes_are_an_obstacle(body: bytes) -> None:
    read_opml(body)
    read_opml(b"<opml><outline xmlUrl='http://a.example/' text='" + body)
