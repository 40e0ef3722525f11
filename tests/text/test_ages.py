import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from reader.text.ages import age_text, full_date, short_age, time_left

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[str]:
    """Let the local time zone be the one given, in POSIX notation."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["UTC0"], indirect=True)
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("then", "age"),
    [
        (NOW + timedelta(days=400), "now"),
        (NOW, "now"),
        (NOW - timedelta(seconds=59), "now"),
        (NOW - timedelta(seconds=60), "1 min"),
        (NOW - timedelta(minutes=59, seconds=59), "59 min"),
        (NOW - timedelta(hours=1), "1h"),
        (NOW - timedelta(hours=14, minutes=30), "14h"),
        (NOW - timedelta(hours=14, minutes=31), "yesterday"),
        (datetime(2026, 11, 23, 0, 0, tzinfo=UTC), "yesterday"),
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "2d"),
        (datetime(2026, 11, 18, 12, 0, tzinfo=UTC), "6d"),
        (datetime(2026, 11, 17, 12, 0, tzinfo=UTC), "17 Nov"),
        (datetime(2026, 1, 2, tzinfo=UTC), "2 Jan"),
        (datetime(2025, 11, 25, tzinfo=UTC), "2025"),
        (datetime(2019, 5, 1, tzinfo=UTC), "2019"),
        (datetime.min.replace(tzinfo=UTC), "1"),
        (datetime.max.replace(tzinfo=UTC), "now"),
    ],
)
def test_an_age_is_short(then: datetime, age: str) -> None:
    assert short_age(then, NOW) == age


@pytest.mark.parametrize("zone", ["UTC0"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_a_new_year_does_not_hide_the_date() -> None:
    assert short_age(datetime(2026, 12, 20, tzinfo=UTC), datetime(2027, 1, 5, tzinfo=UTC)) == "20 Dec"


@pytest.mark.parametrize("zone", ["UTC0"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_midnight_does_not_make_hours_a_day() -> None:
    assert short_age(NOW.replace(hour=23), NOW.replace(day=25, hour=2)) == "3h"


@pytest.mark.parametrize(("zone", "age"), [("UTC0", "yesterday"), ("PST8", "2d")], indirect=["zone"])
def test_the_local_time_zone_tells_the_day(zone: str, age: str) -> None:
    assert short_age(datetime(2026, 11, 23, 3, 0, tzinfo=UTC), NOW) == age, zone


@pytest.mark.parametrize("zone", ["PST8"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_the_local_time_zone_tells_the_date() -> None:
    assert short_age(datetime(2026, 11, 10, 3, 0, tzinfo=UTC), NOW) == "9 Nov"


def test_ages_are_short_or_whole_dates() -> None:
    then = NOW - timedelta(minutes=4)
    assert age_text(then, NOW, "short") == "4 min"
    assert age_text(then, NOW, "date") == f"{then.astimezone():%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("seconds", "left"),
    [(-5, "in 1 min"), (1, "in 1 min"), (61, "in 2 min"), (3600, "in 60 min"), (3601, "in 2h"), (86_400, "in 24h"),
     (86_401, "in 2d")],
)  # fmt: skip
def test_the_time_left_is_never_told_shorter_than_it_is(seconds: int, left: str) -> None:
    assert time_left(NOW + timedelta(seconds=seconds), NOW) == left


@pytest.mark.parametrize("zone", ["EST5", "CET-1"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_a_date_without_a_time_is_shown_without_one() -> None:
    for midnight in (datetime(2021, 7, 9, tzinfo=UTC), datetime(2021, 7, 9).astimezone()):
        assert (full_date(midnight), age_text(midnight, NOW, "date")) == ("9 Jul 2021", "2021-07-09")
    assert full_date(datetime(2021, 7, 9, 14, 5).astimezone()) == "9 Jul 2021, 14:05"
