"""Every sample has a file of the same name beside it that says what is to be read from it."""

import json
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.model.article import ArticleContent
from reader.model.outcome import Failed
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.model.raw import Fingerprint, RawDocument, RawFile, RawFiles, Validators
from reader.model.source import Source, SourceKind
from reader.parse.parsing import parse
from tests.shown import shown_html, shown_text

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".json")
MODIFIED_AT = datetime(2020, 2, 2, 20, 20, tzinfo=UTC)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_as_expected(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))
    assert read_sample(name) == expected


def read_sample(name: str) -> Any:
    """Parse a sample as a source of its own; give what it says as JSON values, without what is absent."""
    path = SAMPLES / name
    body = path.read_bytes()
    if path.suffix == ".xml":
        raw = RawDocument(body, f"https://feeds.example/{name}", "text/xml", Validators())
        parsed = parse(Source(SourceKind.URL, raw.url), raw)
    else:
        file = RawFile(name, f"/home/me/{name}", body, MODIFIED_AT, Fingerprint(len(body), 0, ""))
        parsed = parse(Source(SourceKind.TEXT_FILE, file.path), RawFiles((file,)))
    return _feed_value(parsed)


def _feed_value(parsed: ParsedFeed | Failed) -> Any:
    if isinstance(parsed, Failed):
        return {"failed": parsed.reason}
    value = {
        "kind": parsed.kind.value,
        "title": parsed.title,
        "site": parsed.site,
        "problems": list(parsed.problems),
        "entries": [_entry_value(entry) for entry in parsed.entries],
    }
    return {name: given for name, given in value.items() if given}


def _entry_value(entry: ParsedEntry) -> Any:
    values = {field.name: getattr(entry.content, field.name) for field in fields(ArticleContent)}
    values |= {"body": None, "html": shown_html(entry.content), "text": shown_text(entry.content)}
    if entry.key != entry.content.guid:
        values["key"] = entry.key
    if entry.key.endswith(".txt"):
        del values["html"]  # only paragraphs around the text
    return {name: _json_value(value) for name, value in values.items() if value}


def _json_value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json_value(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: part for name, part in asdict(value).items() if part is not None}
    return value
