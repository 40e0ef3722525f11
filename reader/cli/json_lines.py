"""What programs read: JSON Lines, one object a line (https://jsonlines.org/)."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reader.model.article import Article


def print_json(value: Mapping[str, Any], *, flush: bool = False) -> None:
    """Write one object as one line; `flush` hands it on at once to a program that waits for it."""
    print(json.dumps(value, ensure_ascii=False), flush=flush)


def article_object(article: Article, *, with_text: bool = False) -> dict[str, Any]:
    """Give an article as the object that `articles --json` and `show --json` print."""
    content, state = article.content, article.state
    value: dict[str, Any] = {
        "id": article.id,
        "guid": content.guid,
        "feed_id": article.feed_id,
        "feed": article.feed,
        "title": content.title,
        "link": content.link,
        "author": content.author,
        "section": content.section,
        "tags": content.tags,
        "published_at": time_text(content.published_at),
        "updated_at": time_text(content.updated_at),
        "first_seen_at": time_text(article.first_seen_at),
        "summary": content.summary,
        "words": article.words,
        "unread": state.read_at is None,
        "bookmarked": state.bookmarked_at is not None,
    }
    if with_text:
        value |= {"html": article.html, "text": article.text}
    return value


def time_text(at: datetime | None) -> str | None:
    """Give a time as RFC 3339 in UTC, with whole seconds."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if at else None
