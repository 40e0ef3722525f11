"""What a document is that is no feed."""

import json
import re

from reader.text.safe import safe_line

_ROOT = re.compile(r"<([A-Za-z_][\w:.-]*)")
_OF_WEB_PAGES = frozenset({"html", "head", "body", "p", "div", "script", "meta", "title"})
_OF_FEEDS = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|item|entry)\b", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOOK = "look at it in a browser"
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def describe(text: str) -> str:
    """Say in one sentence that `text` is not a feed, and what it seems to be."""
    text = text.strip().lstrip("\ufeff")
    if not text:
        return "this is not a feed but an empty document; try again later"
    if text[0] in "{[":
        return _describe_json(text)
    root = _root_of(text)
    if root is None:
        return _describe_text(text)
    if root.lower() in _OF_WEB_PAGES:
        return "this is not a feed but a web page; look there for the address of its feed"
    if root.lower() == "opml":
        return "this is not a feed but a list of feeds; `newsreader import FILE` takes in its file"
    return f"this is not a feed but XML of another kind ({safe_line(root, most=40)}); {_LOOK}"


def is_web_page(text: str) -> bool:
    """Tell whether a document begins like HTML."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and (_root_of(text) or "").lower() in _OF_WEB_PAGES


def names_feed_elements(text: str) -> bool:
    """Tell whether some of a document may be a feed, whatever it begins like."""
    return _OF_FEEDS.search(text) is not None


def _root_of(text: str) -> str | None:
    root = _ROOT.search(_COMMENT.sub("", text[:100_000]))
    return root[1] if root else None


def _describe_text(text: str) -> str:
    kind = "data that is no text" if _BINARY.search(text, 0, 1000) else "text of another kind"
    return f"this is not a feed but {kind}; {_LOOK}"


def _describe_json(text: str) -> str:
    if "jsonfeed.org/version" in text[:10_000]:
        return "this is a JSON Feed that is broken at its beginning; tell its publisher"
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return _describe_text(text)
    return f"this is not a feed but other data (JSON); {_LOOK}"
