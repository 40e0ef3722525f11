"""Related articles for the sidebar."""

from typing import TYPE_CHECKING

from reader.library.library import Library

if TYPE_CHECKING:
    from reader.tui.sections import Section


def related_sections(library: Library, article_id: int) -> "list[Section]":
    """Find what is related to an article, in the sidebar's sections."""
    from reader.library.reading import article_rows
    from reader.library.relating import declared_titles_not_held, related_articles  # not needed for the first paint
    from reader.tui.sections import sections

    found = related_articles(library, article_id, library.config.sidebar.count)
    feed_id = article_rows(library, [article_id])[0].feed_id
    return sections(found, declared_titles_not_held(library, article_id), feed_id)
