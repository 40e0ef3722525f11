"""Lines that say who wrote a story and when."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from string import digits

from reader.parse.authors import byline_of, is_place, read_author
from reader.parse.daterange import EARLIEST_YEAR, plausible
from reader.parse.dates import DateInText, cut_time, find_dates, is_day
from reader.parse.datewords import AGE, BESIDE_DATES, PUBLISHED, READING_TIME, UPDATED, WEEKDAYS
from reader.text.tokens import words

MOST_CHARACTERS = 160
"""A longer line is prose."""

_SEPARATORS = "|·•–—/,;:()[]-* ，：；（）［］【】、،・"
_ANY_DAY = datetime(EARLIEST_YEAR, 1, 1, tzinfo=UTC)
_CJK = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]"
_BETWEEN = re.compile(rf"(?<={_CJK})(?=\d)|(?<=\d)(?={_CJK})")
"""Where Chinese, Japanese and Korean set no space between a word and a number."""
_UPDATED = re.compile(rf"(?<!\w)(?:{UPDATED})(?!\w)", re.IGNORECASE)
_LABEL = re.compile(rf"(?<!\w)(?:{UPDATED}|{PUBLISHED})(?!\w)", re.IGNORECASE)
_ASIDES = re.compile(rf"(?:(?:{'|'.join((*WEEKDAYS.split(), *BESIDE_DATES.split()))})(?!\w)[\s.,]*)*", re.IGNORECASE)
_NO_DATE = re.compile(rf"(?<!\w)(?:{READING_TIME}|{AGE})(?!\w)", re.IGNORECASE)
_CONTACT = re.compile(r"\b(?:send an email|follow on (?:twitter|x)|a ?\+ ?a ?a ?-)(?!\w)", re.IGNORECASE)
_APART = re.compile(r"\s[|·•–—/-]\s")
_MOST_SECTION_WORDS = 3
_TRAILING_ASIDES = re.compile(rf"(?:\s+(?:{'|'.join(BESIDE_DATES.split())}))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote a story and when, as far as a line says so."""

    author: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None

    def joined(self, other: "Credits") -> "Credits":
        """Give these credits, completed by `other`."""
        return Credits(
            self.author or other.author,
            self.published_at or other.published_at,
            self.updated_at or other.updated_at,
        )


def read_credits(line: str) -> Credits | None:
    """Read a line that holds an author or dates and nothing else; None if it holds anything else.

    Times told from an unknown day ("2 hours ago") and reading times count as nothing.
    """
    if not line or len(line) > MOST_CHARACTERS:
        return None
    line = _CONTACT.sub(" | ", _BETWEEN.sub(" ", line))
    rest = _NO_DATE.sub(" ", line)
    dates = find_dates(rest)
    if not dates:
        left = _without_times(line, rest)
        author = read_author(left, dated=False)
        return Credits(author) if author else None if left else Credits()
    found = Credits()
    texts = []
    for piece, date in _pieces(rest, dates):
        read, left = _read_piece(piece, date)
        found = found.joined(read)
        texts.append(left)
    left = " | ".join(filter(None, texts))
    if not left:
        return found
    author = read_author(left, dated=True)
    if author is None and not (_APART.search(rest) and all(map(is_place, left.split(" | ")))):
        return None
    return found.joined(Credits(author))


def _without_times(line: str, rest: str) -> str:
    """Give a line without a date, and without what says nothing without one: ages, counts, a label with a time."""
    if rest != line:
        return _LABEL.sub("", rest).strip(_SEPARATORS + digits)
    told = _LABEL.sub("|", line)
    left = cut_time(told, _ANY_DAY)[1]
    return (line if told in (line, left) else left).strip(_SEPARATORS)


def is_label_alone(line: str) -> bool:
    """Tell whether a line is the "Published" of a date on the next line."""
    return bool(_LABEL.fullmatch(line.strip(_SEPARATORS)))


def is_labelled(line: str) -> bool:
    """Tell whether a line says that its date is the one of publication or of an update."""
    return bool(_LABEL.search(line))


def read_author_beside_date(line: str) -> str | None:
    """Read a line that can only be told for a byline by the date line above or below it: "By the harbour desk"."""
    if len(line) > MOST_CHARACTERS // 2 or line.rstrip().endswith((".", "!", "?", ":")):
        return None
    return byline_of(line.strip())


def read_closing_credits(line: str) -> Credits:
    """Read a line below a story: "Updated: July 9, 2021" or "(Reporting by A. Writer; editing by B. Editor)"."""
    names = line.strip().strip("()[]*_ ").partition(";")[0]
    author = read_author(names, dated=False) if byline_of(names) else None
    read = read_credits(line) or Credits()
    return Credits(author, read.published_at, read.updated_at)


def is_time_of_title(line: str) -> bool:
    """Tell whether a line tells when another one was published, perhaps its section too: "World | 3 hours ago"."""
    line = line.strip(_SEPARATORS)
    rest = _NO_DATE.sub(" ", line)
    for date in reversed(find_dates(rest)):
        rest = f"{rest[: date.start]} {rest[date.end :]}"
    if rest == line:
        return is_day(line)
    beside = words(cut_time(rest, _ANY_DAY)[1])
    return len(beside) <= (_MOST_SECTION_WORDS if _APART.search(rest) or "," in rest else 1)


def _pieces(line: str, dates: list[DateInText]) -> list[tuple[str, DateInText]]:
    """Cut a line between its dates, before the label or separator that introduces the next one."""
    cuts = [0]
    for date, following in pairwise(dates):
        between = line[date.end : following.start]
        label = _LABEL.search(between)
        cuts.append(date.end + (label.start() if label else len(between)))
    cuts.append(len(line))
    return [
        (line[start:end], DateInText(date.at, date.start - start, date.end - start))
        for (start, end), date in zip(pairwise(cuts), dates, strict=True)
    ]


def _read_piece(piece: str, date: DateInText) -> tuple[Credits, str]:
    """Give the date of a piece with its time of day, and what else the piece holds."""
    moment, left = cut_time(f"{piece[: date.start]}|{piece[date.end :]}", date.at)
    at = plausible(moment)
    read = Credits(updated_at=at) if _UPDATED.search(left) else Credits(published_at=at)
    parts = (part.strip(_SEPARATORS) for part in re.split("[|·•–—]", _LABEL.sub("|", left)))
    return read, " | ".join(_TRAILING_ASIDES.sub("", part) for part in parts if not _ASIDES.fullmatch(part))
