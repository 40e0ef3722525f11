"""The main screen's failing feeds."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.library.schedule import trouble_text
from reader.model.feed import Feed
from reader.model.outcome import unnamed
from reader.text.marks import SETS
from reader.tui.jobs.reading import overview
from reader.tui.main.feeds import Feeds
from reader.tui.main.listing import Listing
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.stage import Stage
from reader.tui.main.status import Status
from reader.tui.main.tending import Tending

if TYPE_CHECKING:
    from reader.tui.jobs.refreshing import Report
    from reader.tui.screens.failing import Request
    from reader.tui.widgets.failing_list import Failure


class Failing:
    """Lists the feeds that fail, and does what is wanted about them."""

    def __init__(
        self, stage: Stage, listing: Listing, status: Status, refreshing: Refreshing, feeds: Feeds, tending: Tending
    ) -> None:
        self._stage, self._listing, self._status = stage, listing, status
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
            now = datetime.now(UTC)
            request = await self._stage.ask(FailingScreen([failure_of(feed, now) for feed in failing], at, marks))
            if request is None or not await self._answer(request, failing):
                return
            at = request.at

    async def _answer(self, request: "Request", failing: list[Feed]) -> bool:
        """Do what is wanted about a feed that fails, and tell whether the list is to be shown again."""
        feed = failing[request.at]
        match request.what:
            case "retry":
                self._refreshing.refresh([feed.id])
            case "retry_all":
                self._refreshing.refresh([one.id for one in failing])
            case "find":
                self._stage.work("add", self._find, feed)
            case "show":
                self._listing.go_to(f"feed:{feed.id}")
            case "pause":
                await self._tending.pause_feeds([feed])
                return True
            case "remove":
                await self._feeds.ask_remove(feed.id)
                return True
        return False

    async def _find(self, feed: Feed) -> None:
        """Look where a feed may be now, and ask for it at the address that the user chooses."""
        offers, why = await self._offers_for(feed)
        if not offers:
            self._stage.say(f"{feed.title}: {why}.", failed=True)
            return
        from reader.tui.screens.choice import ChoiceScreen

        address = await self._stage.ask_at_rest(
            ChoiceScreen(feed.title, offers, "Is one of these the feed now?", "take")
        )
        if address is not None:
            await self._tending.move_feed(feed, address)

    async def _offers_for(self, feed: Feed) -> tuple[list["Report"], str]:
        """Give the feeds that may be meant, and why there are none."""
        offers: list[Report] = []
        why = ""
        self._status.tell("find", f"looking for {feed.title}")
        try:
            async for report in self._refreshing.refresher.run("find", "--json", str(feed.id)):
                if report.get("outcome") == "found":
                    offers.append(report)
                else:
                    why = report.get("error") or ""
        finally:
            self._status.tell("find", None)
        return offers, why


def failure_of(feed: Feed, now: datetime) -> "Failure":
    """Tell of a feed that fails: which one, why, and when."""
    where = f"{feed.title} · {feed.folder}" if feed.folder else feed.title
    return where, unnamed(feed.source.shown, feed.error or ""), trouble_text(feed, now)
