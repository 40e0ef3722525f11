"""The main screen: it puts its parts together, and passes keys and messages on to them."""

import gc
from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.library.library import Library
from reader.model.errors import ReaderError
from reader.model.keys import Scope
from reader.tui.bindings import bindings
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import overview
from reader.tui.main.failing import Failing
from reader.tui.main.feeds import Feeds
from reader.tui.main.folding import Folding
from reader.tui.main.following import Following
from reader.tui.main.leaving import Leaving
from reader.tui.main.links import Links
from reader.tui.main.listing import Listing
from reader.tui.main.marking import Marking
from reader.tui.main.moving import Moving
from reader.tui.main.panes import Panes
from reader.tui.main.reading import Reading
from reader.tui.main.refreshing import Refreshing
from reader.tui.main.relating import Relating
from reader.tui.main.searching import Searching
from reader.tui.main.stage import Stage
from reader.tui.main.status import Status
from reader.tui.main.tending import Tending
from reader.tui.main.timeline import Timeline
from reader.tui.main.walking import Walking
from reader.tui.places import ALL
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.bars import KeyBar
from reader.tui.widgets.cursor_list import CursorList
from reader.tui.widgets.frames import draw_ground

LOOK_EVERY = 1.0
"""Seconds between two looks at what a refresh, or anybody else, has brought."""

YOUNG = 1_000
"""Objects made between two looks for garbage among the new ones, which then take less than a millisecond."""


class MainScreen(Screen[None]):
    """Everything the reader does, by keyboard or mouse.

    Each part does one thing and knows only those that were made before it; `model.keys` names the part and the method
    that answer a key.
    """

    BINDINGS = bindings(Scope.SCREEN)  # type: ignore[assignment]
    AUTO_FOCUS = "#list"
    render_lines = draw_ground

    def __init__(self, library: Library, chosen_keys: Mapping[str, str], desk: Desk, selected: int | None) -> None:
        super().__init__()
        self._selected = selected
        self.to_refresh: list[int] = []
        """Feeds to refresh at the start."""
        self.to_add: list[str] = []
        """Sources to add at the start."""
        stage = self.stage = Stage(self, library, desk, chosen_keys)
        panes = self.panes = Panes(stage, changed=self._pane_changed)
        self.relating = Relating(stage, panes)
        reading = self.reading = Reading(
            stage, panes, self.relating, unread_opened=self._unread_opened, cursor_rested=self._cursor_rested
        )
        self.links = Links(stage, panes, reading)
        self.status = Status(panes)
        self.folding = Folding(stage, panes, changed=self._rows_changed)
        listing = self.listing = Listing(stage, panes, reading, self.folding, self.status)
        self.walking = Walking(stage, panes, reading, listing)
        self.searching = Searching(stage, panes, listing)
        refreshing = self.refreshing = Refreshing(stage, reading, listing, self.status)
        self.marking = Marking(stage, panes, reading, listing)
        self.following = Following(stage, panes, listing, self.marking)
        self.timeline = Timeline(stage, reading, self.marking)
        self.feeds = Feeds(stage, panes, listing, self.status, refreshing)
        self.moving = Moving(stage, listing, self.status, refreshing)
        self.tending = Tending(stage, panes, listing, refreshing)
        self.failing = Failing(stage, listing, self.status, refreshing, self.feeds, self.tending)
        self.leaving = Leaving(stage, panes, self.searching, refreshing)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield from self.panes.compose()

    def on_mount(self) -> None:
        """Show what is held, then look for more."""
        self.watch(self.panes.article_view, "scroll_y", self.reading.show_progress, init=False)
        self.set_interval(LOOK_EVERY, self.refreshing.look_for_news)
        if self._selected is None:
            self._show_all()
        else:
            self._show_selected(self._selected)
        self._start_work()
        self.call_after_refresh(self._show_more)

    def _show_all(self) -> None:
        self.panes.feed_list.show(self.listing.overview.smart, [])
        self.listing.show_place(ALL)

    def _show_selected(self, feed_id: int) -> None:
        try:
            self.listing.show_overview(overview(self.stage.library))
        except ReaderError as error:
            self.stage.say(str(error), failed=True)
            self.panes.feed_list.show(self.listing.overview.smart, [])
        else:
            self.listing.go_to(f"feed:{feed_id}")

    def _start_work(self) -> None:
        """Refresh and add what the command line and the config file ask for."""
        if self.to_refresh:
            self.refreshing.refresh(self.to_refresh)
        for number, source in enumerate(self.to_add):
            self.feeds.add_source(source, show=self._selected is None and number == 0)
        wanted = self.stage.config.refresh
        if wanted.on_start:
            self.call_after_refresh(self.refreshing.refresh_due)
        if wanted.every:
            self.set_interval(60.0 * wanted.every, self.refreshing.refresh_due)

    def _show_more(self) -> None:
        """Show what takes longer than the first paint should: its threads would take turns with the painting."""
        # What was made for the start stays, and to look through all of it for garbage would hold a key up for 100 ms.
        gc.freeze()
        gc.set_threshold(YOUNG)
        self.listing.preview()
        self.stage.work("overview", self.listing.reload_overview)

    async def on_unmount(self) -> None:
        """Leave no refresher behind."""
        await self.refreshing.close()

    # Keys

    def action_do(self, command: str) -> None:
        """Do what a key of the table stands for: the name of a part, a dot, a method, and what that is given."""
        name, *given = command.split()
        part, method = name.split(".")
        getattr(getattr(self, part), method)(*given)

    def action_copy_text(self) -> None:
        """Copy the text that is selected."""
        super().action_copy_text()
        self.stage.say("Copied the selected text.")

    # What the parts below tell those above

    def _pane_changed(self) -> None:
        self.reading.pane_changed()

    def _rows_changed(self) -> None:
        self.listing.preview()

    def _unread_opened(self, article_id: int) -> None:
        self.marking.mark_read(article_id)

    def _cursor_rested(self) -> None:
        self.listing.preview()

    # Messages

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self.panes.arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the keyboard."""
        self.panes.take_focus(event.widget.id)

    @on(CursorList.Moved, "#feeds")
    def _feed_moved(self, event: CursorList.Moved) -> None:
        event.stop()
        self.listing.place_moved()

    @on(CursorList.Moved, "#list")
    def _article_moved(self, event: CursorList.Moved) -> None:
        event.stop()
        self.reading.cursor_moved()

    @on(CursorList.Moved, "#related")
    def _related_moved(self, event: CursorList.Moved) -> None:
        event.stop()
        self.relating.mark_reasons()

    @on(CursorList.Chosen, "#feeds")
    def _feed_chosen(self, event: CursorList.Chosen) -> None:
        event.stop()
        self.listing.choose_place()

    @on(CursorList.Chosen, "#list")
    def _article_chosen(self, event: CursorList.Chosen) -> None:
        event.stop()
        if not self.links.follow_begun():
            self.reading.open_in_place(self.panes.article_list.article_id)

    @on(CursorList.Chosen, "#related")
    def _related_chosen(self, event: CursorList.Chosen) -> None:
        event.stop()
        self.reading.open_in_place(self.panes.related_list.article_id)

    @on(KeyBar.Clicked)
    def _key_clicked(self, event: KeyBar.Clicked) -> None:
        event.stop()
        if event.key.scope is Scope.PANE:
            self.panes.press(event.key.action)
        else:
            self.action_do(event.key.action)

    @on(ArticleView.RelatedClicked)
    def _related_clicked(self, event: ArticleView.RelatedClicked) -> None:
        event.stop()
        self.reading.open_in_place(event.number)

    @on(ArticleView.Chosen)
    def _enter_in_article(self, event: ArticleView.Chosen) -> None:
        event.stop()
        self.links.follow_begun()

    @on(ArticleView.LinkClicked)
    def _link_clicked(self, event: ArticleView.LinkClicked) -> None:
        event.stop()
        self.links.follow(event.number)

    @on(ArticleView.Resized)
    def _article_resized(self, event: ArticleView.Resized) -> None:
        event.stop()
        self.reading.lay_out_again(event.number)
