"""The reader's own themes: paper by day and by night."""

from textual.theme import Theme

NIGHT = Theme(
    name="newsreader-dark",
    primary="#7fb4ca",
    secondary="#a3b899",
    accent="#e0a96d",
    warning="#e6c384",
    error="#f08a94",
    success="#98bb6c",
    foreground="#dcd7ca",
    background="#191a1c",
    surface="#202124",
    panel="#2a2b2f",
    dark=True,
)

DAY = Theme(
    name="newsreader-light",
    primary="#2f6f8f",
    secondary="#56703f",
    accent="#803e0a",
    warning="#745000",
    error="#a8201a",
    success="#3f6f2a",
    foreground="#2a2825",
    background="#faf8f3",
    surface="#f2efe7",
    panel="#e7e3d8",
    dark=False,
)

OWN = (NIGHT, DAY)
