"""The main screen's ways from article to article: the next, the next unread one, those that were opened before."""

from dataclasses import replace

from reader.library.reading import article_ids
from reader.tui.jobs.reading import find_unread
from reader.tui.main.listing import Listing
from reader.tui.main.panes import Panes
from reader.tui.main.reading import Reading
from reader.tui.main.stage import Stage


class Walking:
    """Walks through lists and through the history."""

    def __init__(self, stage: Stage, panes: Panes, reading: Reading, listing: Listing) -> None:
        self._stage, self._panes, self._reading, self._listing = stage, panes, reading, listing

    def next_article(self) -> None:
        """Open the next article of the list."""
        self._open_place(self._panes.article_list.cursor + 1)

    def previous_article(self) -> None:
        """Open the article before it in the list."""
        self._open_place(self._panes.article_list.cursor - 1)

    def _open_place(self, place: int) -> None:
        articles = self._panes.article_list
        if 0 <= place < articles.item_count:
            self._reading.open(articles.ids[place])
        else:
            self._stage.say("This is the last article here." if place > 0 else "This is the first article here.")

    def back(self) -> None:
        """Open the article that was opened before this one."""
        if not self._reading.walk(-1):
            self._stage.say("You opened no other article before.")

    def forward(self) -> None:
        """Open the article that was opened after this one."""
        if not self._reading.walk(1):
            self._stage.say("There is nothing to go forward to.")

    def read_on(self) -> None:
        """Scroll a page down; at the end of the article, open the next unread one."""
        reading, articles = self._reading, self._panes.article_list
        if reading.hidden and articles.article_id is not None:
            reading.open(articles.article_id)
        else:
            reading.when_shown(self._read_on)

    def _read_on(self) -> None:
        reading = self._reading
        reading.count_as_opened()
        if reading.shown is None or self._panes.article_view.at_end:
            self.next_unread()
        else:
            self._panes.article_view.action_page_down()

    def next_unread(self) -> None:
        """Open the next unread article: here, or in the next feed that has one."""
        self._stage.work("walk", self._walk_unread, 1)

    def previous_unread(self) -> None:
        """Open the unread article before this one."""
        self._stage.work("walk", self._walk_unread, -1)

    async def _walk_unread(self, step: int) -> None:
        desk, reading = self._stage.desk, self._reading
        ids, at = self._panes.article_list.ids, self._panes.article_list.cursor
        start = at if not reading.opened and reading.shown is None else at + step
        found = await desk.read(find_unread, ids, start, step)
        if found is None and step > 0:
            found = await desk.read(find_unread, ids, 0, step)
            found = None if found == at else found
        article_id = ids[found] if found is not None else None
        if article_id is None and step > 0:
            article_id = await self._unread_elsewhere()
        if article_id is None:
            self._stage.say("No unread articles are left." if step > 0 else "No unread article stands before this one.")
        else:
            reading.open(article_id)

    async def _unread_elsewhere(self) -> int | None:
        """Go to the next feed with unread articles, in a folded folder too, and give the first of these."""
        listing = self._listing
        await listing.reload_overview(at_once=True)  # other readers read too
        places = listing.overview.places
        at = next((number for number, place in enumerate(places) if place.key == listing.place.key), -1)
        behind = [place for place in (*places[at + 1 :], *places[: max(at, 0)]) if place.summary and place.badge]
        for place in behind:
            unread = await self._stage.desk.read(article_ids, replace(place.wanted, unread=True), 1)
            if unread:
                listing.go_to(place.key)
                return unread[0]
        return None
