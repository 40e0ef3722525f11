"""The main screen's rows: every article of a list, or one for each story."""

import re
from array import array
from collections.abc import Callable, Sequence

from reader.model.errors import ReaderError
from reader.model.keys import key_named
from reader.tui.folding import Folds, fold
from reader.tui.main.panes import Panes
from reader.tui.main.stage import Stage

FOLDED_AT_ONCE = 200
"""Articles of a long list that are folded before it is painted; the rest follows after it."""


class Folding:
    """Gives the articles of a list their rows."""

    def __init__(self, stage: Stage, panes: Panes, changed: Callable[[], None]) -> None:
        """Fold nothing but top stories; `changed` is called when a key has changed the rows."""
        self._stage, self._panes, self._changed = stage, panes, changed
        self.ids = array("q")
        """All articles of the list, also those that another one's row stands for."""
        self._stories: Sequence[Sequence[int]] = ()
        self._opened: set[int] = set()
        self._top = False
        self._folds = {False: stage.config.stories.fold, True: True}
        """Whether lists are folded: others, and that of the top stories."""

    @property
    def _folded(self) -> bool:
        return self._folds[self._top]

    def show(
        self,
        ids: "array[int]",
        says: str,
        *,
        top: bool = False,
        with_source: bool = True,
        found: "re.Pattern[str] | None" = None,
    ) -> None:
        """Show a list, that of the top stories or another one; see `ArticleList.show`."""
        self.ids, self._top, self._opened = ids, top, set()
        first = ids[:FOLDED_AT_ONCE] if self._folded else ids
        self._stories = self._read(first) if self._folded else ()
        rows, folds = fold(first, self._stories, ()) if self._folded else (ids, Folds())
        self._panes.article_list.expect_folds(folds)
        self._panes.article_list.show(rows, says, with_source=with_source, found=found)
        if len(first) < len(ids):
            self._stage.work("fold", self._fold)

    def _read(self, ids: "array[int]") -> Sequence[Sequence[int]]:
        from reader.library.stories import stories_in  # not needed where nothing is folded

        try:
            return stories_in(self._stage.library, ids)
        except ReaderError as error:
            self._stage.say(str(error), failed=True)
            return ()

    def extend(self, ids: "array[int]") -> bool:
        """Show the whole of a list whose first articles are shown; False if it begins otherwise by now."""
        if ids[: len(self.ids)] != self.ids:
            return False
        self.ids = ids
        if self._folded:
            self._stage.work("fold", self._fold)
            return True
        return self._panes.article_list.extend(ids)

    async def update(self, ids: "array[int]") -> None:
        """Show the list with new articles in it and without gone ones."""
        self.ids = ids
        if self._folded:
            await self._fold()
        else:
            self._draw()

    async def _fold(self) -> None:
        from reader.library.stories import stories_in

        ids = self.ids
        stories = await self._stage.desk.read_aside(stories_in, ids)
        if self.ids is ids:
            self._stories = stories
            self._draw()

    def _draw(self) -> None:
        rows, folds = fold(self.ids, self._stories, self._opened) if self._folded else (self.ids, Folds())
        self._panes.article_list.expect_folds(folds)
        self._panes.article_list.update(rows)

    def toggle(self) -> None:
        """Fold all stories of the list, or unfold them."""
        self._folds[self._top] = not self._folded
        self._opened = set()
        self._stage.work("fold", self._toggle)

    async def _toggle(self) -> None:
        if self._folded:
            await self._fold()
            if not self._stories:
                self._stage.say("No two articles here report on the same event.")
        else:
            self._draw()
        self._changed()

    def toggle_story(self) -> None:
        """Show the other reports of the row's story below it, or hide them again."""
        articles = self._panes.article_list
        lead = articles.article_id if articles.article_id in articles.folds.under else None
        lead = lead or articles.folds.leads.get(articles.article_id or 0)
        if not self._folded:
            self._stage.say(f"Nothing is folded here; {key_named('fold', self._stage.chosen_keys)} folds stories.")
        elif lead is None:
            self._stage.say("No other article here reports on this event.")
        else:
            self._opened ^= {lead}
            self._draw()
            self._changed()
