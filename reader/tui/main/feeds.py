"""The main screen's feeds: adding and removing."""

import asyncio
from typing import TYPE_CHECKING

from reader.model.feed import Feed
from reader.model.keys import key_named
from reader.text.counts import counted
from reader.text.credentials import with_credentials_of
from reader.tui.main.listing import Listing
from reader.tui.main.panes import Panes
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.stage import Stage
from reader.tui.main.status import Status
from reader.tui.places import neighbour

if TYPE_CHECKING:
    from reader.tui.jobs.refreshing import Report

KEPT = "; it was added all the same: refresh it to try again, or remove it"


class Feeds:
    """Keeps the feeds."""

    def __init__(self, stage: Stage, panes: Panes, listing: Listing, status: Status, refreshing: Refreshing) -> None:
        self._stage, self._panes, self._listing = stage, panes, listing
        self._status, self._refreshing = status, refreshing

    def add(self) -> None:
        """Ask for a source and add it."""
        from reader.tui.screens.prompt import ask_source

        self._stage.app.push_screen(ask_source(), self._add)

    def _add(self, source: str | None) -> None:
        if source:
            self.add_source(source)

    def add_source(self, source: str, *, show: bool = True) -> None:
        """Add a source; go to its feed when it has come if it is to be shown."""
        self._stage.work("add", self._add_source, source, show)

    async def _add_source(self, source: str, show: bool) -> None:
        job = f"add {source}"  # others may be on their way
        self._status.tell(job, "adding a source")
        known = {summary.feed.id for summary in self._listing.overview.feeds}
        where = self._where()
        choices: list[Report] = []
        try:
            async for report in self._refreshing.refresher.run("add", "--json", "-", given=source):
                if report.get("outcome") == "choice":
                    choices.append(report)
                    continue
                self._refreshing.take_in(report, advice=KEPT if report.get("feed_id") else "")
                if report.get("feed_id"):
                    stayed = show and self._where() == where
                    await self._show_added(report, show=stayed, new=report["feed_id"] not in known)
        finally:
            self._status.tell(job, None)
        for choice in choices:
            await self._choose(source, choice, show)

    def _where(self) -> tuple[str, int | None, float]:
        """Give what the reader has before him: who has moved on meanwhile is not called back."""
        return self._listing.place.key, self._panes.article_list.article_id, self._panes.article_view.scroll_y

    async def _show_added(self, report: "Report", *, show: bool, new: bool) -> None:
        await self._listing.reload_overview(at_once=True)
        key = f"feed:{report['feed_id']}"
        if show and self._listing.place.key != key:
            self._listing.go_to(key)
        if not new:
            self._stage.say(f"You have {report['feed']} already.")
        elif report["outcome"] in ("refreshed", "not_modified"):
            self._stage.say(f"Added {report['feed']}: {counted(report['new'], 'article')}.")
        elif report["outcome"] == "postponed":
            self._stage.say(f"Added {report['feed']}. {report['error']}.")

    async def _choose(self, source: str, choice: "Report", show: bool) -> None:
        """Ask which feed of a source is meant, and add it."""
        from reader.tui.screens.choice import ChoiceScreen

        address = await self._stage.ask_at_rest(ChoiceScreen(choice["source"], choice["choices"]))
        if address is not None:
            self.add_source(with_credentials_of(source, address), show=show)

    def remove(self) -> None:
        """Ask, then remove the feed."""
        if self._listing.chosen_place.summary is None:
            self._stage.say("Choose a feed first: only feeds can be removed.")
        else:
            self._stage.work("ask", self.ask_remove, self._listing.chosen_place.summary.feed.id)

    async def ask_remove(self, feed_id: int) -> None:
        """Ask, then remove a feed."""
        from reader.tui.screens.confirm import ConfirmScreen

        found = next((one for one in self._listing.overview.feeds if one.feed.id == feed_id), None)
        if found is None:
            return
        detail = f"{counted(found.total, 'article')} in it; what is bookmarked stays, the rest goes."
        if await self._stage.ask(ConfirmScreen(f"Remove “{found.feed.title}”?", detail)):
            # Another question must not keep the reader from being told of this answer's end.
            await asyncio.shield(self._remove(found.feed))

    async def _remove(self, feed: Feed) -> None:
        from reader.library.sources import remove_feed

        gone = f"feed:{feed.id}"
        next_place = neighbour(self._panes.feed_list.places, gone)
        await self._stage.desk.write(remove_feed, feed.id)
        was_shown = self._listing.place.key == gone
        if was_shown:
            self._listing.place = next_place
        await self._listing.reload_overview(at_once=True)
        if was_shown:
            self._listing.go_to(next_place.key)
        else:
            self._stage.work("list", self._listing.reload_list)
        self._stage.say(f"Removed {feed.title}. {key_named('undo', self._stage.chosen_keys)} brings it back.")

    def undo(self) -> None:
        """Bring the feed back that was removed last, here or by a command."""
        self._stage.work("undo", self._restore)

    async def _restore(self) -> None:
        from reader.library.sources import restore_feed

        feed = await self._stage.desk.write(restore_feed)
        if feed is None:
            self._stage.say("No feed was removed within the last day.")
            return
        await self._listing.reload_overview(at_once=True)
        self._listing.go_to(f"feed:{feed.id}")
        self._stage.say(f"{feed.title} is back.")
