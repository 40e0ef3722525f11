"""The main screen's refreshing: what it asks of the refresher, and what that says."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.library.reading import library_version
from reader.library.schedule import is_asked, is_due
from reader.model.outcome import told_of
from reader.model.subscription import lies_in
from reader.text.counts import counted
from reader.tui.jobs.reading import overview
from reader.tui.main.listing import Listing
from reader.tui.main.reading import Reading
from reader.tui.main.stage import Stage
from reader.tui.main.status import Status

if TYPE_CHECKING:
    from reader.tui.jobs.refreshing import Refresher


class Refreshing:
    """Follows the refresher."""

    def __init__(self, stage: Stage, reading: Reading, listing: Listing, status: Status) -> None:
        self._stage, self._reading, self._listing, self._status = stage, reading, listing, status
        self._started: Refresher | None = None
        self._brought_news = False
        self._version: int | None = None
        """Changes when anybody else writes to the library; None before it was asked for."""
        self._running = False

    @property
    def refresher(self) -> "Refresher":
        """The refresher, which no start of the program waits for."""
        if self._started is None:
            from reader.tui.jobs.refreshing import Refresher

            library = self._stage.library
            self._started = Refresher(library.data_dir, library.config_path.parent)
        return self._started

    async def close(self) -> None:
        """Leave no refresher behind that nobody listens to."""
        if self._started is not None:
            await self._started.close()

    def refresh_chosen(self) -> None:
        """Refresh the feed or the feeds of the folder; a smart feed stands for all."""
        wanted, summary = self._listing.chosen_place.wanted, self._listing.chosen_place.summary
        if summary:
            self.refresh([summary.feed.id])
        elif wanted.folder:
            inside = (one.feed for one in self._listing.overview.feeds if lies_in(one.feed.folder, wanted.folder))
            self.refresh([feed.id for feed in inside if is_asked(feed)])
        else:
            self.refresh_all()

    def refresh_all(self) -> None:
        """Refresh every feed but those that are paused or have ended."""
        self._start("refresh", "--json", total=sum(is_asked(one.feed) for one in self._listing.overview.feeds))

    def refresh(self, feed_ids: list[int]) -> None:
        """Refresh some feeds."""
        if feed_ids:
            self._start("refresh", "--json", *map(str, feed_ids), total=len(feed_ids))
        else:
            self._stage.say(
                "No feed here is to be refreshed: those that are paused or have ended are asked one by one."
            )

    def refresh_due(self) -> None:
        """Refresh the feeds whose time has come, unless a refresh is running."""
        if not self._running:
            self._stage.work("due", self._refresh_due)

    async def _refresh_due(self) -> None:
        feeds, now = (await self._stage.desk.read_aside(overview)).feeds, datetime.now(UTC)
        due = sum(is_due(one.feed, now) for one in feeds)
        if due and not self._running:
            self._start("refresh", "--json", "--due", total=due)

    def _start(self, *words: str, total: int) -> None:
        if self._running:
            self._stage.say("A refresh is running already.")
        else:
            self._running = True
            self._status.tell("refresh", f"refreshing {counted(total, 'feed')}")
            self._stage.work("refresh", self._run, words, total)

    async def _run(self, words: tuple[str, ...], total: int) -> None:
        done = failed = 0
        try:
            async for report in self.refresher.run(*words):
                if report.get("outcome") == "waiting":
                    self._status.tell("refresh", "another refresh is running")
                    continue
                done += 1
                failed += self.take_in(report, quiet=total > 1)
                told = f"refreshing {done} of {total}" + (f", {failed} failed" if failed else "")
                if done <= total:  # the line after them is the sums
                    self._status.tell("refresh", told)
        finally:
            self._running = False
            self._status.tell("refresh", None)

    def stop(self) -> bool:
        """Stop the refresh, and tell whether there was one."""
        if not self._running:
            return False
        self._stage.cancel("refresh")
        self._stage.say("The refresh was stopped; what it had brought is kept.")
        return True

    def take_in(self, report: Mapping[str, Any], *, quiet: bool = False, advice: str = "") -> bool:
        """Take in a line of the refresher, and tell whether it speaks of a failure; `advice` follows its sentence."""
        failed = report.get("outcome") in ("failed", "died") and "error" in report
        if failed and (not quiet or report["outcome"] == "died"):
            source = report.get("source") or ""
            told = told_of(report.get("feed") or source or "Refresh", source, report["error"])
            self._stage.say(told + advice, failed=True)
        elif (problems := report.get("problems")) and not quiet:
            told = told_of(report["feed"], report["source"], problems[0])
            more = f" (and {counted(len(problems) - 1, 'more problem')})" if len(problems) > 1 else ""
            self._stage.say(told + more, failed=True)
        self._brought_news = True
        return failed

    def look_for_news(self) -> None:
        """Show what has changed in the library, whoever changed it: the refresher, another reader, a command."""
        self._stage.work("news", self._show_news)

    async def _show_news(self) -> None:
        # By the connection that writes for the screen: what it has written itself is shown already.
        version = await self._stage.desk.write(library_version)
        changed = self._version is not None and version != self._version
        self._version = version
        if changed or self._brought_news:
            self._brought_news = False
            self._stage.work("overview", self._listing.reload_overview)
            self._stage.work("list", self._listing.reload_list)
            self._reading.update_beside(self._reading.told_beside)
