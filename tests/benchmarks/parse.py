"""Measure how feeds are parsed: `python -m tests.benchmarks.parse [--rounds N]`.

Against feedparser as it comes. That sanitises HTML and resolves the links in it while it parses; we do both when an
article is read, which these figures leave out. "Ready to be stored" are titles, keys, links, dates, authors, tags,
enclosures and summaries, normalised and safe to print, bodies as they were written, and the text of each for search and
related articles, which feedparser does not give at all. The feeds are those of the shared test data, if that is there
(NEWSREADER_SHARED can name it), and made ones.
"""

import io
import os
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path

import feedparser

from reader.model.parsed import ParsedFeed
from reader.model.raw import RawDocument, Validators
from reader.parse.fast.lane import read_fast
from reader.parse.feeds import document_text, finish, parse_feed, read_feed
from reader.parse.jsonfeed import is_json_feed
from reader.parse.universal import read_any_feed
from tests.benchmarks.made_news import Newsroom
from tests.benchmarks.measuring import interleaved, print_heading, print_table

ROOT = Path(__file__).parents[2]
MADE_FEEDS, ENTRIES = 10, 50
RELATED = '<p>See <a href="/more" class="more">more</a> and <em>more</em>.</p><ul><li>One</li><li>Two</li></ul>'


def made_feeds() -> list[RawDocument]:
    """Make feeds as blogs have them: half RSS, half Atom."""
    articles = list(Newsroom().articles(MADE_FEEDS * ENTRIES))
    feeds = []
    for number in range(MADE_FEEDS):
        entries = []
        for article in articles[number * ENTRIES : (number + 1) * ENTRIES]:
            title, body = escape(article.title), escape(f"{article.body.written}{RELATED}")
            link = f"https://made.example/{article.guid}"
            at = article.published_at
            assert at is not None
            if number % 2:
                entries.append(
                    f'<entry><title>{title}</title><id>{article.guid}</id><link href="{link}"/>'
                    f'<updated>{at.isoformat()}</updated><content type="html">{body}</content></entry>'
                )
            else:
                entries.append(
                    f"<item><title>{title}</title><guid>{link}</guid><link>{link}</link><category>news</category>"
                    f"<pubDate>{at:%a, %d %b %Y %H:%M:%S +0000}</pubDate><description>{body}</description></item>"
                )
        parts = "".join(entries)
        text = (
            f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Made</title>{parts}</feed>'
            if number % 2
            else f'<rss version="2.0"><channel><title>Made</title>{parts}</channel></rss>'
        )
        feeds.append(RawDocument(text.encode(), "https://made.example/feed", None, Validators()))
    return feeds


def real_feeds() -> list[RawDocument]:
    """Give the feeds in XML of the shared collection; none if it is absent."""
    corpus = Path(os.environ.get("NEWSREADER_SHARED", ROOT.parent / "shared")).resolve() / "corpus"
    bodies = [(path, path.read_bytes()) for path in sorted(corpus.glob("*/*"))]
    feeds = [RawDocument(body, f"https://feeds.example/{path.name}", None, Validators()) for path, body in bodies]
    return [feed for feed in feeds if not is_json_feed(document_text(feed.body, None))]


def as_it_comes(feed: RawDocument) -> None:
    """Parse with feedparser's defaults."""
    feedparser.parse(io.BytesIO(feed.body))


def by_universal_lane(feed: RawDocument) -> ParsedFeed | None:
    """Parse as every feed would be if there were no fast lane."""
    read = read_any_feed(document_text(feed.body, None))
    return finish(read, feed.url) if read else None


def as_written(feed: RawDocument) -> object:
    """Read by our lanes what is written, and make nothing of it."""
    return read_feed(document_text(feed.body, None), feed.url)


def measure(feeds: Sequence[RawDocument], rounds: int) -> None:
    """Print what each way of parsing takes for all feeds, and how many times feedparser takes that."""
    ways: dict[str, Callable[[RawDocument], object]] = {
        "feedparser's defaults": as_it_comes,
        "our universal lane: ready to be stored": by_universal_lane,
        "our lanes: ready to be stored": parse_feed,
        "our lanes: values as written": as_written,
    }
    figures = interleaved({name: partial(_seconds, way, feeds) for name, way in ways.items()}, rounds)
    megabytes = sum(len(feed.body) for feed in feeds) / 1e6
    first = next(iter(figures.values()))
    rows = []
    for name, many in figures.items():
        ratios = sorted(floor / figure for floor, figure in zip(first, many, strict=True))
        spread = f"{statistics.median(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f})"
        milliseconds = statistics.median(many) * 1000
        rows.append((name, f"{milliseconds:.0f}", f"{megabytes / milliseconds * 1000:.1f}", spread))
    print_table(("", "CPU ms, median", "MB/s", "times feedparser's speed"), rows)


def _seconds(way: Callable[[RawDocument], object], feeds: Sequence[RawDocument]) -> float:
    start = time.process_time()
    for feed in feeds:
        way(feed)
    return time.process_time() - start


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    if real := real_feeds():
        fast = [feed for feed in real if read_fast(document_text(feed.body, None))]
        print_heading(f"{len(real)} real feeds, malformed ones among them; {len(fast)} go by the fast lane")
        measure(real, chosen.rounds)
        print_heading(f"Those {len(fast)} alone")
        measure(fast, chosen.rounds)
    print_heading(f"{MADE_FEEDS} made feeds of {ENTRIES} entries")
    measure(made_feeds(), chosen.rounds)
