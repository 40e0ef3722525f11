import pickle
from datetime import UTC, datetime
from html import unescape
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import ArticleContent
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedFeed
from reader.model.raw import Fingerprint, RawFile, RawFiles
from reader.model.source import Source, SourceKind
from reader.parse.parsing import parse
from reader.text.safe import safe_text
from tests.shown import shown_html, shown_text

MODIFIED_AT = datetime(2020, 2, 2, 20, 20, tzinfo=UTC)
NEWS = """World

Harbour strike enters day three

July 9, 2021

The cranes of the harbour stopped at six on Monday morning."""


def _raw(key: str, body: str | bytes, modified_at: datetime = MODIFIED_AT) -> RawFile:
    body = body.encode() if isinstance(body, str) else body
    return RawFile(key, f"/home/me/notes/{key}", body, modified_at, Fingerprint(len(body), 0, ""))


def _parse(kind: SourceKind, *files: RawFile) -> ParsedFeed:
    parsed = parse(Source(kind, "/home/me/notes"), RawFiles(files))
    assert isinstance(parsed, ParsedFeed)
    return parsed


def _content(key: str, body: str | bytes, modified_at: datetime = MODIFIED_AT) -> ArticleContent:
    (entry,) = _parse(SourceKind.TEXT_FILE, _raw(key, body, modified_at)).entries
    return entry.content


def test_a_folder_is_a_feed_of_its_files() -> None:
    parsed = _parse(
        SourceKind.FOLDER, _raw("a.txt", "Text A"), _raw("deep/b.md", "Text B"), _raw("c.html", "<p>Text C")
    )
    assert (parsed.kind, parsed.title, parsed.site) == (FeedKind.FOLDER, "notes", None)
    assert [(entry.key, entry.content.guid, shown_text(entry.content)) for entry in parsed.entries] == [
        ("a.txt", "a.txt", "Text A"),
        ("deep/b.md", "deep/b.md", "Text B"),
        ("c.html", "c.html", "Text C"),
    ]
    assert pickle.loads(pickle.dumps(parsed)) == parsed


def test_a_text_file_is_a_feed_of_one_article() -> None:
    assert _parse(SourceKind.TEXT_FILE, _raw("a.txt", "Text")).kind is FeedKind.TEXT


def test_the_date_is_that_of_the_text_else_that_of_the_file() -> None:
    assert _content("a.txt", NEWS).published_at == datetime(2021, 7, 9, tzinfo=UTC)
    assert _content("a.txt", NEWS.replace("July", "Updated July")).published_at == datetime(2021, 7, 9, tzinfo=UTC)
    assert _content("a.txt", "A note").published_at == MODIFIED_AT
    assert _content("a.txt", "A note", datetime(1970, 1, 1, tzinfo=UTC)).published_at is None


@pytest.mark.parametrize("name", ["my_plans.txt", "my_plans.md", "my_plans.html", "deep/my_plans.TXT"])
@pytest.mark.parametrize("body", ["", "\n\n", "..."])
def test_a_file_without_a_title_has_that_of_its_name(name: str, body: str) -> None:
    assert _content(name, body).title == PurePosixPath(name).stem


def test_a_file_name_that_is_nothing_safe_still_gives_a_title() -> None:
    assert _content("\u202e.txt", "").title


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encodings_make_no_difference(newline: str, encoding: str) -> None:
    text = NEWS.replace("cranes", "Kräne").replace("\n", f"  {newline}")
    assert _content("a.txt", text.encode(encoding)) == _content("a.txt", NEWS.replace("cranes", "Kräne"))


def test_a_note_keeps_all_its_text() -> None:
    note = "Meeting\n\nWe met at noon.\n\nAdvertisement\n\nBob said <b>yes</b> & left.\n\nShare this"
    content = _content("a.txt", note)
    assert content.title == "Meeting"
    assert shown_text(content) == note
    assert content.summary == "We met at noon. Advertisement Bob said <b>yes</b> & left. Share this"


def test_a_first_line_that_is_too_long_is_no_title() -> None:
    assert _content("a.txt", "long " * 40 + "\n\nMore.").title == "a"


@pytest.mark.parametrize("data", ["title: [", "title: {a: *b}", "- a list", "just text", "[" * 2000])
def test_front_matter_that_is_no_data_stays_in_the_text(data: str) -> None:
    assert data[:5] in unescape(shown_text(_content("a.md", f"---\n{data}\n---\n\nText")))


@pytest.mark.parametrize(
    ("below", "title"), [("# The plan\n\nText", "The plan"), ("The *plan*\n\nText", "The plan"), ("x" * 200, "a")]
)
def test_below_front_matter_that_cannot_be_read_stands_the_title(below: str, title: str) -> None:
    content = _content("a.md", f"---\ntitle: Ships: and <cranes>\n---\n{below}")
    assert content.title == title
    assert shown_html(content).startswith("<pre>title: Ships: and &lt;cranes&gt;</pre>\n<p>")


@pytest.mark.parametrize("data", ["servings: 4\ningredients: flour and salt", "Note: remember this", "draft: false"])
def test_front_matter_of_which_nothing_is_understood_is_shown(data: str) -> None:
    content = _content("a.md", f"---\n{data}\n---\n# Bread\n\nKnead it.")
    assert content.title == "Bread"
    assert shown_html(content) == f"<pre>{data}</pre>\n<p>Knead it.</p>"


def test_front_matter_of_which_something_is_understood_is_not_shown() -> None:
    content = _content("a.md", "---\ntags: food\nservings: 4\n---\nKnead it.")
    assert (content.tags, shown_html(content)) == (("food",), "<p>Knead it.</p>")


LONG = "word " * 300 + "end"


@pytest.mark.parametrize("written", [f"# {LONG}", f"### {LONG}", f"{LONG}\n---", f"{LONG}\n==="])
def test_a_heading_that_is_too_long_for_a_title_stays_in_the_text(written: str) -> None:
    assert shown_text(_content("a.md", f"{written}\n\nBelow.")) == f"{LONG}\n\nBelow."


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# The [port](https://example.org/port)", "The port"),
        ("## The [port][1]", "The port"),
        ("The ![port](https://example.org/port)\n---", "The port"),
        ("# <https://example.org/port>", "https://example.org/port"),
    ],
)
def test_a_heading_with_a_link_or_an_image_is_the_title_and_stays_in_the_text(heading: str, title: str) -> None:
    content = _content("a.md", f"{heading}\n\nBelow.\n\n[1]: https://example.org/port")
    assert content.title == title
    assert shown_text(content).split() == [*title.split(), "Below."]
    assert '="https://example.org/port"' in shown_html(content)


def test_a_wrong_value_in_front_matter_costs_only_itself() -> None:
    content = _content(
        "a.md", "---\ntitle: A title\ndate: 2021-13-45\ntags: {a: b}\nauthor: [1, [2], {name: N}]\n---\nText"
    )
    assert (content.title, content.published_at, content.tags, content.author) == ("A title", MODIFIED_AT, (), "1, N")


def test_an_alias_bomb_in_front_matter_stays_small() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a]\n" for n in range(50))
    content = _content("a.md", f"---\n{bomb}title: T\ntags: *b49\nauthor: *b49\n---\nText")
    assert len(repr(content)) < 2000


def test_deep_and_broken_html_is_read() -> None:
    assert "end" in shown_text(_content("a.html", "<div>" * 20_000 + "<nav>x</nav><p>end"))
    assert "end" in shown_text(_content("a.html", "<table><tr><nav></td></html><p><b><i>end</p></b>"))


def test_a_page_of_which_little_is_found_is_taken_whole() -> None:
    content = _content(
        "a.html", "<nav>Home</nav><table><tr><td>One <a href=x>two</a></td></tr></table><dl><dt>Three</dt></dl>"
    )
    assert "One" in shown_text(content)
    assert "Three" in shown_text(content)
    assert "Home" not in shown_text(content)


PARAGRAPH = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(st.lists(PARAGRAPH.filter(bool), min_size=1))
def test_every_paragraph_of_a_note_survives(paragraphs: list[str]) -> None:
    content = _content("a.txt", "\n\n".join(paragraphs))
    told = "\n".join(
        (shown_text(content), content.title, content.section or "", content.author or "", *content.related_titles)
    )
    for paragraph in paragraphs:
        assert " ".join(safe_text(paragraph).split()) in " ".join(told.split())


@given(st.sampled_from(["a.txt", "a.md", "a.html"]), st.text() | st.binary())
def test_any_file_is_read(name: str, body: str | bytes) -> None:
    assert _content(name, body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")).title


def test_the_summary_leaves_out_the_title_only_where_it_is_a_line_of_its_own() -> None:
    assert _content("art.html", "<title>Art</title><p>Artists gather here.</p>").summary == "Artists gather here."


def test_a_small_page_keeps_its_paragraphs_code_and_captions() -> None:
    page = (
        "<html><head><title>Tides</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Tides</h1>"
        "<p>High water is at noon today, say the tables of the port.</p><p>Low water is at six.</p>"
        "<pre>noon  4.1\n six  0.7</pre><figure><img src='t.png' alt='A gauge'><figcaption>The old gauge</figcaption>"
        "</figure></article></body></html>"
    )
    html = shown_html(_content("tides.html", page))
    assert html.count("<p>") == 2
    assert "<pre>" in html
    assert "The old gauge" in html
