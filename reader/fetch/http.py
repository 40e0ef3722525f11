"""Feeds from web servers: one conditional GET each, within limits."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from reader import __version__
from reader.fetch.caching import fresh_seconds, retry_after, validators_of
from reader.fetch.digests import digest_of
from reader.fetch.failures import reason_of, refusal
from reader.fetch.packing import unpack_gzip
from reader.fetch.spelling import one_spelling
from reader.model.outcome import Failed
from reader.model.raw import Complaint, RawDocument, Unchanged, Validators, Wishes
from reader.text.places import is_local

USER_AGENT = f"newsreader/{__version__} (+https://pypi.org/project/newsreader-tui/)"
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
_LED_INSIDE = (
    "the server redirects into your own machine or its network, where it has no business; "
    "if that is where the feed is, add it by that address"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})

Answer = RawDocument | Unchanged | Complaint | Failed


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take."""

    total_seconds: float = 30
    """From the first attempt to connect to the last byte, redirects included; waiting for a turn is not counted."""
    connect_seconds: float = 10
    size: int = 10 * 2**20
    """Bytes of a body after decompression."""
    redirects: int = 10
    connections: int = 128
    connections_per_host: int = 4


DEFAULT_LIMITS = Limits()


class HttpClient:
    """A client to be used as an async context manager; holds connections, but no cookies and no cache."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._turns = asyncio.Semaphore(limits.connections)
        self._turns_at: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(limits.connections_per_host)
        )

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            # The semaphores limit the connections: time spent in aiohttp's own queue would count as time-out.
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=3),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=self._limits.connect_seconds),
            headers={"User-Agent": USER_AGENT, "Accept": ACCEPT},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._session.close()

    async def get(self, address: str, validators: Validators) -> Answer:
        """Get what is at `address`, unless it is still what `validators` tell of."""
        host = urlsplit(address).hostname or ""
        try:
            async with self._turns_at[host], self._turns, asyncio.timeout(self._limits.total_seconds):
                answer = await self._follow(URL(address), validators)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Failed(f"{host}: {reason_of(error, host)}")
        return replace(answer, reason=f"{host}: {answer.reason}") if isinstance(answer, Failed) else answer

    @cached_property
    def _proxies(self) -> dict[str, str]:
        return getproxies()

    def _proxy_for(self, url: URL) -> str | None:
        """Give the environment's proxy.

        This is done here because aiohttp's `trust_env` would also send what `.netrc` holds for the host.
        """
        proxy = self._proxies.get(url.scheme)
        return proxy if proxy and not proxy_bypass(url.host or "") else None

    async def _follow(self, url: URL, validators: Validators) -> Answer:
        headers = _conditions(validators)
        moved_for_good = False
        for hop in range(self._limits.redirects + 1):
            async with self._session.get(
                url, headers=headers, allow_redirects=False, proxy=self._proxy_for(url)
            ) as response:
                target = response.headers.get("Location") if response.status in _REDIRECTS else None
                if target is None:
                    moved_to = one_spelling(str(url)) if moved_for_good else None
                    return await self._answer(response, validators, moved_to)
                moved_for_good = response.status in _PERMANENT and (moved_for_good or hop == 0)
            hop_url = _next_hop(url, target)
            if hop_url is None:
                return Failed("the server redirects to something that is not a web address; check the address")
            if is_local(str(hop_url)) and not is_local(str(url)):
                return Failed(_LED_INSIDE)
            url = hop_url
        return Failed(f"more than {self._limits.redirects} redirects, probably in a circle; try again later")

    async def _answer(self, response: aiohttp.ClientResponse, known: Validators, moved_to: str | None) -> Answer:
        now, headers = datetime.now(UTC), response.headers
        wishes = Wishes(fresh_seconds(headers, now), moved_to)
        if response.status == 304 and _conditions(known):
            return Unchanged(validators_of(headers, None, known), wishes)
        if response.status == 429 or (response.status == 503 and "Retry-After" in headers):
            return Complaint(response.status, retry_after(headers, now))
        if not 200 <= response.status < 300:
            return Failed(refusal(response.status, response.reason), ended=response.status == 410)
        body = await self._body(response)
        if body is None:
            return Failed(f"the answer is larger than {self._limits.size // 2**20} MB; check that it is a feed")
        validators = validators_of(headers, digest_of(body))
        if validators.digest == known.digest:
            return Unchanged(validators, wishes)
        return RawDocument(body, str(response.url), headers.get("Content-Type"), validators, wishes)

    async def _body(self, response: aiohttp.ClientResponse) -> bytes | None:
        """Read the body, or give None as soon as it is known to be too large."""
        if (response.content_length or 0) > self._limits.size:
            return None
        body = bytearray()
        async for chunk in response.content.iter_any():
            body += chunk
            if len(body) > self._limits.size:
                return None
        return unpack_gzip(bytes(body), self._limits.size)


def _conditions(validators: Validators) -> dict[str, str]:
    """Give the headers of a conditional request (RFC 9110, section 13.1)."""
    given = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in given.items() if value is not None}


def _next_hop(url: URL, target: str) -> URL | None:
    """Give the web address that a redirect leads to, if it is one; credentials stay with their origin."""
    try:
        hop = url.join(URL(target)).with_fragment(None)
        if hop.scheme not in {"http", "https"} or not hop.host:
            return None
        stays = url.user and hop.user is None and hop.origin() == url.origin()
    except ValueError:
        return None
    return hop.with_user(url.user).with_password(url.password) if stays else hop
