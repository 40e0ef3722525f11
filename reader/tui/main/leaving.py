"""The main screen's way out, step by step."""

from reader.model.panes import Pane
from reader.tui.main.panes import Panes
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.searching import Searching
from reader.tui.main.stage import Stage


class Leaving:
    """Goes back from the zoom, the article or the search to the list; from there, out."""

    def __init__(self, stage: Stage, panes: Panes, searching: Searching, refreshing: Refreshing) -> None:
        self._stage, self._panes, self._searching, self._refreshing = stage, panes, searching, refreshing

    def back_or_quit(self) -> None:
        """Go back one step; with nothing to go back from, quit."""
        if not self._go_back():
            self._stage.app.exit()

    def back_or_stop(self) -> None:
        """Go back one step, but never quit; with nothing to go back from, stop the refresh."""
        if not self._go_back():
            self._refreshing.stop()

    def _go_back(self) -> bool:
        if self._panes.zoomed or self._panes.focused in (Pane.ARTICLE, Pane.RELATED):
            self._panes.focus(Pane.LIST)
            return True
        return self._searching.leave()
