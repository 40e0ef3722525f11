"""What people read: tables. Everything that comes from outside goes in as `Text`, so that nothing in it is markup."""

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reader.library.config import Config
from reader.model.article import ArticleRow
from reader.model.feed import FeedSummary
from reader.model.related import RelatedArticle
from reader.text.ages import short_age

PIPE_WIDTH = 1000
"""Columns when the output is not a terminal: there is no edge to cut titles at."""


def print_feeds(summaries: Sequence[FeedSummary], config: Config, now: datetime) -> None:
    """Print one row for each feed."""
    table = _table("ID", "Unread", "Total", "Feed", "Folder", "Refreshed", "Error", right=3)
    for summary in summaries:
        feed = summary.feed
        table.add_row(
            Text(str(feed.id)),
            Text(str(summary.unread)),
            Text(str(summary.total)),
            Text(feed.title, style="bold" if summary.unread else ""),
            Text(feed.folder or ""),
            Text(_age(feed.refreshed_at, config, now)),
            Text(feed.error or ""),
        )
    Output().print(table)


def print_article_rows(rows: Sequence[ArticleRow], config: Config, now: datetime) -> None:
    """Print one row for each article; an unread one is bold and has a mark."""
    table = _table("ID", "", "", "Age", "Title", "Feed", right=1)
    unread, bookmarked = ("●", "★") if config.marks == "unicode" else ("*", "+")
    for row in rows:
        table.add_row(
            Text(str(row.id)),
            Text(unread if row.unread else ""),
            Text(bookmarked if row.bookmarked else ""),
            Text(_age(row.dated_at, config, now)),
            Text(row.title, style="bold" if row.unread else ""),
            Text(row.feed),
        )
    Output().print(table)


def print_related(related: Sequence[RelatedArticle], config: Config, now: datetime) -> None:
    """Print one row for each related article, and why it is one."""
    table = _table("ID", "Score", "Age", "Title", "Feed", "Why", right=2)
    for found in related:
        table.add_row(
            Text(str(found.row.id)),
            Text(f"{found.score:.2f}"),
            Text(_age(found.row.dated_at, config, now)),
            Text(found.row.title),
            Text(found.row.feed),
            Text(_why(found)),
        )
    Output().print(table)


def _why(found: RelatedArticle) -> str:
    marks = ["listed by the publisher"] * found.declared + ["same story"] * found.same_story
    return "; ".join([*marks, ", ".join(found.reasons)]) if found.reasons else "; ".join(marks)


def _table(*titles: str, right: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for place, title in enumerate(titles):
        table.add_column(
            title, justify="right" if place < right else "left", no_wrap=True, overflow="ellipsis", min_width=len(title)
        )
    return table


class Output(Console):
    """Stdout, as wide as the terminal."""

    def __init__(self) -> None:
        super().__init__(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False, emoji=False)

    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the edge of the program what a closed pipe means."""
        raise BrokenPipeError


def _age(at: datetime | None, config: Config, now: datetime) -> str:
    if at is None:
        return ""
    return short_age(at, now) if config.ages == "short" else at.astimezone().strftime("%Y-%m-%d %H:%M")
