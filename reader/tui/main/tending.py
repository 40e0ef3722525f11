"""The main screen's care for feeds: how they are set, and pauses."""

from reader.library.editing import change_feed, move_feed, rename_folder, set_paused
from reader.model.feed import Feed
from reader.model.keys import key_named
from reader.model.subscription import lies_in
from reader.tui.main.listing import Listing
from reader.tui.main.panes import Panes
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.stage import Stage
from reader.tui.places import Place


class Tending:
    """Changes what is set for feeds and folders."""

    def __init__(self, stage: Stage, panes: Panes, listing: Listing, refreshing: Refreshing) -> None:
        self._stage, self._panes, self._listing, self._refreshing = stage, panes, listing, refreshing

    def edit(self) -> None:
        """Ask how the feed is to be set, or what the folder is to be called."""
        place = self._listing.chosen_place
        if place.summary:
            self._stage.work("ask", self._edit_feed, place.summary.feed)
        elif place.wanted.folder:
            self._stage.work("ask", self._rename_folder, place.wanted.folder)
        else:
            self._stage.say("Choose a feed or a folder first.")

    async def _edit_feed(self, feed: Feed) -> None:
        from reader.tui.screens.form import FeedForm

        folders = sorted({one.feed.folder for one in self._listing.overview.feeds if one.feed.folder}, key=str.casefold)
        answer = await self._stage.ask(FeedForm(feed, folders))
        changes = dict(answer or {})
        address = changes.pop("address", None)
        if changes:
            await self._stage.desk.write(change_feed, feed.id, changes)
            await self._show_changed()
        if address:
            await self.move_feed(feed, address)

    async def _rename_folder(self, folder: str) -> None:
        from reader.tui.screens.prompt import ask_name

        name = await self._stage.ask(ask_name(folder))
        if name is not None and (named := await self._stage.desk.write(rename_folder, folder, name)):
            folded = (named + one[len(folder) :] if lies_in(one, folder) else one for one in self._listing.folded)
            self._listing.fold(frozenset(folded))
            await self._listing.reload_overview(at_once=True)
            self._listing.go_to(f"folder:{named}")

    async def move_feed(self, feed: Feed, address: str) -> None:
        """Ask for a feed at another address from now on. Raises UsageError if it can't be there."""
        from reader.library.sources import named_source

        await self._stage.desk.write(move_feed, feed.id, named_source(address))
        self._refreshing.refresh([feed.id])

    def pause(self) -> None:
        """Pause a feed or the feeds of a folder, or go on with them if they are paused."""
        feeds = self._feeds_of(self._listing.chosen_place)
        if feeds:
            self._stage.work("add", self.pause_feeds, feeds)
        else:
            self._stage.say("Choose a feed or a folder first.")

    async def pause_feeds(self, feeds: list[Feed]) -> None:
        """Pause feeds, or go on with them if all are paused."""
        paused = any(feed.paused_at is None for feed in feeds)
        await self._stage.desk.write(set_paused, [feed.id for feed in feeds], paused)
        await self._show_changed()
        name = feeds[0].title if len(feeds) == 1 else f"{len(feeds)} feeds"
        refresh = key_named("refresh", self._stage.chosen_keys)
        self._stage.say(f"Paused {name}: refreshed only by {refresh}." if paused else f"Goes on with {name}.")

    async def _show_changed(self) -> None:
        await self._listing.reload_overview(at_once=True)
        # The cursor stays with its feed, wherever that is listed now.
        self._panes.feed_list.move_to(self._panes.feed_list.index_of(self._listing.place.key))
        self._stage.work("list", self._listing.reload_list)

    def _feeds_of(self, place: Place) -> list[Feed]:
        if place.summary:
            return [place.summary.feed]
        folder = place.wanted.folder
        return [one.feed for one in self._listing.overview.feeds if folder and lies_in(one.feed.folder, folder)]
