"""The main screen's feeds: adding and removing."""

from typing import TYPE_CHECKING

from reader.library.library import Library
from reader.model.feed import Feed
from reader.model.keys import key_named
from reader.text.counts import counted
from reader.text.credentials import with_credentials_of
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import overview
from reader.tui.places import neighbour
from reader.tui.screens.refreshing import RefreshingScreen

if TYPE_CHECKING:
    from reader.tui.jobs.refreshing import Report

KEPT = "; it was added all the same: refresh it to try again, or remove it"


class FeedsScreen(RefreshingScreen):
    """Keeps the feeds."""

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk) -> None:
        super().__init__(library, chosen_keys, desk)
        self._removed: list[Feed] = []
        """Feeds that were removed here, the last one at the end."""

    def action_add(self) -> None:
        """Ask for a source and add it."""
        from reader.tui.screens.prompt import ask_source

        self.app.push_screen(ask_source(), self._add)

    def _add(self, source: str | None) -> None:
        if source:
            self.add_source(source)

    def add_source(self, source: str, *, show: bool = True) -> None:
        """Add a source; go to its feed when it has come if it is to be shown."""
        self.work("add", self._add_source, source, show)

    async def _add_source(self, source: str, show: bool) -> None:
        self._tell("add", "adding a source")
        known = {summary.feed.id for summary in self.overview.feeds}
        where = self._where()
        choices: list[Report] = []
        try:
            async for report in self._refresher.run("add", "--json", "-", given=source):
                if report.get("outcome") == "choice":
                    choices.append(report)
                    continue
                self._take_in(report, advice=KEPT if report.get("feed_id") else "")
                if report.get("feed_id"):
                    stayed = show and self._where() == where
                    await self._show_added(report, show=stayed, new=report["feed_id"] not in known)
        finally:
            self._tell("add", None)
        for choice in choices:
            await self._choose(source, choice, show)

    def _where(self) -> tuple[str, int | None, float]:
        """Give what the reader has before him: who has moved on meanwhile is not called back."""
        return self.place.key, self.article_list.article_id, self.article_view.scroll_y

    async def _show_added(self, report: "Report", *, show: bool, new: bool) -> None:
        self.show_overview(await self.desk.read(overview))
        key = f"feed:{report['feed_id']}"
        if show and self.place.key != key:
            self.go_to(key)
        if not new:
            self.say(f"You have {report['feed']} already.")
        elif report["outcome"] in ("refreshed", "not_modified"):
            self.say(f"Added {report['feed']}: {counted(report['new'], 'article')}.")
        elif report["outcome"] == "postponed":
            self.say(f"Added {report['feed']}. {report['error']}.")

    async def _choose(self, source: str, choice: "Report", show: bool) -> None:
        """Ask which feed of a source is meant, and add it."""
        from reader.tui.screens.choice import ChoiceScreen

        address = await self.app.push_screen_wait(ChoiceScreen(choice["source"], choice["choices"]))
        if address is not None:
            self.add_source(with_credentials_of(source, address), show=show)

    def action_remove(self) -> None:
        """Ask, then remove the feed."""
        if self.chosen_place.summary is None:
            self.say("Choose a feed first: only feeds can be removed.")
        else:
            self.work("ask", self.ask_remove, self.chosen_place.summary.feed.id)

    async def ask_remove(self, feed_id: int) -> None:
        """Ask, then remove a feed."""
        from reader.tui.screens.confirm import ConfirmScreen

        found = next((one for one in self.overview.feeds if one.feed.id == feed_id), None)
        if found is None:
            return
        detail = f"{counted(found.total, 'article')} in it; what is bookmarked stays, the rest goes."
        if await self.app.push_screen_wait(ConfirmScreen(f"Remove “{found.feed.title}”?", detail)):
            await self._remove(found.feed)

    async def _remove(self, feed: Feed) -> None:
        from reader.library.sources import remove_feed

        gone = f"feed:{feed.id}"
        next_place = neighbour(self.feed_list.places, gone)
        await self.desk.write(remove_feed, feed.id)
        self._removed.append(feed)
        if self.place.key == gone:
            self.place = next_place
        self.show_overview(await self.desk.read(overview))
        self.go_to(self.place.key)
        self.say(f"Removed {feed.title}. {key_named('undo', self.chosen_keys)} brings it back.")

    def action_undo(self) -> None:
        """Bring the feed back that was removed last."""
        if self._removed:
            self.work("add", self._restore, self._removed.pop())
        else:
            self.say("No feed was removed since the reader was opened.")

    async def _restore(self, feed: Feed) -> None:
        from reader.library.sources import restore_feed

        await self.desk.write(restore_feed, feed.id)
        self.show_overview(await self.desk.read(overview))
        self.go_to(f"feed:{feed.id}")
        self.say(f"{feed.title} is back.")
