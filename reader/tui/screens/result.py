"""What became of something that was done to many feeds at once."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.tui.lines import Line
from reader.tui.screens.scrolled import ScrolledScreen
from reader.tui.wrapping import Run, wrap

MOST_FAILURES = 1000
"""Failures that are listed; more than that nobody reads, and the box would open slowly."""
INDENT = "  "


class Failure(NamedTuple):
    """Something that was left out."""

    name: str
    reason: str


class Result(NamedTuple):
    """What is told of it."""

    title: str
    sums: tuple[str, ...]
    """What was done, one sentence each."""
    remarks: tuple[str, ...] = ()
    """What is worth knowing besides, one sentence each."""
    failures: tuple[Failure, ...] = ()


class ResultScreen(ScrolledScreen):
    """Tells what was done, and lists what was not and why."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.title)
        self._result = result

    def write(self, width: int) -> list[Line]:
        """Write the result for the width there is."""
        return result_lines(self._result, width)


def result_lines(result: Result, width: int) -> list[Line]:
    """Write a result in lines of at most `width` cells."""
    lines = [line for sentence in result.sums for line in _wrapped(sentence, "bold", width)]
    lines += [line for sentence in result.remarks for line in _wrapped(sentence, "", width)]
    if result.failures:
        lines += [(), (("Left out", "bold underline"),)]
    for failure in result.failures[:MOST_FAILURES]:
        lines += _wrapped(failure.name, "bold", width)
        lines += [((INDENT, ""), *line) for line in _wrapped(failure.reason, "", width - len(INDENT))]
    if (more := len(result.failures) - MOST_FAILURES) > 0:
        lines += _wrapped(f"and {more} more; the command line lists all", "", width)
    return lines


def _wrapped(text: str, style: str, width: int) -> Iterator[Line]:
    return (line.pieces for line in wrap([Run(text, style)], max(width, 1)))
