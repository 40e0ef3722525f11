"""Markdown to HTML, by CommonMark with tables and strikethrough."""

from functools import cache

from markdown_it import MarkdownIt


def markdown_to_html(text: str) -> str:
    """Give Markdown as HTML. HTML inside it is kept, so the result has to be cleaned like any HTML from outside."""
    return str(_converter().render(text))


@cache
def _converter() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])
