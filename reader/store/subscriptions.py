"""Subscriptions as lists of them hold them, with the feed's own title apart from the user's."""

import sqlite3

from reader.model.source import Source, SourceKind
from reader.model.subscription import Subscription
from reader.store.failures import translated


@translated
def list_subscriptions(connection: sqlite3.Connection) -> list[Subscription]:
    """List the subscribed feeds on the web, by folder and title; their addresses hold what passwords they have."""
    found = connection.cursor()
    found.row_factory = sqlite3.Row
    found.execute("SELECT * FROM feed WHERE source_kind = ? AND removed_at IS NULL", (SourceKind.URL,))
    return sorted(map(_subscription, found), key=_place)


@translated
def local_locations(connection: sqlite3.Connection) -> list[str]:
    """List the locations of the subscribed sources on disk."""
    ask = "SELECT location FROM feed WHERE source_kind != ? AND removed_at IS NULL ORDER BY location"
    return [location for (location,) in connection.execute(ask, (SourceKind.URL,))]


@translated
def describe_feed(connection: sqlite3.Connection, feed_id: int, title: str | None, site: str | None) -> None:
    """Note what a feed is said to call itself and its site, unless it has said so itself. Call it inside `writing`."""
    connection.execute(
        """UPDATE feed SET title = coalesce(?, title), site = coalesce(?, site)
        WHERE id = ? AND refreshed_at IS NULL""",
        (title, site, feed_id),
    )


def _subscription(row: sqlite3.Row) -> Subscription:
    # Until a feed has said what it is called, its address stands in for its title.
    address, title = row["location"], row["title"]
    return Subscription(
        address=address,
        title=title if title != Source(SourceKind.URL, address).shown else None,
        own_title=row["own_title"],
        folder=row["folder"],
        site=row["site"],
        interval=row["own_interval"],
        keep=row["keep"],
        paused=row["paused_at"] is not None,
    )


def _place(subscription: Subscription) -> tuple[str, str, str]:
    return (subscription.folder or "").casefold(), subscription.name.casefold(), subscription.address
