"""The main screen's links: in the browser, by number, to the clipboard."""

import asyncio
from collections.abc import Callable
from functools import partial

from reader.library.reading import get_article
from reader.model.keys import key_named
from reader.model.panes import Pane
from reader.tui.jobs.reading import Opened
from reader.tui.main.panes import Panes
from reader.tui.main.reading import Reading
from reader.tui.main.stage import Stage


class Links:
    """Follows the links of the article that is shown."""

    def __init__(self, stage: Stage, panes: Panes, reading: Reading) -> None:
        self._stage, self._panes, self._reading = stage, panes, reading
        self._digits = ""
        """Digits of a link's number that may go on."""
        self._begun_in: Opened | None = None
        """The article whose link's number was begun."""

    def open_article(self) -> None:
        """Open the article in the browser."""
        self._with_address(self._open)

    def copy_address(self) -> None:
        """Copy the article's address."""
        self._with_address(self._copy)

    def _with_address(self, action: Callable[[str | None], None]) -> None:
        """Do something with the address of the article under the cursor, or else of the one that is shown."""
        if self._panes.focused is Pane.RELATED and self._panes.related_list.article_id is not None:
            self._stage.work("browse", self._with_related, action, self._panes.related_list.article_id)
        else:
            self._reading.when_shown(lambda: self._with_shown(action))

    def _with_shown(self, action: Callable[[str | None], None]) -> None:
        if self._reading.shown is not None:
            action(self._reading.shown.article.content.link)

    async def _with_related(self, action: Callable[[str | None], None], article_id: int) -> None:
        action((await self._stage.desk.read(get_article, article_id)).content.link)

    def _open(self, address: str | None) -> None:
        if address is None:
            self._stage.say("This article has no address to open.")
        else:
            self._browse(address)

    def _copy(self, address: str | None) -> None:
        if address is None:
            self._stage.say("This article has no address to copy.")
        else:
            self._stage.app.copy_to_clipboard(address)
            self._stage.say(f"Copied {address}")

    def take_digit(self, digit: str) -> None:
        """Take a digit of a link's number, and follow the link once no longer number can be meant."""
        self._reading.when_shown(partial(self._take_digit, digit))

    def _take_digit(self, digit: str) -> None:
        shown = self._reading.shown
        links = len(shown.page.links) if shown else 0
        if shown is not self._begun_in:
            self._digits, self._begun_in = "", shown
        number = int(self._digits + digit)
        if not 0 < number <= links:
            self._digits = ""
            self._stage.say(f"There is no link {number}." if links else "This article has no links.")
            return
        self._digits += digit
        if number * 10 > links:
            self.follow_begun()
        else:
            choose = key_named("choose", self._stage.chosen_keys)
            self._stage.say(f"Link {number}: another digit, or {choose} to open it.")

    def follow_begun(self) -> bool:
        """Follow the link whose number was begun, and tell whether there is one."""
        if not self._digits or self._begun_in is not self._reading.shown:
            return False
        number, self._digits = int(self._digits), ""
        self.follow(number - 1)
        return True

    def follow(self, link: int) -> None:
        """Follow a link, counted from 0."""
        shown = self._reading.shown
        if shown is not None and link < len(shown.page.links):
            self._browse(shown.page.links[link])

    def _browse(self, address: str) -> None:
        self._stage.work("browse", self._open_in_browser, address)

    async def _open_in_browser(self, address: str) -> None:
        from reader.tui.jobs.browsing import open_address, takes_terminal

        copying_key = key_named("copy_link", self._stage.chosen_keys)
        if await asyncio.to_thread(takes_terminal):
            with self._stage.app.suspend():
                complaint = open_address(address, copying_key)
        else:
            complaint = await asyncio.to_thread(open_address, address, copying_key)
        self._stage.say(complaint or f"Opened {address}", failed=complaint is not None)
