"""The main screen's way to the timeline of a story."""

from reader.tui.main.marking import Marking
from reader.tui.main.reading import Reading
from reader.tui.main.stage import Stage


class Timeline:
    """Shows the story of an article by time."""

    def __init__(self, stage: Stage, reading: Reading, marking: Marking) -> None:
        self._stage, self._reading, self._marking = stage, reading, marking

    def show(self) -> None:
        """Show the story of the article that has the keyboard."""
        self._stage.work("ask", self._show, self._marking.target)

    async def _show(self, article_id: int | None) -> None:
        if article_id is None:
            return
        from reader.library.timelines import timeline
        from reader.tui.screens.timeline import TimelineScreen

        entries = await self._stage.desk.read_aside(timeline, article_id)
        if not entries:
            self._stage.say("No other article reports on this event.")
            return
        at = [entry.report.article_id for entry in entries].index(article_id)
        self._reading.open_in_place(await self._stage.ask(TimelineScreen(entries, at, self._stage.config)))
