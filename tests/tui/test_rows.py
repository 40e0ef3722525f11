from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.model.feed import Feed, FeedKind, FeedSummary
from reader.model.row import ArticleRow
from reader.model.source import Source, SourceKind
from reader.text.marks import ASCII, UNICODE
from reader.tui.lines import line_text, line_width
from reader.tui.rows import article_row, counted_row, feed_row, fit_name
from tests.tui.strategies import ONE_LINE

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
AGES = st.sampled_from(["short", "date"])


def article(
    title: str = "Harbour strike",
    feed: str = "Port Post",
    unread: bool = True,
    marked: bool = False,
    sources: int = 1,
) -> ArticleRow:
    return ArticleRow(1, 1, feed, title, NOW - timedelta(hours=3), unread, marked, sources)


def summary(error: str | None = None, unread: int = 9) -> FeedSummary:
    source = Source(SourceKind.URL, "https://example.org/feed")
    return FeedSummary(Feed(1, source, FeedKind.RSS, "Port Post", None, None, NOW, NOW, error, None), unread, 20)


@given(ONE_LINE, ONE_LINE, st.integers(8, 200), st.booleans(), AGES, st.integers(1, 200))
def test_a_row_fills_the_list_exactly(title: str, feed: str, width: int, flag: bool, ages: str, sources: int) -> None:
    row, lead = article(title, feed, flag, not flag, sources), "  " if flag else ""
    assert line_width(article_row(row, width, NOW, ages, UNICODE, lead=lead)) == width


def test_a_row_tells_mark_title_age_and_source() -> None:
    shown = line_text(article_row(article(), 70, NOW, "short", UNICODE))
    assert shown == " ●  Harbour strike".ljust(41) + "        3h  Port Post".ljust(29)


def test_states_are_told_by_signs_not_by_colour_alone() -> None:
    assert line_text(article_row(article(marked=True), 80, NOW, "short", UNICODE)).startswith(" ●★ Harbour")
    assert line_text(article_row(article(marked=True), 80, NOW, "short", ASCII)).startswith(" *+ Harbour")
    assert line_text(article_row(article(unread=False), 80, NOW, "short", ASCII)).startswith("    Harbour")


def test_a_report_of_several_tells_how_many_sources_there_are() -> None:
    shown = line_text(article_row(article(sources=3), 70, NOW, "short", UNICODE))
    assert shown == " ●  Harbour strike".ljust(38) + " ×3        3h  Port Post".ljust(32)
    assert " x3 " in line_text(article_row(article(sources=3), 70, NOW, "short", ASCII))
    assert "×" not in line_text(article_row(article(sources=3), 15, NOW, "short", UNICODE))


@given(st.integers(54, 200))
def test_from_54_columns_on_a_row_tells_the_source_and_leaves_the_title_30_cells(width: int) -> None:
    row = article_row(article("t" * 200, "Port"), width, NOW, "short", UNICODE)
    assert any(text.strip() == "Port" for text, _ in row)
    assert sum(text.count("t") + text.count("…") for text, role in row if role == "unread") >= 30


def test_what_stands_right_of_the_title_gives_way_to_it() -> None:
    assert "Port" not in line_text(article_row(article(), 53, NOW, "short", UNICODE))
    assert "3h" in line_text(article_row(article(), 30, NOW, "short", UNICODE))
    assert line_text(article_row(article(), 20, NOW, "short", UNICODE)) == " ●  Harbour strike  "


@given(ONE_LINE, st.integers(0, 10**6), st.integers(20, 60), st.integers(0, 4))
def test_a_row_of_the_feed_list_fills_its_width(title: str, count: int, width: int, indent: int) -> None:
    assert line_width(counted_row(title, count, width, indent)) == width


def test_counts_stand_at_the_right_and_none_is_no_number() -> None:
    assert line_text(counted_row("All", 128, 20)) == "  All" + " " * 12 + "128"
    assert line_text(counted_row("All", 0, 20)) == "  All" + " " * 15


def test_a_failing_feed_is_marked_where_the_count_stands() -> None:
    assert line_text(feed_row(summary("It is gone."), 24, UNICODE, 2)) == "    Port Post        ! 9"
    assert line_text(feed_row(summary("It is gone.", 0), 24, UNICODE, 2)) == "    Port Post          !"
    assert "!" not in line_text(feed_row(summary(), 24, UNICODE, 2))


def test_feeds_that_have_only_an_address_are_told_apart_by_its_ends() -> None:
    addresses = [f"https://www.example.org/feeds/{name}/index.xml" for name in ("world-news", "science")]
    assert [fit_name(address, 20) for address in addresses] == ["example.org/…ld-news", "example.org/…science"]
    assert fit_name("http://localhost/feeds/a-name.xml", 20) == "localhost/…-name.xml"
    assert fit_name("http://127.0.0.1:8801/broken/reset", 20) == "127.0.0.1:8801/…eset"
    assert fit_name("http://international.example.org/feeds/world", 20) == "internatio…eds/world"
    assert fit_name("http://127.0.0.1:9/a", 24) == "127.0.0.1:9/a           "
    assert fit_name("A title that is too long for it", 24) == "A title that is too lon…"


def test_a_list_of_one_feed_leaves_its_name_to_the_titles() -> None:
    shown = line_text(article_row(article("t" * 200), 70, NOW, "short", UNICODE, with_source=False))
    assert "Port Post" not in shown
    assert shown.count("t") == 70 - 4 - 10 - 1 - 1
