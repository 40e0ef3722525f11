"""The body of an article as it is held."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RawBody:
    """What a source gave as the story of an article, as it wrote it.

    It may hold anything, so it is no string: `reader.text.bodies.safe_html` makes of it what can be shown.
    """

    written: str = field(default="", repr=False)
    is_html: bool = True
    """Whether it is HTML, and not plain text."""
    base: str | None = None
    """What its links are relative to, an http(s) address; None if all are absolute, or the source has no address."""


NO_BODY = RawBody()
