"""The main screen's refreshing: what it asks of the refresher, and what that says."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reader.library.library import Library
from reader.library.reading import library_version
from reader.library.schedule import is_asked, is_due
from reader.model.outcome import told_of
from reader.model.subscription import lies_in
from reader.text.counts import counted
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import overview
from reader.tui.screens.listing import ListingScreen

if TYPE_CHECKING:
    from reader.tui.jobs.refreshing import Refresher

RELOAD_EVERY = 1.0
"""Seconds between two looks at what a running refresh has brought."""


class RefreshingScreen(ListingScreen):
    """Follows the refresher."""

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
        """Look for what a refresh has brought from time to time, and refresh when the user wants it by itself."""
        self.set_interval(RELOAD_EVERY, self._look_for_news)
        wanted = self.library.config.refresh
        if wanted.on_start:
            self.call_after_refresh(self.refresh_due)
        if wanted.every:
            self.set_interval(60.0 * wanted.every, self.refresh_due)

    def action_refresh(self) -> None:
        """Refresh the feed or the feeds of the folder; a smart feed stands for all."""
        wanted, summary = self.chosen_place.wanted, self.chosen_place.summary
        if summary:
            self.refresh_feeds([summary.feed.id])
        elif wanted.folder:
            inside = (one.feed for one in self.overview.feeds if lies_in(one.feed.folder, wanted.folder))
            self.refresh_feeds([feed.id for feed in inside if is_asked(feed)])
        else:
            self.action_refresh_all()

    def action_refresh_all(self) -> None:
        """Refresh every feed but those that are paused or have ended."""
        self._start("refresh", "--json", total=sum(is_asked(one.feed) for one in self.overview.feeds))

    def refresh_feeds(self, feed_ids: list[int]) -> None:
        """Refresh some feeds."""
        if feed_ids:
            self._start("refresh", "--json", *map(str, feed_ids), total=len(feed_ids))
        else:
            self.say("No feed here is to be refreshed: those that are paused or have ended are asked one by one.")

    def refresh_due(self) -> None:
        """Refresh the feeds whose time has come, unless a refresh is running."""
        if not self._refreshing:
            self.work("due", self._refresh_due)

    async def _refresh_due(self) -> None:
        feeds, now = (await self.desk.read_aside(overview)).feeds, datetime.now(UTC)
        due = sum(is_due(one.feed, now) for one in feeds)
        if due and not self._refreshing:
            self._start("refresh", "--json", "--due", total=due)

    def _start(self, *words: str, total: int) -> None:
        if self._refreshing:
            self.say("A refresh is running already.")
        else:
            self._refreshing = True
            self._tell("refresh", f"refreshing {counted(total, 'feed')}")
            self.work("refresh", self._run_refresh, words, total)

    async def _run_refresh(self, words: tuple[str, ...], total: int) -> None:
        done = failed = 0
        try:
            async for report in self._refresher.run(*words):
                if report.get("outcome") == "waiting":
                    self._tell("refresh", "another refresh is running")
                    continue
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

    def action_cancel(self) -> None:
        """Go back one step, but never quit; with nothing to go back from, stop the refresh."""
        if not self._go_back() and self._refreshing:
            self.workers.cancel_group(self, "refresh")
            self.say("The refresh was stopped; what it had brought is kept.")
