"""The right pane: related articles in sections, each with its source, age and why."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.model.config import Config
from reader.text.marks import SETS
from reader.tui.widgets.drawn_list import DrawnList

if TYPE_CHECKING:
    from reader.model.related import RelatedArticle
    from reader.tui.sections import Section


class RelatedList(DrawnList):
    """Related articles of the article that is shown."""

    def __init__(self, config: Config) -> None:
        super().__init__("related", SETS[config.marks])
        self._config = config
        self.now = datetime.now(UTC)
        """The time that ages are told by."""
        self._sections: Sequence[Section] = ()
        self._articles: list[RelatedArticle] = []

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
            self.draw([(None, (("  Nothing related yet.", "dim"),))])
        elif self.size.width:
            from reader.tui.sections import section_lines

            # A cell before the scrollbar stays free.
            self.draw(section_lines(self._sections, self.row_width - 1, self.now, self._config))

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()
