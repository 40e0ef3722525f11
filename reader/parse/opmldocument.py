"""A list of feeds as a document in OPML 2.0."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import quoteattr

from reader.model.subscription import Subscription, folder_names
from reader.parse.opml import INTERVAL, KEEP, NAMESPACE, OWN_TITLE, PAUSED
from reader.text.credentials import without_credentials


@dataclass(slots=True)
class _Folder:
    feeds: list[Subscription] = field(default_factory=list)
    folders: dict[str, "_Folder"] = field(default_factory=dict)


def write_opml(subscriptions: Sequence[Subscription], created_at: datetime) -> bytes:
    """Write a list of feeds as UTF-8; `read_opml` gives the same feeds back, by folder.

    As OPML 2.0 has it, `text` is what the user sees and `title` what the feed calls itself. Folders are outlines around
    outlines, one for each name in a folder's path.
    """
    root = _Folder()
    for subscription in subscriptions:
        folder = root
        for name in folder_names(subscription.folder):
            folder = folder.folders.setdefault(name, _Folder())
        folder.feeds.append(subscription)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:newsreader="{NAMESPACE}">',
        "  <head>",
        "    <title>Feeds of newsreader</title>",
        f"    <dateCreated>{format_datetime(created_at, usegmt=True)}</dateCreated>",
        "  </head>",
        "  <body>",
        *_lines(root),
        "  </body>",
        "</opml>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(root: _Folder) -> Iterator[str]:
    # Not by recursion: a path may hold more names than Python takes calls.
    open_folders = [(root, iter(root.folders.items()))]
    yield from _feed_lines(root, 0)
    while open_folders:
        depth = len(open_folders)
        name, folder = next(open_folders[-1][1], (None, None))
        if name is None or folder is None:
            open_folders.pop()
            if open_folders:
                yield f"{_indent(depth - 2)}</outline>"
            continue
        yield f"{_indent(depth - 1)}<outline{_attributes(text=name, title=name)}>"
        open_folders.append((folder, iter(folder.folders.items())))
        yield from _feed_lines(folder, depth)


def _feed_lines(folder: _Folder, depth: int) -> Iterator[str]:
    for feed in folder.feeds:
        attributes = {
            "type": "rss",
            "text": feed.own_title or feed.title or without_credentials(feed.address),
            "title": feed.title,
            f"newsreader:{OWN_TITLE}": "true" if feed.own_title else "false",
            f"newsreader:{INTERVAL}": _number(feed.interval),
            f"newsreader:{KEEP}": _number(feed.keep),
            f"newsreader:{PAUSED}": "true" if feed.paused else None,
            "xmlUrl": feed.address,
            "htmlUrl": feed.site,
        }
        yield f"{_indent(depth)}<outline{_attributes(**attributes)}/>"


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)


def _attributes(**values: str | None) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items() if value is not None)


def _indent(depth: int) -> str:
    return "  " * (min(depth, 20) + 2)
