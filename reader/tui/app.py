"""The Textual application: theme, keys and palette around the main screen."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from reader.library.library import Library
from reader.model.keys import KEYS, Scope, check_keys, key_named
from reader.text.safe import safe_line
from reader.tui.bindings import pane_actions
from reader.tui.jobs.desk import Desk
from reader.tui.main.screen import MainScreen
from reader.tui.themes import NIGHT, OWN
from reader.tui.widgets.painted import Painted

NO_COMMANDS = ("palette", "cancel", "copy_text")
"""Ids of keys that make no sense in the palette: it is open already, Esc closes it, and no text is selected in it."""


class NewsApp(App[None], inherit_bindings=False):
    """The reader over one library, without the keys of Textual's own that outrank those of the key table."""

    TITLE = "newsreader"
    CSS_PATH = "styles/main.tcss"
    BINDINGS = [Binding("ctrl+c", "help_quit", show=False)]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 6

    def __init__(
        self,
        library: Library,
        selected: int | None = None,
        complaints: Sequence[str] = (),
        to_refresh: Sequence[int] = (),
        to_add: Sequence[str] = (),
    ) -> None:
        # Textual's filter takes every colour away only from an app that uses the terminal's own colours.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.use_command_palette = True  # by the key of the table alone
        self._library = library
        self._chosen_keys, key_complaints = check_keys(library.config.keys)
        self._complaints = [*complaints, *(f"{library.config_path}: {complaint}" for complaint in key_complaints)]
        self._pane_actions = pane_actions(self._chosen_keys)
        self._on_its_way: events.Key | None = None
        """The last key that was left to Textual, until all that may answer it have seen it."""
        self._desk = Desk(library)
        self._selected, self._to_refresh, self._to_add = selected, list(to_refresh), list(to_add)
        for theme in OWN:
            self.register_theme(theme)
        # Before the start nothing is styled yet: the theme is set without what changing it later has to do.
        self.set_reactive(App.theme, self._theme())
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> MainScreen:
        """Give the main screen."""
        self._main = MainScreen(self._library, self._chosen_keys, self._desk, self._selected)
        self._main.to_refresh, self._main.to_add = self._to_refresh, self._to_add
        return self._main

    def on_mount(self) -> None:
        """Take the user's keys, and tell what was wrong in the config file."""
        self.set_keymap(self._chosen_keys)
        self.set_class(self._library.config.marks == "ascii", "-plain")
        for complaint in joined(self._complaints, self._library.config_path):
            self.notify(safe_line(complaint), severity="error", markup=False)

    def action_help_quit(self) -> None:
        """Tell who presses Ctrl-c with nothing to copy how to quit, if that is what was wanted."""
        back = key_named("quit", self._chosen_keys)
        self.notify(f"No text is selected. {back} goes back to the list, and quits from there.", markup=False)

    def _theme(self) -> str:
        wanted = self._library.config.theme
        if wanted is None or wanted in self.available_themes:
            return wanted or NIGHT.name
        themes = ", ".join(sorted(self.available_themes))
        self._complaints.append(f"{self._library.config_path}: theme must be one of {themes}, not {wanted!r}")
        return NIGHT.name

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List the commands of the palette: the key table, and the themes."""
        if isinstance(screen, MainScreen):
            for key in KEYS:
                if key.scope is Scope.SCREEN and "{key}" not in key.action and key.id not in NO_COMMANDS:
                    yield SystemCommand(key.title, key.help, partial(screen.action_do, key.action))
        yield SystemCommand("Theme", "Choose the colours for this session.", self.action_change_theme)

    def search_themes(self) -> None:
        """Let a theme be found by its name."""
        from textual.command import CommandPalette

        from reader.tui.palette import ThemeCommands

        self.push_screen(CommandPalette(providers=[ThemeCommands], placeholder="Search for themes…"))

    async def on_event(self, event: events.Event) -> None:
        """Give the focused pane its own keys at once.

        Textual passes a key up from the pane through all that is around it before its bindings are looked at. A key
        waits for one before it that is on its way still: that may bring a dialog up, which the key is for.
        """
        if isinstance(event, events.Key):
            if event.is_forwarded:  # it came back
                await super().on_event(event)
                if event is self._on_its_way:
                    self._on_its_way = None
                return
            self._main.stage.note_key()
            if self._on_its_way is None and self._answered_by_pane(event.key):
                return
            self._on_its_way = event
        await super().on_event(event)

    def _answered_by_pane(self, key: str) -> bool:
        pane, action = self.focused, self._pane_actions.get(key)
        if action is None or not isinstance(pane, Painted):
            return False
        getattr(pane, f"action_{action}")()
        return True

    def on_key(self, event: events.Key) -> None:
        """Give a dialog the keys that reached no widget, because they were typed before it had come up."""
        type_ahead = getattr(self.screen, "type_ahead", None)
        if type_ahead is not None and (event.is_printable or event.key == "enter"):
            event.prevent_default()
            type_ahead(event)

    def on_unmount(self) -> None:
        """Finish what is being written."""
        self._desk.close()


def joined(complaints: Sequence[str], config_path: Path) -> list[str]:
    """Make one complaint of those about the config file, each of which begins with its path and the setting's name."""
    before = f"{config_path}: "
    about_config = [complaint for complaint in complaints if complaint.startswith(before)]
    if len(about_config) < 2:
        return list(complaints)
    names = ", ".join(complaint.removeprefix(before).split()[0].rstrip(":") for complaint in about_config)
    told = f"{len(about_config)} settings in {config_path} are wrong, and their defaults are used: {names}."
    others = [complaint for complaint in complaints if complaint not in about_config]
    return [f"{told} `newsreader feeds` says what is wrong with each.", *others]


def run(
    library: Library,
    selected: int | None = None,
    complaints: Sequence[str] = (),
    to_refresh: Sequence[int] = (),
    to_add: Sequence[str] = (),
) -> int:
    """Open the reader on a library, and give the exit status when the user leaves: 1 if the screen broke.

    `selected` is the id of the feed shown first, `complaints` are told at the start, one sentence each; `to_refresh`
    are ids of feeds that are refreshed at once, and `to_add` sources that are added. The first of them is shown if
    nothing is selected.
    """
    app = NewsApp(library, selected, complaints, to_refresh, to_add)
    app.run()
    return app.return_code or 0
