"""Dates as publishers write them, in several languages."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reader.parse.daterange import plausible
from reader.parse.datewords import MONTHS
from reader.parse.zones import ZONES, offset_of


def _plain(name: str) -> str:
    """Fold the case of a month's name, the Turkish letters I among it."""
    return name.lower().replace("\u0307", "").replace("ı", "i")


_MONTH_NUMBERS = {
    _plain(name.replace("_", " ")): number for number, names in enumerate(MONTHS, start=1) for name in names.split()
}
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)).replace(" ", r"[ ]")
_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<year1>\d{{4}})[-/](?P<month1>\d{{1,2}})[-/](?P<day1>\d{{1,2}})(?=T\d|\b)
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+of|\s+de)?[\s-]+(?P<month2>{_MONTH})(?!\w)\.?,?
      (?:\s?/\s?(?:{_MONTH})(?!\w))?(?:\s+of|\s+del?)?[\s-]+(?P<year2>\d{{4}})\b
    | (?P<month3>{_MONTH})(?!\w)\.?\s+(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year3>\d{{4}})\b
    | (?P<day4>\d{{1,2}})\.\s?(?P<month4>\d{{1,2}})\.\s?(?P<year4>\d{{4}})\b
    | (?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year5>\d{{4}})\b
    )
    | (?<!\d)(?P<year6>\d{{4}})\s?[年년]\s?(?P<month6>\d{{1,2}})\s?[月월]\s?(?P<day6>\d{{1,2}})\s?[日号號일]""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY = re.compile(rf"\d{{1,2}}\.?\s(?:{_MONTH})\.?|(?:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}月\d{{1,2}}日", re.IGNORECASE)
_TIME = re.compile(
    rf"""(?:\bT|(?<![\d.:]))(?P<half1>[上下]午|午[前後]|오[전후])?\s?(?P<hour>\d{{1,2}})
    (?:(?:[:.h]|\s?[时時点點시]\s?)(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.\d+)?|\s?[分분])?)?
    (?P<half2>\s?[ap]\.?m\b\.?)?(?P<clock>\s?uhr\b|h\b|\s?[时時点點시])?
    (?:\s?\(?(?P<sign>(?:GMT|UTC)?[+-])(?P<hours>\d{{1,2}}):?(?P<minutes>\d{{2}})?\b\)?|\s?\(?(?P<zone>{_ZONE})\b\)?)?(?![\d:])""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTERNOON = re.compile("p|下午|午後|오후", re.IGNORECASE)


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


def cut_time(text: str, day: datetime) -> tuple[datetime, str]:
    """Take the first time of day out of `text`.

    Gives that time on `day`, which is its midnight UTC, and the text with "|" in its place.
    """
    for match in _TIME.finditer(text):
        passed = _time_of(match, day)
        if passed is not None:
            return day + passed, f"{text[: match.start()]}|{text[match.end() :]}"
    return day, text


def read_date(text: str) -> datetime | None:
    """Give the one date, and time if there is one, that `text` holds; None if it holds none or several."""
    found = find_dates(text)
    if len(found) != 1:
        return None
    at, _ = cut_time(f"{text[: found[0].start]}|{text[found[0].end :]}", found[0].at)
    return plausible(at)


def is_day(text: str) -> bool:
    """Tell whether `text` is a day of an unknown year: "July 9"."""
    return bool(_DAY.fullmatch(text))


def _day_of(match: re.Match[str]) -> datetime | None:
    groups = {name.rstrip("123456"): value for name, value in match.groupdict().items() if value is not None}
    month = groups.get("month")
    if month is None:
        first, second = int(groups["first"]), int(groups["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day_number, month_number = max(first, second), min(first, second)
    else:
        day_number = int(groups["day"])
        month_number = int(month) if month.isdecimal() else _MONTH_NUMBERS[_plain(month)]
    try:
        return plausible(datetime(int(groups["year"]), month_number, day_number, tzinfo=UTC))
    except ValueError:
        return None


def _time_of(match: re.Match[str], day: datetime) -> timedelta | None:
    hour, minute, half = int(match["hour"]), match["minute"], match["half1"] or match["half2"]
    if minute is None and half is None and match["clock"] is None:
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if _AFTERNOON.search(half) else 0)
    if hour > 23 or int(minute or 0) > 59:
        return None
    return timedelta(hours=hour, minutes=int(minute or 0), seconds=int(match["second"] or 0)) - _offset_of(match, day)


def _offset_of(match: re.Match[str], day: datetime) -> timedelta:
    if match["zone"]:
        return offset_of(match["zone"], day)
    if match["sign"]:
        size = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        return -size if match["sign"].endswith("-") else size
    return timedelta(0)
