"""What the user can set for the program, with the defaults."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sidebar:
    """The sidebar of related articles."""

    show: bool = True
    width: int = 32
    """Cells; a wide screen gives it more."""
    count: int = 20
    """Most articles it lists."""


@dataclass(frozen=True, slots=True)
class Stories:
    """What the reports of one event have to do with each other."""

    fold: bool = False
    """Whether lists show one row for each story from the start."""
    mark_all: bool = False
    """Whether a report that is marked read takes the others with it."""


@dataclass(frozen=True, slots=True)
class Keep:
    """How long articles are kept."""

    months: int = 12
    """All of these last months; 0 for all there are."""
    articles: int = 100
    """So many of a feed's newest, however old."""
    unread: bool = False
    """Whether what is unread stays too."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """When the screen refreshes by itself; a server that asks for more time gets it."""

    on_start: bool = False
    every: int = 0
    """Minutes; 0 for never."""


@dataclass(frozen=True, slots=True)
class Config:
    """All that the config file can say."""

    keys: dict[str, str] = field(default_factory=dict)
    """Key binding id to its keys, separated by commas; ids that are not here keep their default."""
    theme: str | None = None
    """Name of a theme; None for the program's choice."""
    ages: str = "short"
    """"short" for ages such as 3h, "date" for dates and times."""
    marks: str = "unicode"
    """"unicode" or "ascii": the signs for unread, bookmarked and failing."""
    sidebar: Sidebar = Sidebar()
    stories: Stories = Stories()
    refresh: Refresh = Refresh()
    keep: Keep = Keep()
