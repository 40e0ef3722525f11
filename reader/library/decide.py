"""Deciding what a parsed feed changes in the library: pure, nothing is read or written here."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.library.identity import identify, new_key
from reader.model.article import ArticleContent
from reader.model.draft import ArticleDraft, StoredArticle
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.text.wording import wording_of

_OF_FILES = frozenset({FeedKind.TEXT, FeedKind.FOLDER})


@dataclass(frozen=True, slots=True)
class Changes:
    """What storing a parsed feed takes."""

    decided_at: datetime
    """When the new articles count as first seen."""
    new: tuple[ArticleDraft, ...]
    changed: tuple[tuple[int, ArticleDraft], ...]
    """Ids of articles and what they become; articles that had gone and are back are among them."""
    unchanged: int


def decide(stored: Mapping[str, StoredArticle], parsed: ParsedFeed, now: datetime) -> Changes:
    """Compare a parsed feed with what is stored of it; of entries with one key the first counts.

    `stored` has the articles under the ids of the entries and under their keys, by key.
    """
    new: list[ArticleDraft] = []
    changed: list[tuple[int, ArticleDraft]] = []
    entries: dict[str, ParsedEntry] = {}
    for entry in parsed.entries:
        entries.setdefault(entry.key, entry)
    # A file is known by its name alone.
    held_as = stored if parsed.kind in _OF_FILES else identify(stored, entries.values())
    for key, entry in entries.items():
        held = held_as.get(key)
        digest = digest_of(entry.content)
        if held is None:
            new.append(_draft(entry, new_key(entry, stored), digest))
        elif held.digest != digest or held.gone:
            changed.append((held.id, _draft(entry, held.key, digest)))
    return Changes(now, tuple(new), tuple(changed), len(entries) - len(new) - len(changed))


def digest_of(content: ArticleContent) -> str:
    """Give 32 hexadecimal digits that change with anything a reader sees or the list is sorted by."""
    # Fields are named one by one so that a new field doesn't make every article "changed".
    told = (
        content.guid,
        content.title,
        content.link,
        content.author,
        content.section,
        content.tags,
        content.published_at,
        content.updated_at,
        content.summary,
        (content.body.written, content.body.is_html, content.body.base),
        content.related_titles,
    )
    beside = (content.enclosures, content.comments, content.origin, content.thumbnail)
    return hashlib.blake2b(repr(told + beside if any(beside) else told).encode(), digest_size=16).hexdigest()


def _draft(entry: ParsedEntry, key: str, digest: str) -> ArticleDraft:
    return ArticleDraft(key, entry.content, digest, wording_of(entry.content.title, entry.text))
