from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.model.story import Entry, Report
from reader.text.marks import UNICODE
from reader.tui.lines import line_text, line_width
from reader.tui.timelines import MOST_LINES, NOTHING_NEW, timeline_lines
from tests.tui.strategies import ONE_LINE

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def entry(title: str = "Strike", *adds: str, feed: str = "Port Post", unread: bool = True) -> Entry:
    return Entry(Report(1, 1, feed, title, 300, NOW - timedelta(hours=3), unread), adds)


def drawn(*entries: Entry, width: int = 40) -> list[str]:
    return [line_text(line).rstrip() for _, line in timeline_lines(entries, width, NOW, "short", UNICODE)]


def test_a_report_tells_when_where_and_what_it_adds() -> None:
    assert drawn(entry("Strike", "Ships wait."), entry("Talks", unread=False), width=80) == [
        "  3h · Port Post",
        "  ● Strike",
        "  Ships wait.",
        "",
        "  3h · Port Post",
        "  Talks",
        f"  {NOTHING_NEW}",
    ]


def test_long_additions_are_cut_short() -> None:
    shown = drawn(entry("Strike", "word " * 90))
    assert len(shown) == 2 + MOST_LINES
    assert shown[-1].endswith("…")


@given(ONE_LINE, ONE_LINE, st.lists(ONE_LINE, max_size=2), st.integers(10, 120))
def test_no_line_is_wider_than_the_list(title: str, feed: str, adds: list[str], width: int) -> None:
    lines = timeline_lines([entry(title, *adds, feed=feed)], width, NOW, "short", UNICODE)
    assert all(line_width(line) <= width for _, line in lines)
