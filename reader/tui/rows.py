"""How articles and feeds look as rows of a list: values in, lines out."""

from datetime import datetime

from reader.model.feed import FeedSummary
from reader.model.row import ArticleRow
from reader.text.ages import short_age
from reader.tui.lines import Line, fit, fit_right, text_width
from reader.tui.marks import Marks

AGE_WIDTH = 9
DATE_WIDTH = 16
LEAST_SOURCE, MOST_SOURCE = 7, 16
LEAST_TITLE_BEFORE_AGE, LEAST_TITLE_BEFORE_SOURCE = 8, 36
"""Cells of a title that are worth more than what would stand right of it."""


def age_text(dated_at: datetime, now: datetime, style: str) -> str:
    """Tell when, as an age ("short") or as a local date and time ("date")."""
    if style == "date":
        return f"{dated_at.astimezone():%Y-%m-%d %H:%M}"
    return short_age(dated_at, now)


def article_row(row: ArticleRow, width: int, now: datetime, ages: str, marks: Marks) -> Line:
    """Draw an article in a list: mark, title, age, source. Unread is bold and marked; read is dim."""
    room = max(1, width - 5)
    age = " " + fit_right(age_text(row.dated_at, now, ages), DATE_WIDTH if ages == "date" else AGE_WIDTH)
    if room - len(age) < LEAST_TITLE_BEFORE_AGE:
        age = ""
    source_room = min(MOST_SOURCE, room - len(age) - 2 - LEAST_TITLE_BEFORE_SOURCE)
    source = "  " + fit(row.feed, source_room) if source_room >= LEAST_SOURCE else ""
    return (
        (" " + (marks.unread if row.unread else " "), "mark"),
        ((marks.bookmarked if row.bookmarked else " ") + " ", "star"),
        (fit(row.title, room - len(age) - text_width(source)), "unread" if row.unread else "read"),
        (age, "dim"),
        (source, "dim"),
        (" ", "dim"),
    )


def feed_row(summary: FeedSummary, width: int, marks: Marks, indent: int) -> Line:
    """Draw a feed in the list of feeds: title, a mark if it fails, unread count."""
    failing = summary.feed.error is not None
    return counted_row(summary.feed.title, summary.unread, width, indent, marks.failing if failing else " ")


def counted_row(title: str, count: int, width: int, indent: int = 0, mark: str = " ", sign: str = "") -> Line:
    """Draw a row of the list of feeds: a sign that stands out to the left, a title, a mark, a count if there is one."""
    shown = str(count) if count else ""
    title_width = max(4, width - 2 - indent - 3 - max(4, len(shown)))
    role = "unread" if count else "read"
    return (
        (fit(" " * indent + sign, indent + 2), "mark"),
        (fit(title, title_width), role),
        (f" {mark} ", "warning"),
        (fit_right(shown, max(4, len(shown))), "count"),
    )
