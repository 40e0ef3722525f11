"""Web pages saved as HTML: the main text without what stands around it."""

import logging
import re
from typing import Any

import trafilatura
from lxml.etree import SubElement, tostring
from selectolax.lexbor import LexborHTMLParser

from reader.parse.creditlines import take_credits
from reader.parse.pagemeta import read_page_meta
from reader.parse.paragraphs import blocks_of
from reader.parse.savedpage import SavedPage
from reader.parse.titles import plain_title
from reader.text.html import clean_html, text_of
from reader.text.nesting import shallow
from reader.text.safe import safe_line, safe_url

# What it can't make sense of is no news: the text of the page is taken another way then.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_AROUND = "script, style, noscript, template, nav, header, footer, aside, iframe, dialog"
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_LEAST_TEXT = 400
"""Characters; less than that, and less than half of the page, is too little for the main text."""
_LEAST_SHARE = 0.05
_MOST_BEGINNING = 2000
"""Characters in which a byline is looked for."""
_NEARLY_ALL = 0.9
"""Where the main text is that much of the page, the page itself keeps what the extraction flattens: code, captions."""
_MOST_ELEMENTS = 10_000
"""trafilatura's time grows with the square of the paragraphs: 20,000 take half a minute."""

_BLOCKS = {"list": "ul", "item": "li", "quote": "blockquote", "lb": "br", "row": "tr", "cell": "td"}
_STYLES = {"#b": "strong", "#i": "em", "#u": "u", "#t": "code", "#sub": "sub", "#sup": "sup"}


def read_web_page(text: str) -> SavedPage:
    """Read a saved web page: the main text as trafilatura finds it or else all text of the page, and metadata.

    A byline at the beginning of the text counts where the metadata is silent, and stays in the text.
    """
    text = shallow(text)
    tree = LexborHTMLParser(text)
    meta = read_page_meta(tree)
    saved_from = _SAVED_FROM.search(text[:2000])
    link = meta.link or (safe_url(saved_from[1]) if saved_from else None)
    html = _without_title(clean_html(_main_html(text, tree), link), meta.title)
    found, _ = take_credits(blocks_of(text_of(html)[:_MOST_BEGINNING]))
    return SavedPage(
        html=html.strip(),
        title=meta.title,
        link=link,
        author=meta.author or (found.author and safe_line(found.author, most=200)),
        section=meta.section,
        tags=meta.tags,
        published_at=meta.published_at or found.published_at,
        updated_at=meta.updated_at or found.updated_at,
        summary=meta.summary,
    )


def _main_html(text: str, tree: LexborHTMLParser) -> str:
    """Give the part of the page that is its text: all of it if nothing stands around it or too little is found."""
    everything = _body_of(tree)
    around = tree.css(_AROUND)
    if not around:
        return everything
    for node in around:
        node.decompose()
    whole = _body_of(tree)
    main = _extract(text) if len(tree.css("*")) <= _MOST_ELEMENTS else ""
    most, found = len(_words(whole)), len(_words(main))
    if not most:
        return main or everything
    too_little = found < min(_LEAST_TEXT, most / 2) or found < most * _LEAST_SHARE
    return whole if too_little or found >= most * _NEARLY_ALL else main


def _body_of(tree: LexborHTMLParser) -> str:
    return (tree.body.html if tree.body else None) or ""


def _extract(text: str) -> str:
    try:
        document = trafilatura.bare_extraction(
            _prepared(text), include_comments=False, include_formatting=True, include_images=True, include_links=True
        )
    except Exception:  # it lets errors of lxml and of its own escape on pages that are broken enough
        return ""
    body = getattr(document, "body", None)
    if body is None:
        return ""
    for element in body.iter():
        _rename(element)
    return str(tostring(body, encoding="unicode", method="html"))


def _prepared(text: str) -> Any:
    """Parse a page and write in ways that trafilatura keeps what it would flatten or drop: code and captions."""
    tree = trafilatura.load_html(text)
    for code in () if tree is None else [*tree.iter("pre")]:
        for line_break in code.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        content, tail = code.text_content(), code.tail
        code.clear()
        SubElement(code, "span").text = content  # only a single span in it tells it from a quote
        code.tail = tail
    for caption in () if tree is None else tree.iter("figcaption"):
        caption.tag = "p"
    return tree


def _rename(element: Any) -> None:
    """Turn an element of trafilatura's own kind into one of HTML."""
    match element.tag:
        case "head":
            element.tag = element.get("rend") or "h2"
        case "hi":
            element.tag = _STYLES.get(element.get("rend"), "span")
        case "list" if element.get("rend") == "ol":
            element.tag = "ol"
        case "cell" if element.get("role") == "head":
            element.tag = "th"
        case "ref":
            element.tag = "a"
            element.set("href", element.get("target") or "")
        case "graphic":
            element.tag = "img"
        case "code" if any(child.tag == "span" for child in element) or "\n" in (element.text or ""):
            element.tag = "pre"
        case str(tag):
            element.tag = _BLOCKS.get(tag, tag)


def _without_title(html: str, title: str | None) -> str:
    """Leave out a heading at the beginning that repeats the title."""
    heading = re.match(r"\s*(?:<(?:div|article|main|section)[^>]*>\s*)*(<h1[^>]*>(.*?)</h1>)", html, re.DOTALL)
    if heading and title and plain_title(text_of(heading[2])) == title:
        return html[: heading.start(1)] + html[heading.end(1) :]
    return html


def _words(html: str) -> str:
    return " ".join(text_of(clean_html(html)).split())
