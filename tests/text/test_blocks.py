import pytest
from hypothesis import given

from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Paragraph, Quote, Rule, Span, Table
from reader.text.blocks import page_of
from reader.text.flow import text_of_flow
from reader.text.html import clean_html, text_of_blocks
from reader.text.markdown import markdown_to_html
from tests.text.hostile import documents

IMAGE = "http://example.org/i.png"


def _blocks(html: str) -> tuple[Block, ...]:
    return page_of(html).blocks


def _p(text: str) -> Paragraph:
    return Paragraph((Span(text),))


@given(documents())
def test_any_document_makes_a_page(html: str) -> None:
    page = page_of(html)
    assert all(block != Paragraph(()) for block in page.blocks)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ()),
        ("<p></p><p> \n </p><p>&nbsp;</p><div><br></div>", ()),
        ("loose <p>one</p> more<div>two</div>", (_p("loose"), _p("one"), _p("more"), _p("two"))),
        ("<section><header>a</header><x-y>b <z>c</z></x-y></section>", (_p("a"), _p("b c"))),
        ("<p>  a \n\t b  </p>", (_p("a b"),)),
        ("<p>a<br>b <br> c</p>", (_p("a\nb\nc"),)),
        ("<br>a<br><br>b<br> <br><br>c<br>", (_p("a"), _p("b"), _p("c"))),
        ("<p>a\u00a0b</p>", (_p("a\u00a0b"),)),
        ("<p>a<!-- b -->c</p>", (_p("ac"),)),
        ("<p>He said <q>no</q>.</p>", (_p("He said “no”."),)),
        ("a<hr>b", (_p("a"), Rule(), _p("b"))),
        ("<h1>a</h1><h6>b<br>c</h6><h2> </h2>", (Heading(1, (Span("a"),)), Heading(6, (Span("b\nc"),)))),
        ("<blockquote>a<p>b</p></blockquote><blockquote> </blockquote>", (Quote((_p("a"), _p("b"))),)),
        ("<blockquote><blockquote>a</blockquote></blockquote>", (Quote((Quote((_p("a"),)),)),)),
        ("<pre><code>\n  a = 1\n\n<b>b</b><br>c  \n</code></pre>", (Code("  a = 1\n\nb\nc"),)),
        ("<pre> </pre>", ()),
        (
            "<details><summary>More</summary>text</details>",
            (Paragraph((Span("More", strong=True),)), _p("text")),
        ),
    ],
)
def test_html_becomes_blocks(html: str, expected: tuple[Block, ...]) -> None:
    assert _blocks(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>a <b>b <i>c</i></b> <code>d</code></p>",
            (
                Span("a "),
                Span("b ", strong=True),
                Span("c", strong=True, emphasis=True),
                Span(" "),
                Span("d", code=True),
            ),
        ),
        ("<b>a</b><strong>b</strong>", (Span("ab", strong=True),)),
        ("<b>a <p>b</p></b>", (Span("a", strong=True),)),
        ("<p>a <em> b</em></p>", (Span("a "), Span("b", emphasis=True))),
        ("<del>a</del> <kbd>b</kbd> <u>c</u>", (Span("a", struck=True), Span(" "), Span("b", code=True), Span(" c"))),
    ],
)
def test_inline_styles_nest(html: str, expected: tuple[Span, ...]) -> None:
    assert _blocks(html)[0] == Paragraph(expected)


def test_links_are_numbered_by_address_in_order() -> None:
    page = page_of(
        "<a href=http://b.example>b</a> <a href=http://a.example><b>a</b></a> <a href=http://b.example>c</a>"
    )
    assert page.links == ("http://b.example", "http://a.example")
    assert page.blocks == (
        Paragraph(
            (
                Span("b", link=0),
                Span(" "),
                Span("a", strong=True, link=1),
                Span(" "),
                Span("c", link=0),
            )
        ),
    )


def test_a_link_may_hold_blocks_and_one_without_text_has_no_number() -> None:
    page = page_of("<a href=http://a.example> </a><a>x</a><a href=mailto:a@b.example><h2>b</h2></a>")
    assert page.links == ("mailto:a@b.example",)
    assert page.blocks == (_p("x"), Heading(2, (Span("b", link=0),)))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a<li><p>b</p><p>c</p></ul>", ListBlock(((_p("a"),), (_p("b"), _p("c"))))),
        ("<ol><li>a</ol>", ListBlock(((_p("a"),),), 1)),
        ("<ol start=7><li>a</ol>", ListBlock(((_p("a"),),), 7)),
        ("<ol start=-x><li>a</ol>", ListBlock(((_p("a"),),), 1)),
        ("<ul><li>a<ul><li>b</ul></ul>", ListBlock(((_p("a"), ListBlock(((_p("b"),),))),))),
        ("<ul><li>a</li><ul><li>b</ul></ul>", ListBlock(((_p("a"), ListBlock(((_p("b"),),))),))),
        ("<ul>a<li></li><li>b</ul>", ListBlock(((_p("a"),), (_p("b"),)))),
        (
            "<dl><dt>T<dt>U<dd>d<dd>e<div><dt>V<dd>f</div></dl>",
            ListBlock(
                (
                    (Paragraph((Span("T", strong=True),)), Paragraph((Span("U", strong=True),)), _p("d"), _p("e")),
                    (Paragraph((Span("V", strong=True),)), _p("f")),
                ),
                terms=(2, 1),
            ),
        ),
    ],
)
def test_lists_hold_items_of_blocks(html: str, expected: ListBlock) -> None:
    assert _blocks(html) == (expected,)


def test_a_list_without_items_is_nothing() -> None:
    assert _blocks("<ul> <li> </li></ul><dl></dl>") == ()


@pytest.mark.parametrize(
    ("html", "header", "rows"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>2", ("A", "B"), [("1", "2")]),
        ("<thead><tr><td>A<td>B</thead><tbody><tr><td>1<td>2", ("A", "B"), [("1", "2")]),
        ("<tr><td>1<td>2<tr><th>3<td>4<tr><td> <td>", (), [("1", "2"), ("3", "4")]),
        ("<tr><td>1<td>2<tr><td colspan=2>3<td>4", (), [("1", "2"), ("3", "", "4")]),
        ("<tr><th>A<th>B<tr><td><ul><li>1<li>2</ul><td>3", ("A", "B"), [("- 1\n- 2", "3")]),
        ("<tr><td>1<td>2<tr><td>x<ol start=9><li>3<li>4</ol><td>5", (), [("1", "2"), ("x\n9. 3\n10. 4", "5")]),
        ("<tr><td>1<td>2<tr><td><ul><li>3<ul><li>4</ul><li>5</ul><td>6", (), [("1", "2"), ("- 3\n  - 4\n- 5", "6")]),
        ("<tr><td><p>1</p><p>2</p><td><img src=http://x.example alt=pic>3", (), [("1\n2", "pic\n3")]),
    ],
)
def test_tables_have_rows_of_cells(html: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    (table,) = _blocks(f"<table>{html}</table>")
    assert isinstance(table, Table)
    texts = [tuple("".join(span.text for span in cell) for cell in row) for row in (table.header, *table.rows)]
    assert texts == [header, *rows]


def test_columns_are_centred_as_markdown_and_pages_say() -> None:
    markdown = "| A | B | C |\n|:-:|---|--:|\n| 1 | 2 | 3 |"
    html = '<table><tr><th align="CENTER">A</th><th align="right">B</th></tr><tr><td>1</td><td>2</td></tr></table>'
    for source in (markdown_to_html(markdown), html):
        (table,) = _blocks(clean_html(source))
        assert isinstance(table, Table)
        assert table.centred == {0}


def test_a_table_that_only_places_things_is_transparent() -> None:
    assert _blocks("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>") == (_p("a"), _p("b"))
    assert _blocks("<table><tr><td><ul><li>a</ul><td><table><tr><td>b</table></table>") == (
        ListBlock(((_p("a"),),)),
        _p("b"),
    )
    menu = ListBlock(((_p("a"),), (_p("b"),)))
    assert _blocks("<table><tr><td>top<tr><td><ul><li>a<li>b</ul><td>text</table>") == (_p("top"), menu, _p("text"))


def test_the_caption_stands_before_the_table() -> None:
    caption, table = _blocks("<table><caption>c</caption><tr><td>1<td>2</table>")
    assert caption == _p("c")
    assert isinstance(table, Table)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<img src={IMAGE} alt=' a  b '>", (Image("a b", 0),)),
        (f"<img src={IMAGE}>", (Image("", 0),)),
        ("<img alt=a>", (Image("a"),)),
        ("<img>", ()),
        (f"<p><img src={IMAGE} alt=a>text</p>", (Image("a", 0), _p("text"))),
        (f"<p>some <img src={IMAGE} alt=a>text</p>", (_p("some text"), Image("a", 0))),
        (f"some<br><img src={IMAGE} alt=a><br>text", (_p("some"), Image("a", 0), _p("text"))),
        (f"good <img src={IMAGE} alt='🙂'>", (_p("good 🙂"),)),
        (f"<figure><img src={IMAGE}><figcaption>A port</figcaption></figure>", (Image("A port", 0),)),
        (f"<figure><img src={IMAGE} alt=x><figcaption>A port</figcaption></figure>", (Image("x", 0), _p("A port"))),
        (f"<a href=http://a.example><img src={IMAGE} alt=x></a>", (Image("x", 0),)),
    ],
)
def test_images_are_told_by_their_text(html: str, expected: tuple[Block, ...]) -> None:
    assert _blocks(html) == expected


def test_the_address_of_an_image_is_a_link() -> None:
    assert page_of(f"<a href=http://a.example>a</a><img src={IMAGE}>").links == ("http://a.example", IMAGE)


def test_a_caption_with_a_link_is_kept() -> None:
    page = page_of(f"<figure><img src={IMAGE}><figcaption><a href=http://a.example>who</a></figcaption></figure>")
    assert page.blocks == (Image("", 0), Paragraph((Span("who", link=1),)))


@pytest.mark.parametrize("unit", ["<div>", "<blockquote>", "<ul><li>", "<b>", "<table><tr><td>", "<dl><dd>", "<q>"])
@pytest.mark.parametrize("times", [140, 100_000])
def test_deep_nesting_is_read_to_its_end(unit: str, times: int) -> None:
    page = page_of(unit * times + "deep")
    assert "deep" in str(page)


def test_a_large_document_is_read_whole() -> None:
    page = page_of("<p>Some <b>bold</b> and <a href='http://a.example'>linked</a> text.</p>" * 7000)
    assert len(page.blocks) == 7000
    assert page.links == ("http://a.example",)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("H<sub>2</sub>O, 12 m<sup>2</sup>, 10<sup>-6</sup>", "H₂O, 12 m², 10⁻⁶"),
        ("x<sub>i</sub>, e<sup>x</sup>, x<sup>n</sup>, A<sup>2b</sup>", "x_i, e^x, xⁿ, A^2b"),
        ("19<sup>th</sup>, 1<sup>e</sup>, M<sup>me</sup>, a<sup>[1]</sup>", "19th, 1e, Mme, a[1]"),
        ("said<sup><a href='https://a.example/'>1</a></sup> <sup>2</sup>", "said1 2"),
    ],
)
def test_raised_and_lowered_signs_are_told_from_others(html: str, text: str) -> None:
    assert text_of_flow(f"<p>{html}</p>") == text_of_blocks(page_of(f"<p>{html}</p>").blocks) == text
