"""`newsreader stories`."""

import argparse
from datetime import UTC, datetime
from typing import Any

from reader.cli.json_lines import print_json, time_text
from reader.library.library import Library
from reader.library.stories import list_stories
from reader.model.story import Story


def stories(library: Library, args: argparse.Namespace) -> int:
    """List stories, the newest or the most reported first."""
    now = datetime.now(UTC)
    found = list_stories(library, now, args.limit or None, top=args.top)
    if args.json:
        for story in found:
            print_json(story_object(story))
    elif found:
        from reader.cli.tables import print_stories

        print_stories(found, library.config, now)
    else:
        print("No stories yet: no two articles report on the same event.")
    return 0


def story_object(story: Story) -> dict[str, Any]:
    """Give a story as the object that `stories --json` prints."""
    return {
        "id": story.id,
        "title": story.title,
        "sources": story.sources,
        "articles": [report.article_id for report in story.reports],
        "first_at": time_text(story.first_at),
        "last_at": time_text(story.last_at),
        "unread": story.unread,
    }
