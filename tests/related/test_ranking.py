from datetime import UTC, datetime, timedelta

from reader.model.story import Report, StorySum
from reader.related.ranking import best_first, top_first

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def order(*stories: StorySum) -> list[int]:
    return [story.id for story in top_first(stories, NOON)]


def report(number: int, words: int = 300, hours: float = 0, feed: int = 1) -> Report:
    return Report(number, feed, f"Feed {feed}", "Title", words, NOON + timedelta(hours=hours), unread=True)


def best(*reports: Report, reads: dict[int, int] | None = None) -> list[int]:
    return [report.article_id for report in best_first(reports, reads or {})]


def test_of_fresh_stories_the_one_with_the_most_sources_is_top() -> None:
    assert order(StorySum(1, 2, NOON), StorySum(2, 5, NOON)) == [2, 1]


def test_a_day_weighs_as_much_as_twice_the_sources() -> None:
    assert order(StorySum(1, 4, NOON - DAY), StorySum(2, 3, NOON)) == [2, 1]
    assert order(StorySum(1, 8, NOON - DAY), StorySum(2, 3, NOON)) == [1, 2]


def test_of_equals_the_newer_is_top_and_the_future_is_no_merit() -> None:
    assert order(StorySum(1, 2, NOON - DAY), StorySum(2, 1, NOON)) == [2, 1]
    assert order(StorySum(1, 3, NOON), StorySum(2, 2, NOON + DAY)) == [1, 2]


def test_a_story_of_long_ago_has_its_place_too() -> None:
    assert order(StorySum(1, 2, NOON - 9000 * DAY), StorySum(2, 2, NOON - 8000 * DAY)) == [2, 1]


def test_the_full_text_comes_before_the_brief_and_that_before_the_headline() -> None:
    assert best(report(1, words=0), report(2, words=60, hours=1), report(3, words=900, hours=2)) == [3, 2, 1]


def test_of_full_texts_the_earlier_comes_first_however_long_the_other_is() -> None:
    assert best(report(1, words=900, hours=2), report(2, words=300)) == [2, 1]


def test_of_reports_of_one_hour_that_of_the_feed_i_read_comes_first() -> None:
    assert best(report(1, feed=1), report(2, hours=0.5, feed=2), reads={2: 5}) == [2, 1]
    assert best(report(1, feed=1), report(2, hours=0.5, feed=2), reads={1: 5}) == [1, 2]
