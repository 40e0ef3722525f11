from datetime import UTC, datetime

import pytest

from reader.fetch.caching import fresh_seconds, http_date, retry_after, validators_of
from reader.model.raw import Validators

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
IN_AN_HOUR = "Tue, 24 Nov 2026 13:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": 'public, MAX-AGE = "60", must-revalidate'}, 60),
        ({"Cache-Control": "s-maxage=600"}, None),
        ({"Cache-Control": "no-cache, max-age=600"}, None),
        ({"Cache-Control": "max-age=600", "Expires": IN_AN_HOUR}, 600),
        ({"Expires": IN_AN_HOUR}, 3600),
        ({"Expires": "Tue, 24 Nov 2026 11:00:00 GMT"}, 0),
        ({"Expires": "0"}, None),
        ({"Expires": "-1"}, None),
        ({"Cache-Control": "no-store", "Expires": IN_AN_HOUR}, None),
    ],
)
def test_an_answer_is_good_for_as_long_as_it_says(headers: dict[str, str], seconds: int | None) -> None:
    assert fresh_seconds(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120.0), (IN_AN_HOUR, 3600.0), ("Mon, 23 Nov 2026 12:00:00 GMT", 0.0), ("soon", None), ("", None)],
)
def test_a_server_is_left_alone_for_as_long_as_it_says(value: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": value}, NOW) == seconds
    assert retry_after({}, NOW) is None


@pytest.mark.parametrize("value", [None, "", "yesterday", "Mon, 99 Nov 2026 12:00:00 GMT", "\x00"])
def test_a_bad_date_is_none(value: str | None) -> None:
    assert http_date(value) is None


def test_a_304_changes_only_the_validators_that_it_names() -> None:
    known = Validators('"1"', "Mon, 23 Nov 2026 12:00:00 GMT", "ab")
    assert validators_of({}, None, known) == known
    assert validators_of({"ETag": '"2"'}, None, known) == Validators('"2"', known.last_modified, "ab")
    assert validators_of({"ETag": '"2"'}, "cd") == Validators('"2"', None, "cd")
