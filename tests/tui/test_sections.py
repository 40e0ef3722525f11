from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.model.config import Config
from reader.model.related import RelatedArticle
from reader.model.row import ArticleRow
from reader.text.marks import UNICODE
from reader.tui.lines import line_text, line_width
from reader.tui.sections import Section, reasons_text, related_lines, section_lines, sections
from tests.tui.strategies import ONE_LINE

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CONFIG = Config()


def related(
    article_id: int,
    feed_id: int = 1,
    story: bool = False,
    declared: bool = False,
    title: str | None = None,
    reasons: tuple[str, ...] = ("harbour",),
) -> RelatedArticle:
    row = ArticleRow(article_id, feed_id, "Port Post", title or f"Article {article_id}", NOW, True, False)
    return RelatedArticle(row, None, None, 0.5, story, declared, reasons)


def drawn(title: str, reasons: tuple[str, ...], width: int) -> list[str]:
    """Give the lines of a related article, without the spaces at their ends."""
    lines = related_lines(related(1, title=title, reasons=reasons), width, NOW, "short", UNICODE)
    return [line_text(line).rstrip() for line in lines]


RELATED = st.lists(
    st.builds(related, st.integers(1, 30), st.integers(1, 3), st.booleans(), st.booleans()),
    unique_by=lambda one: one.row.id,
)


def test_what_the_publisher_lists_comes_first_then_the_story_then_the_rest() -> None:
    found = [related(1), related(2, 1, True), related(3, 2, True), related(4, 1, True, True)]
    assert [(one.heading, [article.row.id for article in one.articles]) for one in sections(found, ["Away"], 1)] == [
        ("FROM THIS PAGE", [4]),
        ("SAME STORY · 2 sources", [2, 3]),
        ("EARLIER AND RELATED", [1]),
    ]


def test_one_source_is_not_called_sources() -> None:
    assert [one.heading for one in sections([related(2, 1, True)], (), 1)] == ["SAME STORY · 1 source"]


def test_titles_that_are_not_held_are_told_alone_too() -> None:
    assert sections([], ["Away"], 1) == [Section("FROM THIS PAGE", (), ("Away",))]
    assert sections([], [], 1) == []


@given(RELATED)
def test_every_related_article_is_in_one_section_in_its_order(found: list[RelatedArticle]) -> None:
    shown = sections(found, (), 1)
    assert all(one.articles for one in shown)
    assert sorted(one.row.id for section in shown for one in section.articles) == sorted(one.row.id for one in found)
    for section in shown:
        assert list(section.articles) == [one for one in found if one in section.articles]


@given(RELATED, st.lists(ONE_LINE, max_size=3), st.integers(4, 60))
def test_lines_carry_the_number_of_their_article_from_top_to_bottom(
    found: list[RelatedArticle], not_held: list[str], width: int
) -> None:
    shown = sections(found, not_held, 1)
    lines = list(section_lines(shown, width, NOW, CONFIG))
    numbers = [number for number, _ in lines if number is not None]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(found)))
    assert all(line_width(line) in (0, width) for _, line in lines)


def test_sections_are_drawn_with_an_empty_line_behind_each() -> None:
    shown = sections([related(1)], ["A title of another place"], 1)
    assert [line_text(line).rstrip() for _, line in section_lines(shown, 30, NOW, CONFIG)] == [
        "  FROM THIS PAGE",
        "  A title of another place",
        "  not in your library",
        "",
        "  EARLIER AND RELATED",
        "  ● Article 1",
        "  Port Post · now",
        "  harbour",
        "",
    ]


@given(ONE_LINE, st.lists(ONE_LINE, max_size=5).map(tuple), st.integers(4, 60), st.sampled_from(["short", "date"]))
def test_the_lines_of_a_related_article_fill_the_sidebar(
    title: str, reasons: tuple[str, ...], width: int, ages: str
) -> None:
    lines = list(related_lines(related(1, title=title or "-", reasons=reasons), width, NOW, ages, UNICODE))
    assert {line_width(line) for line in lines} == {width}
    assert len(lines) <= 4


def test_a_related_article_tells_title_source_age_and_why() -> None:
    assert drawn("Harbour strike", ("offer", "union", "Rotterdam"), 22) == [
        "  ● Harbour strike",
        "  Port Post · now",
        "  offer, union",
    ]


def test_a_title_takes_two_lines_and_then_ends_in_dots() -> None:
    assert drawn("Dockers reject the offer of the port", (), 24)[:-1] == [
        "  ● Dockers reject the",
        "  offer of the port",
    ]
    assert drawn("Dockers reject the offer of the port and wait", (), 24)[:-1] == [
        "  ● Dockers reject the",
        "  offer of the port and…",
    ]
    assert drawn("港口罢工进入第三天谈判停滞", (), 12)[:-1] == ["  ● 港口罢工", "  进入第三…"]


def test_a_related_article_without_a_reason_has_no_empty_line() -> None:
    assert drawn("Harbour strike", (), 22) == ["  ● Harbour strike", "  Port Post · now"]


def test_reasons_are_left_out_whole() -> None:
    assert reasons_text(["offer", "union", "Rotterdam"], 14) == "offer, union"
    assert reasons_text(["offer", "union"], 12) == "offer, union"
    assert reasons_text(["Rotterdam"], 4) == "Rotterdam"
    assert reasons_text([], 4) == ""


def test_a_reason_is_cut_only_if_it_is_the_only_one() -> None:
    assert drawn("Strike", ("Rotterdam", "union"), 8)[-1] == "  Rotte…"


def test_near_copies_are_counted_and_their_feeds_named() -> None:
    copies = tuple(replace(related(n), row=replace(related(n).row, feed_id=n, feed=f"Paper {n}")) for n in (2, 3))
    row = replace(related(1, story=True), copies=copies)
    lines = [line_text(line).strip() for line in related_lines(row, 40, NOW, "short", UNICODE)]
    assert "×3 also Paper 2, Paper 3" in lines
    assert sections([row], (), 1)[0].heading == "SAME STORY · 3 sources"
    again = replace(related(1), copies=(related(4),))
    assert "×2 in this feed" in [line_text(line).strip() for line in related_lines(again, 40, NOW, "short", UNICODE)]
