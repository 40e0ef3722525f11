from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_text

from reader.model.article import Article, ArticleContent, ArticleState
from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Page, Paragraph, Quote, Rule, Span, Table
from reader.text.blocks import page_of
from reader.text.html import clean_html
from reader.text.marks import ASCII, UNICODE
from reader.tui.lines import MEASURE, line_text
from reader.tui.looks import LOOKS
from reader.tui.pages import PageLine, lay_out
from tests.tui.strategies import LINKS, ONE_LINE, PAGES, visible

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CONTENT = ArticleContent("1", "Harbour strike", author="A. Writer", section="World")
ARTICLE = Article(1, 1, "Port Post", CONTENT, ArticleState(), 900, NOW - timedelta(hours=2))
WIDTHS = st.integers(8, 120)


def laid_out(page: Page, width: int = 60, article: Article = ARTICLE, ages: str = "short") -> list[PageLine]:
    return lay_out(article, page, width, NOW, ages, UNICODE)


def head(article: Article, width: int = 60, ages: str = "short") -> list[str]:
    return [line_text(line.line.pieces) for line in laid_out(Page((), ()), width, article, ages) if line.block < 0]


def body(html: str, width: int = 60) -> list[str]:
    lines = laid_out(page_of(clean_html(html)), width)
    return [line_text(line.line.pieces).rstrip() for line in lines if line.block >= 0][:-1]


def drawn(*blocks: Block, width: int = 60) -> list[str]:
    lines = lay_out(ARTICLE, Page(blocks, ()), width, NOW, "short", ASCII)
    return [line_text(line.line.pieces).rstrip() for line in lines if line.block >= 0][:-1]


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def said(blocks: Sequence[Block]) -> Iterator[str]:
    """Give all texts of some blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                yield from (span.text for span in spans)
            case Quote(inner):
                yield from said(inner)
            case ListBlock(items):
                for item in items:
                    yield from said(item)
            case Code(text) | Image(text):
                yield text
            case Table(header, rows):
                yield from (span.text for row in (header, *rows) for cell in row for span in cell)
            case Rule():
                pass


@settings(max_examples=40)
@given(PAGES, WIDTHS)
def test_no_line_is_wider_than_the_pane_or_the_measure(page: Page, width: int) -> None:
    assert all(cell_len(line_text(line.line.pieces)) <= min(width, MEASURE) for line in laid_out(page, width))


@settings(max_examples=40)
@given(PAGES, WIDTHS)
def test_no_letter_of_an_article_is_lost(page: Page, width: int) -> None:
    shown = visible("".join(line_text(line.line.pieces) for line in laid_out(page, width) if line.block >= 0))
    for letter in (wanted := visible("".join(said(page.blocks)))):
        assert shown.count(letter) >= wanted.count(letter)


@settings(max_examples=40)
@given(PAGES, WIDTHS)
def test_every_role_has_a_look(page: Page, width: int) -> None:
    roles = {role for line in laid_out(page, width) for _, roles in line.line.pieces for role in roles.split(" ")}
    assert roles <= LOOKS.keys()


@settings(max_examples=40)
@given(PAGES, WIDTHS)
def test_lines_are_in_the_order_of_their_blocks(page: Page, width: int) -> None:
    numbers = [line.block for line in laid_out(page, width)]
    assert numbers == sorted(numbers)


@settings(max_examples=40)
@given(PAGES, WIDTHS)
def test_the_cells_of_a_link_hold_its_text_and_its_number(page: Page, width: int) -> None:
    for line in laid_out(page, width):
        text = line_text(line.line.pieces)
        ends = [0, *(end for place in line.line.links for end in (place.start, place.end)), cell_len(text)]
        assert ends == sorted(ends)
        for start, end, link in line.line.links:
            assert 0 <= link < LINKS
            assert cell_len(split_text(split_text(text, end)[0], start)[1]) == end - start


def test_a_link_is_clicked_where_it_is_read() -> None:
    html = "<ul><li>港口 <a href='https://a.example/'>the harbour strike</a>, and more</li></ul>"
    lines = [line.line for line in laid_out(page_of(clean_html(html)), 24) if line.line.links]
    shown = [
        split_text(split_text(line_text(line.pieces), end)[0], start)[1]
        for line in lines
        for start, end, _ in line.links
    ]
    assert shown == ["the harbour", "strike[1]"]


def test_a_head_of_section_title_and_facts_stands_above_the_text() -> None:
    local = ARTICLE.dated_at.astimezone()
    facts = f"Port Post · A. Writer · {local.day} Nov, {local:%H:%M} · 4 min"
    assert head(ARTICLE) == ["", "WORLD", "Harbour strike", facts, ""]


def test_the_facts_of_a_head_stand_in_one_line_and_the_least_of_them_go_first() -> None:
    local = (NOW - timedelta(hours=2)).astimezone()
    when = f"{local.day} Nov, {local:%H:%M}"
    assert head(ARTICLE, 40)[3:] == [f"Port Post · A. Writer · {when}", ""]
    article = replace(ARTICLE, content=replace(CONTENT, author="One Writer, another Writer and many others"))
    assert head(article, 50)[3:] == [f"Port Post · One Writer, another W… · {when}", ""]
    assert head(article, 34)[3:] == [f"Port Post · {when} · 4 min", ""]
    assert head(replace(article, feed="A feed of a long name"), 30)[3:] == [f"A feed of a l… · {when}", ""]


def test_a_head_says_only_what_is_known() -> None:
    article = replace(ARTICLE, content=ArticleContent("1", "Harbour strike"), words=0)
    assert head(article)[1] == "Harbour strike"
    assert head(article)[2].startswith("Port Post · 24 Nov, ")
    assert "min" not in head(article)[1]


def test_the_year_is_told_when_it_is_not_this_year() -> None:
    article = replace(ARTICLE, first_seen_at=datetime(2019, 3, 5, 12, tzinfo=UTC))
    assert " · 5 Mar 2019, " in head(article)[3]


def test_a_date_without_a_time_is_shown_without_one() -> None:
    article = replace(ARTICLE, first_seen_at=datetime(2019, 3, 5, tzinfo=UTC))
    assert " · 5 Mar 2019 · " in head(article)[3]


def test_a_title_that_is_the_first_line_of_a_paragraph_is_shown_once() -> None:
    page = page_of("<p># Harbour <b>strike</b><br>goes on</p>")
    assert [line_text(line.line.pieces) for line in laid_out(page, 40)].count("goes on") == 1
    assert not [line for line in laid_out(page, 40) if line.block == 0 and "strike" in line_text(line.line.pieces)]


def test_whoever_wants_dates_gets_the_whole_date() -> None:
    assert f" · {ARTICLE.dated_at.astimezone():%Y-%m-%d %H:%M} · " in head(ARTICLE, ages="date")[3]


@given(ONE_LINE.filter(bool), ONE_LINE, ONE_LINE, WIDTHS)
def test_no_head_is_wider_than_the_pane(title: str, feed: str, section: str, width: int) -> None:
    article = replace(ARTICLE, feed=feed, content=ArticleContent("1", title, author=feed, section=section))
    assert all(cell_len(line) <= width for line in head(article, width))


def test_blocks_are_laid_out_with_their_signs() -> None:
    html = (
        "<h2>Demands</h2><ul><li>Pay<ul><li>more</li></ul></li><li>Rest</li></ul><ol start='9'><li>nine</li>"
        "<li>ten</li></ol><blockquote><p>We stay.</p></blockquote><pre>a = 1\n  b</pre>"
        "<p>See <a href='https://a.example/'>this</a>.</p><img src='https://a.example/i.png' alt='A crane'><hr>"
    )
    assert "\n".join(body(html)).rstrip("─ ") == (
        "Demands\n\n• Pay\n  ◦ more\n• Rest\n\n 9. nine\n10. ten\n\n▎ We stay.\n\n a = 1\n   b\n\nSee this[1].\n\n"
        "[image: A crane] [2]\n\n"
    )


def test_definitions_stand_indented_below_their_terms() -> None:
    html = "<dl><dt>Quay<dt>Wharf<dd>A wall to moor at, of stone or steel.<dd>Two<dt>Tide<dd>Water</dl>"
    assert body(html, 24) == [
        *("Quay", "Wharf", "    A wall to moor at,", "    of stone or steel.", "", "    Two", "Tide", "    Water")
    ]
    (first, *_) = (line.line.pieces for line in laid_out(page_of(html)) if line.block == 0)
    assert first == (("Quay", "text strong"),)


def test_lists_in_quotes_in_lists_are_indented_step_by_step() -> None:
    inner = ListBlock(((paragraph("pay and rest"),),), 1)
    outer = ListBlock(
        (
            (
                paragraph("They ask"),
                Quote((inner, paragraph("and stay"))),
            ),
        )
    )
    assert drawn(outer, width=16) == ["* They ask", "", "  | 1. pay and", "  |    rest", "  |", "  | and stay"]


def test_what_is_nested_too_deep_for_the_width_is_indented_no_more() -> None:
    block: Block = paragraph("harbour")
    for _ in range(4):
        block = ListBlock(((block,),))
    assert drawn(block, width=10) == ["* - +", "    +", "    harbou", "    r"]
    assert drawn(Quote((Quote((Quote((paragraph("harbour"),)),)),)), width=10) == ["| | harbou", "| | r"]


def test_numbers_before_the_first_are_aligned_too() -> None:
    items = tuple((paragraph(word),) for word in ("a", "b", "c"))
    assert drawn(ListBlock(items, -1)) == ["-1. a", " 0. b", " 1. c"]


def test_code_keeps_its_spaces_and_fills_its_ground() -> None:
    page = Page((Code("if a:\n    b\n\nc  =  港口"),), ())
    lines = [line.line.pieces for line in laid_out(page, 12) if line.block >= 0][:-1]
    assert lines == [((text, "code"),) for text in (" if a:      ", "     b      ", " " * 12, " c  =  港口 ")]


def test_code_that_is_too_wide_is_cut_and_not_lost() -> None:
    assert drawn(Code("abcdefghij  klm"), width=8) == [" abcdef", " ghij", " klm"]


def test_code_that_is_too_wide_is_broken_at_spaces_and_keeps_its_indent() -> None:
    assert drawn(Code("    sail(north, west)"), width=18) == ["     sail(north,", "     west)"]


def test_quoted_text_is_in_the_role_of_quotes_and_the_rest_keeps_its_own() -> None:
    spans = (Span("We "), Span("stay", strong=True), Span(" here", link=0))
    page = Page((Quote((Quote((Paragraph(spans), Code("a"))),)),), ("https://a.example/",))
    roles = {text.strip(): role for line in laid_out(page) for text, role in line.line.pieces if line.block >= 0}
    assert roles["We"] == "quote"
    assert roles["stay"] == "quote strong"
    assert roles["[1]"] == "quote link-number"
    assert roles["a"] == "quote code"
    assert roles["▎"] == "quote sign"


def test_a_table_keeps_its_columns_or_is_read_row_by_row_where_there_is_no_room() -> None:
    html = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Kelderhaven</td><td>12</td></tr></table>"
    assert body(html) == ["Port        │ Ships", "─" * 19, "Kelderhaven │    12"]
    assert body(html, 9)[:1] == ["Port:"]


def test_the_first_line_is_not_said_twice_when_it_is_the_title() -> None:
    assert body("<p>Harbour strike</p><p>Text.</p>") == ["Text."]
    assert body("<p>Text.</p><p>Harbour strike</p>") == ["Text.", "", "Harbour strike"]


def test_an_empty_article_says_so() -> None:
    assert "no text of its own" in "".join(line_text(line.line.pieces) for line in laid_out(Page((), ())))


@pytest.mark.parametrize("text", ["word " * 4000, "港口" * 10000, "x" * 20000, "a\n" * 10000, "👍🏽 e\u0301" * 3000])
def test_a_text_twice_as_long_has_twice_the_lines(text: str) -> None:
    def count(times: int) -> int:
        return len([line for line in laid_out(Page((paragraph(text * times),), ()), 50) if line.block >= 0]) - 1

    assert abs(count(2) - 2 * count(1)) <= 1


def test_the_ground_of_code_and_the_line_under_a_link_begin_and_end_with_their_words() -> None:
    html = "<p>Set<code> marks </code>or see<a href='https://a.example/'> the page </a>of it.</p>"
    (line, _) = (line for line in laid_out(page_of(clean_html(html)), 60) if line.block >= 0)
    assert line.line.pieces == (
        ("Set ", "text"),
        ("marks", "text code-span"),
        (" or see ", "text"),
        ("the page", "text link"),
        ("[1]", "link-number"),
        (" of it.", "text"),
    )
