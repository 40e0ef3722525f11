"""Related articles in sections, as lines: values in, lines out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.model.config import Config
from reader.model.related import RelatedArticle
from reader.model.row import ArticleRow
from reader.text.ages import age_text
from reader.text.marks import SETS, Marks
from reader.tui.lines import Line, NumberedLine, fit, grid_safe, line_text, text_width
from reader.tui.rows import fit_name
from reader.tui.wrapping import Run, wrap

TITLE_LINES = 2
"""Most lines of a title."""


@dataclass(frozen=True, slots=True)
class Section:
    """Related articles that have the same relation."""

    heading: str
    articles: tuple[RelatedArticle, ...]
    not_held: tuple[str, ...] = ()
    """Titles that the publisher lists but the library does not hold."""


def sections(found: Sequence[RelatedArticle], not_held: Sequence[str], feed_id: int) -> list[Section]:
    """Sort what is related to an article of a feed into sections; those without any are left out."""
    declared = tuple(one for one in found if one.declared)
    story = tuple(one for one in found if one.same_story and not one.declared)
    others = tuple(one for one in found if not one.declared and not one.same_story)
    sources = len({feed_id, *(row.feed_id for one in story for row in (one.row, *(copy.row for copy in one.copies)))})
    named = [
        Section("FROM THIS PAGE", declared, tuple(not_held)),
        Section(f"SAME STORY · {sources} {'source' if sources == 1 else 'sources'}", story),
        Section("EARLIER AND RELATED", others),
    ]
    return [section for section in named if section.articles or section.not_held]


def with_rows(shown: Sequence[Section], rows: Mapping[int, ArticleRow]) -> list[Section]:
    """Give the same sections with the rows of some articles, by id, as they are now."""
    return [
        replace(section, articles=tuple(replace(one, row=rows.get(one.row.id, one.row)) for one in section.articles))
        for section in shown
    ]


def section_lines(shown: Sequence[Section], width: int, now: datetime, config: Config) -> Iterator[NumberedLine]:
    """Draw sections, an empty line behind each."""
    marks = SETS[config.marks]
    number = 0
    for section in shown:
        yield None, ((fit("  " + section.heading, width), "heading-small"),)
        for article in section.articles:
            yield from ((number, line) for line in related_lines(article, width, now, config.ages, marks))
            number += 1
        for title in section.not_held:
            yield from ((None, line) for line in _title_lines("", title, "dim", width))
            yield None, (("  ", "dim"), (fit("not in your library", width - 2), "image"))
        yield None, ()


def related_lines(related: RelatedArticle, width: int, now: datetime, ages: str, marks: Marks) -> Iterator[Line]:
    """Draw a related article: title, source and age, and why, if that can be told."""
    row = related.row
    sign = marks.bookmarked if row.bookmarked else marks.unread if row.unread else ""
    yield from _title_lines(sign, row.title, "unread" if row.unread else "read", width)
    age = f" · {age_text(row.dated_at, now, ages)}"
    yield ("  ", "dim"), (fit(fit_name(row.feed, width - 2 - text_width(age)).rstrip() + age, width - 2), "dim")
    if related.copies:
        yield ("  ", "dim"), (fit(copies_text(related, width - 2, marks), width - 2), "dim")
    if related.reasons:
        yield ("  ", "dim"), (fit(reasons_text(related.reasons, width - 2), width - 2), "reason")


def _title_lines(sign: str, title: str, role: str, width: int) -> Iterator[Line]:
    """Draw a title behind a sign, in as many lines as it needs and may take."""
    start = f"{sign} " if sign else ""
    left = grid_safe(title)
    for number in range(1, TITLE_LINES + 1):
        room = width - 2 - text_width(start)
        first = next(wrap([Run(left, role)], max(2, room)), None) if number < TITLE_LINES else None
        shown = line_text(first.pieces) if first else left
        yield ("  ", "dim"), (start, "mark"), (fit(shown, room), role)
        left, start = left.lstrip()[len(shown) :].lstrip(), ""
        if not left:
            return


def copies_text(related: RelatedArticle, width: int, marks: Marks) -> str:
    """Count an article and its near-copies, and name the other feeds that have it, as many as fit."""
    others = [copy.row.feed for copy in related.copies if copy.row.feed != related.row.feed]
    count = f"{marks.copies}{1 + len(related.copies)}"
    if not others:
        return f"{count} in this feed"
    start = f"{count} also "
    return start + reasons_text([*dict.fromkeys(others)], width - len(start))


def reasons_text(reasons: Sequence[str], width: int) -> str:
    """Give as many words as fit in `width` cells whole, and the first in any case."""
    shown = ""
    for reason in reasons:
        longer = f"{shown}, {reason}" if shown else reason
        if shown and text_width(grid_safe(longer)) > width:
            break
        shown = longer
    return shown
