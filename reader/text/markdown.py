"""Markdown to HTML, by CommonMark with tables, strikethrough, footnotes, task lists and bare addresses."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from reader.text.footnotes import number_footnotes
from reader.text.html import ADDRESS

_ALIGNED = re.compile(r'(?<=<t[dh]) style="text-align:(center)"')
"""Figures stand at the right by themselves, and all else at the left."""
_TASK = re.compile(r"\[[ xX]\](?=\s)")
_ANCHOR = re.compile(r"<(/?)a\b", re.IGNORECASE)


def markdown_to_html(text: str) -> str:
    """Give Markdown as HTML. HTML inside it is kept, so the result has to be cleaned like any HTML from outside."""
    return _ALIGNED.sub(r' align="\1"', str(_converter().render(text)))


@cache
def _converter() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    number_footnotes(markdown)
    # markdown-it's own linkify takes time that grows with the square of the addresses.
    markdown.core.ruler.push("addresses", _link_addresses)
    markdown.core.ruler.push("tasks", _mark_tasks)
    return markdown


def _link_addresses(state: StateCore) -> None:
    for token in state.tokens:
        if token.children and "://" in token.content:
            token.children = [*_linked(token.children)]


def _linked(tokens: Iterable[Token]) -> Iterator[Token]:
    """Make links of the addresses in the text outside of links."""
    depth = 0
    for token in tokens:
        anchor = _ANCHOR.match(token.content) if token.type == "html_inline" else None
        if token.type in {"link_open", "link_close"} or anchor:
            depth += -1 if token.type == "link_close" or (anchor and anchor[1]) else 1
        if token.type != "text" or depth > 0 or "://" not in token.content:
            yield token
            continue
        for place, part in enumerate(ADDRESS.split(token.content)):
            text = Token("text", "", 0, content=part)
            if place % 2:
                yield from (Token("link_open", "a", 1, {"href": part}), text, Token("link_close", "a", -1))
            else:
                yield text


def _mark_tasks(state: StateCore) -> None:
    """Give items that begin with "[ ]" or "[x]" a box (https://github.github.com/gfm/#task-list-items-extension-)."""
    for item, paragraph, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if item.type != "list_item_open" or paragraph.type != "paragraph_open" or not inline.children:
            continue
        text = inline.children[0]
        if text.type == "text" and (box := _TASK.match(text.content)):
            text.content = ("☐" if box[0] == "[ ]" else "☑") + text.content[box.end() :]
