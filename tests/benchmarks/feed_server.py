"""Many made feeds on many loopback addresses: `feed_server.py FEEDS ENTRIES`, controlled by requests to `/set`.

It answers nothing but what a refresh asks, with as little work as can be: what is measured is the client.
"""

import asyncio
import sys
from dataclasses import dataclass
from html import escape
from itertools import islice
from random import Random
from urllib.parse import parse_qs, urlsplit

from reader.text.stripping import stripped_text
from tests.benchmarks.made_news import APART, LATEST, Newsroom

HOSTS = 50
PORT = 8975
DISTINCT_FEEDS = 100
"""Feeds of different articles; further ones tell the same with other guids."""


@dataclass(slots=True)
class Behaviour:
    """How the server answers from now on."""

    latency: float = 0.0
    """Seconds before each answer."""
    conditional: bool = True
    """Whether it knows ETags."""
    changed_share: float = 0.0
    """Share of the feeds that have one entry more."""


def address(number: int) -> str:
    """Give the address of a feed."""
    return f"http://127.0.0.{1 + number % HOSTS}:{PORT}/{number}.xml"


def made_feeds(entries: int) -> list[str]:
    """Write the items of some feeds; `{feed}` in them stands for the feed's number."""
    news, chance = Newsroom().articles(DISTINCT_FEEDS * entries), Random(1)
    feeds = []
    for _ in range(DISTINCT_FEEDS):
        items = []
        for place, content in enumerate(islice(news, entries)):
            words = stripped_text(content.body).split()
            paragraphs = [" ".join(words[at : at + 60]) for at in range(0, len(words), 60)]
            html = "".join(f"<p>{text} <a href='/{chance.random()}'>more</a></p>" for text in paragraphs)
            items.append(
                f"<item><guid isPermaLink='false'>{{feed}}-{place}</guid><title>{escape(content.title)}</title>"
                f"<link>https://made.invalid/{{feed}}/{place}</link>"
                f"<pubDate>{LATEST - APART * place:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
                f"<description>{escape(html)}</description></item>"
            )
        feeds.append("".join(items))
    return feeds


class FeedServer:
    """Answers requests for made feeds."""

    def __init__(self, feeds: int, entries: int) -> None:
        self._feeds, self._items = feeds, made_feeds(entries)
        self._behaviour = Behaviour()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                target = head.split(b" ", 2)[1].decode()
                writer.write(self._set(target) if target.startswith("/set") else await self._feed(target, head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _set(self, target: str) -> bytes:
        given = {name: float(values[0]) for name, values in parse_qs(urlsplit(target).query).items()}
        self._behaviour = Behaviour(given["latency"], bool(given["conditional"]), given["changed"])
        return _response("200 OK", b"done")

    async def _feed(self, target: str, head: bytes) -> bytes:
        number = int(target.strip("/").removesuffix(".xml"))
        changed = number < self._behaviour.changed_share * self._feeds
        etag = f'"{number}-{int(changed)}"'
        if self._behaviour.latency:
            await asyncio.sleep(self._behaviour.latency)
        if self._behaviour.conditional and etag.encode() in head:
            return _response("304 Not Modified", b"", etag)
        extra = f"<item><guid>{number}-new</guid><title>Brand new in {number}</title></item>" if changed else ""
        items = self._items[number % len(self._items)].replace("{feed}", str(number))
        channel = f"<title>Feed {number}</title><link>https://made.invalid/{number}</link>{extra}{items}"
        body = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{channel}</channel></rss>'
        return _response("200 OK", body.encode(), etag if self._behaviour.conditional else None)


def _response(status: str, body: bytes, etag: str | None = None) -> bytes:
    headers = [f"HTTP/1.1 {status}", "Content-Type: application/rss+xml", f"Content-Length: {len(body)}"]
    if etag:
        headers.append(f"ETag: {etag}")
    return "\r\n".join([*headers, "", ""]).encode() + body


async def serve(feeds: int, entries: int) -> None:
    """Serve until the process is ended; say "ready" on standard output."""
    hosts = [f"127.0.0.{1 + number}" for number in range(HOSTS)]
    server = await asyncio.start_server(FeedServer(feeds, entries).answer, hosts, PORT)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2])))
