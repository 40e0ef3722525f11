"""The main screen's links: in the browser, by number, to the clipboard."""

import asyncio

from textual import on

from reader.library.library import Library
from reader.tui.jobs.desk import Desk
from reader.tui.jobs.reading import Opened
from reader.tui.screens.panes import PanesScreen
from reader.tui.widgets.article_view import ArticleView


class LinksScreen(PanesScreen):
    """Follows the links of the article that is shown."""

    def __init__(self, library: Library, chosen_keys: dict[str, str], desk: Desk) -> None:
        super().__init__(library, chosen_keys, desk)
        self.shown: Opened | None = None
        self._digits = ""
        """Digits of a link's number that may go on."""

    def show_keys(self) -> None:
        """Show the keys that do something here."""
        without_address = self.shown is not None and self.shown.article.content.link is None
        self.key_bar.show_keys(self.pane, ("open_link",) if without_address else ())

    def action_open_link(self) -> None:
        """Open the article in the browser."""
        if self.shown is None:
            return
        if self.shown.article.content.link is None:
            self.say("This article has no address to open.")
        else:
            self._browse(self.shown.article.content.link)

    def action_copy_text(self) -> None:
        """Copy the text that is selected."""
        super().action_copy_text()
        self.say("Copied the selected text.")

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        if self.shown is None or self.shown.article.content.link is None:
            self.say("This article has no address to copy.")
        else:
            self.app.copy_to_clipboard(self.shown.article.content.link)
            self.say(f"Copied {self.shown.article.content.link}")

    def action_follow_link(self, digit: str) -> None:
        """Take a digit of a link's number, and follow the link once no longer number can be meant."""
        links = len(self.shown.page.links) if self.shown else 0
        number = int(self._digits + digit)
        if not 0 < number <= links:
            self._digits = ""
            self.say(f"There is no link {number}." if links else "This article has no links.")
            return
        self._digits += digit
        if number * 10 > links:
            self.follow_pending()
        else:
            self.say(f"Link {number}: another digit, or Enter to open it.")

    def follow_pending(self) -> bool:
        """Follow the link whose number was begun, and tell whether there is one."""
        if not self._digits:
            return False
        number, self._digits = int(self._digits), ""
        self._follow(number - 1)
        return True

    def forget_digits(self) -> None:
        """Drop a link's number that was begun."""
        self._digits = ""

    @on(ArticleView.Chosen)
    def _enter_in_article(self, event: ArticleView.Chosen) -> None:
        event.stop()
        self.follow_pending()

    @on(ArticleView.LinkClicked)
    def _link_clicked(self, event: ArticleView.LinkClicked) -> None:
        event.stop()
        self._follow(event.number)

    def _follow(self, link: int) -> None:
        if self.shown is not None and link < len(self.shown.page.links):
            self._browse(self.shown.page.links[link])

    def _browse(self, address: str) -> None:
        self.work("browse", self._open_in_browser, address)

    async def _open_in_browser(self, address: str) -> None:
        from reader.tui.jobs.browsing import open_address, takes_terminal

        if await asyncio.to_thread(takes_terminal):
            with self.app.suspend():
                complaint = open_address(address)
        else:
            complaint = await asyncio.to_thread(open_address, address)
        self.say(complaint or f"Opened {address}", failed=complaint is not None)
