"""The main screen's failing feeds."""

from typing import TYPE_CHECKING

from reader.model.feed import Feed
from reader.text.marks import SETS
from reader.tui.jobs.reading import overview
from reader.tui.main.feeds import Feeds
from reader.tui.main.listing import Listing
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.stage import Stage
from reader.tui.main.tending import Tending

if TYPE_CHECKING:
    from reader.tui.screens.failing import Request


class Failing:
    """Lists the feeds that fail, and does what is wanted about them."""

    def __init__(self, stage: Stage, listing: Listing, refreshing: Refreshing, feeds: Feeds, tending: Tending) -> None:
        self._stage, self._listing = stage, listing
        self._refreshing, self._feeds, self._tending = refreshing, feeds, tending

    def show(self) -> None:
        """List the feeds that fail."""
        self._stage.work("ask", self._show)

    async def _show(self) -> None:
        from reader.tui.screens.failing import FailingScreen

        at, marks = 0, SETS[self._stage.config.marks]
        while True:
            feeds = (await self._stage.desk.read(overview)).feeds
            failing = [one.feed for one in feeds if one.feed.error is not None]
            if not failing:
                self._stage.say("No feed fails.")
                return
            request = await self._stage.ask(FailingScreen(failing, at, marks))
            if request is None or not await self._answer(request, failing):
                return
            at = request.at

    async def _answer(self, request: "Request", failing: list[Feed]) -> bool:
        """Do what is wanted about a feed that fails, and tell whether the list is to be shown again."""
        feed = request.feed
        match request.what:
            case "retry":
                self._refreshing.refresh([feed.id])
            case "retry_all":
                self._refreshing.refresh([one.id for one in failing])
            case "show":
                self._listing.go_to(f"feed:{feed.id}")
            case "pause":
                await self._tending.pause_feeds([feed])
                return True
            case "remove":
                await self._feeds.ask_remove(feed.id)
                return True
        return False
