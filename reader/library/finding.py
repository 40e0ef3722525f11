"""Finding the feed that is meant by an address: by rules, by what the page there says, and by a few tries."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.library import storing
from reader.library.library import Library
from reader.library.workers import Workers
from reader.model.discovery import Choice, FeedLink, Finding, Found, WebPage
from reader.model.feed import Feed
from reader.model.outcome import Failed, Postponed
from reader.model.parsed import ParsedFeed
from reader.model.raw import Complaint, RawDocument, Validators
from reader.model.source import Source, SourceKind
from reader.text.credentials import with_credentials_of, without_credentials

if TYPE_CHECKING:
    from reader.fetch.hosts import Hosts
    from reader.fetch.http import HttpClient

PATIENCE = 20.0
"""Seconds for all tries at the site of one page."""
SECONDS_A_TRY = 8.0
NO_FEED = Failed(
    "this is a web page that names no feed, and there is none at the usual addresses; give the feed's own address"
)

NO_NEW_ADDRESS = Failed("no other feed was found on its site; look there in a browser, or remove the feed")


def recognise(source: Source) -> Found | Choice | None:
    """Give the feeds of an address that a rule knows; None where only its server can tell."""
    if source.kind is not SourceKind.URL:
        return None
    from reader.parse.siteaddresses import sure_feeds

    return _settled(sure_feeds(source.location))


async def find_feeds(library: Library, pages: Sequence[tuple[Source, WebPage]]) -> list[Finding]:
    """Find the feed of each web page that a source led to; side by side, but for the tries at one site.

    What a page declares goes before links that look like feeds, and these before the usual addresses. Of the last the
    first one that is a feed is taken, as is a lone link only if it is one: nobody vouches for them. A host is asked as
    the last refresh remembers that it wants to be asked.
    """
    named = [_named(page) for _, page in pages]
    if all(named):
        return [finding for finding in named if finding]
    async with _scout(library) as scout:

        async def find(finding: Found | Choice | None, source: Source, page: WebPage) -> Finding:
            return finding or await scout.find(source, page)

        return list(await asyncio.gather(*(find(known, *page) for known, page in zip(named, pages, strict=True))))


async def find_new_address(library: Library, feed: Feed) -> Finding:
    """Find where a feed on the web may be now: by what its site says, its host, and the page at its own address.

    The address that it has is none of the answers.
    """
    known = without_credentials(feed.source.location)
    objection: Failed | None = None
    async with _scout(library, known) as scout:
        for address in dict.fromkeys([*([feed.site] if feed.site else []), urljoin(known, "/"), known]):
            finding = await scout.look_at(_source(feed.source, address))
            if isinstance(finding, Found | Choice):
                return finding
            if finding != NO_FEED:
                objection = finding
    return objection or NO_NEW_ADDRESS


def _source(known: Source, address: str) -> Source:
    return Source(SourceKind.URL, with_credentials_of(known.location, address))


@asynccontextmanager
async def _scout(library: Library, known: str | None = None) -> AsyncIterator["_Scout"]:
    from reader.fetch.hosts import Hosts
    from reader.fetch.http import HttpClient, Limits

    hosts = Hosts(storing.remembered_hosts(library))
    with Workers() as workers:
        async with HttpClient(Limits(total_seconds=SECONDS_A_TRY, redirects=4)) as http:
            try:
                yield _Scout(http, workers, hosts, known)
            finally:
                storing.remember_hosts(library, hosts.changes())


@dataclass(frozen=True, slots=True)
class _Scout:
    http: "HttpClient"
    workers: Workers
    hosts: "Hosts"
    known: str | None
    """An address that is not looked for."""

    async def look_at(self, source: Source) -> Found | Choice | Failed:
        """Find the feeds of a page."""
        raw = await self._ask(source)
        if isinstance(raw, Postponed):
            return Failed(raw.reason)
        page = await self.workers.parse(source, raw) if isinstance(raw, RawDocument) else None
        if not isinstance(page, WebPage):
            return NO_FEED
        unknown = replace(page, declared=self._unknown(page.declared), linked=self._unknown(page.linked))
        return _named(unknown) or await self.find(source, unknown)

    def _unknown(self, links: Iterable[FeedLink]) -> tuple[FeedLink, ...]:
        return tuple(link for link in links if link.address != self.known)

    async def find(self, source: Source, page: WebPage) -> Found | Failed:
        from reader.parse.siteaddresses import likely_feeds

        likely = [*(link.address for link in page.linked), *likely_feeds(page.url)]
        addresses = [address for address in dict.fromkeys(likely) if address != self.known]
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                return await self._first_feed(source, addresses)
        return NO_FEED

    async def _first_feed(self, source: Source, addresses: Iterable[str]) -> Found | Failed:
        """Try addresses one after the other, as it is one server that is asked, until one is a feed or it objects."""
        for address in addresses:
            asked = _source(source, address)
            raw = await self._ask(asked)
            if isinstance(raw, Postponed):
                return Failed(raw.reason)
            if isinstance(raw, RawDocument):
                parsed = await self.workers.parse(asked, raw)
                if isinstance(parsed, ParsedFeed):
                    return Found(FeedLink(address, parsed.title, parsed.kind))
        return NO_FEED

    async def _ask(self, source: Source) -> RawDocument | Postponed | None:
        """Fetch a page as its host wishes to be asked; None if there is no such page."""
        host = self.hosts.host(urlsplit(source.location).hostname or source.location)
        until = host.wait_until(datetime.now(UTC))
        if not until:
            await host.turn()
            raw = await self.http.get(source.location, Validators())
            if not isinstance(raw, Complaint):
                return raw if isinstance(raw, RawDocument) else None
            until = host.complain(raw.retry_after, datetime.now(UTC))
        return Postponed(f"{host.wish(until)}; look for its feeds after that", until)


def _named(page: WebPage) -> Found | Choice | None:
    """Give the feeds that a page names; a lone link that it does not declare is none yet."""
    return _settled(page.declared) or (_settled(page.linked) if len(page.linked) > 1 else None)


def _settled(links: tuple[FeedLink, ...]) -> Found | Choice | None:
    if len(links) > 1:
        return Choice(f"{len(links)} feeds belong to this page; add the one that you want", links=links)
    return Found(links[0]) if links else None
