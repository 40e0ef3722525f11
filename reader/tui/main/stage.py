"""What every part of the main screen asks of it: to say something, to do work beside the screen, to ask the user."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from math import inf
from time import monotonic
from typing import ParamSpec, TypeVar

from textual.app import App
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkType

from reader.library.library import Library
from reader.library.reading import article_rows
from reader.model.config import Config
from reader.model.errors import DatabaseError, ReaderError
from reader.model.row import ArticleRow
from reader.text.safe import safe_line
from reader.tui.jobs.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")

REST = 0.5
"""Seconds without a key after which a dialog that comes by itself takes none that was meant for something else."""
IN_PARALLEL = ("mark", "add", "refresh", "browse")
"""Groups of jobs that all have to be done, however many there are."""


class Stage:
    """One library on one screen."""

    def __init__(self, screen: Screen[None], library: Library, desk: Desk, chosen_keys: Mapping[str, str]) -> None:
        self._screen = screen
        self.library = library
        self.desk = desk
        self.chosen_keys = chosen_keys
        self._said: dict[str, float] = {}
        self._failed_at = -inf
        self._key_at = -inf

    @property
    def app(self) -> App[object]:
        """The application."""
        return self._screen.app

    @property
    def config(self) -> Config:
        """The user's settings."""
        return self.library.config

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """Tell the user something, as it stands, unless it stands there already."""
        sentence, now = safe_line(sentence), monotonic()
        if now - self._said.get(sentence, -inf) < self.app.NOTIFICATION_TIMEOUT:
            return
        self._said[sentence] = now
        if failed:
            self._failed_at = now
        elif now - self._failed_at > self.app.NOTIFICATION_TIMEOUT:
            self.app.clear_notifications()  # the last word counts; only failures stay their time
            self._said = {sentence: now}
        self._screen.notify(sentence, severity="error" if failed else "information", markup=False)

    def set_timer(self, seconds: float, callback: Callable[[], None]) -> Timer:
        """Make a timer that waits to be resumed."""
        return self._screen.set_interval(seconds, callback, pause=True)

    def work(self, group: str, job: Callable[P, Awaitable[object]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run a job beside the screen; a newer one of its group takes the place of an older one."""
        guarded: WorkType[None] = partial(self._guarded, job, *args, **kwargs)
        self._screen.run_worker(guarded, group=group, exclusive=group not in IN_PARALLEL)

    async def _guarded(self, job: Callable[P, Awaitable[object]], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await job(*args, **kwargs)
        except ReaderError as error:
            self.say(str(error), failed=True)

    def cancel(self, group: str) -> None:
        """Stop the jobs of a group."""
        self._screen.workers.cancel_group(self._screen, group)

    async def ask(self, dialog: Screen[T]) -> T | None:
        """Show a dialog and give its answer; only within a job."""
        return await self.app.push_screen_wait(dialog)

    def note_key(self) -> None:
        """Take note that a key was pressed, whatever it was for."""
        self._key_at = monotonic()

    async def ask_at_rest(self, dialog: Screen[T]) -> T | None:
        """Show a dialog that comes by itself, once no other is shown and the keys rest; only within a job."""
        while self.app.screen is not self._screen or monotonic() - self._key_at < REST:
            await asyncio.sleep(REST / 5)
        return await self.ask(dialog)

    def read_rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """Read the rows of some articles, at once: what is about to be painted can't wait."""
        try:
            return article_rows(self.library, ids)
        except DatabaseError as error:
            self.say(str(error), failed=True)
            return []

    def show_help(self) -> None:
        """Show all keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.chosen_keys))
