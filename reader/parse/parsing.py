"""From bytes to values, whatever the source."""

from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, RawFiles
from reader.model.source import Source, SourceKind


def parse(source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
    """Parse what was fetched from `source`; Failed says why it is nothing that can be read, WebPage what it names.

    A plain function of values that can be pickled, so that it can run in another process.
    """
    if isinstance(raw, RawFiles):
        from reader.parse.textfiles import parse_text_files

        return parse_text_files(source, raw)
    from reader.parse.feeds import parse_feed

    parsed = parse_feed(raw)
    if not isinstance(parsed, Failed) or source.kind is not SourceKind.URL:
        return parsed
    from reader.parse.discovery import read_links

    return read_links(raw, parsed.reason) or parsed
