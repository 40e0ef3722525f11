"""Which held article an entry of a feed is: pure, nothing is read or written here.

Publishers use an id again for another article, and give one id to several. So an entry is the article with its id that
it is most like, and a new one if its link, its title and its date are all others: whoever edits an article leaves one.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from reader.model.draft import StoredArticle
from reader.model.parsed import ParsedEntry
from reader.text.keys import key_among


def identify(stored: Mapping[str, StoredArticle], entries: Iterable[ParsedEntry]) -> dict[str, StoredArticle]:
    """Give the article that each entry is, by the entry's key; entries that are new are left out."""
    by_guid: dict[str, list[StoredArticle]] = {}
    for article in stored.values():
        by_guid.setdefault(article.guid, []).append(article)
    alike = [
        (_likeness(entry, article), entry.key, article)
        for entry in entries
        for article in by_guid.get(entry.content.guid, ())
    ]
    found: dict[str, StoredArticle] = {}
    taken: set[int] = set()
    for likeness, key, article in sorted(alike, key=lambda pair: -pair[0]):
        if likeness and key not in found and article.id not in taken:
            found[key] = article
            taken.add(article.id)
    return found


def new_key(entry: ParsedEntry, stored: Mapping[str, StoredArticle]) -> str:
    """Give the key of a new article: that of its entry, unless another article has it."""
    content = entry.content
    if entry.key not in stored:
        return entry.key
    return key_among(content.guid, content.link or entry.text, content.title, content.published_at)


def _likeness(entry: ParsedEntry, article: StoredArticle) -> int:
    """Count what an entry and an article with its id have in common; most if it was told from others by all of it."""
    content = entry.content
    if entry.key == article.key != content.guid:
        return 4
    same_date = _seconds(content.published_at) == _seconds(article.published_at)
    return (content.link == article.link) + (content.title == article.title) + same_date


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp() // 1)
