"""Related articles for the sidebar."""

from reader.library.library import Library
from reader.library.relating import declared_titles_not_held, related_articles
from reader.tui.sections import Section, sections


def related_sections(library: Library, article_id: int) -> list[Section]:
    """Find what is related to an article, in the sidebar's sections."""
    found = related_articles(library, article_id, library.config.sidebar.count)
    return sections(found, declared_titles_not_held(library, article_id))
