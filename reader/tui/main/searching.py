"""The main screen's search, and the way back from it."""

from array import array
from typing import NamedTuple

from reader.model.panes import Pane
from reader.tui.main.listing import Listing
from reader.tui.main.panes import Panes
from reader.tui.main.stage import Stage
from reader.tui.places import ALL, Place, search_place


class Left(NamedTuple):
    """A list that was left for a search, to come back to."""

    place: Place
    ids: "array[int]"
    article_id: int | None
    """The article under the cursor."""


class Searching:
    """Searches all articles."""

    def __init__(self, stage: Stage, panes: Panes, listing: Listing) -> None:
        self._stage, self._panes, self._listing = stage, panes, listing
        self._before: Left | None = None

    def search(self) -> None:
        """Ask for words, and list the articles that hold them."""
        from reader.tui.screens.prompt import ask_words

        self._stage.app.push_screen(ask_words(), self._search_for)

    def _search_for(self, words: str | None) -> None:
        listing, articles = self._listing, self._panes.article_list
        if words:
            if listing.place.wanted.words is None:
                self._before = Left(listing.place, listing.ids, articles.article_id)
            listing.search_place = search_place(words)
            listing.show_overview(listing.overview)
            listing.go_to(listing.search_place.key)
            self._panes.focus(Pane.LIST)

    def leave(self) -> bool:
        """Go back to the list that was there before the search, and to the place in it; False if nothing is sought."""
        listing, articles, left = self._listing, self._panes.article_list, self._before
        if listing.place.wanted.words is None:
            return False
        listing.search_place = None
        if left is None:
            listing.go_to(ALL.key)
            return True
        listing.place = left.place
        listing.show_overview(listing.overview)
        self._panes.feed_list.move_to(self._panes.feed_list.index_of(left.place.key))
        listing.show_list(left.ids)
        if left.article_id is not None:
            articles.move_to(articles.index_of(left.article_id) or 0)
        listing.preview()
        self._stage.work("list", listing.reload_list)
        return True
