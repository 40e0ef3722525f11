"""The main screen: what the layers below it do, with marks and help on top."""

from collections.abc import Callable

from reader.library.library import Library
from reader.library.marking import toggle_bookmarked, toggle_read
from reader.library.reading import article_ids
from reader.model.errors import ReaderError
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from reader.text.counts import counted
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import overview
from reader.tui.places import ALL
from reader.tui.screens.tending import TendingScreen


class MainScreen(TendingScreen):
    """Everything the reader does, by keyboard or mouse.

    It is built in layers, each a class of its own: panes, links, reading, listing, refreshing, feeds, moving, tending,
    and marks here.
    """

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk, selected: int | None) -> None:
        super().__init__(library, chosen_keys, desk)
        self._selected = selected
        self.to_refresh: list[int] = []
        """Feeds to refresh at the start."""
        self.to_add: list[str] = []
        """Sources to add at the start."""

    def on_mount(self) -> None:
        """Show what is held, then look for more."""
        if self._selected is None:
            self._show_all()
        else:
            self._show_selected()
        if self.to_refresh:
            self.refresh_feeds(self.to_refresh)
        for number, source in enumerate(self.to_add):
            self.add_source(source, show=self._selected is None and number == 0)
        self.call_after_refresh(self._show_more)

    def _show_more(self) -> None:
        """Show what takes longer than the first paint should: its threads would take turns with the painting."""
        self.preview()
        self.work("overview", self.reload_overview)

    def _show_all(self) -> None:
        self.feed_list.show(self.overview.smart, [])
        self.show_place(ALL)

    def _show_selected(self) -> None:
        try:
            self.show_overview(overview(self.library))
        except ReaderError as error:
            self.say(str(error), failed=True)
            self.feed_list.show(self.overview.smart, [])
        else:
            self.go_to(f"feed:{self._selected}")

    @property
    def _target(self) -> int | None:
        """The article that a mark is for: the one in the pane that has the keyboard."""
        if self.pane is Pane.RELATED:
            return self.related_list.article_id
        if self.pane is Pane.ARTICLE and self.shown:
            return self.shown.article.id
        return self.article_list.article_id

    def action_bookmark(self) -> None:
        """Bookmark the article, or take the bookmark away."""
        self.work("mark", self._toggle, toggle_bookmarked, self._target)

    async def _toggle(self, toggle: Callable[[Library, int], list[int]], article_id: int | None) -> None:
        if article_id is not None:
            self.marked(await self.desk.write(toggle, article_id))

    def action_toggle_read(self) -> None:
        """Mark the article read, or unread again."""
        self.work("mark", self._toggle, toggle_read, self._target)

    def action_mark_all_read(self) -> None:
        """Ask, then mark every article of the list read."""
        self.work("ask", self._ask_mark_all)

    async def _ask_mark_all(self) -> None:
        from reader.tui.screens.confirm import ConfirmScreen

        unread = set(await self.desk.read(article_ids, ArticleFilter(unread=True)))
        ids = [article_id for article_id in self.article_list.ids if article_id in unread]
        if not ids:
            self.say("Every article here is read.")
            return
        if await self.app.push_screen_wait(
            ConfirmScreen(f"Mark {counted(len(ids), 'article')} of “{self.place.title}” read?")
        ):
            await self.mark_read(ids, True)

    def marked(self, ids: list[int]) -> None:
        """Show that the state of some articles changed."""
        super().marked(ids)
        self._version = None  # our own change is shown already
        self.work("overview", self.reload_overview)

    def action_help(self) -> None:
        """Show all keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.chosen_keys))
