"""The right pane: related articles in sections, each with its source, age and why."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.model.config import Config
from reader.text.marks import SETS
from reader.tui.lines import Line
from reader.tui.widgets.cursor_list import CursorList

if TYPE_CHECKING:
    from reader.model.related import RelatedArticle
    from reader.tui.sections import NumberedLine, Section


class RelatedList(CursorList):
    """Related articles of the article that is shown."""

    def __init__(self, config: Config) -> None:
        super().__init__("related", SETS[config.marks])
        self._config = config
        self.now = datetime.now(UTC)
        """The time that ages are told by."""
        self._sections: Sequence[Section] = ()
        self._articles: list[RelatedArticle] = []
        self._lines: list[NumberedLine] = []
        self._item_lines: list[range] = []

    @property
    def item_count(self) -> int:
        """Count the related articles."""
        return len(self._articles)

    @property
    def article_id(self) -> int | None:
        """The article under the cursor."""
        return self.chosen.row.id if self.chosen else None

    @property
    def chosen(self) -> "RelatedArticle | None":
        """The related article under the cursor."""
        return self._articles[self.cursor] if self._articles else None

    def show(self, shown: Sequence["Section"]) -> None:
        """Show other sections, from the top."""
        self.now = datetime.now(UTC)
        self._sections = shown
        self._articles = [article for section in shown for article in section.articles]
        self.set_reactive(RelatedList.cursor, 0)
        self._draw()
        self.jump(0)

    def update(self, shown: Sequence["Section"]) -> None:
        """Show the same articles with other marks."""
        self._sections = shown
        self._draw()

    def _draw(self) -> None:
        if not self._sections:
            self._lines = [(None, (("  Nothing related yet.", "dim"),))]
        elif self.size.width:
            from reader.tui.sections import section_lines

            # A cell before the scrollbar stays free.
            self._lines = list(section_lines(self._sections, self.row_width - 1, self.now, self._config))
        # The lines of one article stand together, in the order of their articles.
        numbers = [number for number, _ in self._lines]
        self._item_lines = [
            range(start := numbers.index(item), start + numbers.count(item))
            for item in range(len(self._articles))
            if item in numbers
        ]
        self.resize_lines()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def item_lines(self, item: int) -> range:
        """Give the lines of an article."""
        return self._item_lines[item] if item < len(self._item_lines) else range(0)

    def item_at(self, line: int) -> int | None:
        """Give the article that a line belongs to."""
        return self._lines[line][0] if 0 <= line < len(self._lines) else None

    def line_count(self) -> int:
        """Count the lines of all sections."""
        return len(self._lines)

    def line(self, number: int) -> Line:
        """Draw a line."""
        return self._lines[number][1]
