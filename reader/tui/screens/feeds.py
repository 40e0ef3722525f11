"""The main screen's feeds: adding, removing, refreshing, and what the refresher says."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reader.library.library import Library
from reader.library.reading import library_version
from reader.model.outcome import told_of
from reader.text.credentials import with_credentials_of
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import overview
from reader.tui.lines import counted
from reader.tui.places import Place, neighbour
from reader.tui.screens.listing import ListingScreen

if TYPE_CHECKING:
    from reader.tui.jobs.refreshing import Refresher, Report

RELOAD_EVERY = 1.0
"""Seconds between two looks at what a running refresh has brought."""

KEPT = "; it was added all the same: refresh it to try again, or remove it"


class FeedsScreen(ListingScreen):
    """Keeps the feeds, and follows the refresher."""

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk) -> None:
        super().__init__(library, chosen_keys, desk)
        self._brought_news = False
        self._version: int | None = None
        """Changes when any process writes to the library; None before it was asked for."""
        self._refreshing = False

    @cached_property
    def _refresher(self) -> "Refresher":
        from reader.tui.jobs.refreshing import Refresher

        return Refresher(self.library.data_dir, self.library.config_path.parent)

    async def on_unmount(self) -> None:
        """Leave no refresher behind that nobody listens to."""
        if "_refresher" in self.__dict__:
            await self._refresher.close()

    def on_mount(self) -> None:
        """Look for what a refresh has brought from time to time."""
        self.set_interval(RELOAD_EVERY, self._look_for_news)

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
            self.work("ask", self._ask_remove, self.chosen_place)

    async def _ask_remove(self, place: Place) -> None:
        from reader.tui.screens.confirm import ConfirmScreen

        assert place.summary is not None
        detail = f"{counted(place.summary.total, 'article')} in it; what is bookmarked stays, the rest goes."
        if await self.app.push_screen_wait(ConfirmScreen(f"Remove “{place.title}”?", detail)):
            self.work("add", self._remove, place.summary.feed.id)

    async def _remove(self, feed_id: int) -> None:
        from reader.library.sources import remove_feed

        gone = f"feed:{feed_id}"
        next_place = neighbour(self.feed_list.places, gone)
        await self.desk.write(remove_feed, feed_id)
        if self.place.key == gone:
            self.place = next_place
        self.show_overview(await self.desk.read(overview))
        self.go_to(self.place.key)

    def action_refresh(self) -> None:
        """Refresh the feed or the feeds of the folder; a smart feed stands for all."""
        wanted, summary = self.chosen_place.wanted, self.chosen_place.summary
        if summary:
            self.refresh_feeds([summary.feed.id])
        elif wanted.folder:
            feeds = [one.feed.id for one in self.overview.feeds if one.feed.folder == wanted.folder]
            if feeds:
                self.refresh_feeds(feeds)
            else:
                self.say("There is no feed in this folder any more.")
        else:
            self.refresh_feeds([])

    def action_refresh_all(self) -> None:
        """Refresh every feed."""
        self.refresh_feeds([])

    def refresh_feeds(self, feed_ids: list[int]) -> None:
        """Refresh some feeds, all of them if none is named."""
        if self._refreshing:
            self.say("A refresh is running already.")
        else:
            total = len(feed_ids) or len(self.overview.feeds)
            self._refreshing = True
            self._tell("refresh", f"refreshing {counted(total, 'feed')}")
            self.work("refresh", self._run_refresh, feed_ids, total)

    async def _run_refresh(self, feed_ids: list[int], total: int) -> None:
        done = failed = 0
        try:
            async for report in self._refresher.run("refresh", "--json", *map(str, feed_ids)):
                done += 1
                failed += self._take_in(report, quiet=total > 1)
                told = f"refreshing {done} of {total}" + (f", {failed} failed" if failed else "")
                if done <= total:  # the line after them is the sums
                    self._tell("refresh", told)
        finally:
            self._refreshing = False
            self._tell("refresh", None)

    def _take_in(self, report: Mapping[str, Any], *, quiet: bool = False, advice: str = "") -> bool:
        """Take in a line of the refresher, and tell whether it speaks of a failure; `advice` follows its sentence."""
        failed = report.get("outcome") in ("failed", "died") and "error" in report
        if failed and (not quiet or report["outcome"] == "died"):
            source = report.get("source") or ""
            self.say(told_of(report.get("feed") or source or "Refresh", source, report["error"]) + advice, failed=True)
        self._brought_news = True
        return failed

    def _tell(self, job: str, progress: str | None) -> None:
        self.progress.pop(job, None)
        if progress is not None:
            self.progress[job] = progress
        self.show_status()

    def _look_for_news(self) -> None:
        self.work("news", self._show_news)

    async def _show_news(self) -> None:
        """Show what has changed in the library, whoever changed it: the refresher, another reader, a command."""
        version = await self.desk.read_aside(library_version)
        changed = self._version is not None and version != self._version
        self._version = version
        if changed or self._brought_news:
            self._brought_news = False
            self.work("overview", self.reload_overview)
            self.work("list", self.reload_list)
            self.update_beside(self.told_beside)
