"""`newsreader related`."""

import argparse
from datetime import UTC, datetime
from typing import Any

from reader.cli.json_lines import print_json, time_text
from reader.library.library import Library
from reader.library.reading import article_rows, check_known
from reader.library.relating import related_articles
from reader.model.related import RelatedArticle


def related(library: Library, args: argparse.Namespace) -> int:
    """List the articles related to each of some articles, most alike first."""
    check_known(library, args.articles)
    if args.json:
        for article_id in args.articles:
            for found in related_articles(library, article_id, args.limit):
                print_json(related_object(article_id, found))
        return 0
    from reader.cli.tables import print_related

    for row in article_rows(library, args.articles):
        print(f"Related to {row.id}, {row.title}:")
        if alike := related_articles(library, row.id, args.limit):
            print_related(alike, library.config, datetime.now(UTC))
        else:
            print("Nothing related yet.")
    return 0


def related_object(of: int, related: RelatedArticle) -> dict[str, Any]:
    """Give an article that is related to article `of` as the object that `related --json` prints."""
    return {
        "of": of,
        "id": related.row.id,
        "title": related.row.title,
        "feed": related.row.feed,
        "link": related.link,
        "published_at": time_text(related.published_at),
        "score": round(related.score, 4),
        "same_story": related.same_story,
        "declared": related.declared,
        "reasons": related.reasons,
    }
