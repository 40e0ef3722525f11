"""Markdown to HTML, by CommonMark with tables and strikethrough."""

import re
from functools import cache

from markdown_it import MarkdownIt

_ALIGNED = re.compile(r'(?<=<t[dh]) style="text-align:(center)"')
"""Figures stand at the right by themselves, and all else at the left."""


def markdown_to_html(text: str) -> str:
    """Give Markdown as HTML. HTML inside it is kept, so the result has to be cleaned like any HTML from outside."""
    return _ALIGNED.sub(r' align="\1"', str(_converter().render(text)))


@cache
def _converter() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])
