"""The main screen's places and lists: feeds, folders, searches, and the way to the next unread article."""

import re
from array import array
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from textual import on
from textual.content import Content

from reader.library.guide import GUIDE
from reader.library.library import Library
from reader.library.reading import article_ids, start_of_day
from reader.library.schedule import next_try_text
from reader.model.errors import ReaderError
from reader.model.feed import SmartCounts
from reader.model.panes import Pane
from reader.model.subscription import lies_in
from reader.text.ages import short_age
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import Overview, find_unread, fresh_list, overview
from reader.tui.places import (
    ALL,
    Place,
    badge_text,
    empty_text,
    failing_text,
    fold,
    search_place,
    smart_places,
)
from reader.tui.rows import fit_name
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.cursor_list import CursorList

FIRST_ROWS = 200
"""Articles that are read before the first paint; the rest of a long list follows after it."""
MOST_NAME = 32
"""Cells of a place's title in the status line; what follows it counts for more."""
NOTHING = SmartCounts(0, 0, 0, 0)


class Left(NamedTuple):
    """A list that was left for a search, to come back to."""

    place: Place
    ids: "array[int]"
    article_id: int | None
    """The article under the cursor."""


class ListingScreen(ReadingScreen):
    """Shows places and the articles in them."""

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk) -> None:
        super().__init__(library, chosen_keys, desk)
        self.place = ALL
        self.overview = Overview(smart_places(NOTHING, start_of_day(datetime.now(UTC))), [], [])
        self.progress: dict[str, str] = {}
        """What the refresher does, by job; nothing when it rests."""
        self._before_search: Left | None = None
        self._search_place: Place | None = None
        """The search that has a row among the feeds."""
        self._folded: set[str] = set()

    def show_overview(self, seen: Overview) -> None:
        """Show the feeds and their counts."""
        self.overview = seen
        searches = [self._search_place] if self._search_place else []
        self.feed_list.show([*seen.smart, *searches], list(fold(seen.places, self._folded)))
        self.show_card(len(seen.feeds) == 1 and seen.feeds[0].feed.source == GUIDE)
        here = next((place for place in self.feed_list.places if place.key == self.place.key), None)
        if here is not None:
            self.place = here
            self.article_list.say_when_empty(self._empty_text())
            self.show_status()
        else:
            self.go_to(ALL.key)

    async def reload_overview(self) -> None:
        """Read the feeds and their counts anew."""
        self.show_overview(await self.desk.read_aside(overview))

    @property
    def chosen_place(self) -> Place:
        """The place a command is for: the one under the cursor of the feed list, or else the one that is shown."""
        return self.feed_list.place if self.pane is Pane.FEEDS and self.feed_list.places else self.place

    def go_to(self, key: str) -> None:
        """Go to a place, and show its articles."""
        self.feed_list.move_to(self.feed_list.index_of(key))
        self.show_place(self.feed_list.place)

    def show_place(self, place: Place) -> None:
        """Show the articles of a place: the first ones at once, the rest of a long list right after."""
        self.place = place
        self.workers.cancel_group(self, "list")  # what was still to come is of another place
        if place.wanted.words is None:
            try:
                ids = article_ids(self.library, place.wanted, FIRST_ROWS)
            except ReaderError as error:
                self.say(str(error), failed=True)
                return
            self._show_list(ids)
            if len(ids) == FIRST_ROWS:
                self.work("list", self._read_rest, place)
        else:
            self.work("list", self._search, place)

    async def _read_rest(self, place: Place) -> None:
        ids = await self.desk.read_aside(article_ids, place.wanted)
        if self.place.key == place.key and self.article_list.extend(ids):
            self.show_status()
        else:
            await self.reload_list()

    async def _search(self, place: Place) -> None:
        from reader.library.searching import phrases_of
        from reader.tui.found import pattern_of

        ids = await self.desk.read(article_ids, place.wanted)
        if self.place.wanted != place.wanted:
            return
        self._search_place = place._replace(badge=len(ids))
        self.show_overview(self.overview)
        self._show_list(ids, pattern_of(phrases_of(place.wanted.words or "")))

    def _show_list(self, ids: "array[int]", found: "re.Pattern[str] | None" = None) -> None:
        self.article_list.show(ids, self._empty_text(), with_source=self.place.summary is None, found=found)
        self.article_view.mark_found(found)
        self.show_status()
        self.preview()

    def _empty_text(self) -> str:
        return empty_text(self.place, self.overview.feeds, datetime.now(UTC), self.overview.came)

    async def reload_list(self) -> None:
        """Read the list anew, without moving what is read."""
        wanted, shown = self.place.wanted, self.article_list.ids
        if wanted.words is not None:
            self.article_list.forget_rows()  # what a search found stays in its order
            return
        ids = await self.desk.read_aside(fresh_list, wanted, shown)
        if self.place.wanted == wanted and self.article_list.ids is shown:
            self.article_list.update(ids)
            self.show_status()
            if not self.opened:
                self.preview()

    @on(CursorList.Moved)
    def _moved(self, event: CursorList.Moved) -> None:
        event.stop()
        if event.list is self.feed_list:
            if self.feed_list.place.key != self.place.key:
                self.show_place(self.feed_list.place)
        elif event.list is self.article_list:
            self.cursor_moved()

    def preview(self) -> None:
        """Show the article under the cursor, and where the cursor is."""
        super().preview()
        self.show_status()

    @on(CursorList.Chosen, "#feeds")
    def _place_chosen(self, event: CursorList.Chosen) -> None:
        event.stop()
        place = self.feed_list.place
        if place.folded is None:
            self.show_place(place)
            self.focus_pane(Pane.LIST)
        else:
            self._folded ^= {place.wanted.folder or ""}
            self.show_overview(self.overview)

    def action_search(self) -> None:
        """Ask for words, and list the articles that hold them."""
        from reader.tui.screens.prompt import ask_words

        self.app.push_screen(ask_words(), self._search_for)

    def _search_for(self, words: str | None) -> None:
        if words:
            if self.place.wanted.words is None:
                self._before_search = Left(self.place, self.article_list.ids, self.article_list.article_id)
            self._search_place = search_place(words)
            self.show_overview(self.overview)
            self.go_to(self._search_place.key)
            self.focus_pane(Pane.LIST)

    def action_back_or_quit(self) -> None:
        """Go back one step: from the zoom, the article or the search to the list; from there, quit."""
        if not self._go_back():
            self.app.exit()

    def _go_back(self) -> bool:
        if self.zoomed or self.pane in (Pane.ARTICLE, Pane.RELATED):
            self.focus_pane(Pane.LIST)
        elif self.place.wanted.words is not None:
            self._leave_search(self._before_search)
        else:
            return False
        return True

    def _leave_search(self, left: "Left | None") -> None:
        """Go back to the list that was there before the search, and to the place in it."""
        self._search_place = None
        if left is None:
            self.go_to(ALL.key)
            return
        self.place = left.place
        self.show_overview(self.overview)
        self.feed_list.move_to(self.feed_list.index_of(left.place.key))
        self._show_list(left.ids)
        if left.article_id is not None:
            self.article_list.move_to(self.article_list.index_of(left.article_id) or 0)
        self.preview()
        self.work("list", self.reload_list)

    def show_status(self) -> None:
        """Tell where the reader is, what is unread, and what the refresher does."""
        count, place = self.article_list.item_count, self.place
        name = fit_name(place.title, MOST_NAME).rstrip()
        here = f"{name} · {self.article_list.cursor + 1} of {count}" if count else f"{name} · empty"
        self.titles[Pane.LIST].set_title(place.title, badge_text(place))
        failure = None if self.progress else self._failure()
        state = " · ".join(self.progress.values()) or failure or self._last_refresh()
        if self.overview.unread is None:
            state = "counting"
        elif not failure:  # room is short, and why a feed fails counts for more than a number
            state = f"{self.overview.unread} unread in all · {state}"
        self.status.show(Content(f" {here} · {state}"))

    def _failure(self) -> str | None:
        feed = self.place.summary.feed if self.place.summary else None
        if feed is not None and feed.paused_at is not None:
            return "paused"
        if feed is None or feed.error is None:
            return None
        now = datetime.now(UTC)
        told = f"{failing_text(feed, now)}, next try: {next_try_text(feed, now)}"
        return f"{told}: {feed.error}" if self.article_list.item_count else told  # an empty list says why itself

    def _last_refresh(self) -> str:
        feeds = self.overview.feeds
        times = [summary.feed.refreshed_at for summary in feeds if summary.feed.refreshed_at]
        failing = sum(summary.feed.error is not None for summary in feeds)
        told = f"refreshed {_ago(max(times))}" if times else "never refreshed"
        return f"{told} · {failing} failing" if failing else told

    def action_next_unread(self) -> None:
        """Open the next unread article: here, or in the next feed that has one."""
        self.work("walk", self._next_unread, 1)

    def action_previous_unread(self) -> None:
        """Open the unread article before this one."""
        self.work("walk", self._next_unread, -1)

    def action_read_on(self) -> None:
        """Scroll a page down; at the end of the article, open the next unread one."""
        if self.article_hidden and self.article_list.article_id is not None:
            self.open(self.article_list.article_id)
            return
        self.count_as_opened()
        if self.shown is None or self.article_view.at_end:
            self.action_next_unread()
        else:
            self.article_view.action_page_down()

    async def _next_unread(self, step: int) -> None:
        ids, at = self.article_list.ids, self.article_list.cursor
        start = at if not self.opened and self.shown is None else at + step
        found = await self.desk.read(find_unread, ids, start, step)
        if found is None and step > 0:
            found = await self.desk.read(find_unread, ids, 0, step)
            found = None if found == at else found
        article_id = ids[found] if found is not None else None
        if article_id is None and step > 0:
            article_id = await self._unread_elsewhere()
        if article_id is None:
            self.say("No unread articles are left." if step > 0 else "No unread article stands before this one.")
        else:
            self.open(article_id)

    async def _unread_elsewhere(self) -> int | None:
        # All feeds, those in folded folders too.
        places = self.overview.places
        at = next((number for number, place in enumerate(places) if place.key == self.place.key), -1)
        behind = [place for place in (*places[at + 1 :], *places[: max(at, 0)]) if place.summary and place.badge]
        if not behind:
            return None
        unread = await self.desk.read(article_ids, replace(behind[0].wanted, unread=True), 1)
        self._unfold(behind[0])
        self.go_to(behind[0].key)
        return unread[0] if unread else None

    def _unfold(self, place: Place) -> None:
        """Show a feed that is in a folded folder."""
        folder = place.summary.feed.folder if place.summary else None
        around = {folded for folded in self._folded if lies_in(folder, folded)}
        if around:
            self._folded -= around
            self.show_overview(self.overview)


def _ago(then: datetime) -> str:
    age = short_age(then, datetime.now(UTC))
    if age == "now":
        return "just now"
    return f"{age} ago" if age.endswith(("min", "h", "d")) else age
