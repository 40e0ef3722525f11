"""A story by time, as lines: values in, lines out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from reader.model.story import Entry
from reader.text.ages import age_text
from reader.text.marks import Marks
from reader.tui.lines import Line, fit
from reader.tui.wrapping import Run, wrap

MOST_LINES = 3
"""Lines of what a report adds."""
NOTHING_NEW = "adds nothing that the reports before it lack"


def timeline_lines(
    entries: Sequence[Entry], width: int, now: datetime, ages: str, marks: Marks
) -> Iterator[tuple[int | None, Line]]:
    """Draw reports, each with its number: when and where, the title, what it adds; an empty line between two."""
    for number, entry in enumerate(entries):
        if number:
            yield None, ()
        yield from ((number, line) for line in _entry_lines(entry, width, now, ages, marks))


def _entry_lines(entry: Entry, width: int, now: datetime, ages: str, marks: Marks) -> Iterator[Line]:
    report, room = entry.report, max(2, width - 2)
    yield ("  ", "dim"), (fit(f"{age_text(report.dated_at, now, ages)} · {report.feed}", room), "dim")
    sign = f"{marks.unread} " if report.unread else ""
    yield ("  ", "dim"), (sign, "mark"), (fit(report.title, room - len(sign)), "unread" if report.unread else "read")
    told = " ".join(entry.adds)
    lines = list(islice(wrap([Run(told or NOTHING_NEW, "text" if told else "image")], room), MOST_LINES + 1))
    for place, line in enumerate(lines[:MOST_LINES]):
        last = place == MOST_LINES - 1 and len(lines) > MOST_LINES
        yield ("  ", "dim"), *((cut_short(line.pieces, room)) if last else line.pieces)


def cut_short(pieces: Line, width: int) -> Line:
    """End a line that goes on with an ellipsis."""
    text = "".join(text for text, _ in pieces).rstrip()
    return ((fit(f"{text} …", width), pieces[0][1]),)
