"""What a web page says about itself in its head."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from reader.parse.dates import read_date
from reader.parse.titles import plain_title
from reader.text.safe import safe_line, safe_url

_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_AUTHOR = ("author", "article:author", "parsely-author", "dc.creator", "byl")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "dc.date",
    "parsely-pub-date",
    "publish-date",
)
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified")
_SECTION = ("article:section", "parsely-section")
_SUMMARY = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's metadata; None is absent."""

    title: str | None
    link: str | None
    author: str | None
    section: str | None
    tags: tuple[str, ...]
    published_at: datetime | None
    updated_at: datetime | None
    summary: str | None


def read_page_meta(tree: LexborHTMLParser) -> PageMeta:
    """Read meta elements, JSON-LD (https://schema.org/Article), and the canonical link."""
    metas = _metas_of(tree)
    article = next(_articles_of(tree), {})
    return PageMeta(
        title=_title_of(tree, metas, article),
        link=_link_of(tree, metas),
        author=_names_of(article.get("author")) or _plain(metas, _AUTHOR) or _marked_author(tree),
        section=_plain(metas, _SECTION) or _first(article.get("articleSection")),
        tags=_tags_of(metas, article),
        published_at=_date(_text(article.get("datePublished")), *(metas.get(name) for name in _PUBLISHED), _time(tree)),
        updated_at=_date(_text(article.get("dateModified")), *(metas.get(name) for name in _UPDATED)),
        summary=_plain(metas, _SUMMARY) or _text(article.get("description")),
    )


def _metas_of(tree: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        content = node.attributes.get("content")
        if name and content and content.strip():
            metas.setdefault(name.lower(), content)
    return metas


def _articles_of(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else [graph]:
            if isinstance(item, dict) and "headline" in item:
                yield item


def _title_of(tree: LexborHTMLParser, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    """Give the headline; a page's title often has the site's name behind it, which its main heading has not."""
    declared = _plain(metas, _TITLE) or _text(article.get("headline"))
    if declared:
        return declared
    title = plain_title(node.text()) if (node := tree.css_first("title")) else ""
    headings = [plain_title(node.text()) for node in tree.css("h1")]
    contained = next((heading for heading in headings if heading and heading in title), None)
    return contained or title or next(filter(None, headings), None)


def _link_of(tree: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    node = tree.css_first('link[rel="canonical"]')
    for address in (node.attributes.get("href") if node else None, metas.get("og:url")):
        if address and (link := safe_url(address)):
            return link
    return None


def _names_of(value: Any) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [_text(person.get("name")) if isinstance(person, dict) else _text(person) for person in people]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _marked_author(tree: LexborHTMLParser) -> str | None:
    """Give the author that microdata or a link in the page names."""
    for marks in ('[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', 'a[rel="author"]'):
        if names := _names_of([node.text() for node in tree.css(marks)]):
            return names
    return None


def _tags_of(metas: dict[str, str], article: dict[str, Any]) -> tuple[str, ...]:
    keywords = metas.get("news_keywords") or metas.get("keywords") or article.get("keywords")
    words = keywords.split(",") if isinstance(keywords, str) else keywords if isinstance(keywords, list) else []
    return tuple(dict.fromkeys(filter(None, (safe_line(word, most=100) for word in words if isinstance(word, str)))))


def _time(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("time[datetime]")
    return node.attributes.get("datetime") if node else None


def _date(*values: str | None) -> datetime | None:
    return next((at for value in values if value and (at := read_date(value))), None)


def _plain(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    found = (plain_title(metas[name]) for name in names if name in metas and "://" not in metas[name])
    return next(filter(None, found), None)


def _first(value: Any) -> str | None:
    return _text(next(iter(value), None) if isinstance(value, list) else value)


def _text(value: Any) -> str | None:
    return (plain_title(value) or None) if isinstance(value, str) else None
