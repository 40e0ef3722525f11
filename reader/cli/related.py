"""`newsreader related`."""

import argparse
from datetime import UTC, datetime

from reader.library.library import Library
from reader.library.relating import related_articles


def related(library: Library, args: argparse.Namespace) -> int:
    """List the articles related to each of some articles, most alike first."""
    if args.json:
        from reader.cli.json_lines import print_json, related_object

        for article_id in args.articles:
            for found in related_articles(library, article_id, args.limit):
                print_json(related_object(article_id, found))
        return 0
    from reader.cli.tables import print_related

    for article_id in args.articles:
        print_related(related_articles(library, article_id, args.limit), library.config, datetime.now(UTC))
    return 0
