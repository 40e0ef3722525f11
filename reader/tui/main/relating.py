"""The main screen's related articles: in their pane, or below the article where there is no room for one."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model.panes import Pane
from reader.model.row import ArticleRow
from reader.tui.jobs.relating import related_sections
from reader.tui.main.panes import Panes
from reader.tui.main.stage import Stage

if TYPE_CHECKING:
    from reader.tui.sections import Section

RELATE_AFTER = 0.05
"""Seconds an article is shown before its related ones are looked for: J held down looks for none."""


class Relating:
    """Shows what is related to the article that is shown."""

    def __init__(self, stage: Stage, panes: Panes) -> None:
        self._stage, self._panes = stage, panes
        self._article_id: int | None = None
        self._sections: list[Section] = []

    def relate(self, article_id: int) -> None:
        """Look for what is related to an article that is shown now; an older one's answer comes too late."""
        self._article_id, self._sections = article_id, []
        self._stage.work("relate", self._relate, article_id)

    def put_off(self) -> None:
        """Look for nothing now: another article is on its way, and comes sooner if nothing is reckoned beside it."""
        self._stage.cancel("relate")

    def clear(self) -> None:
        """Show that there is no article."""
        self._article_id = None
        self.put_off()
        self._show([])

    async def _relate(self, article_id: int) -> None:
        await asyncio.sleep(RELATE_AFTER)
        found = await self._stage.desk.read_aside(related_sections, article_id)
        if self._article_id == article_id:
            self._show(found)

    def _show(self, found: "list[Section]") -> None:
        self._sections = found
        self._panes.related_list.show(found)
        self.mark_reasons()
        self.show_below()

    @property
    def article_ids(self) -> list[int]:
        """The related articles, from the top."""
        return [one.row.id for section in self._sections for one in section.articles]

    def update(self, rows: Mapping[int, ArticleRow]) -> None:
        """Show some of the articles, by id, as they are now."""
        from reader.tui.sections import with_rows

        if not rows.keys().isdisjoint(self.article_ids):
            self._sections = with_rows(self._sections, rows)
            self._panes.related_list.update(self._sections)
            self.show_below()

    def show_below(self) -> None:
        """Put the related articles below the text if they have no pane."""
        panes = self._panes
        below = self._article_id is not None and panes.sidebar and not panes.shows(Pane.RELATED)
        if below and self._sections:
            from reader.tui.sections import section_lines

            width, now = panes.article_view.text_width, panes.related_list.now
            ids = self.article_ids
            lines = section_lines(self._sections, width, now, self._stage.config)
            panes.article_view.show_below([(None if number is None else ids[number], line) for number, line in lines])
        else:
            panes.article_view.show_below(())

    def mark_reasons(self) -> None:
        """Mark in the article why the related one under the cursor is related, while the keyboard is among these."""
        panes = self._panes
        chosen = panes.related_list.chosen if panes.focused is Pane.RELATED and self._sections else None
        if chosen is None:
            panes.article_view.mark_reasons(None)
        else:
            from reader.text.tokens import tokens
            from reader.tui.found import pattern_of

            panes.article_view.mark_reasons(pattern_of([tokens(reason) for reason in chosen.reasons]))

    def toggle_sidebar(self) -> None:
        """Show or hide the related articles; where there is no room beside the article, go to them and back."""
        panes = self._panes
        if panes.shows(Pane.RELATED):
            panes.sidebar = False
            if panes.focused is Pane.RELATED:
                panes.focus(Pane.ARTICLE)
        else:
            panes.sidebar = True
            if not panes.arrange().shown & {Pane.RELATED}:
                panes.focus(Pane.RELATED)
        panes.arrange()
        self.show_below()
