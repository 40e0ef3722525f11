"""Related articles in sections, as lines: values in, lines out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.library.config import Config
from reader.model.related import RelatedArticle
from reader.model.row import ArticleRow
from reader.tui.lines import Line, fit
from reader.tui.marks import SETS
from reader.tui.rows import related_rows

NumberedLine = tuple[int | None, Line]
"""A line and the number of the article it belongs to, counted from the top over all sections."""


@dataclass(frozen=True, slots=True)
class Section:
    """Related articles that have the same relation."""

    heading: str
    articles: tuple[RelatedArticle, ...]
    not_held: tuple[str, ...] = ()
    """Titles that the publisher lists but the library does not hold."""


def sections(found: Sequence[RelatedArticle], not_held: Sequence[str]) -> list[Section]:
    """Sort related articles into sections; those without any are left out."""
    declared = tuple(one for one in found if one.declared)
    story = tuple(one for one in found if one.same_story and not one.declared)
    others = tuple(one for one in found if not one.declared and not one.same_story)
    sources = len({one.row.feed_id for one in story})
    named = [
        Section("FROM THE PUBLISHER", declared, tuple(not_held)),
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
            yield from ((number, line) for line in related_rows(article, width, now, config.ages, marks))
            number += 1
        for title in section.not_held:
            yield None, (("  ", "dim"), (fit(title, width - 2), "dim"))
            yield None, (("  ", "dim"), (fit("not in your library", width - 2), "image"))
        yield None, ()
