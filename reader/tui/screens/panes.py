"""The main screen's panes: which are shown, how they are arranged, and how the keyboard moves between them."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from math import inf
from time import monotonic
from typing import ParamSpec

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.worker import WorkType

from reader.library.library import Library
from reader.library.reading import article_rows
from reader.model.errors import DatabaseError, ReaderError
from reader.model.keys import Scope
from reader.model.panes import Pane
from reader.model.row import ArticleRow
from reader.text.marks import SETS
from reader.tui.arrangement import FEEDS_WIDTH, Arrangement, arrange, sidebar_width
from reader.tui.bindings import bindings
from reader.tui.jobs.desk import Desk
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.bars import Card, KeyBar, PaneTitle, TextBar
from reader.tui.widgets.feed_list import FeedList
from reader.tui.widgets.frames import Column, Row, draw_ground
from reader.tui.widgets.related_list import RelatedList

ORDER = tuple(Pane)
P = ParamSpec("P")

IN_PARALLEL = ("mark", "add", "refresh", "browse")
"""Groups of jobs that all have to be done, however many there are."""
BARS_HEIGHT = 2
"""Rows of the status line and the key line."""


class PanesScreen(Screen[None]):
    """Four panes and two lines below; one pane has the keyboard.

    Textual calls an event handler such as `on_mount` of every class that has one, so none of the layers above calls
    that of the layer below.
    """

    BINDINGS = bindings(Scope.SCREEN)  # type: ignore[assignment]
    AUTO_FOCUS = "#list"
    render_lines = draw_ground

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk) -> None:
        super().__init__()
        config = library.config
        marks = SETS[config.marks]
        self.library = library
        self.desk = desk
        self.pane = Pane.LIST
        self.sidebar = config.sidebar.show
        self.zoomed = False
        self.feed_list = FeedList(marks)
        self.article_list = ArticleList(self._read_rows, config)
        self.article_view = ArticleView()
        self.related_list = RelatedList(config)
        self.titles = {
            Pane.FEEDS: PaneTitle(Pane.FEEDS, "Feeds", marks.focus),
            Pane.LIST: PaneTitle(Pane.LIST, "", marks.focus),
            Pane.ARTICLE: PaneTitle(Pane.ARTICLE, "", marks.focus),
            Pane.RELATED: PaneTitle(Pane.RELATED, "Related", marks.focus),
        }
        self.card = Card(chosen_keys)
        self.card.display = False
        self.status = TextBar("status")
        self.key_bar = KeyBar(chosen_keys)
        self._widgets = {
            Pane.FEEDS: self.feed_list,
            Pane.LIST: self.article_list,
            Pane.ARTICLE: self.article_view,
            Pane.RELATED: self.related_list,
        }
        self.chosen_keys = chosen_keys
        self._said: dict[str, float] = {}
        self._columns = {
            Pane.FEEDS: Column(self.titles[Pane.FEEDS], self.feed_list, id="feeds-column"),
            Pane.LIST: Column(self.card, self.titles[Pane.LIST], self.article_list, id="list-column"),
            Pane.ARTICLE: Column(self.titles[Pane.ARTICLE], self.article_view, id="article-column"),
            Pane.RELATED: Column(self.titles[Pane.RELATED], self.related_list, id="related-column"),
        }

    def compose(self) -> ComposeResult:
        """Lay the panes out from left to right, with the two lines below."""
        self._middle = Column(self._columns[Pane.LIST], self._columns[Pane.ARTICLE], id="middle")
        yield Row(self._columns[Pane.FEEDS], self._middle, self._columns[Pane.RELATED], id="columns")
        yield self.status
        yield self.key_bar

    def _read_rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        try:
            return article_rows(self.library, ids)
        except DatabaseError as error:
            self.say(str(error), failed=True)
            return []

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """Tell the user something, as it stands, unless it stands there already."""
        now = monotonic()
        if now - self._said.get(sentence, -inf) < self.app.NOTIFICATION_TIMEOUT:
            return
        self._said[sentence] = now
        self.notify(sentence, severity="error" if failed else "information", markup=False)

    def work(self, group: str, job: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run a job beside the screen; a newer one of its group takes the place of an older one."""
        guarded: WorkType[None] = partial(self._guarded, job, *args, **kwargs)
        self.run_worker(guarded, group=group, exclusive=group not in IN_PARALLEL)

    async def _guarded(self, job: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await job(*args, **kwargs)
        except ReaderError as error:
            self.say(str(error), failed=True)

    def arrange_panes(self) -> Arrangement:
        """Show the panes that the size of the screen and the user's wishes ask for."""
        width, height = self.app.size
        arrangement = arrange(width, height - BARS_HEIGHT, self.pane, self.sidebar, self.zoomed)
        for pane, column in self._columns.items():
            column.display = pane in arrangement.shown
        self._middle.display = bool(arrangement.shown & {Pane.LIST, Pane.ARTICLE})
        self._middle.set_class(arrangement.side_by_side, "-side-by-side")
        self._set_sizes(arrangement, width)
        for pane, title in self.titles.items():
            title.set_focused(pane is self.pane)
        self.show_keys()
        return arrangement

    def show_keys(self) -> None:
        """Show the keys that do something in the pane that has the keyboard."""
        self.key_bar.show_keys(self.pane)

    def _set_sizes(self, arrangement: Arrangement, width: int) -> None:
        alone = len(arrangement.shown) == 1
        self._columns[Pane.FEEDS].styles.width = "1fr" if alone else FEEDS_WIDTH
        sidebar = sidebar_width(width, self.library.config.sidebar.width)
        self._columns[Pane.RELATED].styles.width = "1fr" if alone else sidebar
        # The card takes two rows; one of them it brings along.
        above = Pane.ARTICLE in arrangement.shown and not arrangement.side_by_side
        self._columns[Pane.LIST].styles.height = arrangement.list_height + self.card.display if above else "1fr"

    def show_card(self, wanted: bool) -> None:
        """Show the card of the first day, or take it away."""
        if wanted != self.card.display:
            self.card.display = wanted
            self.arrange_panes()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the panes for the new size."""
        self.arrange_panes()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which pane has the keyboard."""
        if event.widget.id in ORDER:
            self.pane = Pane(event.widget.id)
            self.pane_changed()

    def pane_changed(self) -> None:
        """Arrange the panes around the one that has the keyboard now."""
        self.arrange_panes()

    def focus_pane(self, pane: Pane) -> None:
        """Give the keyboard to a pane, which is shown if it was not."""
        if pane is not Pane.ARTICLE:
            self.zoomed = False
        self.pane = pane
        self.arrange_panes()
        self.set_focus(self._widgets[pane])  # at once, so that the next key goes there

    def action_pane_right(self) -> None:
        """Go to the pane to the right."""
        self.focus_pane(ORDER[min(ORDER.index(self.pane) + 1, len(ORDER) - 1)])

    def action_pane_left(self) -> None:
        """Go to the pane to the left."""
        self.focus_pane(ORDER[max(ORDER.index(self.pane) - 1, 0)])

    def action_pane_next(self) -> None:
        """Go to the next pane, round and round."""
        self.focus_pane(ORDER[(ORDER.index(self.pane) + 1) % len(ORDER)])

    def action_pane_previous(self) -> None:
        """Go to the pane before, round and round."""
        self.focus_pane(ORDER[(ORDER.index(self.pane) - 1) % len(ORDER)])

    def action_toggle_zoom(self) -> None:
        """Leave the article alone on the screen, or bring the other panes back."""
        if not self.article_view.filled:
            self.say("No article is shown that could fill the screen.")
            return
        self.zoomed = not self.zoomed
        self.focus_pane(Pane.ARTICLE)
