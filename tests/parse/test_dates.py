from datetime import UTC, datetime

import pytest

from reader.parse.daterange import plausible
from reader.parse.dates import cut_time, find_dates, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 9, 2021", "2021-07-09T00:00"),
        ("Jul. 9, 2021", "2021-07-09T00:00"),
        ("July 9th, 2021", "2021-07-09T00:00"),
        ("9 July 2021 14:05 GMT", "2021-07-09T14:05"),
        ("9 July, 2021", "2021-07-09T00:00"),
        ("9-Jul-2021", "2021-07-09T00:00"),
        ("July 9, 2021 at 2:05 pm", "2021-07-09T14:05"),
        ("12:00 AM July 9, 2021", "2021-07-09T00:00"),
        ("12:30 p.m., July 9, 2021", "2021-07-09T12:30"),
        ("Friday, July 9, 2021", "2021-07-09T00:00"),
        ("Fri 9 Jul 2021 14.05 BST", "2021-07-09T13:05"),
        ("9:05 AM EDT, Fri July 9, 2021", "2021-07-09T13:05"),
        ("9 July 2021 14:05 UTC+02:00", "2021-07-09T12:05"),
        ("2021-07-09", "2021-07-09T00:00"),
        ("2021/07/09", "2021-07-09T00:00"),
        ("2021-07-09T14:05:00Z", "2021-07-09T14:05"),
        ("2021-07-09T23:05:00.123456-05:00", "2021-07-10T04:05"),
        ("2021-07-09 14:05:00+04:30", "2021-07-09T09:35"),
        ("09.07.2021, 14 Uhr", "2021-07-09T14:00"),
        ("9. Juli 2021, 14:05 Uhr", "2021-07-09T14:05"),
        ("1. März 2021", "2021-03-01T00:00"),
        ("9 juillet 2021 à 14h05", "2021-07-09T14:05"),
        ("1er août 2021 à 14h", "2021-08-01T14:00"),
        ("9 de julio de 2021", "2021-07-09T00:00"),
        ("9 luglio 2021", "2021-07-09T00:00"),
        ("gio, 17 nov 2022 08:11:00 +0100", "2022-11-17T07:11"),
        ("July 9, 2021, 9:05 a.m. ET", "2021-07-09T13:05"),
        ("January 9, 2021, 9:05 a.m. ET", "2021-01-09T14:05"),
        ("July 9, 2021 9 PM PT", "2021-07-10T04:00"),
        ("March 14, 2021 9:00 CT", "2021-03-14T14:00"),
        ("March 13, 2021 9:00 CT", "2021-03-13T15:00"),
        ("November 7, 2021 9:00 MT", "2021-11-07T16:00"),
        ("November 6, 2021 9:00 MT", "2021-11-06T15:00"),
        ("April 1, 2006 9:00 ET", "2006-04-01T14:00"),
        ("April 2, 2006 9:00 ET", "2006-04-02T13:00"),
        ("9 July 2021 14:05 CET", "2021-07-09T12:05"),
        ("9 January 2021 14:05 CET", "2021-01-09T13:05"),
        ("9 January 2021 14:05 BST", "2021-01-09T14:05"),
        ("28 March 2021 14:05 EET", "2021-03-28T11:05"),
        ("9 lipca 2021, godz. 14:05", "2021-07-09T14:05"),
        ("1 października 2021 r.", "2021-10-01T00:00"),
        ("9 Temmuz 2021 Cuma, 14:05", "2021-07-09T14:05"),
        ("9 KASIM 2021", "2021-11-09T00:00"),
        ("9 HAZİRAN 2021", "2021-06-09T00:00"),
        ("9 июля 2021 г., 14:05 МСК", "2021-07-09T11:05"),
        ("9 مايو 2021", "2021-05-09T00:00"),
        ("٩ يوليو ٢٠٢١", "2021-07-09T00:00"),
        ("9 يوليو/ تموز 2021", "2021-07-09T00:00"),
        ("9 كانون الثاني 2021", "2021-01-09T00:00"),
        ("9 जुलाई 2021", "2021-07-09T00:00"),
        ("९ फ़रवरी २०२१", "2021-02-09T00:00"),
        ("2021年7月9日", "2021-07-09T00:00"),
        ("发布于2021年7月9日星期五 14:05", "2021-07-09T14:05"),
        ("2021年7月9日下午2点05分", "2021-07-09T14:05"),
        ("2021年07月09日 午前9時", "2021-07-09T09:00"),
        ("2021년 7월 9일 오후 2:05", "2021-07-09T14:05"),
        ("13/09/2021", "2021-09-13T00:00"),
        ("09/13/2021", "2021-09-13T00:00"),
        ("05/05/2021", "2021-05-05T00:00"),
    ],
)
def test_a_date_is_read_in_its_common_forms(text: str, expected: str) -> None:
    assert read_date(text) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "07/09/2021",
        "32 July 2021",
        "2021-13-45",
        "July 4, 1776",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "9 July 2121",
        "3 May 2021 and 4 May 2021",
        "v1.2.2021.4",
        "10.0.0.2021",
        "May 2021",
    ],
)
def test_what_means_no_single_day_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_dates_are_found_where_they_stand() -> None:
    text = "from 3 May 2021 to June 4, 2021"
    assert [text[date.start : date.end] for date in find_dates(text)] == ["3 May 2021", "June 4, 2021"]


@pytest.mark.parametrize("text", ["25:10", "13:05 pm", "12:75", "1.234", "2:05:99:11"])
def test_what_is_no_time_of_day_stays(text: str) -> None:
    day = datetime(2021, 7, 9, tzinfo=UTC)
    at, rest = cut_time(text, day)
    assert at == day
    assert rest == text


def test_a_date_is_plausible_in_the_days_of_the_web() -> None:
    assert plausible(datetime(1989, 12, 31, tzinfo=UTC)) is None
    assert plausible(datetime(2101, 1, 1, tzinfo=UTC)) is None
    assert plausible(datetime(1990, 1, 1, tzinfo=UTC)) == datetime(1990, 1, 1, tzinfo=UTC)
    assert plausible(None) is None
