"""How long ago, in as few characters as can be read at a glance."""

import math
from datetime import UTC, date, datetime, time

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def age_text(dated_at: datetime, now: datetime, style: str) -> str:
    """Tell when, as an age ("short") or as a local date and time ("date")."""
    if style == "date":
        day = day_alone(dated_at)
        return str(day) if day else f"{dated_at.astimezone():%Y-%m-%d %H:%M}"
    return short_age(dated_at, now)


def full_date(at: datetime) -> str:
    """Give a local date and time, or the date alone if no more is known: "9 Jul 2021, 14:05"."""
    day = day_alone(at)
    shown = day or at.astimezone()
    return f"{shown.day} {shown:%b %Y}" if day else f"{shown.day} {shown:%b %Y, %H:%M}"


def day_alone(at: datetime) -> date | None:
    """Give the day of a time that is midnight in UTC or here, as a date is that was written without a time."""
    for zoned in (at.astimezone(UTC), at.astimezone()):
        if zoned.time() == time():
            return zoned.date()
    return None


def short_age(then: datetime, now: datetime) -> str:
    """Tell how long before `now` something was: "now", "4 min", "3h", "yesterday", "6d", "23 Nov", "2019".

    Both times are aware, and the future counts as now. Days and dates are those of the local time zone.
    """
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE:
        return "now"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)} min"
    if seconds > 366 * _DAY:
        return str(then.year)
    local, today = then.astimezone(), now.astimezone()
    days = (today.date() - local.date()).days
    if days == 0 or seconds < 6 * _HOUR:
        return f"{int(seconds // _HOUR)}h"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{days}d"
    if local.year == today.year or days < 180:
        return f"{local.day} {local:%b}"
    return str(local.year)


def time_left(then: datetime, now: datetime) -> str:
    """Tell how long after `now` something will be, rounded up: "in 4 min", "in 3h", "in 2d"."""
    minutes = math.ceil((then - now).total_seconds() / _MINUTE)
    if minutes <= 60:
        return f"in {max(minutes, 1)} min"
    hours = math.ceil(minutes / 60)
    return f"in {hours}h" if hours <= 24 else f"in {math.ceil(hours / 24)}d"
