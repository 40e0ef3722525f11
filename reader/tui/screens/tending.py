"""The main screen's care for feeds: how they are set, pauses, and those that fail."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.editing import change_feed, rename_folder
from reader.model.feed import Feed, FeedSettings
from reader.model.subscription import lies_in
from reader.text.marks import SETS
from reader.tui.jobs.reading import overview
from reader.tui.places import Place
from reader.tui.screens.moving import MovingScreen

if TYPE_CHECKING:
    from reader.tui.screens.failing import Request


class TendingScreen(MovingScreen):
    """Changes what is set for feeds and folders."""

    def action_edit(self) -> None:
        """Ask how the feed is to be set, or what the folder is to be called."""
        place = self.chosen_place
        if place.summary:
            self.work("ask", self._edit_feed, place.summary.feed)
        elif place.wanted.folder:
            self.work("ask", self._rename_folder, place.wanted.folder)
        else:
            self.say("Choose a feed or a folder first.")

    async def _edit_feed(self, feed: Feed) -> None:
        from reader.tui.screens.form import FeedForm

        folders = sorted({one.feed.folder for one in self.overview.feeds if one.feed.folder}, key=str.casefold)
        settings = await self.app.push_screen_wait(FeedForm(feed, folders))
        if settings is not None:
            await self._set({feed.id: settings})

    async def _rename_folder(self, folder: str) -> None:
        from reader.tui.screens.prompt import ask_name

        name = await self.app.push_screen_wait(ask_name(folder))
        if name is not None and (named := await self.desk.write(rename_folder, folder, name)):
            self._folded = {named + one[len(folder) :] if lies_in(one, folder) else one for one in self._folded}
            self.show_overview(await self.desk.read(overview))
            self.go_to(f"folder:{named}")

    def action_pause(self) -> None:
        """Pause a feed or the feeds of a folder, or go on with them if they are paused."""
        feeds = self._feeds_of(self.chosen_place)
        if feeds:
            self.work("add", self._pause, feeds)
        else:
            self.say("Choose a feed or a folder first.")

    async def _pause(self, feeds: list[Feed]) -> None:
        paused = any(feed.paused_at is None for feed in feeds)
        await self._set({feed.id: replace(feed.settings, paused=paused) for feed in feeds})
        name = feeds[0].title if len(feeds) == 1 else f"{len(feeds)} feeds"
        self.say(f"Paused {name}: refreshed only by r." if paused else f"Goes on with {name}.")

    async def _set(self, settings: dict[int, FeedSettings]) -> None:
        for feed_id, wanted in settings.items():
            await self.desk.write(change_feed, feed_id, wanted)
        self.show_overview(await self.desk.read(overview))
        # The cursor stays with its feed, wherever that is listed now.
        self.feed_list.move_to(self.feed_list.index_of(self.place.key))
        self.work("list", self.reload_list)

    def _feeds_of(self, place: Place) -> list[Feed]:
        if place.summary:
            return [place.summary.feed]
        folder = place.wanted.folder
        return [one.feed for one in self.overview.feeds if folder and lies_in(one.feed.folder, folder)]

    def action_failing(self) -> None:
        """List the feeds that fail."""
        self.work("ask", self._show_failing)

    async def _show_failing(self) -> None:
        from reader.tui.screens.failing import FailingScreen

        at, marks = 0, SETS[self.library.config.marks]
        while True:
            feeds = (await self.desk.read(overview)).feeds
            failing = [one.feed for one in feeds if one.feed.error is not None]
            if not failing:
                self.say("No feed fails.")
                return
            request = await self.app.push_screen_wait(FailingScreen(failing, at, marks))
            if request is None or not await self._answer(request, failing):
                return
            at = request.at

    async def _answer(self, request: "Request", failing: list[Feed]) -> bool:
        """Do what is wanted about a feed that fails, and tell whether the list is to be shown again."""
        feed = request.feed
        match request.what:
            case "retry":
                self.refresh_feeds([feed.id])
            case "retry_all":
                self.refresh_feeds([one.id for one in failing])
            case "show":
                self.go_to(f"feed:{feed.id}")
            case "pause":
                await self._pause([feed])
                return True
            case "remove":
                await self.ask_remove(feed.id)
                return True
        return False
