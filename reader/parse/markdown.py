"""Markdown files with or without front matter."""

import re
import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from html import escape, unescape
from typing import Any

import yaml

from reader.parse.dates import plausible, read_date
from reader.parse.savedpage import MOST_TITLE, SavedPage
from reader.text.html import clean_html, text_of
from reader.text.markdown import markdown_to_html
from reader.text.safe import safe_line, safe_text, safe_url

_FRONT_MATTER = re.compile(
    r"(?P<mark>---|\+\+\+)[ ]*\n(?P<data>.{0,65536}?\n)(?:(?P=mark)|\.\.\.)[ ]*(?:\n|$)", re.DOTALL
)
_FIELD = re.compile(r"\s*[\w-]+\s*[:=]")
_HEADING = re.compile(r" {0,3}(#{1,6})[ ]+(\S.*)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_FENCE = re.compile(r" {0,3}(```|~~~)")


def read_markdown(text: str) -> SavedPage:
    """Read Markdown. A heading at the top becomes the title and leaves the body."""
    data, unread, body = _split_front_matter(safe_text(text))
    title = _line_of(data, "title")
    if title is None:
        title, body = _take_heading(body)
    if title is None and unread:
        title = _first_line(body)
    shown = f"<pre>{escape(unread, quote=False)}</pre>\n" if unread else ""
    return SavedPage(
        html=shown + clean_html(markdown_to_html(body)).strip(),
        title=title,
        link=_link_of(data),
        author=_list_of(data, "author", "authors", "by"),
        section=_line_of(data, "section", "category"),
        tags=_tags_of(data),
        published_at=_date_of(data, "date", "published", "published_at", "created"),
        updated_at=_date_of(data, "updated", "updated_at", "lastmod", "modified"),
        summary=_line_of(data, "summary", "description", "excerpt"),
    )


def _split_front_matter(text: str) -> tuple[Mapping[str, Any], str, str]:
    """Give the data of the front matter, or else the front matter that can't be read, and the rest."""
    text = text.lstrip("\n")
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, "", text
    try:
        data = tomllib.loads(match["data"]) if match["mark"] == "+++" else _load_yaml(match["data"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return ({}, match["data"].strip("\n"), text[match.end() :]) if _FIELD.match(match["data"]) else ({}, "", text)
    if not isinstance(data, dict) or not data:
        return {}, "", text
    return {str(name).lower(): value for name, value in data.items()}, "", text[match.end() :]


def _load_yaml(text: str) -> Any:
    # Every scalar stays as it is written: an impossible date costs the date and not the whole front matter.
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


def _take_heading(body: str) -> tuple[str | None, str]:
    """Give the heading at the top and the text below, or else the first main heading and all of the text."""
    lines = body.lstrip("\n").split("\n")
    if (heading := _HEADING.fullmatch(lines[0])) and (title := _plain(heading[2])):
        return title, "\n".join(lines[1:])
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]) and (title := _plain(lines[0])):
        return title, "\n".join(lines[2:])
    return _main_heading(lines), body


def _main_heading(lines: list[str]) -> str | None:
    in_code = False
    for line in lines:
        in_code ^= bool(_FENCE.match(line))
        heading = None if in_code else _HEADING.fullmatch(line)
        if heading and heading[1] == "#":
            return _plain(heading[2])
    return None


def _first_line(body: str) -> str | None:
    line = _plain(body.lstrip("\n").partition("\n")[0])
    return line if line and len(line) <= MOST_TITLE else None


def _plain(heading: str) -> str | None:
    markdown = safe_line(heading).rstrip("#")
    return safe_line(text_of(clean_html(markdown_to_html(markdown)))) or None


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
