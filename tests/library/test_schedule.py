from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.library.schedule import (
    FIRST_RETRY,
    LAST_RETRY,
    MOST_WISHED,
    due_after_answer,
    due_after_failure,
    is_due,
    next_try_text,
)
from reader.model.feed import Feed, FeedKind
from reader.model.source import Source, SourceKind

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FEED = Feed(1, Source(SourceKind.URL, "https://a.example/"), FeedKind.RSS, "A", None, None, NOW, None, None, None)


@pytest.mark.parametrize(
    ("wishes", "seconds"), [((), None), ((None, 0), None), ((600, None), 600), ((600, 3600), 3600)]
)
def test_the_longest_wish_counts(wishes: tuple[int | None, ...], seconds: int | None) -> None:
    assert due_after_answer(NOW, wishes) == (NOW + timedelta(seconds=seconds) if seconds else None)


def test_no_wish_counts_for_more_than_a_day() -> None:
    assert due_after_answer(NOW, [10**15]) == NOW + MOST_WISHED


def test_the_pause_doubles_with_each_failure_up_to_a_day() -> None:
    pauses = [due_after_failure(NOW, failures) - NOW for failures in (1, 2, 3, 8, 9, 10**6)]
    assert pauses == [FIRST_RETRY, 2 * FIRST_RETRY, 4 * FIRST_RETRY, 128 * FIRST_RETRY, LAST_RETRY, LAST_RETRY]


def test_a_feed_is_due_when_its_time_has_come_and_it_has_not_ended() -> None:
    assert is_due(FEED, NOW)
    assert is_due(replace(FEED, due_at=NOW), NOW)
    assert not is_due(replace(FEED, due_at=NOW + timedelta(seconds=1)), NOW)
    assert not is_due(replace(FEED, ended_at=NOW), NOW)
    assert not is_due(replace(FEED, paused_at=NOW), NOW)


def test_a_chosen_interval_outranks_every_wish() -> None:
    assert due_after_answer(NOW, (7200, None), 1) == NOW + timedelta(minutes=1)
    assert due_after_answer(NOW, (), 10_000) == NOW + timedelta(minutes=10_000)


def test_the_next_try_is_told_in_words() -> None:
    assert next_try_text(replace(FEED, due_at=NOW + timedelta(minutes=20)), NOW) == "in 20 min"
    assert next_try_text(replace(FEED, due_at=NOW), NOW) == next_try_text(FEED, NOW) == "next refresh"
    assert next_try_text(replace(FEED, due_at=NOW + timedelta(days=1), paused_at=NOW), NOW) == "paused"
    assert next_try_text(replace(FEED, ended_at=NOW, paused_at=NOW), NOW) == "ended"
