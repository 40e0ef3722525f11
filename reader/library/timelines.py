"""Timelines: the reports of a story by time, and what each adds."""

from reader.library.library import Library
from reader.library.reading import get_articles
from reader.model.story import Entry
from reader.related.additions import additions
from reader.store import stories as story_store

MOST_REPORTS = 100
"""The latest of a long story, whose timeline nobody reads to its end."""


def timeline(library: Library, article_id: int) -> list[Entry]:
    """Give the story of an article, oldest report first; empty if no other article reports on the event."""
    connection = library.connection
    held = story_store.stories_of(connection, [article_id]).values()
    reports = [report for reports in story_store.reports(connection, held).values() for report in reports]
    if len(reports) < 2:
        return []
    place = next((place for place, it in enumerate(reports) if it.article_id == article_id), 0)
    shown = reports[max(0, min(place, len(reports) - MOST_REPORTS)) :][:MOST_REPORTS]
    articles = get_articles(library, [report.article_id for report in shown], with_text=True)
    texts = {article.id: article.text for article in articles}
    added = additions([texts.get(report.article_id, "") for report in shown])
    return [Entry(report, adds) for report, adds in zip(shown, added, strict=True)]
