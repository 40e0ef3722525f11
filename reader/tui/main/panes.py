"""The main screen's panes: which are shown, how they are arranged, and how the keyboard moves between them."""

from collections.abc import Callable, Container, Iterator

from textual.widget import Widget

from reader.model.panes import Pane
from reader.text.marks import SETS
from reader.tui.arrangement import FEEDS_WIDTH, Arrangement, arrange, sidebar_width
from reader.tui.main.stage import Stage
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.bars import Card, KeyBar, PaneTitle, TextBar
from reader.tui.widgets.cursor_list import CursorList
from reader.tui.widgets.feed_list import FeedList
from reader.tui.widgets.frames import Column, Row
from reader.tui.widgets.related_list import RelatedList

ORDER = tuple(Pane)
BARS_HEIGHT = 2
"""Rows of the status line and the key line."""


class Panes:
    """Four panes and two lines below; one pane has the keyboard."""

    def __init__(self, stage: Stage, changed: Callable[[], None]) -> None:
        """Make the panes; `changed` is called when another one has got the keyboard."""
        config, marks = stage.config, SETS[stage.config.marks]
        self._stage, self._changed = stage, changed
        self.focused = Pane.LIST
        """The pane that has the keyboard, or had it last."""
        self.sidebar = config.sidebar.show
        self.zoomed = False
        self.feed_list = FeedList(marks)
        self.article_list = ArticleList(stage.read_rows, config)
        self.article_view = ArticleView()
        self.related_list = RelatedList(config)
        self.titles = {
            Pane.FEEDS: PaneTitle(Pane.FEEDS, "Feeds", marks.focus),
            Pane.LIST: PaneTitle(Pane.LIST, "", marks.focus),
            Pane.ARTICLE: PaneTitle(Pane.ARTICLE, "", marks.focus),
            Pane.RELATED: PaneTitle(Pane.RELATED, "Related", marks.focus),
        }
        self.card = Card(stage.chosen_keys)
        self.card.display = False
        self.status_bar = TextBar("status")
        self._key_bar = KeyBar(stage.chosen_keys)
        self._idle_keys: Container[str] = ()
        self._searching = False
        self._widgets: dict[Pane, CursorList | ArticleView] = {
            Pane.FEEDS: self.feed_list,
            Pane.LIST: self.article_list,
            Pane.ARTICLE: self.article_view,
            Pane.RELATED: self.related_list,
        }
        self._columns = {
            Pane.FEEDS: Column(self.titles[Pane.FEEDS], self.feed_list, id="feeds-column"),
            Pane.LIST: Column(self.card, self.titles[Pane.LIST], self.article_list, id="list-column"),
            Pane.ARTICLE: Column(self.titles[Pane.ARTICLE], self.article_view, id="article-column"),
            Pane.RELATED: Column(self.titles[Pane.RELATED], self.related_list, id="related-column"),
        }
        self._middle = Column(self._columns[Pane.LIST], self._columns[Pane.ARTICLE], id="middle")

    def compose(self) -> Iterator[Widget]:
        """Lay the panes out from left to right, with the two lines below."""
        yield Row(self._columns[Pane.FEEDS], self._middle, self._columns[Pane.RELATED], id="columns")
        yield self.status_bar
        yield self._key_bar

    def shows(self, pane: Pane) -> bool:
        """Tell whether a pane is on the screen."""
        return bool(self._columns[pane].display)

    def arrange(self) -> Arrangement:
        """Show the panes that the size of the screen and the user's wishes ask for."""
        width, height = self._stage.app.size
        arrangement = arrange(width, height - BARS_HEIGHT, self.focused, self.sidebar, self.zoomed)
        for pane, column in self._columns.items():
            column.display = pane in arrangement.shown
        self._middle.display = bool(arrangement.shown & {Pane.LIST, Pane.ARTICLE})
        self._middle.set_class(arrangement.side_by_side, "-side-by-side")
        self._set_sizes(arrangement, width)
        for pane, title in self.titles.items():
            title.set_focused(pane is self.focused)
        self._show_keys()
        return arrangement

    def _set_sizes(self, arrangement: Arrangement, width: int) -> None:
        alone = len(arrangement.shown) == 1
        self._columns[Pane.FEEDS].styles.width = "1fr" if alone else FEEDS_WIDTH
        sidebar = sidebar_width(width, self._stage.config.sidebar.width)
        self._columns[Pane.RELATED].styles.width = "1fr" if alone else sidebar
        # The card takes two rows; one of them it brings along.
        above = Pane.ARTICLE in arrangement.shown and not arrangement.side_by_side
        self._columns[Pane.LIST].styles.height = arrangement.list_height + self.card.display if above else "1fr"

    def show_card(self, wanted: bool) -> None:
        """Show the card of the first day, or take it away."""
        if wanted != self.card.display:
            self.card.display = wanted
            self.arrange()

    def set_idle_keys(self, idle: Container[str]) -> None:
        """Take keys that do nothing now out of the key line, by id."""
        self._idle_keys = idle
        self._show_keys()

    def _show_keys(self) -> None:
        self._key_bar.show_keys(self.focused, self._idle_keys, quits=not self.leads_back)

    @property
    def leads_back(self) -> bool:
        """Whether there is a step back to go before the reader is left."""
        return self.zoomed or self.focused in (Pane.ARTICLE, Pane.RELATED) or self._searching

    def set_searching(self, searching: bool) -> None:
        """Note whether the list is what a search has found."""
        if searching != self._searching:
            self._searching = searching
            self._show_keys()

    def press(self, action: str) -> None:
        """Do what a key does in the pane that has the keyboard, by the action's name."""
        getattr(self._widgets[self.focused], f"action_{action}")()

    def take_focus(self, widget_id: str | None) -> None:
        """Remember that a widget, which may be a pane, has got the keyboard."""
        if widget_id in ORDER:
            self.focused = Pane(widget_id)
            self.arrange()
            self._changed()

    def focus(self, pane: Pane) -> None:
        """Give the keyboard to a pane, which is shown if it was not."""
        if pane is not Pane.ARTICLE:
            self.zoomed = False
        self.focused = pane
        self.arrange()
        # At once, so that the next key goes there.
        self._widgets[pane].screen.set_focus(self._widgets[pane])

    def right(self) -> None:
        """Go to the pane to the right."""
        self.focus(ORDER[min(ORDER.index(self.focused) + 1, len(ORDER) - 1)])

    def left(self) -> None:
        """Go to the pane to the left."""
        self.focus(ORDER[max(ORDER.index(self.focused) - 1, 0)])

    def next(self) -> None:
        """Go to the next pane, round and round."""
        self.focus(ORDER[(ORDER.index(self.focused) + 1) % len(ORDER)])

    def previous(self) -> None:
        """Go to the pane before, round and round."""
        self.focus(ORDER[(ORDER.index(self.focused) - 1) % len(ORDER)])

    def toggle_zoom(self) -> None:
        """Leave the article alone on the screen, or bring the other panes back."""
        if not self.article_view.filled:
            self._stage.say("No article is shown that could fill the screen.")
            return
        self.zoomed = not self.zoomed
        self.focus(Pane.ARTICLE)
