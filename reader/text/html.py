"""HTML from outside: make it safe, and go from it to plain text and back."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from html import escape
from itertools import pairwise
from textwrap import dedent

import nh3

from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Paragraph, Quote, Rule, Span, Table
from reader.text.blocks import page_of
from reader.text.elements import ALLOWED, DROPPED
from reader.text.embeds import link_embeds
from reader.text.flow import text_of_flow
from reader.text.nesting import balanced
from reader.text.safe import safe_line, safe_text, safe_url
from reader.text.shapes import is_shaped

_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align", "colspan"},
    "th": {"align", "colspan"},
}
_OPAQUE = re.compile(
    r"</?(?i:noscript|math|semantics|m(?:enclose|error|fenced|frac|i|multiscripts|n|o|over|padded|phantom|root|row|s"
    r"|space|sqrt|style|sub|subsup|sup|table|td|text|tr|under|underover))\b[^<>]*>"
)
"""Tags that nh3 takes away together with readable content: it reads noscript as text, and removes all of MathML."""
_DOT = r"""\s*=\s*["']?[01](?:px)?["'\s/>]"""
_TRACKING_PIXEL = re.compile(rf"<(?i:img)\b(?=[^<>]*\b(?i:width){_DOT})(?=[^<>]*\b(?i:height){_DOT})[^<>]*>")
_EMPTY_IMAGE = re.compile(r'<img(?: alt="")?>')
_INTRODUCER = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")
_TEXT = re.compile(r"[^<&]+")
_LEADING_BREAKS = re.compile(r"<pre>\n+")

_BLANK = re.compile(r"(\n(?:[^\S\n]*\n)+)")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_ALIGNED = re.compile(r"^ {4}|\S {3,}\S")
_LIST_MARK = re.compile(r"\s*(?:[-*+•–>]|\(?\w{1,3}[.)])\s")
_RULE = re.compile(r"[\W_]+")
"""A line drawn of marks: "-----"."""
ADDRESS = re.compile(r"(https?://[^\s<>\"]*[\w/#=&%~+-])")
"""A bare address in plain text, without the full stop or bracket behind it."""

NARROWEST = 55
WIDEST = 120
"""Characters in the longest line of wrapped text: verse is narrower, and wider lines are whole paragraphs."""


def clean_html(html: str, base: str | None = None) -> str:
    """Give `html` as safe HTML: known elements only, absolute links, no script, style or terminal control.

    Players and frames become links. Links that `safe_url` refuses lose their address; elements nested deeper than
    `nesting.MOST_DEPTH` lose their tags.
    """
    html = html.encode(errors="ignore").decode()  # lone surrogates
    html = _TRACKING_PIXEL.sub("", link_embeds(_OPAQUE.sub("", html), base))
    cleaned = _cleaner(base).clean(balanced(html))
    if "<img" in cleaned:
        cleaned = _EMPTY_IMAGE.sub("", cleaned)
    safe = safe_text(cleaned)  # only now, since character references were not resolved before
    if safe != cleaned and _INTRODUCER.search(cleaned):  # a control sequence must not eat a tag
        safe = _TEXT.sub(lambda text: safe_text(text[0]), cleaned)
    return _LEADING_BREAKS.sub("<pre>", safe) if "<pre>" in safe else safe


@lru_cache(maxsize=64)
def _cleaner(base: str | None) -> nh3.Cleaner:
    """Make what cleans the HTML of one feed: that takes three times as long as to clean a short article."""
    return nh3.Cleaner(
        tags=ALLOWED,
        clean_content_tags=DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=partial(_safe_attribute, base),
        link_rel=None,
    )


def _safe_attribute(base: str | None, _element: str, name: str, value: str) -> str | None:
    if name == "align":  # elsewhere than in the middle, all stands where it suits its kind
        return "center" if value.strip().lower() == "center" else None
    return safe_url(value, base) if name in {"href", "src"} else safe_line(value)


def text_of(html: str) -> str:
    """Give safe HTML as plain text: blocks with blank lines between them, list items behind "- " or their number."""
    text = text_of_flow(html)
    return text_of_blocks(page_of(html).blocks) if text is None else text


def text_of_blocks(blocks: tuple[Block, ...]) -> str:
    """Give the blocks of a page as plain text."""
    return _blocks_text(blocks, "\n\n")


def _blocks_text(blocks: tuple[Block, ...], between: str) -> str:
    return between.join(filter(None, map(_block_text, blocks)))


def _block_text(block: Block) -> str:
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return _spans_text(spans)
        case ListBlock(items, start):
            return "\n".join(
                _item_text("- " if start is None else f"{start + number}. ", item) for number, item in enumerate(items)
            )
        case Quote(blocks):
            return _blocks_text(blocks, "\n\n")
        case Table(header, rows):
            return "\n".join(" | ".join(map(_spans_text, row)) for row in (header, *rows) if row)
        case Code(text) | Image(text):
            return text
        case Rule():
            return ""


def _item_text(mark: str, blocks: tuple[Block, ...]) -> str:
    return mark + _blocks_text(blocks, "\n").replace("\n", "\n" + " " * len(mark))


def _spans_text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def note_to_html(text: str) -> str:
    """Give a note as HTML like `plain_to_html`, but code, columns, drawings and indented text keep their shape."""
    text = safe_text(text.expandtabs()).strip("\n")
    parts: list[str] = []
    shaped: list[str] = []
    for place, part in enumerate(_BLANK.split(dedent(text))):
        lines = [line.rstrip() for line in part.split("\n") if line.strip()]
        if place % 2 == 0 and lines and not is_shaped(lines, wrapped=_are_wrapped([*map(str.strip, lines)])):
            parts += [*_preformatted(shaped), _paragraph_html(lines)]
            shaped = []
        elif place % 2 == 0:
            shaped.append("\n".join(line.rstrip() for line in part.split("\n")))
        elif shaped:  # blank lines within a shape belong to it
            shaped.append("\n" * part.count("\n"))
    return "\n".join([*parts, *_preformatted(shaped)])


def _preformatted(parts: list[str]) -> Iterator[str]:
    if text := "".join(parts).rstrip():
        yield f"<pre>{escape(text, quote=False)}</pre>"


def plain_to_html(text: str) -> str:
    """Give plain text as paragraphs of HTML, escaped, with its addresses as links.

    Lines that were broken to a width are joined; verse, lists and other short lines keep their breaks; indented and
    aligned lines stay as they are.
    """
    text = safe_text(text).strip("\n")
    if "\n" not in text:
        return f"<p>{_linked(text)}</p>" if text.strip() else ""
    paragraphs = (paragraph.split("\n") for paragraph in _BLANK_LINES.split(dedent(text)))
    return "\n".join(_paragraph_html(lines) for paragraph in paragraphs if (lines := [*filter(str.strip, paragraph)]))


def _paragraph_html(lines: list[str]) -> str:
    if len(lines) > 1 and all(map(_ALIGNED.search, lines)):
        return f"<pre>{escape(chr(10).join(lines), quote=False)}</pre>"
    if max(map(len, lines)) > WIDEST:  # so long that each is a paragraph of its own
        return "\n".join(f"<p>{_linked(line)}</p>" for line in lines)
    wrapped = _are_wrapped(lines)
    text = [_linked(lines[0])]
    for above, line in pairwise(lines):
        flows = wrapped and not (_RULE.fullmatch(above) or _RULE.fullmatch(line))
        text += [" " if flows else "<br>", _linked(line)]
    return f"<p>{''.join(text)}</p>"


def _are_wrapped(lines: list[str]) -> bool:
    """Tell whether nearly all lines end where the next word had no room; rules between them count for nothing."""
    lines = [line for line in lines if not _RULE.fullmatch(line)]
    width = max(map(len, lines), default=0)
    if width < NARROWEST or any(map(_LIST_MARK.match, lines)):
        return False
    roomy = sum(len(line) + 1 + len(after.split()[0]) <= width for line, after in pairwise(lines))
    return roomy <= len(lines) // 6


def _linked(line: str) -> str:
    if "://" not in line:
        return escape(line.strip(), quote=False)
    text_and_addresses = ADDRESS.split(line.strip())
    return "".join(
        _link(part) if place % 2 else escape(part, quote=False) for place, part in enumerate(text_and_addresses)
    )


def _link(address: str) -> str:
    url, text = safe_url(address), escape(address, quote=False)
    return f'<a href="{escape(url)}">{text}</a>' if url else text
