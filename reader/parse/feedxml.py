"""A feed's text made ready for feedparser."""

import re

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML can't hold (https://www.w3.org/TR/xml/#charsets)."""

_DECLARATION = re.compile(r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<\?xml\b(?!-)[^>]*>", re.DOTALL)
_BEFORE_ROOT = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_UNDECLARED_RSS = re.compile(r"<(/?)rss:(?=[a-zA-Z])")
_MEDIA_DESCRIPTION = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)media:description\b[^<>]*?(/?)>", re.DOTALL
)


def root_of(text: str) -> str:
    """Give the name of a document's root element in lower case and without prefix, "" if there is none."""
    before = _BEFORE_ROOT.match(text.lstrip("\ufeff"))
    name = _NAME.match(text.lstrip("\ufeff"), before.end() if before else 0)
    return name[1].lower() if name else ""


def prepare(text: str) -> bytes:
    """Give the text of a feed as UTF-8 that feedparser's strict parser takes, as far as that can be done.

    The declaration goes, as its encoding no longer holds; so do characters and references that XML forbids
    (https://www.w3.org/TR/xml/#charsets), for which one the lenient parser is thirty times slower. `media:description`
    gets another name: feedparser would let this caption replace the story.
    """
    text = text.lstrip("\ufeff")
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() if declaration else 0 :].lstrip()
    text = FORBIDDEN.sub("", _REFERENCE.sub(_valid_reference, text))
    if "media:description" in text:
        text = _MEDIA_DESCRIPTION.sub(_caption, text)
    if "xmlns:rss" not in text:
        text = _UNDECLARED_RSS.sub(r"<\1", text)
    return text.encode()


def _caption(markup: re.Match[str]) -> str:
    return markup[0] if markup[1] is None else f"<{markup[1]}media:caption{markup[2]}>"


def _valid_reference(match: re.Match[str]) -> str:
    digits = match[1] or match[2]
    number = int(digits, 16 if match[1] else 10) if len(digits) <= 10 else 0
    allowed = number in {9, 10, 13} or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD
    return match[0] if allowed or 0x10000 <= number <= 0x10FFFF else ""
