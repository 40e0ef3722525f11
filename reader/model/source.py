"""Where articles come from."""

import re
from dataclasses import dataclass
from enum import StrEnum

_CREDENTIALS = re.compile("(?<=://)[^/?#]*@")


class SourceKind(StrEnum):
    """How a source is reached."""

    URL = "url"
    FEED_FILE = "feed_file"
    TEXT_FILE = "text_file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Source:
    """A place that holds articles. Two spellings of one place give equal sources."""

    kind: SourceKind
    location: str
    """A normalised http(s) URL, or an absolute path with links resolved."""

    @property
    def is_local(self) -> bool:
        """Whether the source is on this machine's disk."""
        return self.kind is not SourceKind.URL

    @property
    def is_text(self) -> bool:
        """Whether its articles are text files, which no server limits and which are kept for ever."""
        return self.kind in (SourceKind.TEXT_FILE, SourceKind.FOLDER)

    @property
    def name(self) -> str:
        """What to call it as long as it has given no title: its address, or the name of its file or folder."""
        return self.shown if self.kind is SourceKind.URL else self.location.rsplit("/", 1)[-1] or self.location

    @property
    def shown(self) -> str:
        """The location as it may be shown and logged: without the user name and password of an address.

        Exactly these, for exports are made of it; `text.credentials` takes rather too much out of what anybody typed.
        """
        return _CREDENTIALS.sub("", self.location) if self.kind is SourceKind.URL else self.location
