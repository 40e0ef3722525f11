"""The main screen's failing feeds."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.library.schedule import next_try_text
from reader.model.feed import Feed
from reader.text.ages import short_age
from reader.text.counts import counted
from reader.text.marks import SETS
from reader.tui.jobs.reading import overview
from reader.tui.main.feeds import Feeds
from reader.tui.main.listing import Listing
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.stage import Stage
from reader.tui.main.tending import Tending

if TYPE_CHECKING:
    from reader.tui.screens.failing import Request
    from reader.tui.widgets.failing_list import Failure


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
            case "show":
                self._listing.go_to(f"feed:{feed.id}")
            case "pause":
                await self._tending.pause_feeds([feed])
                return True
            case "remove":
                await self._feeds.ask_remove(feed.id)
                return True
        return False


def failure_of(feed: Feed, now: datetime) -> "Failure":
    """Tell of a feed that fails: which one, why, and when."""
    times = [f"last success {short_age(feed.refreshed_at, now)}" if feed.refreshed_at else "never succeeded"]
    if feed.failing_since:
        times.append(f"{counted(feed.failures, 'failure')} since {short_age(feed.failing_since, now)}")
    times.append(f"next try: {next_try_text(feed, now)}")
    where = f"{feed.title} · {feed.folder}" if feed.folder else feed.title
    return where, feed.error or "", " · ".join(times)
