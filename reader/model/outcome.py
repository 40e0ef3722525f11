"""How the refresh of one feed ended. Expected failures are values, not exceptions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The source answered and what it said is stored."""

    new: int
    changed: int
    problems: tuple[str, ...] = ()
    """What was wrong but did not stop the refresh, one sentence each."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The source says, or its bytes show, that nothing changed."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The source could not be read. Nothing stored was touched."""

    reason: str
    """One terminal-safe sentence: what happened and, where it helps, what to do."""


RefreshOutcome = Refreshed | NotModified | Failed


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """One feed's part of a refresh."""

    feed: str
    """The feed's title."""
    source: str
    outcome: RefreshOutcome
    seconds: float
    feed_id: int | None = None
    """None for a source that could not become a feed."""
