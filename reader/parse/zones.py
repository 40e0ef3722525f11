"""Time zones by the letters that publishers write behind a time of day."""

from datetime import datetime, timedelta

_FIXED = {
    "ut utc gmt z": 0,
    "west wat": 60,
    "cest mesz cat sast": 120,
    "eest msk мск eat trt": 180,
    "gst": 240,
    "aft": 270,
    "pkt": 300,
    "ist": 330,
    "npt": 345,
    "ict wib": 420,
    "hkt sgt pht awst": 480,
    "jst kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "brt art adt": -180,
    "ast edt": -240,
    "est cdt": -300,
    "cst mdt": -360,
    "mst pdt": -420,
    "pst": -480,
}
_AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
_EUROPEAN = {"bst wet": 0, "cet mez": 60, "eet": 120}
"""Letters that are written all year, for what the clocks of the place show: an hour more in summer."""


def _by_letters(table: dict[str, int]) -> dict[str, int]:
    return {letters: minutes for names, minutes in table.items() for letters in names.split()}


_FIXED_MINUTES, _EUROPEAN_MINUTES = _by_letters(_FIXED), _by_letters(_EUROPEAN)
ZONES = (*_FIXED_MINUTES, *_AMERICAN, *_EUROPEAN_MINUTES)
"""All that is known, in small letters; where letters have several meanings, the commonest one counts."""


def offset_of(letters: str, day: datetime) -> timedelta:
    """Give how far east of Greenwich the clocks are on `day` in one of `ZONES`."""
    letters = letters.lower()
    if letters in _FIXED_MINUTES:
        return timedelta(minutes=_FIXED_MINUTES[letters])
    if letters in _AMERICAN:
        return timedelta(minutes=_AMERICAN[letters], hours=_is_american_summer(day))
    return timedelta(minutes=_EUROPEAN_MINUTES[letters], hours=_is_european_summer(day))


def _is_american_summer(day: datetime) -> bool:
    """Follow the rules of the Uniform Time Act of 1966 as amended in 1986 and 2005."""
    if day.year < 2007:
        return _sunday(day, 4, 1) <= day < _sunday(day, 10, 25)
    return _sunday(day, 3, 8) <= day < _sunday(day, 11, 1)


def _is_european_summer(day: datetime) -> bool:
    """Follow Directive 2000/84/EC."""
    return _sunday(day, 3, 25) <= day < _sunday(day, 10, 25)


def _sunday(year_of: datetime, month: int, earliest: int) -> datetime:
    """Give the first Sunday of a month that is not before its day `earliest`."""
    day = year_of.replace(month=month, day=earliest)
    return day + timedelta(days=6 - day.weekday())
