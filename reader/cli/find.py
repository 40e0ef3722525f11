"""`newsreader find`."""

import argparse
import asyncio
import shlex
from collections.abc import Sequence

from reader.cli.json_lines import print_json
from reader.cli.messages import complain
from reader.library.finding import find_new_address
from reader.library.library import Library
from reader.library.reading import list_feeds
from reader.library.sources import find_feed
from reader.model.discovery import Choice, FeedLink, Finding, Found
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.outcome import Failed
from reader.model.source import SourceKind
from reader.text.safe import safe_line


def find(library: Library, args: argparse.Namespace) -> int:
    """Look where a feed may be now, and list the addresses; nothing is changed."""
    feed = find_feed(library, args.feed)
    if feed.source.kind is not SourceKind.URL:
        raise UsageError(f"{feed.title} is no feed on the web; `newsreader add` adds it from where it is now")
    finding = asyncio.run(find_new_address(library, feed))
    here = {summary.feed.source.shown for summary in list_feeds(library)}
    links = [link for link in _links(finding) if link.address not in here]
    error = None if links else _why_none(finding)
    if args.json:
        for link in links:
            print_json({"outcome": "found", "title": link.title, "address": link.address, "kind": link.kind})
        print_json({"outcome": "done", "found": len(links), "error": error})
    elif error:
        complain(f"{feed.title}: {error}")
    else:
        _print_commands(feed, links)
    return 0 if links else 1


def _links(finding: Finding) -> tuple[FeedLink, ...]:
    match finding:
        case Found(link):
            return (link,)
        case Choice(links=links):
            return links
        case _:
            return ()


def _why_none(finding: Finding) -> str:
    if isinstance(finding, Failed) and not isinstance(finding, Choice):
        return finding.reason
    return "the feeds of its site are here already; look there in a browser, or remove the feed"


def _print_commands(feed: Feed, links: Sequence[FeedLink]) -> None:
    for link in links:
        title = safe_line(link.title or "no title", most=60)
        print(f"{title} ({link.kind})" if link.kind else title)
        print(f"    {shlex.join(['newsreader', 'edit', str(feed.id), '--address', link.address])}")
