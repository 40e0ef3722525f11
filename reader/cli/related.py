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
            for found in related_articles(library, article_id, args.limit, explain=args.explain):
                print_json(related_object(article_id, found, explain=args.explain))
                for copy in found.copies:
                    print_json(related_object(article_id, copy, copy_of=found.row.id, explain=args.explain))
        return 0
    from reader.cli.tables import print_parts, print_related

    for row in article_rows(library, args.articles):
        print(f"Related to {row.id}, {row.title}:")
        alike = related_articles(library, row.id, args.limit, explain=args.explain)
        if alike:
            print_related(alike, library.config, datetime.now(UTC))
        else:
            print("Nothing related yet.")
        for found in alike if args.explain else ():
            print(f"\nWhat {found.row.id}, {found.row.title}, shares with it:")
            print_parts(found.parts)
    return 0


def related_object(
    of: int, related: RelatedArticle, *, copy_of: int | None = None, explain: bool = False
) -> dict[str, Any]:
    """Give an article that is related to article `of` as the object that `related --json` prints."""
    parts = [{"term": part.word, "weight": part.weight, "own": part.own} for part in related.parts]
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
        "copy_of": copy_of,
        **({"terms": parts} if explain else {}),
    }
