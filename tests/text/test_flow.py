"""Text is taken out of HTML in two ways, with and without a parser; nobody can tell which way it went."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.blocks import page_of
from reader.text.flow import text_of_flow
from reader.text.html import clean_html, text_of, text_of_blocks
from tests.text.hostile import documents

BASE = "https://example.org/news/"

TEXTS = st.sampled_from(
    (
        *(
            "one two",
            " ",
            "  padded\n\t",
            "a &amp; b",
            "&nbsp;",
            "\xa0",
            "x > y",
            "&lt;b&gt;",
            "&copy d",
            "&b;",
            "&#8217;",
        ),
        *(
            "&#128;",
            "&#0;",
            "&#x202e;",
            "&#xFFFF;",
            "&#11;",
            "Größe",
            "\n",
            "\x1b[31m",
            "a\tb",
            "",
            "&amp",
            "&#60",
            "\x0c",
        ),
    )
)
ADDRESSES = st.sampled_from(
    (
        *(
            "https://a.example/x?a=1&amp;b=2",
            "https://a.example/?a=1&b=2&copy=3",
            "/x",
            "../y",
            "#top",
            "//b.example/z",
        ),
        *("javascript:alert(1)", "mailto:a@b.example", "http://1.2.3.4.5/", "http://a b/", "https://a.example:80/", ""),
        *(
            "HTTPS://A.example/ü x",
            "java&#10;script:x",
            "https://xn--a/",
            "https:/a",
            "x:y",
            "&#106;avascript:alert(1)",
        ),
    )
)
QUOTES = st.sampled_from(('"', "'", ""))
ATTRIBUTES = st.lists(
    st.one_of(
        st.builds(
            lambda name, q, value: f" {name}={q}{value}{q}", st.sampled_from(("href", "src", "HREF")), QUOTES, ADDRESSES
        ),
        st.builds(
            lambda name, q, value: f" {name} = {q}{value}{q}",
            st.sampled_from(
                ("title", "alt", "lang", "class", "width", "height", "colspan", "colspan", "start", "onclick")
            ),
            QUOTES,
            TEXTS | st.sampled_from(("1", "0", "3", "a>b", "a<b", "a=b")),
        ),
        st.sampled_from((" disabled", "/", " /", " title", "\n")),
    ),
    max_size=3,
).map("".join)
NAMES = st.sampled_from(
    (
        *(
            "p",
            "div",
            "b",
            "a",
            "em",
            "code",
            "span",
            "ul",
            "ol",
            "li",
            "h2",
            "h3",
            "blockquote",
            "pre",
            "q",
            "dl",
            "dt",
        ),
        *(
            "table",
            "tbody",
            "tr",
            "td",
            "th",
            "thead",
            "figure",
            "figcaption",
            "center",
            "P",
            "font",
            "section",
            "script",
            "caption",
        ),
    )
)
VOID = st.builds(lambda name, more: f"<{name}{more}>", st.sampled_from(("br", "img", "hr", "BR")), ATTRIBUTES)
MARKS = st.sampled_from(
    ("<!-- c -->", "<!-- <b> -->", "</p>", "<p>", "<li>", "</br>", "< ", "<b>", "</div>", "<!doctype>")
)
HTML = st.recursive(
    st.one_of(TEXTS, TEXTS, VOID, TEXTS | MARKS),
    lambda inner: st.one_of(
        st.builds(
            lambda name, more, parts: f"<{name}{more}>{''.join(parts)}</{name}>",
            NAMES,
            st.just("") | ATTRIBUTES,
            st.lists(inner, max_size=3),
        ),
        st.builds(
            lambda name, items: f"<{name}>{''.join(f'<li>{item}</li>' for item in items)}</{name}>",
            st.sampled_from(("ul", "ol", 'ol start="7"')),
            st.lists(inner, max_size=3),
        ).map(lambda html: html.replace('</ol start="7">', "</ol>")),
        st.builds(
            lambda part, cells, rows: f"<table><{part}>{f'<tr>{cells}</tr>' * rows}</{part}></table>",
            st.sampled_from(("tbody", "thead")),
            st.lists(
                st.builds(
                    lambda name, more, inside: f"<{name}{more}>{inside}</{name}>",
                    st.sampled_from(("td", "td", "th")),
                    st.sampled_from(("", "", " colspan='2'")),
                    inner,
                ),
                max_size=3,
            ).map("".join),
            st.integers(0, 3),
        ),
        st.builds(
            lambda alt, caption, more: (
                f"<figure><img src=x alt='{alt}'>{more}<figcaption>{caption}</figcaption></figure>"
            ),
            st.sampled_from(("", "one two", "a")),
            st.sampled_from(("", "one two", "one<br>two", "<a href=y>a</a>", "<b>a</b>", "<p>a</p>")),
            st.just("") | inner,
        ),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)


def laid_out(html: str) -> str:
    return text_of_blocks(page_of(html).blocks)


@given(HTML | documents())
@settings(max_examples=300)
def test_text_is_the_same_with_and_without_blocks(html: str) -> None:
    cleaned = clean_html(html, BASE)
    assert text_of(cleaned) == laid_out(cleaned)


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <b>two</b><br>three</p>\n<ul><li>a</li><li><a href='/x'>b</a><ol start=3><li>c</li></ol></li></ul>",
        "<h2>Title</h2><pre>\n a\n  b</pre><blockquote><p>c &amp; d</p></blockquote><hr>",
        '<img src="https://a.example/p.png" alt="A picture"> and <img src="https://a.example/s.png" alt=":-)">',
        "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>c</td><td>d</td></tr></table>",
    ],
)
def test_common_html_needs_no_parser(html: str) -> None:
    assert text_of_flow(clean_html(html, BASE)) is not None


@pytest.mark.parametrize(
    "html", ["<dl><dt>a</dt><dd>b</dd></dl>", "<figure><img alt=a><figcaption>a</figcaption></figure>"]
)
def test_html_with_a_layout_of_its_own_is_left_to_the_blocks(html: str) -> None:
    assert text_of_flow(clean_html(html, BASE)) is None
