"""The articles that were opened, to walk back and forward through like pages in a browser."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Visit:
    """An opened article and how far it was read."""

    article_id: int
    scroll_y: int = 0
    """First line on the screen."""


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
