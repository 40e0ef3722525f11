"""Refreshing feeds: many are fetched at once, parsed, and what changed goes through one writer.

fetch (asyncio) --> parse (worker processes) --> decide and store (one thread) --> report
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic, perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.fetch.fetching import fetch
from reader.fetch.files import load
from reader.fetch.hosts import Host, Hosts
from reader.library import grouping, indexing, keeping, storing
from reader.library.guide import on_disk
from reader.library.library import Library
from reader.library.moving import moved_files
from reader.library.workers import INLINE_BYTES, INLINE_BYTES_EACH, Workers
from reader.library.writer import Writer
from reader.model.draft import Wording
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.outcome import (
    Failed,
    Held,
    Incomplete,
    NotModified,
    Postponed,
    Refreshed,
    RefreshOutcome,
    RefreshReport,
)
from reader.model.raw import (
    Complaint,
    FoundFile,
    FoundFiles,
    Known,
    RawDocument,
    RawFile,
    RawFiles,
    Unchanged,
    Validators,
)
from reader.model.source import Source, SourceKind
from reader.text.credentials import without_credentials
from reader.text.safe import safe_line

if TYPE_CHECKING:
    from reader.fetch.http import HttpClient

MOST_AT_ONCE = 128
"""Feeds at work at one time; bounds the memory that their bodies take."""
TAKEN_IN_AT_ONCE = 12
"""Documents that are parsed or stored at one time: they take several times as much then."""
FEW = 10
"""Feeds of which the small ones are parsed here; of more, there is likely to be work for other processes."""
NOTED_TOGETHER, NOTED_EVERY = 200, 0.5
"""Feeds without news, and the seconds after which they are noted: a kill may lose that, as they can be asked again."""
TIDY_SECONDS = 10.0
"""Longest time that a refresh spends, when the feeds are done, on what the next one may do as well."""
INDEXED_TOGETHER = 300
"""Articles that are stored before they are indexed, while there are more to come."""
FILES_AT_ONCE = 100
"""Files of a folder that are parsed and stored together."""

PORTION_BYTES = 2_000_000
"""Size of them from which on no further one is added."""
PORTIONS_AT_ONCE = 4
"""Portions of one folder that are in memory together."""


async def refresh(
    library: Library,
    feeds: Sequence[Feed],
    report: Callable[[RefreshReport], None],
    begin: Callable[[Feed], None] = lambda feed: None,
) -> None:
    """Refresh feeds side by side and report each one when it is done, in the order in which they finish.

    `begin` is called with each feed when its turn comes. One that fails stops no other one. Cancelled at any moment, a
    refresh leaves whole articles behind. Raises DatabaseError.
    """
    workers = Workers(inline_bytes=INLINE_BYTES if len(feeds) <= FEW else 0)
    with workers, Writer(library) as writer:
        async with _http_client(feeds) as http:
            known = await writer.alone(storing.known_validators, [feed.id for feed in feeds])
            refresher = Refresher(library, http, workers, writer, known)
            await writer.alone(indexing.drop_outdated_index)
            await refresher.refresh_all(feeds, report, begin)
            await refresher.fill_index()
            await refresher.tidy()


@dataclass(frozen=True, slots=True)
class Refresher:
    """What the feeds of one refresh share."""

    library: Library
    http: "HttpClient | None"
    workers: Workers
    writer: Writer
    validators: Mapping[int, Validators]
    """Of the feeds that are documents, by their ids."""
    unindexed: dict[int, Wording] = field(default_factory=dict)
    """What is stored and not yet in the index."""
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(TAKEN_IN_AT_ONCE))
    unchanged: "Notes" = field(default_factory=lambda: Notes())

    async def refresh_all(
        self, feeds: Sequence[Feed], report: Callable[[RefreshReport], None], begin: Callable[[Feed], None]
    ) -> None:
        """Refresh feeds, those of one host in a few lanes, so that a host which wants time keeps no other waiting."""
        hosts = Hosts(await self.writer.alone(storing.remembered_hosts))
        turns = asyncio.Semaphore(MOST_AT_ONCE)

        async def go_along(host: Host, waiting: deque[Feed]) -> None:
            while waiting:
                feed = waiting.popleft()
                if not host.wait_until(datetime.now(UTC)):
                    await host.turn()
                async with turns:
                    begin(feed)
                    report(await self.refresh(feed, host))

        lanes = [
            go_along(host, waiting)
            for host, waiting in ((hosts.host(name), deque(some)) for name, some in _by_host(feeds).items())
            for _ in range(min(host.lanes, len(waiting)))
        ]
        try:
            await _side_by_side(lanes)
        finally:
            await self._note_unchanged()
            await self.writer.alone(storing.remember_hosts, hosts.changes())

    async def refresh(self, feed: Feed, host: Host) -> RefreshReport:
        """Refresh one feed."""
        started = perf_counter()
        try:
            outcome = await self._outcome(feed, host)
        except ReaderError:
            raise
        except Exception as error:  # whatever a feed provokes in us, the other feeds are innocent
            told = safe_line(without_credentials(repr(error)), most=200)
            outcome = Failed(f"newsreader has an error of its own here, please report it: {told}")
        title = feed.title
        if isinstance(outcome, Failed):
            await self.writer.together(storing.record_failure, feed, outcome)
        elif isinstance(outcome, Postponed):
            await self.writer.together(storing.record_postponed, feed, outcome)
        elif isinstance(outcome, Refreshed):
            title = await self.writer.alone(storing.title_of, feed)
        elif isinstance(outcome, Held):
            title, feed = outcome.feed.title, replace(feed, id=outcome.feed.id)
        return RefreshReport(title, feed.source.shown, outcome, perf_counter() - started, feed.id)

    async def _outcome(self, feed: Feed, host: Host) -> RefreshOutcome:
        if until := host.wait_until(datetime.now(UTC)):
            return _postponed(host, until)
        source = on_disk(feed.source)
        known = await self._known(feed)
        raw = await fetch(source, known, self.http)
        match raw:
            case Failed():
                return raw
            case Unchanged():
                self.unchanged.add(feed, raw)
                if self.unchanged.are_due():
                    await self._note_unchanged()
                return NotModified()
            case Complaint():
                return _postponed(host, host.complain(raw.retry_after, datetime.now(UTC)))
            case RawDocument():
                return await self._take_document(feed, source, raw)
            case FoundFiles():
                if isinstance(known, dict):
                    await self.writer.alone(storing.move_files, feed, moved_files(known, raw))
                return await self._take_files(feed, source, raw)

    async def _known(self, feed: Feed) -> Known:
        if (validators := self.validators.get(feed.id)) is not None:
            return validators
        return await self.writer.alone(storing.known_files, feed)

    async def _note_unchanged(self) -> None:
        if notes := self.unchanged.taken():
            await self.writer.together(storing.record_unchanged, notes)

    async def _take_document(self, feed: Feed, source: Source, raw: RawDocument) -> RefreshOutcome:
        async with self.places:
            if feed.refreshed_at:
                raw = await self.writer.alone(storing.with_seen, feed, raw)
            parsed = await self.workers.parse(source, raw)
            if isinstance(parsed, Failed):
                return parsed
            moved_to = raw.wishes.moved_to
            if moved_to and (held := await self.writer.alone(storing.join_held, feed, moved_to)):
                return Held(held)
            write = self.writer.together if len(parsed.entries) <= storing.ARTICLES_AT_ONCE else self.writer.alone
            return await self._index_in_time(await write(storing.store_document, feed, parsed, raw))

    async def _take_files(self, feed: Feed, source: Source, found: FoundFiles) -> RefreshOutcome:
        total = Refreshed(0, 0, found.problems)
        portions = _portions(found.changed)

        async def take_along() -> None:
            nonlocal total
            for portion in portions:
                files, problems = await asyncio.to_thread(load, portion)
                taken = await self._take_some(feed, source, files) if files else Refreshed(0, 0)
                total = _sum(total, taken, Refreshed(0, 0, tuple(problems)))

        await _side_by_side(take_along() for _ in range(PORTIONS_AT_ONCE))
        await self.writer.alone(storing.record_files, feed, found, total.problems)
        return Incomplete(total.new, total.changed, total.problems) if total.problems else total

    async def _take_some(self, feed: Feed, source: Source, files: Sequence[RawFile]) -> Refreshed:
        """Take in files; when they can't be parsed together, halve them until the culprit is alone."""
        parsed = await self.workers.parse(source, RawFiles(tuple(files)))
        if isinstance(parsed, Failed) and len(files) == 1:
            return Refreshed(0, 0, (f"{files[0].key}: {parsed.reason}",))
        if isinstance(parsed, Failed):
            middle = len(files) // 2
            halves = files[:middle], files[middle:]
            return _sum(*[await self._take_some(feed, source, half) for half in halves])
        marks = {file.key: file.fingerprint for file in files}
        return await self._index_in_time(await self.writer.alone(storing.store_files, feed, parsed, marks))

    async def _index_in_time(self, stored: storing.Stored) -> Refreshed:
        """Index what has been stored, once it is enough to make that worth while."""
        self.unindexed.update(stored.wordings)
        if len(self.unindexed) >= INDEXED_TOGETHER:
            await self._index()
        return stored.outcome

    async def _index(self) -> None:
        wordings = dict(self.unindexed)
        self.unindexed.clear()
        await self.writer.alone(indexing.index, wordings)

    async def fill_index(self) -> None:
        """Index all that is not yet, and bring it into stories; marks get their turn between the portions."""
        await self._index()
        for portions in (indexing.fill_index(self.library), grouping.group(self.library)):
            while await self.writer.alone(_has_next, portions):
                pass

    async def tidy(self) -> None:
        """Delete what is left of removed feeds, and articles that are too old, as far as patience goes."""
        give_up_at = perf_counter() + TIDY_SECONDS
        portions: Iterator[object]
        for portions in (storing.purge(self.library), keeping.prune(self.library)):
            while perf_counter() < give_up_at and await self.writer.alone(_has_next, portions):
                pass


class Notes:
    """Feeds that were found to be as they were, until that is noted."""

    def __init__(self) -> None:
        self._feeds: list[tuple[Feed, Unchanged]] = []
        self._taken_at = monotonic()

    def add(self, feed: Feed, unchanged: Unchanged) -> None:
        """Hold one more."""
        self._feeds.append((feed, unchanged))

    def are_due(self) -> bool:
        """Tell whether they are to be noted before there are more of them."""
        return len(self._feeds) >= NOTED_TOGETHER or monotonic() - self._taken_at >= NOTED_EVERY

    def taken(self) -> list[tuple[Feed, Unchanged]]:
        """Give them up."""
        taken, self._feeds, self._taken_at = self._feeds, [], monotonic()
        return taken


def _by_host(feeds: Iterable[Feed]) -> dict[str, list[Feed]]:
    """Sort feeds by host; what is on disk is on a host of its own each."""
    found: dict[str, list[Feed]] = {}
    for feed in feeds:
        host = urlsplit(feed.source.location).hostname if feed.source.kind is SourceKind.URL else None
        found.setdefault(host or feed.source.location, []).append(feed)
    return found


def _portions(found: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    """Put files together; one that may take long goes alone, or the others would wait for it to fail."""
    portion: list[FoundFile] = []
    size = 0
    for file in found:
        if file.fingerprint.size > INLINE_BYTES_EACH:
            yield [file]
            continue
        portion.append(file)
        size += file.fingerprint.size
        if len(portion) == FILES_AT_ONCE or size >= PORTION_BYTES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _postponed(host: Host, until: datetime) -> Postponed:
    return Postponed(f"{host.wish(until)}; it is asked again then", until)


def _has_next(_: Library, portions: Iterator[object]) -> bool:
    return next(portions, None) is not None


def _sum(*parts: Refreshed) -> Refreshed:
    return Refreshed(
        sum(part.new for part in parts),
        sum(part.changed for part in parts),
        tuple(problem for part in parts for problem in part.problems),
    )


@asynccontextmanager
async def _http_client(feeds: Iterable[Feed]) -> AsyncIterator["HttpClient | None"]:
    if not any(feed.source.kind is SourceKind.URL for feed in feeds):
        yield None  # aiohttp takes longer to import than a few files take to read
        return
    from reader.fetch.http import HttpClient

    async with HttpClient() as client:
        yield client


async def _side_by_side(tasks: Iterable[Coroutine[None, None, None]]) -> None:
    """Run coroutines at the same time; the first error cancels the others and is raised as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            for task in tasks:
                group.create_task(task)
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
