"""The shared collection of real feeds: its index tells what two other programs found, which is not always right."""

import csv
from pathlib import Path

import pytest

from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, Validators
from reader.model.source import Source, SourceKind
from reader.parse.parsing import parse

OURS_IS_BETTER = {
    "kurtmckee-feedparser/rss_empty_document.xml": "a comment alone is no feed",
    "rbren-rss-parser/incomplete-fields.atom": "an entry without any content is no article",
    "rbren-rss-parser/craigslist.rss": "&#x0024; and <sup> in a title are markup, escaped once too often",
    "huginn-huginn/slickdeals.atom": "&amp; in a title is an ampersand, escaped once too often",
    "Olshansk-rss-feeds/feed_paulgraham.xml": "three of its entries stand there twice",
}
TITLE_CUT = 120
"""Longer titles are cut in the index."""


def test_every_feed_of_the_collection_is_read(shared: Path) -> None:
    corpus = shared / "corpus"
    with (corpus / "index.tsv").open(encoding="utf-8") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["file"] for row in rows} == {str(path.relative_to(corpus)) for path in corpus.glob("*/*")}
    differences = [row["file"] for row in rows if not _is_as_told(row, _parse(corpus / row["file"]))]
    assert sorted(differences) == sorted(OURS_IS_BETTER)


def _parse(path: Path) -> ParsedFeed | Failed:
    raw = RawDocument(path.read_bytes(), path.as_uri(), None, Validators())
    return parse(Source(SourceKind.FEED_FILE, str(path)), raw)


def _is_as_told(row: dict[str, str], parsed: ParsedFeed | Failed) -> bool:
    if isinstance(parsed, Failed):
        return False
    first = parsed.entries[0].content.title if parsed.entries else ""
    counted = row["entries"] in {"", str(len(parsed.entries))}
    titled = not row["first_title"] or row["first_title"] == first[:TITLE_CUT]
    return counted and titled


@pytest.mark.parametrize("cut", [0.3, 0.7])
def test_every_feed_of_the_collection_may_be_cut_off(shared: Path, cut: float) -> None:
    for path in (shared / "corpus").glob("*/*"):
        body = path.read_bytes()
        if len(body) < 100_000:
            parse(
                Source(SourceKind.FEED_FILE, str(path)),
                RawDocument(body[: int(len(body) * cut)], path.as_uri(), None, Validators()),
            )
