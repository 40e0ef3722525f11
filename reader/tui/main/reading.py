"""The main screen's article: it is shown, laid out, opened, and remembered for the way back."""

from collections.abc import Callable, Iterable

from textual.timer import Timer

from reader.model.errors import ReaderError, UsageError
from reader.model.panes import Pane
from reader.text.marks import SETS
from reader.tui.history import TOP, History, TextPlace, Visit
from reader.tui.jobs.reading import Opened, lay_out_again, open_article
from reader.tui.main.panes import Panes
from reader.tui.main.relating import Relating
from reader.tui.main.stage import Stage

PREVIEW_AFTER = 0.12
"""Seconds the cursor rests on an article before it is shown: one that runs through a list reads nothing."""


class Reading:
    """Shows the article under the cursor, and opens it when the reader goes into it.

    Only an opened article counts as read and goes into the history.
    """

    def __init__(
        self,
        stage: Stage,
        panes: Panes,
        relating: Relating,
        unread_opened: Callable[[int], None],
        cursor_rested: Callable[[], None],
    ) -> None:
        """Begin with no article.

        `unread_opened` is called with the id of an unread article that was opened, `cursor_rested` when the cursor of
        the list has come to stand somewhere.
        """
        self._stage, self._panes, self._relating = stage, panes, relating
        self._unread_opened, self._cursor_rested = unread_opened, cursor_rested
        self._rest: Timer | None = None
        self.shown: Opened | None = None
        self.opened = False
        """Whether the article that is shown was opened, not only previewed."""
        self.history = History()
        self.wanted_id: int | None = None
        """The article that is shown or about to be; None if there is none."""
        self._bookmarked = False
        """Whether the article that is shown has a bookmark."""
        self._unread = False
        """Whether it is unread."""
        self._visit: Visit | None = None
        """The visit to the article that is shown, if it was opened."""

    @property
    def hidden(self) -> bool:
        """Whether another pane has the screen for itself."""
        return not self._panes.shows(Pane.ARTICLE)

    def cursor_moved(self) -> None:
        """Wait for the cursor to rest before anything but the list is drawn anew."""
        if self._rest is None:
            self._rest = self._stage.set_timer(PREVIEW_AFTER, self._rested)
        self._rest.reset()
        self._rest.resume()

    def _rested(self) -> None:
        self._stop_waiting()
        self._cursor_rested()

    def _stop_waiting(self) -> None:
        if self._rest is not None:
            self._rest.pause()

    # Showing and opening

    def open(self, article_id: int, visit: Visit | None = None) -> None:
        """Open an article, where it was left if it comes from the history, and go to it if it is out of sight."""
        view = self._panes.article_view
        self._go_to(article_id)
        self._stop_waiting()
        if visit is None and self.shown is not None and self.shown.article.id == article_id:
            self._stage.cancel("open")
            view.expect_another(False)
            self.count_as_opened()  # it is there already, and may have been scrolled
        else:
            view.expect_another(True)
            self._relating.put_off()
            self._stage.work("open", self._open, article_id, visit)
        if self.hidden:
            self._panes.focus(Pane.ARTICLE)

    def open_in_place(self, article_id: int | None) -> None:
        """Open an article and go into it."""
        if article_id is not None:
            self.open(article_id)
            self._panes.focus(Pane.ARTICLE)

    def preview(self) -> None:
        """Show the article under the cursor, once its pane has a size."""
        article_id = self._panes.article_list.article_id
        if article_id is None:
            self._stage.work("open", self._show_nothing)
        elif article_id != self.wanted_id and not self.hidden and self._panes.article_view.size:
            self.wanted_id = article_id
            self._relating.put_off()
            self._stage.work("open", self._show, article_id)

    async def _show_nothing(self) -> None:
        self.shown, self.wanted_id = None, None
        self._panes.article_view.show((), 0)
        self._panes.titles[Pane.ARTICLE].set_title("")
        self._relating.clear()

    def when_shown(self, action: Callable[[], None]) -> None:
        """Do what a key asks for to the article it was pressed for: at once, or when that has come."""
        panes = self._panes
        under_cursor = panes.article_list.article_id if panes.focused is Pane.LIST else None
        if under_cursor not in (None, self.wanted_id) and not self.hidden:
            self._stop_waiting()
            panes.article_view.expect_another(True)
            self.preview()
        panes.article_view.when_shown(action)

    async def _open(self, article_id: int, visit: Visit | None) -> None:
        if await self._show(article_id, visit.place if visit else TOP):
            self.count_as_opened(visit)

    async def _show(self, article_id: int, place: TextPlace = TOP) -> bool:
        """Show an article, and tell whether it was there to be shown."""
        view = self._panes.article_view
        width = view.text_width
        try:
            opened = await self._stage.desk.read(open_article, article_id, width)
        except ReaderError as error:
            view.expect_another(False)
            self.wanted_id = self.shown.article.id if self.shown is not None else None
            if self.wanted_id is not None:
                self._relating.relate(self.wanted_id)
            gone = "This article is gone: it was pruned, or removed by another reader."
            self._stage.say(gone if isinstance(error, UsageError) else str(error), failed=True)
            return False
        self.remember_place()
        self.shown, self.opened, self._visit = opened, False, None
        self._bookmarked = opened.article.state.bookmarked_at is not None
        self._unread = opened.article.state.read_at is None
        self._panes.set_idle_keys(() if opened.article.content.link else ("open_link",))
        view.show(opened.lines, width, place)
        self.show_progress()
        self._relating.relate(article_id)
        return True

    def count_as_opened(self, visit: Visit | None = None) -> None:
        """Take the article that is shown as opened: it is marked read and goes into the history.

        Nothing happens while another article is on its way to the screen.
        """
        if self.shown is None or self.opened or self.shown.article.id != self.wanted_id:
            return
        article = self.shown.article
        self.opened = True
        self._visit = visit or self.history.visit(article.id)
        if self._unread:
            self._unread_opened(article.id)

    def pane_changed(self) -> None:
        """Count the article as opened when the keyboard goes into it."""
        self._relating.mark_reasons()
        self._relating.show_below()
        if self._panes.focused is not Pane.ARTICLE:
            return
        if self.shown is None and self._panes.article_list.article_id is not None:
            self.open(self._panes.article_list.article_id)
        self.count_as_opened()

    def _go_to(self, article_id: int) -> None:
        self.wanted_id = article_id
        place = self._panes.article_list.index_of(article_id)
        if place is not None:
            self._panes.article_list.move_to(place)

    # What is told of articles beside the list

    @property
    def told_beside(self) -> set[int]:
        """The articles that are told of beside the list: the one that is shown, and its related ones."""
        shown = {self.shown.article.id} if self.shown is not None else set()
        return shown.union(self._relating.article_ids)

    def update_beside(self, ids: Iterable[int]) -> None:
        """Read anew what is told of some articles beside the list, if they are told of there."""
        rows = {row.id: row for row in self._stage.read_rows(list(self.told_beside.intersection(ids)))}
        if self.shown is not None and (row := rows.get(self.shown.article.id)):
            self._bookmarked, self._unread = row.bookmarked, row.unread
            self.show_progress()
        self._relating.update(rows)

    def show_progress(self) -> None:
        """Tell in the article's title how far it was read, and whether it has a bookmark."""
        if self.shown is None:
            return
        view = self._panes.article_view
        most = round(view.max_scroll_y)
        percent = f"{100 * view.scroll_offset.y // most} %" if most > 0 else ""
        star = f" {SETS[self._stage.config.marks].bookmarked} " if self._bookmarked else ""
        title = self.shown.article.content.title if view.is_past_head else "Article"
        self._panes.titles[Pane.ARTICLE].set_title(title, star + percent)

    # Laying out for another width

    def lay_out_again(self, width: int) -> None:
        """Lay the article out for another width."""
        if self.shown is not None:
            self._stage.work("layout", self._lay_out, self.shown, width)

    async def _lay_out(self, shown: Opened, width: int) -> None:
        lines = await self._stage.desk.read(lay_out_again, shown.article, shown.page, width)
        if self.shown is shown:
            self._panes.article_view.show_anew(lines, width)
            self._relating.show_below()

    # The way back

    def remember_place(self) -> None:
        """Remember how far the article was read, for the way back to it."""
        if self._visit is not None:
            self._visit.place = self._panes.article_view.place

    def walk(self, step: int) -> bool:
        """Open the article that was opened before (-1) or after (1) this one, and tell whether there is one."""
        self.remember_place()
        if not self.opened and step < 0 and self.history.present is not None:
            step = 0  # from a preview, the way back leads to the article that was opened last
        visit = self.history.walk(step)
        if visit is not None:
            self.open(visit.article_id, visit)
        return visit is not None
