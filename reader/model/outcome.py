"""How the refresh of one feed ended. Expected failures are values, not exceptions."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # some commands know of outcomes alone
    from reader.model.feed import Feed


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The source answered and what it said is stored."""

    new: int
    changed: int
    problems: tuple[str, ...] = ()
    """What was wrong but did not stop the refresh, one sentence each."""


@dataclass(frozen=True, slots=True)
class Incomplete(Refreshed):
    """Some files could not be read, as `problems` tells one by one; what the others said is stored."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The source says, or its bytes show, that nothing changed."""


@dataclass(frozen=True, slots=True)
class Held(NotModified):
    """The source, never read before, has moved for good to where a feed is that is held: it is that feed's."""

    feed: "Feed"


@dataclass(frozen=True, slots=True)
class Failed:
    """The source could not be read. Nothing stored was touched."""

    reason: str
    """One terminal-safe sentence: what happened and, where it helps, what to do."""
    ended: bool = False
    """Whether the server says that there will never be a feed there again (410 Gone)."""


@dataclass(frozen=True, slots=True)
class Postponed:
    """The source was not asked, or did not answer, because its server wants to be left alone for a while."""

    reason: str
    """One terminal-safe sentence, which says until when."""
    until: datetime


RefreshOutcome = Refreshed | NotModified | Failed | Postponed


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

    def told(self, sentence: str) -> str:
        """Give a sentence about the feed with its title in front: see `told_of`."""
        return told_of(self.feed, self.source, sentence)


def told_of(feed: str, source: str, sentence: str) -> str:
    """Give a sentence about a feed with the feed's title in front.

    If it begins with a name of its own, of the host or the file that the feed is from, the title takes its place.
    """
    return sentence if sentence.startswith(f"{feed}: ") else f"{feed}: {unnamed(source, sentence)}"


def unnamed(source: str, sentence: str) -> str:
    """Give a sentence about a feed without the name of the host or the file that it may begin with."""
    name, _, rest = sentence.partition(": ")
    return rest if rest and name in source.replace(":", "/").split("/") else sentence
