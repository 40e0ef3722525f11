"""Dates as publishers write them, in several languages."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reader.parse.datewords import MONTHS, ZONES

EARLIEST_YEAR = 1990
"""No article on the web is older; an earlier date is a mistake of the publisher or one that the text speaks of."""
LATEST_YEAR = 2100

_MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}
_ZONE_MINUTES = {name: minutes for names, minutes in ZONES.items() for name in names.split()}

_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_ZONE = "|".join(sorted(_ZONE_MINUTES, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<year1>\d{{4}})[-/](?P<month1>\d{{1,2}})[-/](?P<day1>\d{{1,2}})(?=T\d|\b)
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+of|\s+de)?[\s-]+(?P<month2>{_MONTH})\b\.?,?
      (?:\s+of|\s+del?)?[\s-]+(?P<year2>\d{{4}})\b
    | (?P<month3>{_MONTH})\b\.?\s+(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year3>\d{{4}})\b
    | (?P<day4>\d{{1,2}})\.\s?(?P<month4>\d{{1,2}})\.\s?(?P<year4>\d{{4}})\b
    | (?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year5>\d{{4}})\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    rf"""(?:\bT|(?<![\d.:]))(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.\d+)?)?)?
    (?P<half>\s?[ap]\.?m\b\.?)?(?P<clock>\s?uhr\b|h\b)?
    (?:\s?\(?(?P<sign>(?:GMT|UTC)?[+-])(?P<hours>\d{{1,2}}):?(?P<minutes>\d{{2}})?\b\)?|\s?\(?(?P<zone>{_ZONE})\b\)?)?(?![\d:])""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date and where it stands; without a time of day it is midnight, without a zone UTC."""

    at: datetime
    start: int
    end: int


def find_dates(text: str) -> list[DateInText]:
    """Find the dates in `text` that mean one day only: "3/4/2021" is none, "13/4/2021" is one."""
    found = []
    for match in _DATE.finditer(text):
        at = _day_of(match)
        if at is not None:
            found.append(DateInText(at, match.start(), match.end()))
    return found


def cut_time(text: str) -> tuple[timedelta, str]:
    """Take the first time of day out of `text`.

    Gives how far it is past midnight UTC, and the text with "|" in its place.
    """
    for match in _TIME.finditer(text):
        passed = _time_of(match)
        if passed is not None:
            return passed, f"{text[: match.start()]}|{text[match.end() :]}"
    return timedelta(0), text


def read_date(text: str) -> datetime | None:
    """Give the one date, and time if there is one, that `text` holds; None if it holds none or several."""
    found = find_dates(text)
    if len(found) != 1:
        return None
    passed, _ = cut_time(f"{text[: found[0].start]}|{text[found[0].end :]}")
    return plausible(found[0].at + passed)


def plausible(at: datetime | None) -> datetime | None:
    """Give `at` if an article can be of that date."""
    return at if at is not None and EARLIEST_YEAR <= at.year <= LATEST_YEAR else None


def _day_of(match: re.Match[str]) -> datetime | None:
    groups = {name.rstrip("12345"): value for name, value in match.groupdict().items() if value is not None}
    month = groups.get("month")
    if month is None:
        first, second = int(groups["first"]), int(groups["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day_number, month_number = max(first, second), min(first, second)
    else:
        day_number = int(groups["day"])
        month_number = int(month) if month.isdecimal() else _MONTH_NUMBERS[month.lower()]
    try:
        return plausible(datetime(int(groups["year"]), month_number, day_number, tzinfo=UTC))
    except ValueError:
        return None


def _time_of(match: re.Match[str]) -> timedelta | None:
    hour, minute, half = int(match["hour"]), match["minute"], match["half"]
    if minute is None and half is None and match["clock"] is None:
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if "p" in half.lower() else 0)
    if hour > 23 or int(minute or 0) > 59:
        return None
    return timedelta(hours=hour, minutes=int(minute or 0), seconds=int(match["second"] or 0)) - _offset_of(match)


def _offset_of(match: re.Match[str]) -> timedelta:
    if match["zone"]:
        return timedelta(minutes=_ZONE_MINUTES[match["zone"].lower()])
    if match["sign"]:
        size = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        return -size if match["sign"].endswith("-") else size
    return timedelta(0)
