"""Newsboat's urls file (https://newsboat.org/releases/2.37/docs/newsboat.html#_format_of_urls_file) and articles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from reader.model.feed import FeedKind
from reader.model.newsboat import CachedItem
from reader.model.parsed import ParsedEntry
from reader.model.subscription import Refused, Subscription, SubscriptionList, folder_names, folder_path
from reader.parse.daterange import plausible
from reader.parse.dates import read_date
from reader.parse.entries import distinct, read_entry, substitute_guid
from reader.parse.rawfeeds import RawEntry, RawLink, RawText
from reader.parse.titles import read_title
from reader.text.credentials import without_credentials
from reader.text.encoding import decode
from reader.text.keys import safe_key
from reader.text.safe import safe_line, safe_url

HIDDEN = "Hidden"
"""Folder of the feeds that newsboat hides and that have no other tag."""

_NO_FEEDS = {
    "query:": "it is a query over other feeds; `newsreader search` finds articles by their words",
    "exec:": "it is a program, which was not run; save what it prints to a file and add that",
    "filter:": "it sends a feed through a program, which was not run; add the feed itself by its address",
    "file:": "it is a file of this disk; add it by `newsreader add`",
}
_WORD = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s"#]\S*))')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}

_HTML = "text/html"
_DATE = re.compile(r"(?:[A-Z][a-z]{2,8},? ?)?\d{1,2} [A-Z][a-z]{2,8} \d{4}.*|\d{4}-\d\d-\d\d.*")
"""A date as newsboat writes it behind the link of an article without an id."""


def read_urls(body: bytes) -> SubscriptionList:
    """Read a urls file: the first tag of a feed is its folder, and "~title" its title.

    A tag "A/B" is the folder B in A: that is what newsboat makes of it when it imports a list itself. Lines that are no
    feed, queries and programs, are refused.
    """
    subscriptions: list[Subscription] = []
    refused: list[Refused] = []
    hidden = several = 0
    for line in decode(body).splitlines():
        address, *tags = _words(line) or [""]
        reason = next((why for start, why in _NO_FEEDS.items() if address.lower().startswith(start)), None)
        if reason:
            refused.append(Refused(safe_line(without_credentials(address), most=200), reason))
        elif address:
            folders = [tag for tag in tags if tag[:1] not in ("~", "!", "")]
            is_hidden = any(tag.startswith("!") for tag in tags)
            title = next((tag[1:] for tag in tags if tag.startswith("~")), "")
            first = (folders or [HIDDEN] * is_hidden or [""])[0]
            folder = folder_path(folder_names(safe_line(first)))
            subscriptions.append(Subscription(address, None, safe_line(title) or None, folder))
            hidden, several = hidden + is_hidden, several + (len(folders) > 1)
    return SubscriptionList(tuple(subscriptions), tuple(refused), notes=tuple(_notes(hidden, several)))


def _words(line: str) -> list[str]:
    """Split a line as newsboat does: by white space outside of quotes, up to a word that begins with #."""
    words: list[str] = []
    at = 0
    while found := _WORD.match(line, at):
        at = found.end()
        quoted = found[1]
        words.append(found[2] if quoted is None else _ESCAPE.sub(lambda one: _ESCAPED.get(one[1], one[1]), quoted))
    return words


def _notes(hidden: int, several: int) -> Iterator[str]:
    if hidden:
        yield f"feeds that newsboat hides are shown here: {hidden}, in the folder {HIDDEN} if they have no other tag"
    if several:
        yield f"feeds with several tags are in the folder of the first one: {several}"


@dataclass(frozen=True, slots=True)
class MovedItem:
    """An article of newsboat's, with the keys by which a refresh may come to know it."""

    item: CachedItem
    entry: ParsedEntry
    aliases: tuple[str, ...]
    """Other keys, since newsboat does not keep all that a key is made of. A mark is held for each of them."""


def read_items(items: Sequence[CachedItem], address: str, site: str) -> list[MovedItem]:
    """Give the articles of the feed at `address` as a refresh of it gives them, as far as newsboat kept them.

    `site` is the page that newsboat has for the feed; it resolves links by that.
    """
    bases = {item.base for item in items if item.base}
    if len(bases) == 1:  # newsboat keeps it for articles with a text only, but it is the whole feed's
        items = [replace(item, base=next(iter(bases))) for item in items]
    moved = [_read_item(item, address, site) for item in items]
    shared = Counter(one.entry.key for one in moved)
    return [one if shared[one.entry.key] == 1 else _set_apart(one) for one in moved]


def _read_item(item: CachedItem, address: str, site: str) -> MovedItem:
    link = safe_url(item.url, address) if item.url else None
    guids = list(_guids(item, link, address, site))
    raw = _raw_entry(item, guids[0] if guids else "")
    entry = read_entry(raw, FeedKind.RSS, address)
    keys = [*map(safe_key, guids[1:]), _key_among_others(entry)]
    if not guids:  # newsboat dates an article without a date by the moment it fetched it
        keys.append(substitute_guid(read_title(raw.title, FeedKind.RSS), entry.text, None))
    return MovedItem(item, entry, tuple(dict.fromkeys(key for key in keys if key != entry.key)))


def _raw_entry(item: CachedItem, guid: str) -> RawEntry:
    at = _date_of(item)
    links = [RawLink(item.url)] if item.url else []
    if item.enclosure_url:
        links.append(RawLink(item.enclosure_url, "enclosure", item.enclosure_type))
    return RawEntry(
        id=guid,
        title=RawText(item.title),
        links=links,
        bodies=[RawText(item.content, item.content_type or _HTML, item.base)],
        published=at.isoformat() if at else "",
        authors=[item.author],
    )


def _set_apart(moved: MovedItem) -> MovedItem:
    """Give an article that shares its key the one it gets in a feed where others have the same."""
    key, plain = _key_among_others(moved.entry), moved.entry.key
    return replace(moved, entry=replace(moved.entry, key=key), aliases=(plain, *moved.aliases))


def _key_among_others(entry: ParsedEntry) -> str:
    other = replace(entry, content=replace(entry.content, title=f"not {entry.content.title}"))
    return distinct((entry, other))[0].key


def _date_of(item: CachedItem) -> datetime | None:
    try:
        return plausible(datetime.fromtimestamp(item.seconds, UTC)) if item.seconds > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def _guids(item: CachedItem, link: str | None, address: str, site: str) -> Iterator[str]:
    """Give the id that the feed gave, or its substitute, the likelier first; none if newsboat only has the title."""
    guid = item.guid.strip()
    written = _without_date(guid, item)
    if link and link in {safe_url(written, base) for base in (item.base or site, address)}:
        yield (link if item.base else safe_url(written, address)) or link  # Atom has bases, RSS has none
        if guid != link and written == guid:
            yield guid
    elif guid and (link or guid != item.title.strip()):
        yield from dict.fromkeys((_resolved(guid, item.base), guid))


def _resolved(guid: str, base: str) -> str:
    try:
        return urljoin(base, guid) if base else guid  # an id counts as an address where a feed has bases
    except ValueError:
        return guid


def _without_date(guid: str, item: CachedItem) -> str:
    """Take the article's date from the end of a guid."""
    found = _DATE.search(guid)
    return guid[: found.start()] if found and read_date(found[0]) == _date_of(item) else guid
