"""What people read: tables. What comes from outside goes in as `Text`, so that nothing in it is taken for markup."""

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reader.library.schedule import trouble_text
from reader.model.config import Config
from reader.model.feed import Feed, FeedSummary
from reader.model.outcome import unnamed
from reader.model.related import Part, RelatedArticle
from reader.model.row import ArticleRow
from reader.model.story import Story
from reader.text.ages import age_text
from reader.text.marks import SETS

MOST_FILLED = 60
"""Cells to which a column is filled up with spaces when the output is not a terminal."""
PIPE_WIDTH = 1000
"""Columns when the output is not a terminal: there is no edge to cut titles at."""
CUTTABLE = {"Title", "Feed", "Articles", "Sources", "Folder", "Error", "Why"}
"""The columns that give way when the terminal is too narrow, the widest first."""
NUMERIC = {"ID", "Unread", "Total", "Score", "Weight"}
MOST_PARTS = 15
"""Terms of an explanation that are listed one by one."""


def print_feeds(summaries: Sequence[FeedSummary], config: Config, now: datetime) -> None:
    """Print one row for each feed, without the columns that would be empty.

    A terminal of usual width has no room in a row for what is wrong with a feed, so that stands below them all.
    """
    output, below = Output(), sys.stdout.isatty()
    wrong = {one.feed.id: unnamed(one.feed.source.shown, _wrong(one.feed)) for one in summaries}
    filled = {"Folder": any(one.feed.folder for one in summaries), "Error": any(wrong.values()) and not below}
    titles = ("ID", "Unread", "Total", "Title", "Folder", "Refreshed", "Error")
    table = _table(*(title for title in titles if filled.get(title, True)))
    for summary in summaries:
        feed = summary.feed
        table.add_row(
            _cell(feed.id),
            _cell(summary.unread),
            _cell(summary.total),
            _cell(feed.title, bold=summary.unread > 0),
            *[_cell(feed.folder or "")] * filled["Folder"],
            _cell(_age(feed.refreshed_at, config, now)),
            *[_cell(wrong[feed.id])] * filled["Error"],
        )
    _print(table)
    if below and any(wrong.values()):
        output.print()
        width = max(len(str(feed_id)) for feed_id in wrong)
        for feed_id, told in wrong.items():
            if told:
                lines = Text(told).wrap(output, max(20, output.width - width - 2))
                output.print(Text(f"{feed_id:>{width}}  ").append(f"\n{' ' * (width + 2)}".join(map(str, lines))))


def print_failing(summaries: Sequence[FeedSummary], now: datetime) -> None:
    """Print for each feed that fails a line with its id and title, and below it why, since when, and what comes next.

    In a table, a terminal of usual width would have no room for the reason.
    """
    output, width = Output(), max(len(str(summary.feed.id)) for summary in summaries)
    for summary in summaries:
        feed = summary.feed
        where = f" ({feed.folder})" if feed.folder else ""
        output.print(Text(f"{feed.id:>{width}}  ").append(f"{feed.title}{where}", "bold"))
        for line in (unnamed(feed.source.shown, feed.error or ""), trouble_text(feed, now)):
            output.print(Padding(Text(line), (0, 0, 0, width + 2), expand=False))


def print_article_rows(rows: Sequence[ArticleRow], config: Config, now: datetime, *, with_head: bool = True) -> None:
    """Print one row for each article; an unread one is bold and has a mark."""
    table = _table("ID", "", "", "Age", "Title", "Feed")
    table.show_header = with_head
    marks = SETS[config.marks]
    for row in rows:
        table.add_row(
            _cell(row.id),
            _cell(marks.unread if row.unread else ""),
            _cell(marks.bookmarked if row.bookmarked else ""),
            _cell(_age(row.dated_at, config, now)),
            _cell(row.title, bold=row.unread),
            _cell(row.feed),
        )
    _print(table)


def print_related(related: Sequence[RelatedArticle], config: Config, now: datetime) -> None:
    """Print one row for each related article, and why it is one."""
    table = _table("ID", "Score", "Age", "Title", "Feed", "Why")
    for found in related:
        table.add_row(
            _cell(found.row.id),
            _cell(f"{found.score:.2f}"),
            _cell(_age(found.row.dated_at, config, now)),
            _cell(found.row.title, bold=found.row.unread),
            _cell(_feeds(found)),
            _cell(_why(found)),
        )
    _print(table)


def print_stories(stories: Sequence[Story], config: Config, now: datetime) -> None:
    """Print one row for each story: the articles, the best first, the number of sources and which they are."""
    table = _table("ID", "", "Age", "Title", "Articles", "Sources")
    marks = SETS[config.marks]
    for story in stories:
        table.add_row(
            _cell(story.id),
            _cell(f"{marks.copies}{len(story.sources)}"),
            _cell(_age(story.last_at, config, now)),
            _cell(story.title, bold=story.unread > 0),
            _cell(" ".join(str(report.article_id) for report in story.reports)),
            _cell(", ".join(story.sources)),
        )
    _print(table)


def print_parts(parts: Sequence[Part]) -> None:
    """Print one row for each of the strongest terms that two articles share."""
    table = _table("Weight", "Term", "")
    for part in parts[:MOST_PARTS]:
        table.add_row(
            _cell(f"{part.weight:.3f}"), _cell(part.word), _cell("" if part.own else "a word of articles near it")
        )
    if rest := parts[MOST_PARTS:]:
        table.add_row(_cell(f"{sum(part.weight for part in rest):.3f}"), _cell(f"{len(rest)} more"), _cell(""))
    _print(table)


class Output(Console):
    """Stdout, as wide as the terminal."""

    def __init__(self) -> None:
        super().__init__(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False, emoji=False)

    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the edge of the program what a closed pipe means."""
        raise BrokenPipeError


def _table(*titles: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for title in titles:
        table.add_column(title, justify="right" if title in NUMERIC else "left", no_wrap=title not in CUTTABLE)
    return table


def _print(table: Table) -> None:
    """Print a table as the terminal has room; elsewhere its cells are whole, and no row is filled up for a long one."""
    if sys.stdout.isatty():
        Output().print(table)
        return
    columns = [[Text(str(column.header)) if table.show_header else Text(), *column.cells] for column in table.columns]
    texts = [[str(cell) for cell in column] for column in columns]
    widths = [min(max(map(cell_len, column)), MOST_FILLED) for column in texts]
    for row in list(zip(*texts, strict=True))[not table.show_header :]:
        print("  ".join(map(_filled, row, widths, (column.justify for column in table.columns))).rstrip())


def _filled(text: str, width: int, justify: str) -> str:
    space = " " * (width - cell_len(text))
    return space + text if justify == "right" else text + space


def _cell(value: object, *, bold: bool = False) -> Text:
    return Text(str(value), style="bold" if bold else "", no_wrap=True, overflow="ellipsis")


def _wrong(feed: Feed) -> str:
    return feed.error or ("paused" if feed.paused_at else feed.note or "")


def _feeds(found: RelatedArticle) -> str:
    copies = ", ".join(dict.fromkeys(copy.row.feed for copy in found.copies if copy.row.feed != found.row.feed))
    return f"{found.row.feed}, also {copies}" if copies else found.row.feed


def _why(found: RelatedArticle) -> str:
    marks = ["listed by the publisher"] * found.declared + ["same story"] * found.same_story
    return "; ".join([*marks, ", ".join(found.reasons)]) if found.reasons else "; ".join(marks)


def _age(at: datetime | None, config: Config, now: datetime) -> str:
    return age_text(at, now, config.ages) if at else ""
