"""The feeds of a web page: those it declares, and links that look like feeds.

Declared are `<link rel="alternate">` of a feed's media type, as https://www.rssboard.org/rss-autodiscovery and
https://www.jsonfeed.org/version/1.1/#discovery have it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reader.model.discovery import FeedLink, WebPage
from reader.model.feed import FeedKind
from reader.model.raw import RawDocument
from reader.parse.nonfeeds import is_web_page
from reader.parse.siteaddresses import feed_of_page, looks_like_feed
from reader.parse.titles import plain_title
from reader.text.encoding import decode
from reader.text.places import is_local
from reader.text.safe import safe_url

MOST_LINKS = 40
"""Feeds of one page that are offered."""
_MOST_TEXT = 2_000_000
"""Characters of a page that are looked at."""
_OTHER_TAGS = re.compile(r"<(?!/?(?:a|base|link|script|style)\b)/?[A-Za-z][^<>]*>", re.IGNORECASE)
"""Tags that say nothing of feeds; parsed, deeply nested ones would take the square of their number."""
_MOST_NODES = 1000
"""Links of a page that are looked at from its beginning, and as many from its end."""
_MOST_PARTS = 50
"""Pieces of a link's text; one that is not closed holds the rest of the page."""

_KINDS = {"rss": FeedKind.RSS, "atom": FeedKind.ATOM, "rdf": FeedKind.RDF, "feed+json": FeedKind.JSON}
_FEED_TYPE = re.compile(r"(?:application|text)/(?:x[.-])?(rss|atom|rdf|feed\+json)(?:\+xml)?")
"""Media types of feeds, the unregistered ones too: text/rss, application/x.atom+xml, application/x-rss+xml."""
_ANY_TYPE = frozenset({"", "text/xml", "application/xml", "application/json"})
"""Types, and none, that say too little: the address has to look like a feed's."""
_FEED_TEXT = re.compile(
    r"(?:(?:flux|feed|canal) )?(?:(?:rss|atom|json)(?:[ -]?feeds?)?|feeds?)(?: 1\.0| 2\.0)?", re.IGNORECASE
)
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?:)", re.IGNORECASE)
_COMMENTS = re.compile(r"\bcomments?\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_links(raw: RawDocument, reason: str) -> WebPage | None:
    """Read what a web page says about feeds, None if it is no web page; `reason` says why it is no feed.

    Addresses are absolute, http or https, without fragment and credentials. An address on the local network counts
    only if the page is from there too.
    """
    charset = _CHARSET.search(raw.content_type or "")
    text = decode(raw.body, charset[1] if charset else None)
    if not is_web_page(text):
        return None
    tree = LexborHTMLParser(_OTHER_TAGS.sub(" ", text[:_MOST_TEXT]))
    base = _base_of(tree, raw.url)
    declared = list(_declared(tree, base, raw.url))
    if not declared and (address := feed_of_page(raw.url, text)):
        declared = [FeedLink(address)]
    linked = _linked(tree, base, raw.url) if not declared else ()
    links = _distinct(declared)
    return WebPage(_told(reason, links), url=raw.url, declared=links, linked=_distinct(linked))


def _told(reason: str, links: tuple[FeedLink, ...]) -> str:
    """Name the feeds in the sentence that sends the user to the page for them."""
    if not links:
        return reason
    named = (
        f"its feed is {links[0].address}"
        if len(links) == 1
        else f"it has {len(links)} feeds, one of them at {links[0].address}"
    )
    return f"{reason.partition(';')[0]}; {named}"


def _declared(tree: LexborHTMLParser, base: str, page: str) -> Iterator[FeedLink]:
    for node in _ends_of(tree.css("link[rel][href]")):
        relations = (node.attributes.get("rel") or "").lower().split()
        media_type = (node.attributes.get("type") or "").partition(";")[0].strip().lower()
        if "stylesheet" in relations or not {"alternate", "feed"} & set(relations):
            continue
        named = _FEED_TYPE.fullmatch(media_type)
        address = _address(node, base, page)
        if address and (named or "feed" in relations or (media_type in _ANY_TYPE and looks_like_feed(address))):
            title = plain_title(node.attributes.get("title") or "") or None
            yield FeedLink(address, title, _KINDS[named[1]] if named else None)


def _linked(tree: LexborHTMLParser, base: str, page: str) -> Iterator[FeedLink]:
    for node in _ends_of(tree.css("a[href]")):
        href = node.attributes.get("href") or ""
        address = _address(node, base, page)
        title = plain_title(_text_of(node))
        says_so = _FEED_TEXT.fullmatch(title) or _FEED_SCHEME.match(href.strip())
        if address and (says_so or looks_like_feed(address)):
            yield FeedLink(address, title or plain_title(node.attributes.get("title") or "") or None)


def _text_of(node: LexborNode) -> str:
    parts = islice(node.traverse(include_text=True), _MOST_PARTS)
    return "".join(part.text(deep=False) for part in parts if part.tag == "-text")


def _ends_of(nodes: list[LexborNode]) -> list[LexborNode]:
    return nodes[:_MOST_NODES] + nodes[_MOST_NODES:][-_MOST_NODES:]


def _base_of(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return (node and safe_url(node.attributes.get("href") or "", url)) or url


def _address(node: LexborNode, base: str, page: str) -> str | None:
    href = _FEED_SCHEME.sub("", (node.attributes.get("href") or "").strip())
    address = urldefrag(safe_url(href, base) or "").url
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or address == page:
        return None
    return address if not is_local(address) or is_local(page) else None


def _distinct(links: Iterable[FeedLink]) -> tuple[FeedLink, ...]:
    """Give each address once, feeds of comments last."""
    once: dict[str, FeedLink] = {}
    for link in links:
        once.setdefault(link.address, link)
    return tuple(sorted(once.values(), key=_is_of_comments)[:MOST_LINKS])


def _is_of_comments(link: FeedLink) -> bool:
    return _COMMENTS.search(f"{link.title} {urlsplit(link.address).path}") is not None
