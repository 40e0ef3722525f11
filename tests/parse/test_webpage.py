from datetime import UTC, datetime

import pytest

from reader.parse.webpage import read_web_page

BEFORE = (
    "A pump that hums needs a hand, and this page tells how it is done in three steps by anybody who has two of them."
    * 2
)
AFTER = (
    "That is all there is to it. If it still hums, ask the neighbours, who may have a pump of the same make as yours."
    * 2
)


def _html(*blocks: str) -> str:
    """Read a page that has a lot of other things around these blocks."""
    others = "".join(f"<li><a href='/{n}'>Another page about pumps, number {n}</a></li>" for n in range(20))
    page = (
        f"<html><head><title>Pumps</title></head><body><nav>{others}</nav><div class='sidebar'><ul>{others}</ul>"
        f"</div><article><h1>Pumps</h1><p>{BEFORE}</p>{''.join(blocks)}<p>{AFTER}</p></article>"
        f"<div class='related'><ul>{others}</ul></div><footer>© Pump Notes</footer></body></html>"
    )
    html = read_web_page(page).html
    assert "number 7" not in html
    assert html.index(BEFORE) < html.index(AFTER)
    return html


@pytest.mark.parametrize(
    "code",
    [
        "<pre>pressure  4.1\nflow      0.7</pre>",
        "<pre><code class='language-text'>pressure  4.1\nflow      0.7\n</code></pre>",
        "<pre>pressure  4.1<br>flow      0.7</pre>",
        "<pre><span class=k>pressure</span>  <span class=m>4.1</span>\nflow      0.7</pre>",
        "<div class='highlight'><pre>pressure  4.1\nflow      0.7</pre></div>",
    ],
)
def test_code_in_a_crowded_page_stays_code(code: str) -> None:
    html = _html(code)
    assert html[html.index("<pre>") : html.index("</pre>")].rstrip() == "<pre>pressure  4.1\nflow      0.7"
    assert "<blockquote>" not in html


def test_code_within_a_line_and_quotes_stay_what_they_are() -> None:
    html = _html("<p>Call <code>tune()</code> now.</p>", "<blockquote><p>A quiet pump is a good one.</p></blockquote>")
    assert "<p>Call <code>tune()</code> now.</p>" in html
    assert "<blockquote><p>A quiet pump is a good one.</p></blockquote>" in html


def test_captions_in_a_crowded_page_stay() -> None:
    html = _html(
        "<figure><img src='https://pumps.example/g.png' alt='A gauge'><figcaption>The old gauge</figcaption></figure>"
    )
    assert html.index('src="https://pumps.example/g.png"') < html.index("<p>The old gauge</p>")


def test_a_byline_in_the_text_counts_and_stays() -> None:
    page = read_web_page(f"<title>Pumps</title><h1>Pumps</h1><p>By Ada Field</p><p>July 9, 2021</p><p>{BEFORE}</p>")
    assert (page.author, page.published_at) == ("Ada Field", datetime(2021, 7, 9, tzinfo=UTC))
    assert "By Ada Field" in page.html


@pytest.mark.parametrize(
    "author",
    [
        "<span itemprop='author' itemscope><b itemprop='name'>Ada Field</b></span>",
        "<span itemprop='author'>Ada Field</span>",
        "<a rel='author' href='/ada'>Ada Field</a>",
    ],
)
def test_the_author_may_be_marked_in_the_page(author: str) -> None:
    assert read_web_page(f"<title>Pumps</title><p>{author}</p><p>{BEFORE}</p>").author == "Ada Field"


def test_linked_data_gives_section_tags_and_summary() -> None:
    data = (
        '{"headline": "Pumps", "articleSection": ["World", "Europe"], "keywords": ["pump", 3, "hum"],'
        ' "description": "A pump hums."}'
    )
    page = read_web_page(f"<script type='application/ld+json'>{data}</script><p>{BEFORE}</p>")
    assert (page.section, page.tags, page.summary) == ("World", ("pump", "hum"), "A pump hums.")


@pytest.mark.parametrize("unit", ["<div>", "<div>x", "<b title=1>", "<x>", "<ul><li>"])
def test_a_page_that_is_nested_without_end_is_read(unit: str) -> None:
    page = read_web_page(f"<head><title>Port</title></head><body><nav>x</nav><p>Story.</p>{unit * 100_000}")
    assert page.title == "Port"
    assert "Story." in page.html
