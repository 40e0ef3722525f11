"""Every page has a file of the same name beside it that says what it tells of feeds."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.model.discovery import FeedLink, WebPage
from reader.model.raw import RawDocument, Validators
from reader.model.source import Source, SourceKind
from reader.parse.parsing import parse

PAGES = Path(__file__).parent / "pages"


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.html")))
def test_a_page_is_read_as_expected(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    url = expected["url"]
    raw = RawDocument((PAGES / name).read_bytes(), url, "text/html", Validators())

    page = parse(Source(SourceKind.URL, url), raw)

    assert isinstance(page, WebPage)
    found = {"url": page.url, "declared": values(page.declared), "linked": values(page.linked)}
    assert {name: value for name, value in found.items() if value} == expected


def values(links: tuple[FeedLink, ...]) -> list[dict[str, Any]]:
    """Give feeds as JSON values, without what is absent."""
    pairs = ({"address": link.address, "title": link.title, "kind": link.kind} for link in links)
    return [{name: value for name, value in pair.items() if value} for pair in pairs]
