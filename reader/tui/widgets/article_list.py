"""The list of articles: ids in memory, rows read from the library as they come into sight."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from textual.strip import Strip

from reader.model.config import Config
from reader.model.row import ArticleRow
from reader.text.marks import SETS
from reader.tui.folding import Folds
from reader.tui.lines import Line
from reader.tui.rows import TITLE, article_row
from reader.tui.widgets.cursor_list import CursorList

WINDOW = 100
"""Rows that are read at a time."""

INDENT = "   "
"""What stands left and right of the words in an empty list."""

ReadRows = Callable[[Sequence[int]], list[ArticleRow]]


class ArticleList(CursorList):
    """Articles, newest first; `read_rows` gives the rows of some ids."""

    def __init__(self, read_rows: ReadRows, config: Config) -> None:
        super().__init__("list", SETS[config.marks])
        self.ids = array("q")
        self._read_rows = read_rows
        self._config = config
        self._windows: dict[int, dict[int, ArticleRow]] = {}
        self._now = datetime.now(UTC)
        self._says = ""
        self._with_source = True
        self._found: re.Pattern[str] | None = None
        self._folds = Folds()
        self._indented: frozenset[int] = frozenset()

    @property
    def item_count(self) -> int:
        """Count the articles."""
        return len(self.ids)

    @property
    def article_id(self) -> int | None:
        """The article under the cursor."""
        return self.ids[self.cursor] if self.ids else None

    @property
    def folds(self) -> Folds:
        """Which rows stand for others."""
        return self._folds

    def expect_folds(self, folds: Folds) -> None:
        """Take note of the folds of what is shown next."""
        self._folds = folds
        self._indented = frozenset(other for lead in folds.opened for other in folds.under[lead])

    def show(
        self,
        ids: "array[int]",
        says: str,
        *,
        with_source: bool = True,
        found: "re.Pattern[str] | None" = None,
    ) -> None:
        """Show other articles, from the top; `says` stands there if there are none.

        `with_source` names each one's feed; what `found` finds in their titles is marked.
        """
        self.ids, self._says, self._with_source, self._found = ids, says, with_source, found
        self.set_reactive(ArticleList.cursor, 0)
        self.forget_rows()
        self.resize_lines()
        self.jump(0)

    def say_when_empty(self, says: str) -> None:
        """Say something else where there are no articles."""
        if says != self._says:
            self._says = says
            self.refresh()

    def extend(self, ids: "array[int]") -> bool:
        """Show the whole of a list whose first articles are shown; False if it begins otherwise by now."""
        if ids[: len(self.ids)] != self.ids:
            return False
        self.ids = ids
        self.resize_lines()
        return True

    def update(self, ids: "array[int]") -> None:
        """Show the list with new articles in it and without gone ones; the cursor's row stays where it is."""
        if ids == self.ids:
            self.forget_rows()
            return
        before, on_screen = self.article_id, self.cursor - self.scroll_offset.y
        if before is not None and before not in ids:
            before = self._folds.leads.get(before)
        self.ids = ids
        if before is not None and before in self.ids:
            self.set_reactive(ArticleList.cursor, self.ids.index(before))
        self.forget_rows()
        self.resize_lines()
        self.jump(max(0, self.cursor - on_screen))

    def forget_rows(self) -> None:
        """Read the rows anew when they are next drawn."""
        self._windows.clear()
        self._now = datetime.now(UTC)
        self.refresh()

    def update_rows(self, ids: Iterable[int]) -> None:
        """Read anew the rows of some articles, wherever they are shown."""
        changed = set(ids)
        stale = [number for number, rows in self._windows.items() if not changed.isdisjoint(rows)]
        for number in stale:
            del self._windows[number]
        if stale:
            self.refresh()

    def row(self, item: int) -> ArticleRow | None:
        """Give a row; None if the article was removed meanwhile."""
        number = item // WINDOW
        if number not in self._windows:
            ids = self.ids[number * WINDOW : (number + 1) * WINDOW]
            rows = {row.id: row for row in self._read_rows(ids)}
            if not rows:  # they could not be read; the next paint tries again
                return None
            self._windows[number] = rows
        return self._windows[number].get(self.ids[item])

    def render_line(self, y: int) -> Strip:
        """Draw a line of the screen."""
        if not self.ids:
            return self.paint(self._empty_line(y - 1))
        return super().render_line(y)

    def _empty_line(self, number: int) -> Line:
        from reader.tui.wrapping import Run, wrap  # only empty lists need it

        lines = list(wrap([Run(self._says, "dim")], max(2, self.row_width - 2 * len(INDENT))))
        return ((INDENT, "dim"), *lines[number].pieces) if 0 <= number < len(lines) else ()

    def line(self, number: int) -> Line:
        """Draw an article."""
        row = self.row(number)
        if row is None:
            return (("   (removed)", "dim"),)
        width, ages, lead = self.size.width, self._config.ages, self._lead(row.id)
        shown = article_row(row, width, self._now, ages, self._marks, self._with_source, lead)
        return self._marked(shown) if self._found else shown

    def _lead(self, article_id: int) -> str:
        """Give what stands before a title: the sign of a story that can be unfolded, or an indent below it."""
        if article_id in self._folds.under:
            return (self._marks.unfolded if article_id in self._folds.opened else self._marks.folded) + " "
        return "  " if article_id in self._indented else ""

    def _marked(self, line: Line) -> Line:
        from reader.tui.found import mark_found  # only searches need it

        assert self._found is not None
        return (*line[:TITLE], *mark_found(line[TITLE : TITLE + 1], self._found), *line[TITLE + 1 :])

    def index_of(self, article_id: int) -> int | None:
        """Give the place of an article in the list."""
        try:
            return self.ids.index(article_id)
        except ValueError:
            return None
