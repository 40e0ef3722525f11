from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.html import clean_html, note_to_html, plain_to_html, text_of
from reader.text.safe import safe_text
from tests.text.hostile import documents, is_forbidden, texts

BASE = "https://example.org/news/"


@given(documents())
def test_clean_html_holds_nothing_dangerous(html: str) -> None:
    cleaned = clean_html(html, BASE)
    assert not any(map(is_forbidden, cleaned))
    assert 'href="javascript:' not in cleaned
    assert not any(f"<{name}" in cleaned for name in ("script", "style", "iframe", "svg", "math", "template"))


@given(documents())
def test_clean_html_stays_as_it_is(html: str) -> None:
    cleaned = clean_html(html, BASE)
    assert clean_html(cleaned, BASE) == cleaned


@given(documents())
def test_the_text_of_clean_html_is_safe(html: str) -> None:
    assert not any(map(is_forbidden, text_of(clean_html(html))))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>&#27;[31mred&#x1b;]0;x&#7; &#x202e;rtl &#155;2J</p>", "<p>red rtl ›2J</p>"),
        ("<p>a\x1b[<b>bold</b></p>", "<p>a<b>bold</b></p>"),
        ("a\x1b[<a title='<script>alert(1)</script>'>b</a>", None),
        ("<p>a\x9b&lt;b</p>", "<p>a&lt;b</p>"),
        ("a\tb\r\nc", "a    b\nc"),
        ("<pre>\n\n  a\tb</pre>", "<pre>  a    b</pre>"),
        ("<script>x</script><style>y</style>a<iframe>z</iframe><textarea>q</textarea>", "a"),
        ("<form><input><button>b</button></form><object><p>c</p></object>", "b<p>c</p>"),
        ("<font color=red>a</font><p style='x' onclick='y' class=z id=i>b</p>", "a<p>b</p>"),
        ("<a href='javascript:alert(1)'>a</a><a href='java&#10;script:x'>b</a>", "<a>a</a><a>b</a>"),
        ("<a href='../x?a=1&amp;b=2' target=_blank>a</a>", '<a href="https://example.org/x?a=1&amp;b=2">a</a>'),
        ("<a href='mailto:a@b.example'>a</a>", '<a href="mailto:a@b.example">a</a>'),
        ("<a href='/x' title='&#27;[31m\n\"t\"'>a</a>", None),
        ("<img src=a.png alt='A &#x202e;B'>", '<img src="https://example.org/news/a.png" alt="A B">'),
        ("<img src='data:image/gif;base64,x' alt=Chart><img src='data:x'>", '<img alt="Chart">'),
        ("a<img src=t.gif width=1 height='1'><img height=1px width=0 src=u.gif>b", "ab"),
        ("<img src=t.gif width=10 height=1>", '<img src="https://example.org/news/t.gif">'),
        ("a<noscript><p>b</p></noscript><math><mi>x</mi><annotation>y</annotation></math>", "a<p>b</p>x"),
        ("<ol start=3><li>a<li>b</ol>", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("1 < 2 &amp; 3 &gt; 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("[/] [@click=app.quit]x[/]", "[/] [@click=app.quit]x[/]"),
        ("", ""),
    ],
)
def test_html_is_cleaned(html: str, expected: str | None) -> None:
    cleaned = clean_html(html, BASE)
    if expected is None:
        assert "<script" not in cleaned
        assert "\x1b" not in cleaned
    else:
        assert cleaned == expected


def test_relative_links_without_a_base_lose_their_address() -> None:
    assert clean_html("<a href='/x'>a</a>") == "<a>a</a>"


@pytest.mark.parametrize("unit", ["<div>", "<ul><li>", "<b title=1><p>", "<table><tr><td>", "&nbsp;", "\x9d", "\x1b["])
def test_large_hostile_documents_are_cleaned(unit: str) -> None:
    assert "the end" in text_of(clean_html(unit * 100_000 + "<p>the end"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>A</h1>loose<p>b <b>c</b><br>d</p>", "A\n\nloose\n\nb c\nd"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
        ("<ol start=9><li>a<li><p>b</p><p>c</p></ol>", "9. a\n10. b\n    c"),
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", "A | B\n1 | 2"),
        ("<table><tr><th>A<th>B<tr><td><ul><li>1<li>2</ul><td>3</table>", "A | B\n- 1\n- 2 | 3"),
        ("<blockquote><p>a</p><hr><p>b</p></blockquote>", "a\n\nb"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("a<hr>b<img src=http://x.example/ alt=pic><img src=http://x.example/>", "a\n\nb\n\npic"),
        ("", ""),
    ],
)
def test_text_has_blank_lines_between_blocks(html: str, expected: str) -> None:
    assert text_of(html) == expected


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        (
            "<p>See</p><iframe width=560 src='https://www.youtube.com/embed/1?a=1&amp;b=2'>no frames</iframe>",
            '<p>See</p><a href="https://www.youtube.com/embed/1?a=1&amp;b=2">[video: youtube.com]</a> ',
        ),
        (
            '<video controls><source src="a.mp4"><source src="a.webm">Old browser</video>',
            '<a href="https://example.org/news/a.mp4">[video: example.org]</a> Old browser',
        ),
        (
            "<iframe src='about:blank' data-src=//maps.example/1></iframe>",
            '<a href="https://maps.example/1">[frame: maps.example]</a> ',
        ),
        ("<audio src='/a.ogg'></audio>", '<a href="https://example.org/a.ogg">[audio: example.org]</a> '),
        ("<iframe src='javascript:alert(1)'></iframe><video src='mailto:a@b.example'></video>", ""),
        ("<iframe src='https://tags.example/' height='0' width='0'></iframe>", ""),
        ("<iframe src='https://tags.example/' style='display:none'></iframe>", ""),
        ("<!-- <iframe src='https://a.example/'></iframe> --><b>x</b>", "<b>x</b>"),
    ],
)
def test_players_and_frames_become_links(html: str, clean: str) -> None:
    assert clean_html(html, BASE) == clean


WRAPPED = """\
Dock workers in Rotterdam stayed out for a third day on Monday, and
talks over pay stall while the cranes stand idle. The port said that
nothing moves."""

VERSE = """\
The tide goes out, the gulls come in,
The ropes hang slack, the hulls are thin,
And nothing stirs but rust and tin."""


def test_wrapped_lines_are_joined() -> None:
    assert plain_to_html(WRAPPED) == "<p>" + WRAPPED.replace("\n", " ") + "</p>"


@pytest.mark.parametrize(
    "text",
    [
        VERSE,
        "World\nTuesday",
        "- Milk, and whatever else there is in the shop on the corner of it\n- Bread",
        "Dear all,\nplease find below what we talked about on Monday, and more than that.\nYours",
    ],
)
def test_short_lines_keep_their_breaks(text: str) -> None:
    assert plain_to_html(text) == "<p>" + text.replace("\n", "<br>") + "</p>"


@pytest.mark.parametrize("width", [10, 60, 78])
def test_a_rule_keeps_its_line(width: int) -> None:
    rule, prose = "-" * width, WRAPPED.replace("\n", " ")
    assert plain_to_html(f"{rule}\nend") == note_to_html(f"{rule}\nend") == f"<p>{rule}<br>end</p>"
    assert plain_to_html(f"{WRAPPED}\n{rule}\n{WRAPPED}") == f"<p>{prose}<br>{rule}<br>{prose}</p>"


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    one, two = "one " * 40, "two " * 30
    assert plain_to_html(f"{one}\n{two}") == f"<p>{one.strip()}</p>\n<p>{two.strip()}</p>"


def test_aligned_lines_stay_as_they_are() -> None:
    assert plain_to_html("Port    Ships\nRotterdam    12") == "<pre>Port    Ships\nRotterdam    12</pre>"


@pytest.mark.parametrize(
    "shape",
    [
        "def main():\n    if ready:\n        print('at sea')\n\n\n    return 1",
        "    +-----+\n    | sea |\n    +-----+",
        "┌─────┐\n│ sea │\n└─────┘",
        "The tide goes out,\n    the gulls come in,\n        and nothing stirs.",
        "Port      Ships  Masts\nRotterdam    12  3",
        "    1. Milk",
        "- Milk\n  - of goats\n- Bread",
    ],
)
def test_what_has_a_shape_keeps_it_in_a_note(shape: str) -> None:
    html = note_to_html(f"A note\n\n{shape}\n\nThat was it.")
    assert unescape(html) == f"<p>A note</p>\n<pre>{shape}</pre>\n<p>That was it.</p>"


def test_tabs_of_a_note_reach_to_the_next_stop() -> None:
    assert note_to_html("x\n\n\tTab\there\na\tb") == "<p>x</p>\n<pre>        Tab     here\na       b</pre>"


@pytest.mark.parametrize(
    "prose",
    [
        WRAPPED,
        WRAPPED.replace("Talks over", "Talks  over"),
        "Dear all,\nthe ship sails at noon.  Do not be late.\nYours",
        "  “Well,” said Bob.",
        "Ports:\n  https://port.example/",
    ],
)
def test_prose_of_a_note_makes_paragraphs(prose: str) -> None:
    assert note_to_html(f"A note\n\n{prose}").count("<p>") == 2


def test_paragraphs_are_told_by_blank_lines() -> None:
    assert plain_to_html("\n  a\r\n \t\r\n  b\n\n\n") == "<p>a</p>\n<p>b</p>"
    assert plain_to_html(" \n\n") == ""
    assert plain_to_html(f"{'a' * 60}\n\u00a0") == f"<p>{'a' * 60}</p>"


def test_plain_text_is_escaped_and_made_safe() -> None:
    assert plain_to_html("<b> & \x1b[31m'x'") == "<p>&lt;b&gt; &amp; 'x'</p>"


def test_addresses_in_plain_text_become_links() -> None:
    assert plain_to_html("See https://example.org/a?b=1&c=2.") == (
        '<p>See <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.</p>'
    )


@given(texts() | st.text("ab <&-\n", min_size=20))
def test_no_letter_of_plain_text_is_lost(text: str) -> None:
    html = plain_to_html(text)
    assert [*filter(str.isalnum, text_of(html))] == [*filter(str.isalnum, safe_text(text))]


@given(texts() | st.text("ab <&-\n\t|", min_size=20))
def test_no_letter_of_a_note_is_lost(text: str) -> None:
    html = note_to_html(text)
    assert [*filter(str.isalnum, text_of(html))] == [*filter(str.isalnum, safe_text(text))]
