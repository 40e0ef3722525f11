"""Dates of feeds: RFC 822 and ISO 8601, as the formats ask for, and what publishers write instead."""

import re
from datetime import UTC, datetime, timedelta

from reader.parse.daterange import plausible
from reader.parse.datewords import MONTHS
from reader.parse.zones import ZONES, offset_of

_STEMS = (
    "янв ιαν sty oca",
    "фев φεβ lut şub",
    "мар μαρ μάρ már",
    "апр απρ kwi nis ápr",
    "май мая маj μαϊ μαΐ μάι maj máj",
    "июн ιουν ιούν cze haz jún",
    "июл ιουλ ιούλ lip tem júl",
    "авг αυγ αύγ sie ağu agu",
    "сен σεπ wrz eyl szep",
    "окт οκτ paź eki",
    "ноя νοε νοέ kas",
    "дек δεκ gru ara des",
)
"""How months begin in languages that only feeds are read in; Polish "lis" is missing, being Croatian for another."""
_MONTHS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}
_BY_STEM = {stem: number for number, stems in enumerate(_STEMS, start=1) for stem in stems.split()}
_HOURS = {
    "gmt": 0,
    "utc": 0,
    "ut": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
"""What machines mean by letters (RFC 5322, section 4.3), whatever people in those places write in summer."""
_RFC822 = re.compile(
    r"""(?:[^\W\d_]{2,12}[,.]*\s*)?
    (?P<day>\d{1,2})\.?[\s-]+(?P<month>[^\W\d_]{3,12})\.?,?[\s-]+(?P<year>\d{4}|\d\d)
    (?:,?[\s-]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?
    \s*(?P<zone>(?:GMT|UTC)?\s?[+-]\d{1,2}:?\d\d|[A-Za-z]{1,5})?(?:\s*\([A-Za-z ]*\))?""",
    re.VERBOSE,
)
_ISO8601 = re.compile(
    r"""(?P<year>\d{4})(?:[-/](?P<month>\d\d?)[-/]|-(?P<name>[^\W\d_]{3,12})-)(?P<day>\d\d?)
    (?:(?:T|\s+)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?
    \s*(?P<zone>[+-]\d\d?:?\d\d|[+-]\d\d|[A-Za-z]{1,5})?""",
    re.VERBOSE,
)
_ASCTIME = re.compile(
    r"""[A-Za-z]{3,9},?\s+(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+
    (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s+(?P<zone>[A-Za-z]{1,5}\s+)?(?P<year>\d{4})""",
    re.VERBOSE,
)
_SHORT = re.compile(
    r"(?P<a>\d\d)(?P<between>[/.-])(?P<b>\d\d)(?P=between)(?P<c>\d\d)"
    r"(?:[\sT]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?\s*(?P<zone>[A-Za-z]{1,5}|[+-]\d\d:?\d\d)?"
)
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EXACT_MONTHS = {name: number for number, name in enumerate(_ENGLISH, start=1)}
_EXACT = re.compile(
    rf"""(?:(?:[A-Z][a-z][a-z],[ ])?(\d\d?)[ ]({"|".join(_ENGLISH)})[ ](\d{{4}})[ ]|(\d{{4}})-(\d\d)-(\d\d)T)
    (\d\d):(\d\d):(\d\d)(?:\.\d+)?[ ]?(?:GMT|UTC|Z|([+-])(\d\d):?(\d\d))""",
    re.VERBOSE | re.ASCII,
)
"""RFC 822 and RFC 3339, each at its plainest."""
_LOCAL_ZONE = re.compile(r"(?:GMT|UTC)?\s?([+-])(\d\d?):?(\d\d)?")
_MOST_CHARACTERS = 100


def read_feed_date(written: str, now: datetime | None = None) -> datetime | None:
    """Read a date of a feed; None if there is none, if it means several days, or if no article can be of that date.

    A date without zone counts as UTC. Of the days that "18/01/30" may be, those after `now` (by default, now) are none.
    """
    written = written.strip()
    if not written or len(written) > _MOST_CHARACTERS:
        return None
    if (exact := _EXACT.fullmatch(written)) and (at := _date_of_exact(exact)):
        return plausible(at)
    for pattern in (_RFC822, _ISO8601, _ASCTIME):
        if match := pattern.fullmatch(written):
            return plausible(_date_of(match))
    if written.isdecimal():
        return plausible(_from_digits(written))
    if short := _SHORT.fullmatch(written):
        return _one_of_several(short, (now or datetime.now(UTC)) + timedelta(days=1))
    from reader.parse.dates import (
        read_date,
    )  # its patterns take longer to compile than all others, and few dates need it

    return read_date(written)


def _date_of_exact(match: re.Match[str]) -> datetime | None:
    """Read a date that is written as its format asks for, as nearly all are; None for leap seconds and the like."""
    day, name, year, year_first, month, day_last, hour, minute, second, sign, hours, minutes = match.groups()
    try:
        at = datetime(
            int(year or year_first),
            _EXACT_MONTHS[name] if name else int(month),
            int(day or day_last),
            int(hour),
            int(minute),
            int(second),
            tzinfo=UTC,
        )
        if sign:
            ahead = timedelta(hours=int(hours), minutes=int(minutes))
            return at + ahead if sign == "-" else at - ahead
    except (ValueError, OverflowError):
        return None
    return at


def _date_of(match: re.Match[str]) -> datetime | None:
    groups = match.groupdict()
    month = groups["month"] or groups["name"]
    number = int(month) if month.isdecimal() else _month_of(month.lower())
    return _date_at(match, _full_year(match["year"]), number, int(match["day"])) if number else None


def _month_of(name: str) -> int | None:
    return _MONTHS.get(name) or _BY_STEM.get(name[:4]) or _BY_STEM.get(name[:3])


def _from_digits(digits: str) -> datetime | None:
    """Read a day without dashes, or the seconds or milliseconds of Unix."""
    if len(digits) == 8:
        match = _ISO8601.fullmatch(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
        return _date_of(match) if match else None
    if len(digits) in {9, 10, 13}:
        return datetime.fromtimestamp(int(digits[:10] if len(digits) == 13 else digits), UTC)
    return None


def _date_at(match: re.Match[str], year: int, month: int, day: int) -> datetime | None:
    hour, minute, second = int(match["hour"] or 0), int(match["minute"] or 0), int(match["second"] or 0)
    if second > 60:
        return None
    midnight = timedelta(days=hour == 24 and minute == 0)
    try:
        at = datetime(year, month, day, hour % 24 if midnight else hour, minute, tzinfo=UTC)
        return at + midnight + timedelta(seconds=second) - _offset_of(match["zone"], at)
    except (ValueError, OverflowError):
        return None


def _full_year(digits: str) -> int:
    """Give the year that two digits mean (RFC 5322, section 4.3, but for the years before the web)."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)


def _offset_of(zone: str | None, day: datetime) -> timedelta:
    """Give how far a zone is ahead of UTC on a day; nothing if it is unknown.

    A single letter is UTC: RFC 822 had their signs wrong, so that they tell nothing (RFC 5322, section 4.3).
    """
    if zone is None or len(zone) == 1:
        return timedelta()
    if local := _LOCAL_ZONE.fullmatch(zone):
        size = timedelta(hours=int(local[2]), minutes=int(local[3] or 0))
        return -size if local[1] == "-" else size
    letters = zone.strip().lower()
    if letters in _HOURS:
        return timedelta(hours=_HOURS[letters])
    return offset_of(letters, day) if letters in ZONES else timedelta()


def _one_of_several(match: re.Match[str], latest: datetime) -> datetime | None:
    """Read three numbers of two digits, if all orders that give a day up to the latest give the same."""
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    orders = ((match["a"], b, c), (match["c"], b, a), (match["c"], a, b))
    days = {plausible(_date_at(match, _full_year(year), month, day)) for year, month, day in orders}
    possible = {day for day in days if day is not None and day <= latest}
    return possible.pop() if len(possible) == 1 else None
