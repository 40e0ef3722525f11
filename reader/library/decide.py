"""Deciding what a parsed feed changes in the library: pure, nothing is read or written here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.library.identity import identify, new_key
from reader.library.preparing import prepared
from reader.model.article import dated_at
from reader.model.draft import ArticleDraft, StoredArticle
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry, ParsedFeed

_OF_FILES = frozenset({FeedKind.TEXT, FeedKind.FOLDER})


@dataclass(frozen=True, slots=True)
class Changes:
    """What storing a parsed feed takes."""

    decided_at: datetime
    """When the new articles count as first seen."""
    new: tuple[ArticleDraft, ...]
    """The oldest first, and of those with equal dates the last of the source: lists go from what was stored last."""
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
    for entry in prepared(parsed).entries:
        entries.setdefault(entry.key, entry)
    # A file is known by its name alone.
    held_as = stored if parsed.kind in _OF_FILES else identify(stored, entries.values())
    for key, entry in entries.items():
        held = held_as.get(key)
        if held is None:
            new.append(_draft(entry, new_key(entry, stored)))
        elif held.digest != entry.digest or held.gone:
            changed.append((held.id, _draft(entry, held.key)))
    new.reverse()
    new.sort(key=lambda draft: dated_at(draft.content.published_at, now))
    return Changes(now, tuple(new), tuple(changed), len(entries) - len(new) - len(changed))


def _draft(entry: ParsedEntry, key: str) -> ArticleDraft:
    assert entry.digest is not None
    assert entry.wording is not None
    return ArticleDraft(key, entry.content, entry.digest, entry.wording)
