from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.library.timelines import timeline
from tests.library.test_relating import OTHERS, STRIKE
from tests.library.test_stories import POST, WIRE, arrive, dated
from tests.related.libraries import empty_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with empty_library(tmp_path) as opened:
        yield opened


def test_a_story_is_told_from_its_beginning_and_by_what_each_report_adds(library: Library) -> None:
    copy = dated(STRIKE[0], 0)
    ids = arrive(library, [*OTHERS, dated(STRIKE[0], 3), dated(STRIKE[1], 1)], WIRE)[-2:]
    (last,) = arrive(library, [copy], POST)
    entries = timeline(library, ids[1])
    assert [entry.report.article_id for entry in entries] == [*ids, last]
    assert entries[0].adds[0].startswith("Crane drivers and dock workers in Velden left their posts")
    assert entries[1].adds == ("The strike in the port of Velden goes into its third day.",)
    assert entries[2].adds == ()


def test_an_article_that_nobody_else_reports_on_has_no_timeline(library: Library) -> None:
    ids = arrive(library, OTHERS)
    assert timeline(library, ids[0]) == []
    assert timeline(library, 999) == []
