"""Deciding what a parsed feed changes in the library: pure, nothing is read or written here."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.model.article import ArticleContent
from reader.model.feed import ParsedEntry, ParsedFeed


@dataclass(frozen=True, slots=True)
class Change:
    """An entry to store, with the digest to know it by next time."""

    entry: ParsedEntry
    digest: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What storing a parsed feed takes."""

    decided_at: datetime
    """When the new entries count as first seen."""
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    unchanged: int


def decide(stored: Mapping[str, str], parsed: ParsedFeed, now: datetime) -> Changes:
    """Compare a parsed feed with the digests stored by entry key; of entries with the same key the first one counts."""
    new: list[Change] = []
    changed: list[Change] = []
    seen: set[str] = set()
    unchanged = 0
    for entry in parsed.entries:
        if entry.key in seen:
            continue
        seen.add(entry.key)
        change = Change(entry, digest_of(entry.content))
        known = stored.get(entry.key)
        if known is None:
            new.append(change)
        elif known != change.digest:
            changed.append(change)
        else:
            unchanged += 1
    return Changes(now, tuple(new), tuple(changed), unchanged)


def digest_of(content: ArticleContent) -> str:
    """Give 32 hexadecimal digits that change with anything a reader sees or the list is sorted by."""
    # `text` follows from `html`; fields are named one by one so that a new field doesn't make every article "changed".
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
        content.html,
        content.related_titles,
    )
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()
