"""From bytes to values, whatever the source."""

from reader.model.outcome import Failed
from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, RawFiles
from reader.model.source import Source


def parse(source: Source, raw: RawDocument | RawFiles) -> ParsedFeed | Failed:
    """Parse what was fetched from `source`; Failed says why it is nothing that can be read.

    A plain function of values that can be pickled, so that it can run in another process.
    """
    if isinstance(raw, RawFiles):
        from reader.parse.textfiles import parse_text_files

        return parse_text_files(source, raw)
    from reader.parse.feeds import parse_feed

    return parse_feed(raw)
