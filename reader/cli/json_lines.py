"""What programs read: JSON Lines, one object a line (https://jsonlines.org/)."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reader.model.article import Article
from reader.model.feed import FeedSummary
from reader.model.outcome import Failed, NotModified, Refreshed, RefreshReport
from reader.model.related import RelatedArticle
from reader.text.safe import safe_line

OUTCOMES = {Refreshed: "refreshed", NotModified: "not_modified", Failed: "failed"}


def print_json(value: Mapping[str, Any], *, flush: bool = False) -> None:
    """Write one object as one line; `flush` hands it on at once to a program that waits for it."""
    print(json.dumps(value, ensure_ascii=False), flush=flush)


def feed_object(summary: FeedSummary) -> dict[str, Any]:
    """Give a feed as the object that `feeds --json` prints."""
    feed = summary.feed
    return {
        "id": feed.id,
        "title": feed.title,
        "source": safe_line(feed.source.location),
        "kind": feed.kind,
        "folder": feed.folder,
        "site": feed.site,
        "unread": summary.unread,
        "total": summary.total,
        "added_at": time_text(feed.added_at),
        "refreshed_at": time_text(feed.refreshed_at),
        "error": feed.error,
        "failing_since": time_text(feed.failing_since),
    }


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
        value |= {"html": content.html, "text": content.text}
    return value


def related_object(of: int, related: RelatedArticle) -> dict[str, Any]:
    """Give an article that is related to article `of` as the object that `related --json` prints."""
    return {
        "of": of,
        "id": related.row.id,
        "title": related.row.title,
        "feed": related.row.feed,
        "link": related.link,
        "published_at": time_text(related.row.dated_at),
        "score": round(related.score, 4),
        "same_story": related.same_story,
        "declared": related.declared,
        "reasons": related.reasons,
    }


def report_object(report: RefreshReport) -> dict[str, Any]:
    """Give one feed's part of a refresh as the object that `refresh --json` and `add --json` print."""
    outcome = report.outcome
    refreshed = outcome if isinstance(outcome, Refreshed) else Refreshed(new=0, changed=0)
    return {
        "feed_id": report.feed_id,
        "feed": report.feed,
        "source": safe_line(report.source),
        "outcome": OUTCOMES[type(outcome)],
        "new": refreshed.new,
        "changed": refreshed.changed,
        "problems": refreshed.problems,
        "error": outcome.reason if isinstance(outcome, Failed) else None,
        "seconds": round(report.seconds, 3),
    }


def time_text(at: datetime | None) -> str | None:
    """Give a time as RFC 3339 in UTC, with whole seconds."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if at else None
