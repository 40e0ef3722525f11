"""What a document is that is no feed."""

import json
import re

from reader.text.safe import safe_line

_ROOT = re.compile(r"<([A-Za-z_][\w:.-]*)")


def describe(text: str) -> str:
    """Say in one sentence that `text` is not a feed, and what it seems to be."""
    text = text.strip().lstrip("\ufeff")
    if not text:
        return "this is not a feed but an empty document"
    if text[0] in "{[":
        return _describe_json(text)
    root = _ROOT.search(text[:100_000])
    if root is None:
        return "this is not a feed but text of another kind"
    if root[1].lower() in {"html", "head", "body", "p", "div", "script", "meta", "title"}:
        return "this is not a feed but a web page; look there for the address of its feed"
    if root[1].lower() == "opml":
        return "this is not a feed but a list of feeds; import it by `newsreader import`, from a file"
    return f"this is not a feed but XML of another kind ({safe_line(root[1], most=40)})"


def _describe_json(text: str) -> str:
    if "jsonfeed.org/version" in text[:10_000]:
        return "this is a JSON Feed that is broken at its beginning; tell its publisher"
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return "this is not a feed but text of another kind"
    return "this is not a feed but other data (JSON)"
