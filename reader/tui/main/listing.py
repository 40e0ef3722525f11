"""The main screen's places and lists: smart feeds, folders, feeds and searches, and the articles in them."""

import asyncio
import re
from array import array
from datetime import UTC, datetime

from reader.library.editing import set_folded
from reader.library.guide import GUIDE
from reader.library.reading import article_ids
from reader.model.errors import ReaderError
from reader.model.panes import Pane
from reader.model.subscription import lies_in
from reader.tui.jobs.reading import Overview, fresh_list, overview
from reader.tui.main.folding import Folding
from reader.tui.main.panes import Panes
from reader.tui.main.reading import Reading
from reader.tui.main.stage import Stage
from reader.tui.main.status import NOTHING, Status
from reader.tui.places import ALL, Place, empty_text, fold

FIRST_ROWS = 200
"""Articles that are read before the first paint; the rest of a long list follows after it."""

COUNT_AFTER = 0.1
"""Seconds after a mark before the feeds are counted anew: J held down marks one article after another."""


class Listing:
    """Shows places and the articles in them."""

    def __init__(self, stage: Stage, panes: Panes, reading: Reading, folding: Folding, status: Status) -> None:
        self._stage, self._panes, self._reading = stage, panes, reading
        self._folding, self._status = folding, status
        self.place = ALL
        """The place whose articles are listed."""
        self.overview = NOTHING
        self.search_place: Place | None = None
        """The search that has a row among the feeds."""
        self.folded: frozenset[str] = frozenset()
        """Paths of folders whose feeds have no rows."""

    # Places

    def show_overview(self, seen: Overview) -> None:
        """Show the feeds and their counts."""
        if self.overview is NOTHING:
            self.folded = seen.folded
        self.overview = seen
        self._list_places()
        self._panes.show_card(len(seen.feeds) == 1 and seen.feeds[0].feed.source == GUIDE)
        here = next((place for place in self._panes.feed_list.places if place.key == self.place.key), None)
        if here is not None:
            self.place = here
            self._panes.article_list.say_when_empty(self._empty_text())
            self.show_status()
        else:
            self.go_to(ALL.key)

    def _list_places(self) -> None:
        searches = [self.search_place] if self.search_place else []
        folded = list(fold(self.overview.places, self.folded))
        self._panes.feed_list.show([*self.overview.smart, *searches], folded)

    async def reload_overview(self, *, at_once: bool = False) -> None:
        """Read the feeds and their counts anew; `at_once` before what is read aside."""
        desk = self._stage.desk
        self.show_overview(await (desk.read(overview) if at_once else desk.read_aside(overview)))

    def count_again(self) -> None:
        """Count anew once no further mark has come for a moment."""
        self._stage.work("overview", self._count_again)

    async def _count_again(self) -> None:
        await asyncio.sleep(COUNT_AFTER)
        await self.reload_overview()

    @property
    def chosen_place(self) -> Place:
        """The place a command is for: the one under the cursor of the feed list, or else the one that is shown."""
        feed_list = self._panes.feed_list
        return feed_list.place if self._panes.focused is Pane.FEEDS and feed_list.places else self.place

    def go_to(self, key: str) -> None:
        """Go to a place, and show its articles."""
        feed_list = self._panes.feed_list
        self._unfold(key)
        feed_list.move_to(feed_list.index_of(key))
        self.show_place(feed_list.place)

    def choose_place(self) -> None:
        """Go into the place under the cursor; fold or unfold it if it is a folder."""
        place = self._panes.feed_list.place
        if place.folded is None:
            self.show_place(place)
            self._panes.focus(Pane.LIST)
        else:
            self.fold(self.folded ^ {place.wanted.folder or ""})
            self.show_overview(self.overview)

    def _unfold(self, key: str) -> None:
        """Unfold the folders around a feed or a folder."""
        place = next((one for one in self.overview.places if one.key == key), None)
        folder = place and (place.summary.feed.folder if place.summary else place.wanted.folder)
        around = {one for one in self.folded if lies_in(folder, one) and not (place and place.wanted.folder == one)}
        if around:
            self.fold(self.folded - around)
            self._list_places()

    def fold(self, folders: frozenset[str]) -> None:
        """Let these folders be folded from the next time on that the feeds are shown, and the next start."""
        self.folded = folders
        self._stage.work("mark", self._stage.desk.write, set_folded, folders)

    # Lists

    @property
    def ids(self) -> "array[int]":
        """All articles of the list."""
        return self._folding.ids

    def show_place(self, place: Place) -> None:
        """Show the articles of a place: the first ones at once, the rest of a long list right after."""
        self.place = place
        for group in ("list", "search", "fold"):
            self._stage.cancel(group)  # what was still to come is of another place
        if place.wanted.top:
            self._stage.work("search", self._read_top, place)
        elif place.wanted.words is None:
            try:
                ids = article_ids(self._stage.library, place.wanted, FIRST_ROWS)
            except ReaderError as error:
                self._stage.say(str(error), failed=True)
                return
            self.show_list(ids)
            if len(ids) == FIRST_ROWS:
                self._stage.work("list", self._read_rest, place)
        else:
            self._stage.work("search", self._search, place)

    async def _read_rest(self, place: Place) -> None:
        ids = await self._stage.desk.read_aside(article_ids, place.wanted)
        if self.place.key == place.key and self._folding.extend(ids):
            self.show_status()
        else:
            await self.reload_list()

    async def _read_top(self, place: Place) -> None:
        ids = await self._stage.desk.read(article_ids, place.wanted)
        if self.place.key == place.key:
            self.show_list(ids)

    async def _search(self, place: Place) -> None:
        from reader.library.searching import phrases_of
        from reader.tui.found import pattern_of

        ids = await self._stage.desk.read(article_ids, place.wanted)
        if self.place.wanted != place.wanted:
            return
        self.search_place = place._replace(badge=len(ids))
        self.show_overview(self.overview)
        self.show_list(ids, pattern_of(phrases_of(place.wanted.words or "")))

    def show_list(self, ids: "array[int]", found: "re.Pattern[str] | None" = None) -> None:
        """Show some articles, with what `found` finds in them marked."""
        self._folding.show(
            ids, self._empty_text(), top=self.place.wanted.top, with_source=self.place.summary is None, found=found
        )
        self._panes.article_view.mark_found(found)
        self.preview()

    def _empty_text(self) -> str:
        seen = self.overview
        return empty_text(self.place, seen.feeds, datetime.now(UTC), self._stage.chosen_keys, seen.came)

    async def reload_list(self) -> None:
        """Read the list anew, without moving what is read."""
        wanted, shown = self.place.wanted, self.ids
        if wanted.words is not None:
            self._panes.article_list.forget_rows()  # what a search found stays in its order
            return
        ids = await self._stage.desk.read_aside(fresh_list, wanted, shown)
        if self.place.wanted == wanted and self.ids is shown:
            await self._folding.update(ids)
            self.show_status()
            if not self._reading.opened:
                self.preview()

    def place_moved(self) -> None:
        """Show the place that the cursor of the feed list has come to."""
        if self._panes.feed_list.place.key != self.place.key:
            self.show_place(self._panes.feed_list.place)

    def preview(self) -> None:
        """Show the article under the cursor, and where the cursor is."""
        self._reading.preview()
        self.show_status()

    def show_status(self) -> None:
        """Tell where the reader is."""
        self._panes.set_searching(self.place.wanted.words is not None)
        self._status.show(self.place, self.overview)
