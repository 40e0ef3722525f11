import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given

from reader.model.body import RawBody
from reader.model.raw import RawDocument, Validators
from reader.parse.feeds import parse_feed
from reader.text.bodies import safe_html
from reader.text.html import text_of
from reader.text.stripping import stripped_text
from reader.text.tokens import tokens
from tests.text.hostile import documents, is_forbidden

LABELS = re.compile(r"\[(?:video|audio|frame): [^\]]*\]")
"""What stands for players."""
TORN = "newsboat-newsboat/rss091_1.xml"
"""Its text ends within a tag, "<a href=", which is no word of a page and some of a line."""


def careful_text(body: RawBody) -> str:
    """Give the text by way of safe HTML."""
    return text_of(safe_html(body))


def words_of(text: str) -> Counter[str]:
    """Count words, but not numbers: safe HTML gives them to the items of lists."""
    return Counter(word for word in tokens(LABELS.sub("", text)) if not word.isdecimal())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>cra</b>ne.</p><p>Two</p>", "One crane. Two"),
        ("One<br>two<BR/>three<hr>four", "One two three four"),
        ("<P CLASS='a > b'>One</P><Span title=\"<p>\">two</Span>three", "One twothree"),
        ("<ul><li>One<li>two</ul><table><tr><td>x</td><td>y</td></tr></table>", "One two x y"),
        ("a<script>if (a<b) x('</p>')</script>b<style>p {}</style>c<!-- <p>d</p> -->e", "abce"),
        ("a<script>never ended <p>b</p>", "a"),
        ("a<!-- never ended <p>b</p>", "a"),
        ("<svg><title>x</title><text>y</text></svg>a<iframe src=x>z</iframe>", "a"),
        ("<img src=a.png alt='A crane'> lifts<img alt=':-)' src=b>", "A crane lifts:-)"),
        ("<o:p>One</o:p><unknown-thing>two</unknown-thing><?xml:namespace prefix = o />", "Onetwo"),
        ("AT&amp;T &lt;b&gt; caf&eacute;&nbsp;&#8217;", "AT&T <b> café ’"),
        ("1 < 2 and <3", "1 < 2 and <3"),
        ("<p>\x1b[31mred\x07 &#27;[2J&#x202e;</p>", "red [2J"),
        ("", ""),
    ],
)
def test_tags_go_and_words_stay(html: str, text: str) -> None:
    assert " ".join(stripped_text(RawBody(html)).split()) == text


def test_of_plain_text_nothing_goes() -> None:
    assert stripped_text(RawBody("a <b> &amp; c\n\nd", is_html=False)) == "a <b> &amp; c\n\nd"


@given(documents())
def test_the_text_of_any_document_is_safe(html: str) -> None:
    assert not any(map(is_forbidden, stripped_text(RawBody(html))))


def test_the_words_of_the_collection_are_those_of_safe_html(shared: Path) -> None:
    differing = []
    for path in sorted((shared / "corpus").glob("*/*")):
        feed = parse_feed(RawDocument(path.read_bytes(), path.as_uri(), None, Validators()))
        for entry in getattr(feed, "entries", ()):
            if words_of(entry.text) != words_of(careful_text(entry.content.body)):
                differing.append(f"{path.parent.name}/{path.name}")
    assert differing == [TORN]


UNITS = (
    *(
        "<",
        "<a",
        "<a ",
        '<a "',
        "<a '",
        "<a \"'",
        '<a b="\'" ',
        "</",
        "<!--",
        "<!",
        "<script>",
        "<script ",
        "</script",
        "</script ",
    ),
    *(
        "<img ",
        "<img alt",
        "<img alt=",
        "<img alt='",
        '<img alt="a" ',
        "&",
        "&#",
        "&amp",
        "<p>",
        "<b><i>",
        "-->",
        "'\">",
    ),
)


@pytest.mark.parametrize("start", ["", "<script>", "<!--", '<b "'])
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_alone(start: str, unit: str) -> None:
    def seconds(times: int) -> float:
        started = process_time()
        stripped_text(RawBody(start + unit * times))
        return process_time() - started

    few = min(seconds(4_000) for _ in range(3))
    assert seconds(40_000) < 40 * max(few, 0.001)
