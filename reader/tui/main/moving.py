"""The main screen's import and export of feeds."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.model.keys import key_named
from reader.text.counts import counted
from reader.text.safe import safe_line
from reader.tui.answers import OTHER_READER, path_of
from reader.tui.main.listing import Listing
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.stage import Stage
from reader.tui.main.status import Status

if TYPE_CHECKING:
    from reader.library.exporting import Export
    from reader.tui.screens.result import Result


class Moving:
    """Takes feeds in and gives them out."""

    def __init__(self, stage: Stage, listing: Listing, status: Status, refreshing: Refreshing) -> None:
        self._stage, self._listing, self._status, self._refreshing = stage, listing, status, refreshing

    def import_feeds(self) -> None:
        """Ask for a list of feeds, and add them."""
        from reader.tui.screens.prompt import ask_list

        self._stage.app.push_screen(ask_list(), self._import)

    def _import(self, answer: str | None) -> None:
        if answer and answer.lower().startswith(("http://", "https://")):
            add = key_named("add", self._stage.chosen_keys)
            self._stage.say(
                f"Save the list to a file first, and import that; {add} adds a feed by its address.", failed=True
            )
        elif answer:
            self._stage.work("add", self._import_from, answer)

    async def _import_from(self, answer: str) -> None:
        words = ("--from", OTHER_READER) if answer == OTHER_READER else (str(path_of(answer)),)
        reports: list[Mapping[str, Any]] = []
        self._status.tell("import", "importing")
        try:
            # In the refresher's process: what strangers wrote must not hold the screen up.
            async for report in self._refreshing.refresher.run("import", "--json", *words):
                reports.append(report)
                if report["outcome"] == "moving":
                    self._status.tell(
                        "import", f"importing articles, {report['done']} of {counted(report['feeds'], 'feed')}"
                    )
        finally:
            self._status.tell("import", None)
        if reports[-1]["outcome"] == "done":
            from reader.tui.screens.result import ResultScreen

            await self._listing.reload_overview(at_once=True)
            self._stage.work("list", self._listing.reload_list)
            await self._stage.ask_at_rest(ResultScreen(import_result(reports, self._stage.chosen_keys)))
        else:
            self._stage.say(str(reports[-1]["error"]), failed=True)

    def export_feeds(self) -> None:
        """Ask for a file, and write the feeds to it."""
        self._stage.work("ask", self._ask_export)

    async def _ask_export(self) -> None:
        from reader.tui.screens.confirm import ConfirmScreen
        from reader.tui.screens.prompt import ask_target

        answer = await self._stage.ask(ask_target())
        if answer is None:
            return
        path, shown = path_of(answer), safe_line(str(path_of(answer)))
        if os.path.lexists(path) and not await self._stage.ask(ConfirmScreen(f"Replace “{shown}”?")):
            return
        self._stage.work("add", self._export_to, path)

    async def _export_to(self, path: Path) -> None:
        from reader.tui.jobs.exporting import export_to
        from reader.tui.screens.result import ResultScreen

        exported = await self._stage.desk.write(export_to, path)
        await self._stage.ask_at_rest(ResultScreen(export_result(exported, path)))


def import_result(reports: Sequence[Mapping[str, Any]], chosen_keys: Mapping[str, str]) -> "Result":
    """Put what `import --json` printed in words."""
    from reader.tui.screens.result import Failure, Result

    done = reports[-1]
    sums = [f"Feeds: {done['new']} new, {done['known']} known, {done['refused']} refused"]
    if done["articles"] or done["read"] or done["bookmarked"]:
        sums.append(f"Articles: {done['articles']} new, {done['read']} read, {done['bookmarked']} bookmarked")
    next_step = [f"Press {key_named('refresh_all', chosen_keys)} to fetch the new feeds."] if done["new"] else []
    failures = (Failure(one["feed"], one["error"]) for one in reports if one["outcome"] == "refused")
    return Result("Import", tuple(sums), (*done["problems"], *done["notes"], *next_step), tuple(failures))


def export_result(exported: "Export", path: Path) -> "Result":
    """Put what was exported in words."""
    from reader.tui.screens.result import Failure, Result

    remarks = []
    if exported.without_password:
        number = counted(exported.without_password, "feed")
        remarks.append(f"The password of {number} was left out; `newsreader export --with-passwords` keeps them.")
    reason = "it is on this disk; a list of feeds holds web addresses only"
    failures = tuple(Failure(location, reason) for location in exported.local)
    return Result(
        "Export", (f"{counted(exported.feeds, 'feed')} written to {safe_line(str(path))}",), tuple(remarks), failures
    )
