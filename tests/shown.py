"""Articles as a reader sees them, before they are stored."""

from reader.model.article import ArticleContent
from reader.text.bodies import safe_html
from reader.text.html import text_of


def shown_html(content: ArticleContent) -> str:
    """Give the body as safe HTML."""
    return safe_html(content.body)


def shown_text(content: ArticleContent) -> str:
    """Give the body as plain text."""
    return text_of(safe_html(content.body))
