from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model.article import Article, ArticleContent, ArticleRow, ArticleState
from reader.model.blocks import Page
from reader.text.blocks import page_of
from reader.text.html import clean_html
from reader.tui.arrangement import Pane, arrange
from reader.tui.history import History
from reader.tui.keys import KEYS, check_keys
from reader.tui.lines import fit, line_text, line_width
from reader.tui.marks import ASCII, UNICODE
from reader.tui.merging import merge
from reader.tui.pages import PageLine, lay_out
from reader.tui.rows import article_row, reasons_text
from reader.tui.wrapping import Run, wrap

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
IDS = st.integers(0, 50)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=60)


def pages(html: str, width: int = 60) -> list[PageLine]:
    content = ArticleContent("1", "Harbour strike", author="A. Writer", section="World", html=html)
    article = Article(1, 1, "Port Post", content, ArticleState(), 300, NOW - timedelta(hours=2))
    return lay_out(article, page_of(clean_html(html)), width, NOW, "short", UNICODE)


def body(html: str, width: int = 60) -> list[str]:
    return [line_text(line.line.pieces).rstrip() for line in pages(html, width) if line.block >= 0][:-1]


@given(TEXT, st.integers(1, 40))
def test_fitted_text_fills_its_cells_exactly(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_text_that_is_cut_ends_in_an_ellipsis_and_wide_characters_are_not_halved() -> None:
    assert fit("Harbour strike", 8) == "Harbour…"
    assert fit("港口罢工继续", 6) == "港口… "
    assert fit("👨‍👩‍👧 family", 6) == "👨 fa…"


@given(st.lists(TEXT, max_size=4), st.integers(4, 40))
def test_no_wrapped_line_is_wider_than_asked_and_no_letter_is_lost(texts: list[str], width: int) -> None:
    runs = [Run(text, "text") for text in texts]
    lines = list(wrap(runs, width))
    assert all(line_width(line.pieces) <= width for line in lines)
    kept = [character for line in lines for character in line_text(line.pieces) if character.isalnum()]
    wanted = [character for run in runs for character in run.text if character.isalnum()]
    assert kept == wanted


def test_a_head_of_section_title_and_facts_stands_above_the_text() -> None:
    head = [line_text(line.line.pieces) for line in pages("<p>Text.</p>") if line.block < 0]
    assert head[:2] == ["WORLD", "Harbour strike"]
    assert head[2].startswith("Port Post · A. Writer · 24 Nov")


def test_blocks_are_laid_out_with_their_signs() -> None:
    html = (
        "<h2>Demands</h2><ul><li>Pay<ul><li>more</li></ul></li><li>Rest</li></ul><ol start='9'><li>nine</li>"
        "<li>ten</li></ol><blockquote><p>We stay.</p></blockquote><pre>a = 1\n  b</pre>"
        "<p>See <a href='https://a.example/'>this</a>.</p><img src='https://a.example/i.png' alt='A crane'><hr>"
    )
    text = "\n".join(body(html))
    for part in ("Demands", "• Pay\n  ◦ more\n• Rest", " 9. nine\n10. ten", "▎ We stay.", " a = 1\n   b", "this[1]."):
        assert part in text
    assert "[image: A crane]" in text


def test_a_table_keeps_its_columns_or_is_read_row_by_row_where_there_is_no_room() -> None:
    html = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Kelderhaven</td><td>12</td></tr></table>"
    assert body(html)[0].split("│")[0].strip() == "Port"
    assert body(html, 9)[:1] == ["Port:"]


@given(st.sampled_from(["ul", "ol", "blockquote", "table", "pre", "p", "h1", "div"]), TEXT, st.integers(20, 100))
def test_no_line_of_an_article_is_wider_than_its_measure(tag: str, text: str, width: int) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    html = f"<{tag}><li>{escaped}</li><tr><td>{escaped}</td><td>{escaped}</td></tr></{tag}>"
    assert all(line_width(line.line.pieces) <= min(88, width) for line in pages(html, width))


def test_the_first_line_is_not_said_twice_when_it_is_the_title() -> None:
    assert body("<p>Harbour strike</p><p>Text.</p>") == ["Text."]


def test_an_empty_article_says_so() -> None:
    assert "no text of its own" in "".join(line_text(line.line.pieces) for line in pages(""))
    assert page_of("") == Page((), ())


@given(TEXT, TEXT, st.integers(30, 150), st.booleans(), st.sampled_from(["short", "date"]))
def test_a_row_fills_the_list_exactly(title: str, feed: str, width: int, flag: bool, ages: str) -> None:
    row = ArticleRow(1, 1, feed, title, NOW - timedelta(days=3), flag, not flag)
    assert line_width(article_row(row, width, NOW, ages, UNICODE)) <= width


def test_states_are_told_by_signs_not_by_colour_alone() -> None:
    row = ArticleRow(1, 1, "Port Post", "Strike", NOW, True, True)
    assert line_text(article_row(row, 80, NOW, "short", UNICODE)).startswith(" ●★ Strike")
    assert line_text(article_row(row, 80, NOW, "short", ASCII)).startswith(" *+ Strike")


def test_reasons_are_left_out_whole() -> None:
    assert reasons_text(["offer", "union", "Rotterdam"], 14) == "offer, union"
    assert reasons_text(["Rotterdam"], 4) == "Rotterdam"


@given(
    st.lists(st.integers(0, 50), unique=True), st.lists(st.integers(0, 50), unique=True), st.sets(st.integers(0, 50))
)
def test_merging_keeps_what_is_shown_in_order_and_adds_what_is_new(
    shown: list[int], fresh: list[int], kept: set[int]
) -> None:
    merged = list(merge(shown, fresh, kept))
    assert len(merged) == len(set(merged))
    assert set(merged) == set(fresh) | (set(shown) & kept)
    assert [one for one in merged if one in shown] == [one for one in shown if one in fresh or one in kept]


def test_new_articles_go_where_they_belong() -> None:
    assert list(merge([5, 3, 1], [6, 5, 4, 3, 1, 0], ())) == [6, 5, 4, 3, 1, 0]


@given(st.integers(20, 250), st.integers(10, 80), st.sampled_from(list(Pane)), st.booleans(), st.booleans())
def test_the_pane_with_the_keyboard_is_always_shown(
    width: int, height: int, pane: Pane, sidebar: bool, zoomed: bool
) -> None:
    assert pane in arrange(width, height, pane, sidebar, zoomed).shown


def test_the_screen_has_one_two_three_or_four_columns() -> None:
    assert arrange(50, 20, Pane.LIST, True, False).shown == {Pane.LIST}
    assert arrange(80, 22, Pane.LIST, True, False).shown == {Pane.LIST, Pane.ARTICLE}
    assert arrange(120, 34, Pane.LIST, True, False).shown == set(Pane)
    assert arrange(200, 48, Pane.LIST, True, False).side_by_side


def test_walking_back_and_forward_is_like_a_browser() -> None:
    history = History()
    for article_id in (1, 2, 3):
        history.visit(article_id)
    assert [visit and visit.article_id for visit in map(history.walk, (-1, -1, -1))] == [2, 1, None]
    history.visit(9)
    assert history.walk(1) is None
    assert history.walk(-1) == history.visits[0]


def test_every_key_is_bound_once() -> None:
    keys = [one for key in KEYS for one in key.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert len({key.id for key in KEYS}) == len(KEYS)


def test_a_key_can_be_freed_and_taken_by_another_command() -> None:
    assert check_keys({"zoom": "m", "toggle_read": "x"}) == ({"zoom": "m", "toggle_read": "x"}, [])
