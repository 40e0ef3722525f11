"""`newsreader bookmark` and `newsreader read`."""

import argparse
from collections.abc import Sequence

from reader.library.library import Library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import check_known, get_articles


def bookmark(library: Library, args: argparse.Namespace) -> int:
    """Set or remove bookmarks."""
    check_known(library, args.articles)
    changed = set_bookmarked(library, args.articles, not args.remove)
    _print_changed(library, changed, "no longer bookmarked" if args.remove else "bookmarked", args.json)
    return 0


def read(library: Library, args: argparse.Namespace) -> int:
    """Mark articles read or unread."""
    check_known(library, args.articles)
    changed = set_read(library, args.articles, not args.undo)
    _print_changed(library, changed, "unread again" if args.undo else "read", args.json)
    return 0


def _print_changed(library: Library, ids: Sequence[int], how: str, as_json: bool) -> None:
    articles = get_articles(library, ids, with_text=False)
    if as_json:
        from reader.cli.json_lines import article_object, print_json

        for article in articles:
            print_json(article_object(article))
    else:
        for article in articles:
            print(f"{article.id} {how}: {article.content.title}")
        if not articles:
            print("Nothing changed: it was so before.")
