"""The palette's list of themes."""

from textual.command import Hit, Hits
from textual.theme import ThemeProvider

from reader.tui.themes import OWN

OWN_NAMES = frozenset(theme.name for theme in OWN)


class ThemeCommands(ThemeProvider):
    """Themes by name, the reader's own before all others."""

    async def search(self, query: str) -> Hits:
        """Give the themes whose names fit what was typed."""
        matcher = self.matcher(query)
        for name, callback in self.commands:
            if (score := matcher.match(name)) > 0:
                yield Hit(score + 100 * (name in OWN_NAMES), matcher.highlight(name), callback)
