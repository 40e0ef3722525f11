"""Markdown files with or without front matter."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape, unescape
from typing import Any

import yaml

from reader.parse.daterange import plausible
from reader.parse.dates import read_date
from reader.parse.savedpage import MOST_TITLE, SavedPage
from reader.text.html import clean_html, text_of
from reader.text.markdown import markdown_to_html
from reader.text.safe import safe_line, safe_text, safe_url

_FRONT_MATTER = re.compile(
    r"(?P<mark>---|\+\+\+)[ ]*\n(?P<data>.{0,65536}?\n)(?:(?P=mark)|\.\.\.)[ ]*(?:\n|$)", re.DOTALL
)
_FIELD = re.compile(r"\s*[\w-]+\s*[:=]")
_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_MORE_THAN_WORDS = re.compile(r"<(?:a|img)\b")
_SILENT = SavedPage(html="")


def read_markdown(text: str) -> SavedPage:
    """Read Markdown. A heading at the top becomes the title, and leaves the body if the title holds all of it.

    Front matter in which nothing is understood is text, and stands above the body.
    """
    data, front_matter, body = _split_front_matter(safe_text(text))
    page = _page_of(data)
    title, html = page.title, clean_html(markdown_to_html(body)).strip()
    if title is None:
        title, html = _take_heading(html)
    if front_matter and page == _SILENT:
        title = title or _first_line(html)
        html = f"<pre>{escape(front_matter, quote=False)}</pre>\n{html}"
    return replace(page, html=html, title=title)


def _page_of(data: Mapping[str, Any]) -> SavedPage:
    return SavedPage(
        html="",
        title=_line_of(data, "title"),
        link=_link_of(data),
        author=_list_of(data, "author", "authors", "by"),
        section=_line_of(data, "section", "category"),
        tags=_tags_of(data),
        published_at=_date_of(data, "date", "published", "published_at", "created"),
        updated_at=_date_of(data, "updated", "updated_at", "lastmod", "modified"),
        summary=_line_of(data, "summary", "description", "excerpt"),
    )


def _split_front_matter(text: str) -> tuple[Mapping[str, Any], str, str]:
    """Give the data of the front matter, none if it can't be read, the front matter as it is written, and the rest."""
    text = text.lstrip("\n")
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, "", text
    written, below = match["data"].strip("\n"), text[match.end() :]
    try:
        data = tomllib.loads(match["data"]) if match["mark"] == "+++" else _load_yaml(match["data"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return ({}, written, below) if _FIELD.match(match["data"]) else ({}, "", text)
    if not isinstance(data, dict) or not data:
        return {}, "", text
    return {str(name).lower(): value for name, value in data.items()}, written, below


def _load_yaml(text: str) -> Any:
    # Every scalar stays as it is written: an impossible date costs the date and not the whole front matter.
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


def _take_heading(html: str) -> tuple[str | None, str]:
    """Give the heading at the top and what is below, or else the first main heading and all of it."""
    top = _HEADING.match(html)
    if top and (title := _line(top[2])) and len(title) <= MOST_TITLE:
        return title, html if _MORE_THAN_WORDS.search(top[2]) else html[top.end() :].lstrip()
    headings = (_line(heading[2]) for heading in _HEADING.finditer(html) if heading[1] == "1")
    return next(filter(None, headings), None), html


def _first_line(html: str) -> str | None:
    line = safe_line(text_of(html).partition("\n")[0])
    return line if 0 < len(line) <= MOST_TITLE else None


def _line(html: str) -> str | None:
    return safe_line(text_of(html)) or None


def _line_of(data: Mapping[str, Any], *names: str) -> str | None:
    for name in names:
        value = data.get(name)
        if isinstance(value, str | int | float) and (line := safe_line(unescape(str(value)))):
            return line
    return None


def _list_of(data: Mapping[str, Any], *names: str) -> str | None:
    """Give names of people, each written alone, in a list, or as a mapping with a name."""
    for name in names:
        values = data.get(name)
        values = values if isinstance(values, list) else [values]
        people = [_line_of(value, "name") if isinstance(value, dict) else _line_of({"": value}, "") for value in values]
        if any(people):
            return ", ".join(person for person in people if person)
    return None


def _tags_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    values = data.get("tags") or data.get("keywords") or data.get("categories") or []
    values = values.split("," if "," in values else None) if isinstance(values, str) else values
    tags = (_line_of({"": value}, "") for value in values) if isinstance(values, list) else ()
    return tuple(dict.fromkeys(tag.lstrip("#") for tag in tags if tag))


def _date_of(data: Mapping[str, Any], *names: str) -> datetime | None:
    for name in names:
        value = data.get(name)
        if isinstance(value, datetime):
            return plausible(value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))
        if isinstance(value, date):
            return plausible(datetime(value.year, value.month, value.day, tzinfo=UTC))
        if isinstance(value, str) and (at := read_date(value)):
            return at
    return None


def _link_of(data: Mapping[str, Any]) -> str | None:
    for name in ("link", "url", "canonical_url", "source"):
        if isinstance(data.get(name), str) and (address := safe_url(data[name])):
            return address
    return None
