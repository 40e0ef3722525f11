"""`newsreader prune`."""

import argparse
from collections import Counter
from dataclasses import replace

from reader.cli.json_lines import print_json, time_text
from reader.library.keeping import prune as prune_articles
from reader.library.keeping import surplus
from reader.library.library import Library
from reader.model.keeping import Surplus
from reader.text.counts import counted


def prune(library: Library, args: argparse.Namespace) -> int:
    """Delete articles that are too old to be kept, or only tell which."""
    found = surplus(library)
    if not args.dry_run:
        gone: Counter[int] = Counter()
        for feed_id, articles in prune_articles(library):
            gone[feed_id] += articles
        found = [replace(one, articles=gone[one.feed_id]) for one in found if gone[one.feed_id]]
    articles = sum(one.articles for one in found)
    if args.json:
        for one in found:
            print_json(_surplus_object(one))
        print_json({"outcome": "done", "feeds": len(found), "articles": articles, "dry_run": args.dry_run})
        return 0
    for one in found:
        print(f"{one.feed}: {counted(one.articles, 'article')}, {_span(one)}")
    print(_sums(articles, dry_run=args.dry_run))
    return 0


def _surplus_object(one: Surplus) -> dict[str, object]:
    return {
        "feed_id": one.feed_id,
        "feed": one.feed,
        "source": one.source,
        "articles": one.articles,
        "oldest_at": time_text(one.oldest_at),
        "newest_at": time_text(one.newest_at),
    }


def _span(one: Surplus) -> str:
    first, last = (at.astimezone().date().isoformat() for at in (one.oldest_at, one.newest_at))
    return f"of {first}" if first == last else f"from {first} to {last}"


def _sums(articles: int, *, dry_run: bool) -> str:
    if not articles:
        return "Nothing is too old to be kept."
    named = counted(articles, "article")
    if dry_run:
        return f"{named} would go; `newsreader prune` lets them go, [keep] in the config file keeps more."
    return f"{named} went; what you did with them is remembered."
