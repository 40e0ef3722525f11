"""Runs of styled text, with white space collapsed as HTML asks for."""

import re
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reader.model.blocks import Span

_SPACE = re.compile(r"[ \t\r\n\f]+")


class Style(NamedTuple):
    """The look of text: a `Span` without its text."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    link: int | None = None


class Run:
    """Text that is gathered for one paragraph."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Style]] = []
        self._after_space = True

    def __bool__(self) -> bool:
        return bool(self._pieces)

    @property
    def ends_line(self) -> bool:
        """Whether a line break was added last."""
        return bool(self._pieces) and self._pieces[-1][0] == "\n"

    def add(self, text: str, style: Style) -> None:
        """Add text as it stands in the source."""
        if "  " in text or not text.isprintable():
            text = _SPACE.sub(" ", text)
        if self._after_space:
            text = text.removeprefix(" ")
        if text:
            self._pieces.append((text, style))
            self._after_space = text[-1] == " "

    def break_line(self) -> None:
        """Go to a new line, unless nothing stands on this one."""
        if self._pieces and not self.ends_line:
            self._pieces.append(("\n", self._pieces[-1][1]))
            self._after_space = True

    def take(self) -> tuple[Span, ...]:
        """Give what was gathered and start anew."""
        pieces, self._pieces, self._after_space = self._pieces, [], True
        while pieces and not pieces[-1][0].strip():
            pieces.pop()
        if not pieces:
            return ()
        pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
        return tuple(
            Span("".join(text for text, _ in same).replace(" \n", "\n"), *style)
            for style, same in groupby(pieces, key=itemgetter(1))
        )
