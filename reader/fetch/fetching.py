"""The bytes of a source, wherever it is."""

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from reader.fetch.files import find_text_file, find_text_files, read_feed_file
from reader.model.outcome import Failed
from reader.model.raw import Complaint, Fingerprint, FoundFiles, Known, RawDocument, Unchanged, Validators
from reader.model.source import Source, SourceKind

if TYPE_CHECKING:
    from reader.fetch.http import HttpClient


async def fetch(
    source: Source, known: Known, http: "HttpClient | None"
) -> RawDocument | FoundFiles | Unchanged | Complaint | Failed:
    """Read what `source` holds now, except for what is as `known` from the last time.

    `known` is Validators for a feed, fingerprints by key for text files; `http` is needed for a source on the web only.
    """
    validators = known if isinstance(known, Validators) else Validators()
    fingerprints = known if isinstance(known, dict) else {}
    match source.kind:
        case SourceKind.URL:
            if http is None:
                raise ValueError("a source on the web needs an HttpClient")
            return await http.get(source.location, validators)
        case SourceKind.FEED_FILE:
            return await asyncio.to_thread(read_feed_file, Path(source.location), validators)
        case SourceKind.TEXT_FILE:
            return await asyncio.to_thread(find_text_file, Path(source.location), fingerprints)
        case SourceKind.FOLDER:
            return await _find_text_files(Path(source.location), fingerprints)


async def _find_text_files(path: Path, known: dict[str, Fingerprint]) -> FoundFiles | Unchanged | Failed:
    """Read a folder in a thread, which ends when this is cancelled: nobody is to wait for the rest of a large one."""
    stop = threading.Event()
    try:
        return await asyncio.to_thread(find_text_files, path, known, stop)
    finally:
        stop.set()
