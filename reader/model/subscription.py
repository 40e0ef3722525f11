"""Feeds as they move between readers: in a list of subscriptions, without their articles."""

from dataclasses import dataclass

SEPARATOR = "/"
SLASH = "\N{DIVISION SLASH}"
"""Stands for a slash in the name of a single folder, and looks like it."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed of a list. Every string but the address is terminal-safe; None means the list is silent."""

    address: str
    """As it is written in the list: not checked, and perhaps no web address at all."""
    title: str | None = None
    """What the feed calls itself."""
    own_title: str | None = None
    """What the user calls it."""
    folder: str | None = None
    """The folder's name, after those of the folders around it: see `folder_path`."""
    site: str | None = None
    interval: int | None = None
    """Minutes between two requests, if the user chose them; not checked."""
    keep: int | None = None
    """So many of its newest articles stay, if the user chose that."""
    paused: bool = False

    @property
    def name(self) -> str:
        """The title by which the user knows it, else its address."""
        return self.own_title or self.title or self.address


@dataclass(frozen=True, slots=True)
class Refused:
    """A line of a list that did not become a feed."""

    name: str
    """What the list calls it: its title, its address or the line itself."""
    reason: str
    """One terminal-safe sentence: why, and what to do where there is something."""


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """What a list of subscriptions holds."""

    subscriptions: tuple[Subscription, ...]
    refused: tuple[Refused, ...] = ()
    problems: tuple[str, ...] = ()
    """One sentence for each thing that was wrong with the list as a whole."""
    notes: tuple[str, ...] = ()
    """One sentence for each thing that is not here as it was in the other program."""


def folder_path(names: tuple[str, ...]) -> str | None:
    """Give the path of a folder by the names of the folders it lies in and its own: "A/B" for B in A.

    A slash in a name becomes `SLASH`, so that `folder_names` gives the same names back. None without any name.
    """
    parts = (name.strip().replace(SEPARATOR, SLASH) for name in names)
    return SEPARATOR.join(part for part in parts if part) or None


def lies_in(folder: str | None, outer: str) -> bool:
    """Tell whether a folder, by its path, is another one or lies in it."""
    return folder is not None and f"{folder}{SEPARATOR}".startswith(f"{outer}{SEPARATOR}")


def folder_names(folder: str | None) -> tuple[str, ...]:
    """Give the names in a folder's path, the outermost first."""
    parts = (part.strip() for part in (folder or "").split(SEPARATOR))
    return tuple(part.replace(SLASH, SEPARATOR) for part in parts if part)
