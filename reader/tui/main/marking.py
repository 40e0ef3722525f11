"""The main screen's marks: bookmarks, and what is read."""

from collections.abc import Callable, Sequence

from reader.library.library import Library
from reader.library.marking import set_read, toggle_bookmarked, toggle_read
from reader.library.reading import article_ids, unread_among
from reader.model.filters import ArticleFilter
from reader.model.panes import Pane
from reader.text.counts import counted
from reader.tui.main.listing import Listing
from reader.tui.main.panes import Panes
from reader.tui.main.reading import Reading
from reader.tui.main.stage import Stage


class Marking:
    """Marks articles, and shows it once it is on disk."""

    def __init__(self, stage: Stage, panes: Panes, reading: Reading, listing: Listing) -> None:
        self._stage, self._panes, self._reading, self._listing = stage, panes, reading, listing
        self._along: dict[int, list[int]] = {}
        """By an article that was marked read, the other reports of its story that were marked with it."""

    @property
    def target(self) -> int | None:
        """The article that a mark is for: the one in the pane that has the keyboard."""
        panes = self._panes
        if panes.focused is Pane.RELATED:
            return panes.related_list.article_id
        if panes.focused is Pane.ARTICLE and self._reading.wanted_id is not None:
            return self._reading.wanted_id
        return panes.article_list.article_id

    def toggle_bookmark(self) -> None:
        """Bookmark the article, or take the bookmark away."""
        self._stage.work("mark", self._toggle, toggle_bookmarked, self.target)

    def toggle_read(self) -> None:
        """Mark the article read, or unread again."""
        self._stage.work("mark", self._toggle_read, self.target)

    async def _toggle_read(self, article_id: int | None) -> None:
        await self._toggle(toggle_read, article_id)
        if article_id is None:
            return
        if article_id in self._along:
            self._marked(await self._stage.desk.write(set_read, self._along.pop(article_id), False))
        elif article_id not in await self._stage.desk.read(unread_among, [article_id]):
            await self._mark_others(article_id)

    async def _mark_others(self, article_id: int) -> None:
        """Mark the other reports of an article's story read, if the user wants that, until it is unread again."""
        if self._stage.config.stories.mark_all:
            from reader.library.stories import other_reports

            others = await self._stage.desk.read(other_reports, [article_id])
            self._along[article_id] = await self._stage.desk.write(set_read, others, True)
            self._marked(self._along[article_id])

    async def _toggle(self, toggle: Callable[[Library, int], list[int]], article_id: int | None) -> None:
        if article_id is not None:
            self._marked(await self._stage.desk.write(toggle, article_id))

    def mark_read(self, article_id: int) -> None:
        """Mark an article read."""
        self._stage.work("mark", self._mark_opened, article_id)

    async def _mark_opened(self, article_id: int) -> None:
        await self._mark_read([article_id])
        await self._mark_others(article_id)

    async def _mark_read(self, ids: Sequence[int]) -> None:
        self._marked(await self._stage.desk.write(set_read, ids, True))

    def mark_all_read(self) -> None:
        """Ask, then mark every article of the list read."""
        self._stage.work("ask", self._ask_mark_all)

    async def _ask_mark_all(self) -> None:
        from reader.tui.screens.confirm import ConfirmScreen

        unread = set(await self._stage.desk.read(article_ids, ArticleFilter(unread=True)))
        ids = [article_id for article_id in self._listing.ids if article_id in unread]
        if not ids:
            self._stage.say("Every article here is read.")
        elif await self._stage.ask(
            ConfirmScreen(f"Mark {counted(len(ids), 'article')} of “{self._listing.place.title}” read?")
        ):
            await self._mark_read(ids)

    def _marked(self, ids: list[int]) -> None:
        """Show that the state of some articles changed."""
        self._panes.article_list.update_rows(ids)
        self._reading.update_beside(ids)
        self._listing.count_again()
