from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parse.feeddates import read_feed_date

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mon, 23 Nov 2020 14:05:00 +0100", "2020-11-23T13:05:00"),
        ("Mon, 23 Nov 2020 14:05:00 +01:00", "2020-11-23T13:05:00"),
        ("Monday, 23 November 2020 14:05 EST", "2020-11-23T19:05:00"),
        ("23 Nov 20 14:05:00 GMT", "2020-11-23T14:05:00"),
        ("Mon, 23 Nov 99 14:05:00 Z", "1999-11-23T14:05:00"),
        ("Mon,23 Nov 2020 14:05:00 GMT (UTC)", "2020-11-23T14:05:00"),
        ("Mon, 23 Nov 2020 24:00:00 GMT", "2020-11-24T00:00:00"),
        ("Mon, 23 Nov 2020 14:05:60 GMT", "2020-11-23T14:06:00"),
        ("2020-11-23T14:05:00Z", "2020-11-23T14:05:00"),
        ("2020-11-23T14:05:00.123456-03:30", "2020-11-23T17:35:00"),
        ("2020-11-23 14:05", "2020-11-23T14:05:00"),
        ("2020-11-23", "2020-11-23T00:00:00"),
        ("20201123", "2020-11-23T00:00:00"),
        ("2020/11/23 14:05:00", "2020-11-23T14:05:00"),
        ("Mon Nov 23 14:05:00 2020", "2020-11-23T14:05:00"),
        ("Mon Nov 23 14:05:00 PST 2020", "2020-11-23T22:05:00"),
        ("1606140300", "2020-11-23T14:05:00"),
        ("1606140300000", "2020-11-23T14:05:00"),
        ("18/01/30 00:00", "2018-01-30T00:00:00"),
        ("18.01.30", "2018-01-30T00:00:00"),
        ("11/23/20", "2020-11-23T00:00:00"),
        ("lun, 23 nov 2020 14:05:00 +0100", "2020-11-23T13:05:00"),
        ("Seg, 23 Nov 2020 14:05:00 -0300", "2020-11-23T17:05:00"),
        ("Mo, 23 Dez 2020 14:05:00 +0100", "2020-12-23T13:05:00"),
        ("23 октября 2020 14:05", "2020-10-23T14:05:00"),
        ("Δευ, 23 Νοέ 2020 14:05:00 GMT", "2020-11-23T14:05:00"),
        ("2020年11月23日 14:05", "2020-11-23T14:05:00"),
        ("2020-11-23 오후 2:05:00", "2020-11-23T14:05:00"),
    ],
)
def test_a_date_is_read_as_publishers_write_it(written: str, expected: str) -> None:
    assert read_feed_date(f"  {written}\n", NOW) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "soon",
            "03/04/2020",
            "03/04/05",
            "Mon, 01 Jan 0001 00:00:00 GMT",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "0",
            "1",
        ),
        *(
            "Mon, 23 Nov 9999 00:00:00 GMT",
            "2020-13-45",
            "31 Feb 2020",
            "23 lis 2020",
            "12",
            "99999999999999",
            "2" * 200,
        ),
        *("2020-11-23T25:00:00Z", "0000-00-00T00:00:00Z", "-1"),
    ],
)
def test_what_is_absurd_or_means_several_days_is_no_date(written: str) -> None:
    assert read_feed_date(written, NOW) is None


TIMES = st.builds(
    "{:02}:{:02}:{:02}{}{}".format,
    st.integers(0, 25),
    st.sampled_from((0, 59, 60)),
    st.sampled_from((0, 30, 59, 60, 61)),
    st.sampled_from(("", ".5", ".000")),
    st.sampled_from(("Z", " GMT", "UTC", "+0100", " -09:30", "+99:99")),
)
YEARS = st.sampled_from((1989, 1990, 2020, 2024, 2100, 2101, 9999))


@given(
    st.sampled_from(("", "Mon, ", "Sun, ")),
    st.integers(0, 32),
    st.sampled_from(("Jan", "Feb", "May", "Set", "Dec")),
    YEARS,
    TIMES,
)
def test_rfc_822_is_read_like_what_resembles_it(weekday: str, day: int, month: str, year: int, time: str) -> None:
    written = f"{weekday}{day} {month} {year} {time}"
    assert read_feed_date(written) == read_feed_date(f"{written} (a)")


@given(YEARS, st.integers(0, 13), st.integers(0, 32), TIMES)
def test_rfc_3339_is_read_like_what_resembles_it(year: int, month: int, day: int, time: str) -> None:
    date = f"{year}-{month:02}-{day:02}"
    assert read_feed_date(f"{date}T{time}") == read_feed_date(f"{date}  {time}")
