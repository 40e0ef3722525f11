"""The main screen's followed stories."""

from reader.model.keys import key_named
from reader.model.panes import Pane
from reader.tui.main.listing import Listing
from reader.tui.main.marking import Marking
from reader.tui.main.panes import Panes
from reader.tui.main.stage import Stage


class Following:
    """Follows what an article reports on, and stops again."""

    def __init__(self, stage: Stage, panes: Panes, listing: Listing, marking: Marking) -> None:
        self._stage, self._panes, self._listing, self._marking = stage, panes, listing, marking

    def toggle(self) -> None:
        """Follow the article's story, or stop; in the list of feeds, stop following what is under the cursor."""
        if self._panes.focused is not Pane.FEEDS:
            self._stage.work("mark", self._toggle, self._marking.target)
        elif (followed := self._listing.chosen_place.wanted.followed) is not None:
            self._stage.work("mark", self._stop, followed, self._listing.chosen_place.title)
        else:
            self._stage.say("Choose an article to follow its story.")

    async def _toggle(self, article_id: int | None) -> None:
        if article_id is None:
            return
        from reader.library.following import toggle_followed

        followed = await self._stage.desk.write(toggle_followed, article_id)
        key = key_named("follow", self._stage.chosen_keys)
        said = f"Following “{followed.title}”; {key} stops." if followed else "Not followed any more."
        await self._show(said)

    async def _stop(self, followed: int, title: str) -> None:
        from reader.library.following import unfollow

        await self._stage.desk.write(unfollow, followed)
        await self._show(f"“{title}” is not followed any more.")

    async def _show(self, said: str) -> None:
        await self._listing.reload_overview(at_once=True)
        self._stage.say(said)
