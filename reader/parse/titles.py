"""Titles as plain text of one line."""

import re
from html import unescape

from reader.model.feed import FeedKind
from reader.parse.rawfeeds import RawText
from reader.text.safe import safe_line

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_PAIR = re.compile(
    r"<(i|em|b|strong|u|s|sup|sub|span|cite|code|q|small|big|a|font|p|div|h\d)\b[^<>]*>(.*?)</\1>", re.I | re.S
)
_DEEPEST = 4
_MOST_CHARACTERS = 2000
"""More than that is no title; the search for pairs takes the square of it."""
_SINGLE = re.compile(r"<(?:br|img|wbr)\b[^<>]*>", re.IGNORECASE)


def read_title(title: RawText | None, kind: FeedKind) -> str | None:
    """Give the title of a feed or an entry as plain text, None if it has none."""
    if title is None or not title.value:
        return None
    value = title.value
    if kind is FeedKind.ATOM and "<" in value and "html" in title.type:
        from reader.text.html import clean_html, text_of  # libraries that few feeds need

        value = text_of(clean_html(value))
    return plain_title(value) or None


def plain_title(value: str) -> str:
    """Give a title without markup and entities, also where it is escaped once too often.

    Only elements that are opened and closed count as markup: a title that speaks of the <b> tag keeps it.
    """
    if "<" not in value and "&" not in value:
        return safe_line(value[:_MOST_CHARACTERS])
    decoded = _ENTITY.sub(lambda match: unescape(match[0]), _without_markup(value[:_MOST_CHARACTERS]))
    return safe_line(_without_markup(decoded))


def _without_markup(value: str) -> str:
    for _ in range(_DEEPEST):
        if "<" not in value:
            break
        value, pairs = _PAIR.subn(r"\2", _SINGLE.sub(" ", value))
        if not pairs:
            break
    return value
