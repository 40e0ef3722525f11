import asyncio
import threading
from pathlib import Path

import pytest
from aiohttp import web

from reader.fetch.fetching import fetch
from reader.fetch.http import HttpClient
from reader.fetch.sources import source_of
from reader.model.raw import FoundFiles, Known, RawDocument, Unchanged, Validators
from reader.model.source import Source, SourceKind
from tests.servers.loopback import serving


@pytest.mark.parametrize("known", [Validators(), {}])
async def test_every_kind_of_source_on_disk_is_read(known: Known, tmp_path: Path) -> None:
    for name in ["a.txt", "feed.xml"]:
        (tmp_path / name).write_text("text")
    assert isinstance(await fetch(source_of(".", tmp_path), known, None), FoundFiles)
    assert isinstance(await fetch(source_of("a.txt", tmp_path), known, None), FoundFiles)
    assert isinstance(await fetch(source_of("feed.xml", tmp_path), known, None), RawDocument)


async def test_what_is_known_of_a_source_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "feed.xml").write_text("text")
    folder, feed = source_of(".", tmp_path), source_of("feed.xml", tmp_path)
    files, document = await fetch(folder, {}, None), await fetch(feed, Validators(), None)
    assert isinstance(files, FoundFiles)
    assert isinstance(document, RawDocument)
    known = {file.key: file.fingerprint for file in files.changed}
    assert await fetch(folder, known, None) == Unchanged()
    assert await fetch(feed, document.validators, None) == Unchanged(document.validators)


async def test_a_folder_is_read_no_further_once_the_fetch_is_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def walk_for_ever(path: Path, known: object, stop: threading.Event) -> Unchanged:
        begun.set()
        stop.wait()
        stopped.set()
        return Unchanged()

    monkeypatch.setattr("reader.fetch.fetching.find_text_files", walk_for_ever)
    fetching = asyncio.create_task(fetch(source_of(".", tmp_path), {}, None))
    await asyncio.to_thread(begun.wait)
    fetching.cancel()
    await asyncio.to_thread(stopped.wait)


async def test_a_source_on_the_web_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")

    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=304 if "If-None-Match" in request.headers else 200)

    async with serving(handler) as address, HttpClient() as client:
        source = Source(SourceKind.URL, address)
        assert isinstance(await fetch(source, Validators(), client), RawDocument)
        known = Validators(etag='"one"')
        assert await fetch(source, known, client) == Unchanged(known)
