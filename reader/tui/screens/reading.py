"""The main screen's reading: articles are shown, opened, walked through and related."""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on

from reader.library.library import Library
from reader.library.marking import set_read
from reader.model.panes import Pane
from reader.text.marks import SETS
from reader.tui.history import TOP, History, TextPlace, Visit
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import Opened, lay_out_again, open_article
from reader.tui.jobs.relating import related_sections
from reader.tui.screens.links import LinksScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.cursor_list import CursorList
from reader.tui.widgets.related_list import RelatedList

if TYPE_CHECKING:
    from reader.tui.sections import Section

PREVIEW_AFTER = 0.12
"""Seconds the cursor rests on an article before it is shown: one that runs through a list reads nothing."""
RELATE_AFTER = 0.05
"""Seconds an article is shown before its related ones are looked for: J held down looks for none."""


class ReadingScreen(LinksScreen):
    """Shows the article under the cursor, and opens it when the reader goes into it.

    Only an opened article counts as read and goes into the history.
    """

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk) -> None:
        super().__init__(library, chosen_keys, desk)
        self.opened = False
        """Whether the article that is shown was opened, not only previewed."""
        self.history = History()
        self._sections: list[Section] = []
        self._wanted: int | None = None
        """The article that is shown or about to be."""
        self._bookmarked = False
        """Whether the article that is shown has a bookmark."""
        self._unread = False
        """Whether it is unread."""
        self._visit: Visit | None = None
        """The visit to the article that is shown, if it was opened."""

    def on_mount(self) -> None:
        """Follow the scrolling of the article in its title."""
        self.watch(self.article_view, "scroll_y", self._show_progress, init=False)
        self._rest = self.set_interval(PREVIEW_AFTER, self._rested, pause=True)

    def cursor_moved(self) -> None:
        """Wait for the cursor to rest before anything but the list is drawn anew."""
        self._rest.reset()
        self._rest.resume()

    def _rested(self) -> None:
        self._rest.pause()
        self.preview()

    # Showing and opening

    def open(self, article_id: int, visit: Visit | None = None) -> None:
        """Open an article, where it was left if it comes from the history, and go to it if it is out of sight."""
        self._want(article_id)
        if visit is None and self.shown is not None and self.shown.article.id == article_id:
            self.workers.cancel_group(self, "open")
            self.article_view.expect_another(False)
            self.count_as_opened()  # it is there already, and may have been scrolled
        else:
            self.article_view.expect_another(True)
            self.work("open", self._open, article_id, visit)
        if self.article_hidden:
            self.focus_pane(Pane.ARTICLE)

    def preview(self) -> None:
        """Show the article under the cursor, once its pane has a size."""
        article_id = self.article_list.article_id
        if article_id is None:
            self.work("open", self._show_nothing)
        elif article_id != self._wanted and not self.article_hidden and self.article_view.size:
            self._wanted = article_id
            self.work("open", self._show, article_id)

    @property
    def article_hidden(self) -> bool:
        """Whether another pane has the screen for itself."""
        return not self._columns[Pane.ARTICLE].display

    async def _show_nothing(self) -> None:
        self.shown, self._wanted = None, None
        self.article_view.show((), 0)
        self.titles[Pane.ARTICLE].set_title("")
        self._show_sections([])

    async def _open(self, article_id: int, visit: Visit | None) -> None:
        await self._show(article_id, visit.place if visit else TOP)
        self.count_as_opened(visit)

    async def _show(self, article_id: int, place: TextPlace = TOP) -> None:
        width = self.article_view.text_width
        opened = await self.desk.read(open_article, article_id, width)
        self._remember_place()
        self.shown, self.opened, self._visit = opened, False, None
        self._bookmarked = opened.article.state.bookmarked_at is not None
        self._unread = opened.article.state.read_at is None
        self.forget_digits()
        self.show_keys()
        self.article_view.show(opened.lines, width, place)
        self._show_progress()
        self.work("relate", self._relate, article_id)

    def _remember_place(self) -> None:
        if self._visit is not None:
            self._visit.place = self.article_view.place

    def count_as_opened(self, visit: Visit | None = None) -> None:
        """Take the article that is shown as opened: it is marked read and goes into the history.

        Nothing happens while another article is on its way to the screen.
        """
        if self.shown is None or self.opened or self.shown.article.id != self._wanted:
            return
        article = self.shown.article
        self.opened = True
        self._visit = visit or self.history.visit(article.id)
        if self._unread:
            self.work("mark", self.mark_read, [article.id], True)

    async def mark_read(self, ids: list[int], read: bool) -> None:
        """Mark articles read or unread, and show it when it is on disk."""
        self.marked(await self.desk.write(set_read, ids, read))

    def marked(self, ids: list[int]) -> None:
        """Show that the state of some articles changed."""
        self.article_list.update_rows(ids)
        self.update_beside(ids)

    @property
    def told_beside(self) -> set[int]:
        """The articles that are told of beside the list: the one that is shown, and its related ones."""
        related = {one.row.id for section in self._sections for one in section.articles}
        return related | {self.shown.article.id} if self.shown is not None else related

    def update_beside(self, ids: Iterable[int]) -> None:
        """Read anew what is told of some articles beside the list, if they are told of there."""
        from reader.tui.sections import with_rows

        rows = {row.id: row for row in self._read_rows(list(self.told_beside.intersection(ids)))}
        if self.shown is not None and (row := rows.get(self.shown.article.id)):
            self._bookmarked, self._unread = row.bookmarked, row.unread
            self._show_progress()
        if any(one.row.id in rows for section in self._sections for one in section.articles):
            self._sections = with_rows(self._sections, rows)
            self.related_list.update(self._sections)
            self._show_below()

    def _want(self, article_id: int) -> None:
        self._wanted = article_id
        place = self.article_list.index_of(article_id)
        if place is not None:
            self.article_list.move_to(place)

    def _show_progress(self) -> None:
        if self.shown is None:
            return
        view = self.article_view
        most = round(view.max_scroll_y)
        percent = f"{100 * view.scroll_offset.y // most} %" if most > 0 else ""
        star = f" {SETS[self.library.config.marks].bookmarked} " if self._bookmarked else ""
        title = self.shown.article.content.title if view.is_past_head else "Article"
        self.titles[Pane.ARTICLE].set_title(title, star + percent)

    @on(ArticleView.Resized)
    async def _lay_out_again(self, event: ArticleView.Resized) -> None:
        event.stop()
        if self.shown is not None:
            self.work("layout", self._lay_out, self.shown, event.number)

    async def _lay_out(self, shown: Opened, width: int) -> None:
        lines = await self.desk.read(lay_out_again, shown.article, shown.page, width)
        if self.shown is shown:
            self.article_view.show_anew(lines, width)
            self._show_below()

    # Related articles

    async def _relate(self, article_id: int) -> None:
        await asyncio.sleep(RELATE_AFTER)
        found = await self.desk.read_aside(related_sections, article_id)
        if self.shown is not None and self.shown.article.id == article_id:
            self._show_sections(found)

    def _show_sections(self, found: "list[Section]") -> None:
        self._sections = found
        self.related_list.show(found)
        self._show_below()

    def _show_below(self) -> None:
        """Put the related articles below the text if they have no pane."""
        from reader.tui.sections import section_lines

        below = self.shown is not None and self.sidebar and not self._columns[Pane.RELATED].display
        if below and self._sections:
            width, config = self.article_view.text_width, self.library.config
            self.article_view.show_below(list(section_lines(self._sections, width, self.related_list.now, config)))
        else:
            self.article_view.show_below(())

    def pane_changed(self) -> None:
        """Count the article as opened when the keyboard goes into it."""
        super().pane_changed()
        self._show_below()
        if self.pane is not Pane.ARTICLE:
            return
        if self.shown is None and self.article_list.article_id is not None:
            self.open(self.article_list.article_id)
        self.count_as_opened()

    def action_toggle_sidebar(self) -> None:
        """Show or hide the related articles; where there is no room beside the article, go to them and back."""
        if self._columns[Pane.RELATED].display:
            self.sidebar = False
            if self.pane is Pane.RELATED:
                self.focus_pane(Pane.ARTICLE)
        else:
            self.sidebar = True
            if not self.arrange_panes().shown & {Pane.RELATED}:
                self.focus_pane(Pane.RELATED)
        self.arrange_panes()
        self._show_below()

    @on(CursorList.Chosen, "#list")
    def _open_chosen(self, event: ArticleList.Chosen) -> None:
        event.stop()
        if not self.follow_pending() and self.article_list.article_id is not None:
            self.open(self.article_list.article_id)
            self.focus_pane(Pane.ARTICLE)

    @on(CursorList.Chosen, "#related")
    def _open_related(self, event: RelatedList.Chosen) -> None:
        event.stop()
        self._open_in_place(self.related_list.article_id)

    @on(ArticleView.RelatedClicked)
    def _open_clicked(self, event: ArticleView.RelatedClicked) -> None:
        event.stop()
        articles = [one for section in self._sections for one in section.articles]
        self._open_in_place(articles[event.number].row.id)

    def _open_in_place(self, article_id: int | None) -> None:
        if article_id is not None:
            self.open(article_id)
            self.focus_pane(Pane.ARTICLE)

    # Walking

    def action_next_article(self) -> None:
        """Open the next article of the list."""
        self._open_place(self.article_list.cursor + 1)

    def action_previous_article(self) -> None:
        """Open the article before it in the list."""
        self._open_place(self.article_list.cursor - 1)

    def _open_place(self, place: int) -> None:
        if 0 <= place < self.article_list.item_count:
            self.open(self.article_list.ids[place])
        else:
            self.say("This is the last article here." if place > 0 else "This is the first article here.")

    def action_walk_back(self) -> None:
        """Open the article that was opened before this one."""
        self._walk(-1)

    def action_walk_forward(self) -> None:
        """Open the article that was opened after this one."""
        self._walk(1)

    def _walk(self, step: int) -> None:
        self._remember_place()
        if not self.opened and step < 0 and self.history.present is not None:
            step = 0  # from a preview, the way back leads to the article that was opened last
        visit = self.history.walk(step)
        if visit is not None:
            self.open(visit.article_id, visit)
        else:
            self.say("You opened no other article before." if step < 0 else "There is nothing to go forward to.")
