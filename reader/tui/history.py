"""The articles that were opened, to walk back and forward through like pages in a browser."""

from dataclasses import dataclass, field
from typing import NamedTuple


class TextPlace(NamedTuple):
    """A place in an article that is the same however wide the article is laid out."""

    block: int = -1
    """Number of the block; -1 for what stands above the body."""
    part: float = 0.0
    """How much of the block is above the place, from 0 to 1."""


TOP = TextPlace()


@dataclass(slots=True)
class Visit:
    """An opened article and how far it was read."""

    article_id: int
    place: TextPlace = TOP
    """What stood at the top of the screen."""


@dataclass(slots=True)
class History:
    """Visits in order, and where in them the reader is."""

    visits: list[Visit] = field(default_factory=list)
    at: int = -1

    def visit(self, article_id: int) -> Visit:
        """Add an article after the present one and give the visit; what lay forward is forgotten, as in a browser."""
        present = self.present
        if present is None or present.article_id != article_id:
            del self.visits[self.at + 1 :]
            self.visits.append(present := Visit(article_id))
            self.at += 1
        return present

    @property
    def present(self) -> Visit | None:
        """The visit the reader is at; None before the first."""
        return self.visits[self.at] if self.at >= 0 else None

    def walk(self, step: int) -> Visit | None:
        """Go one visit back (-1), forward (+1) or nowhere (0) and give it; None at either end."""
        if not 0 <= self.at + step < len(self.visits):
            return None
        self.at += step
        return self.visits[self.at]
