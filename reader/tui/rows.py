"""How articles and feeds look as rows of a list: values in, lines out."""

import re
from datetime import datetime

from reader.model.feed import FeedSummary
from reader.model.row import ArticleRow
from reader.text.ages import age_text
from reader.text.marks import Marks
from reader.tui.lines import Line, fit, fit_ends, fit_right, text_width

AGE_WIDTH = 9
DATE_WIDTH = 16
LEAST_SOURCE, MOST_SOURCE = 7, 16
_ADDRESS = re.compile(r"https?://(?:www\.)?")
_COMMON_END = re.compile(r"/(?:index|feeds?|rss|atom)?(?:\.?(?:xml|rss|atom|rdf|html?|php|json))?/?$")
"""How most feeds' addresses end, which so tells nothing."""
CUT = "/…"
LEAST_PATH = 4
"""Cells of an address's path that tell enough for its host to stand there whole."""
TITLE = 2
"""Number of the piece of an article's row that is its title."""
LEAST_TITLE_BEFORE_AGE, LEAST_TITLE_BEFORE_SOURCE = 8, 30
"""Cells of a title that are worth more than what would stand right of it."""


def article_row(
    row: ArticleRow, width: int, now: datetime, ages: str, marks: Marks, with_source: bool = True, lead: str = ""
) -> Line:
    """Draw an article in a list: mark, title, number of sources if there are several, age, source.

    Unread is bold and marked; read is dim. `lead` stands before the title.
    """
    room = max(1, width - 5 - text_width(lead))
    age = " " + fit_right(age_text(row.dated_at, now, ages), DATE_WIDTH if ages == "date" else AGE_WIDTH)
    if room - len(age) < LEAST_TITLE_BEFORE_AGE:
        age = ""
    source_room = min(MOST_SOURCE, room - len(age) - 2 - LEAST_TITLE_BEFORE_SOURCE) if with_source else 0
    source = "  " + fit_name(row.feed, source_room) if source_room >= LEAST_SOURCE else ""
    copies = f" {marks.copies}{row.sources}" if row.sources > 1 else ""
    if room - len(age) - text_width(source) - len(copies) < LEAST_TITLE_BEFORE_AGE:
        copies = ""
    return (
        (" " + (marks.unread if row.unread else " "), "mark"),
        ((marks.bookmarked if row.bookmarked else " ") + f" {lead}", "star"),
        (fit(row.title, room - len(copies) - len(age) - text_width(source)), "unread" if row.unread else "read"),
        (copies, "dim"),
        (age, "dim"),
        (source, "dim"),
        (" ", "dim"),
    )


def feed_row(summary: FeedSummary, width: int, marks: Marks, indent: int) -> Line:
    """Draw a feed in the list of feeds: title, a mark if it is paused or fails, unread count."""
    feed = summary.feed
    if feed.paused_at is not None:
        return counted_row(feed.title, summary.unread, width, indent, marks.paused, mark_role="dim")
    mark = marks.failing if feed.error is not None else ""
    return counted_row(feed.title, summary.unread, width, indent, mark, mark_role="warning")


def counted_row(
    title: str,
    count: int,
    width: int,
    indent: int = 0,
    mark: str = "",
    *,
    role: str | None = None,
    mark_role: str = "star",
) -> Line:
    """Draw a row of the list of feeds: a title, and at the right a mark and a count if there is one."""
    shown = str(count) if count else ""
    right = len(mark) + len(shown) + (1 if mark and shown else 0)
    return (
        (" " * (2 + indent), "dim"),
        (fit_name(title, max(4, width - 2 - indent - right - 1)), role or ("unread" if count else "read")),
        (f" {mark}", mark_role),
        (f" {shown}" if mark and shown else shown, "count"),
    )


def fit_name(title: str, width: int) -> str:
    """Fit a title; an address, which stands in for one, keeps its host and the end of its path."""
    address = _ADDRESS.match(title)
    if not address:
        return fit(title, width)
    shown = title[address.end() :]
    if text_width(shown) <= width:
        return fit(shown, width)
    host, _, path = _COMMON_END.sub("", shown).rstrip("/").partition("/")
    room = width - text_width(host) - len(CUT)
    if text_width(path) <= room + 1 or room < LEAST_PATH:
        return fit_ends(f"{host}/{path}".rstrip("/"), width)
    end = path[-room:]
    return fit(host + CUT + end[max(0, end.find("/")) :], width)
