"""`newsreader articles` and `newsreader search`."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader.cli.messages import complain
from reader.library.library import Library
from reader.library.reading import article_ids, article_rows, get_articles
from reader.model.article import Article
from reader.model.filters import ArticleFilter

BATCH = 500
"""Articles held in memory at a time."""


def articles(library: Library, args: argparse.Namespace) -> int:
    """List articles, newest first."""
    feed_id = None if args.feed is None else _feed_id(library, args.feed)
    wanted = ArticleFilter(feed_id=feed_id, unread=args.unread, bookmarked=args.bookmarked)
    ids = article_ids(library, wanted, args.limit or None)
    if args.json:
        _print_objects(library, ids, args.content)
    elif args.content:
        from reader.cli.show import print_article

        for article in _articles(library, ids, with_text=True):
            print_article(article)
    else:
        _print_rows(library, ids, "No articles.")
    return 0


def search(library: Library, args: argparse.Namespace) -> int:
    """List the articles that hold all the words, best first."""
    from reader.library.searching import finds_every_article

    ids = article_ids(library, ArticleFilter(words=" ".join(args.words)), args.limit or None)
    if not finds_every_article(library):
        complain("not every article can be found yet; `newsreader reindex` makes up for it, and so does a refresh")
    if args.json:
        _print_objects(library, ids, content=False)
    else:
        _print_rows(library, ids, "Nothing found; every word has to occur in an article.")
    return 0


def _feed_id(library: Library, word: str) -> int:
    from reader.library.sources import find_feed

    return find_feed(library, word).id


def _print_objects(library: Library, ids: Sequence[int], content: bool) -> None:
    from reader.cli.json_lines import article_object, print_json

    for article in _articles(library, ids, with_text=content):
        print_json(article_object(article, with_text=content))


def _articles(library: Library, ids: Sequence[int], *, with_text: bool) -> Iterator[Article]:
    for first in range(0, len(ids), BATCH):
        yield from get_articles(library, ids[first : first + BATCH], with_text=with_text)


def _print_rows(library: Library, ids: Sequence[int], nothing: str) -> None:
    if not ids:
        print(nothing)
        return
    from reader.cli.tables import print_article_rows

    now = datetime.now(UTC)
    for first in range(0, len(ids), BATCH):
        rows = article_rows(library, ids[first : first + BATCH])
        print_article_rows(rows, library.config, now, with_head=first == 0)
