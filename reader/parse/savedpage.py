"""What any kind of text file says, before the file's name and time fill the gaps."""

from dataclasses import dataclass
from datetime import datetime

MOST_TITLE = 120
"""Characters of the longest first line that serves as a note's title."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The content of a text file; None means that the file is silent. `html` is safe."""

    html: str
    title: str | None = None
    link: str | None = None
    author: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    summary: str | None = None
    related_titles: tuple[str, ...] = ()
