"""What can be done with a document before it is known what the library holds of it: all that takes long."""

import hashlib
from dataclasses import replace

from reader.model.article import ArticleContent
from reader.model.outcome import Failed
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.model.raw import RawDocument, RawFiles
from reader.model.source import Source
from reader.text.wording import wording_of


def prepare_document(source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
    """Parse a document and prepare its entries; the parsers are imported with the first one."""
    from reader.parse.parsing import parse

    parsed = parse(source, raw)
    return parsed if isinstance(parsed, Failed) else prepared(parsed)


def prepared(parsed: ParsedFeed) -> ParsedFeed:
    """Add to entries what they are compared and found by, unless they have it."""
    if all(entry.wording for entry in parsed.entries):
        return parsed
    return replace(parsed, entries=tuple(map(_prepared, parsed.entries)))


def _prepared(entry: ParsedEntry) -> ParsedEntry:
    content = entry.content
    return replace(entry, digest=digest_of(content), wording=wording_of(content.title, entry.text))


def digest_of(content: ArticleContent) -> str:
    """Give 32 hexadecimal digits that change with anything a reader sees or the list is sorted by."""
    # Fields are named one by one so that a new field doesn't make every article "changed".
    told = (
        content.guid,
        content.title,
        content.link,
        content.author,
        content.section,
        content.tags,
        content.published_at,
        content.updated_at,
        content.summary,
        (content.body.is_html, content.body.base),
        content.related_titles,
    )
    beside = (content.enclosures, content.comments, content.origin, content.thumbnail)
    digest = hashlib.blake2b(repr(told + beside if any(beside) else told).encode(), digest_size=16)
    digest.update(content.body.written.encode(errors="surrogatepass"))
    return digest.hexdigest()
