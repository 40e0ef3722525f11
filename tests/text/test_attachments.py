from dataclasses import replace

import pytest

from reader.model.article import ArticleContent, Enclosure, Origin
from reader.model.blocks import Image, ListBlock, Page, Paragraph, Rule, Span
from reader.text.attachments import MOST_TAGS, enclosure_text, with_attachments

STORY = ArticleContent("g", "Dock talks")
TEXT = Paragraph((Span("The crews met.", link=0),))
PAGE = Page((TEXT,), ("https://port.example/crews",))
TALK = Enclosure("https://port.example/talk.mp3?x=1", "audio/mpeg", 12_345_678, 4000)


@pytest.mark.parametrize(
    ("enclosure", "text"),
    [
        (TALK, "Audio: talk.mp3, 1 h 07 min, 12.3 MB"),
        (replace(TALK, title="The talk", seconds=130, size=50_000), "Audio: The talk, 2 min, 50 kB"),
        (Enclosure("https://port.example/a.pdf", "application/pdf", 1), "File: a.pdf"),
        (Enclosure("https://port.example/"), "File: https://port.example/"),
        (Enclosure("https://port.example/film", "video/mp4", seconds=5), "Video: film, 1 min"),
    ],
)
def test_an_enclosure_is_named_by_what_it_is(enclosure: Enclosure, text: str) -> None:
    assert enclosure_text(enclosure) == text


def test_what_comes_with_an_article_stands_below_with_links_of_its_own() -> None:
    content = replace(
        STORY,
        enclosures=(TALK,),
        comments="https://port.example/crews",
        origin=Origin(None, "https://wire.example/"),
    )
    page = with_attachments(PAGE, content)
    audio = Paragraph((Span("Audio: talk.mp3, 1 h 07 min, 12.3 MB", link=1),))
    comments, origin = Paragraph((Span("Comments", link=0),)), Paragraph((Span("From https://wire.example/", link=2),))
    assert page.blocks == (TEXT, Rule(), ListBlock(((audio,), (comments,), (origin,))))
    assert page.links == ("https://port.example/crews", TALK.url, "https://wire.example/")


def test_a_thumbnail_stands_above_a_text_without_pictures() -> None:
    content = replace(STORY, thumbnail="https://port.example/t.png")
    assert with_attachments(PAGE, content).blocks == (Image("", 1), TEXT)
    pictured = Page((Image("Crews"), TEXT), PAGE.links)
    assert with_attachments(pictured, content) == pictured


def test_an_article_with_nothing_beside_is_as_it_was() -> None:
    assert with_attachments(PAGE, STORY) is PAGE


@pytest.mark.parametrize(
    ("tags", "section", "told"),
    [
        (("Ports", "Ships"), None, "Tags: Ports, Ships"),
        (("Ports", "World"), "World", "Tags: Ports"),
        (tuple(map(str, range(MOST_TAGS + 2))), None, f"Tags: {', '.join(map(str, range(MOST_TAGS)))} and 2 more"),
    ],
)
def test_tags_stand_below_but_for_the_section(tags: tuple[str, ...], section: str | None, told: str) -> None:
    page = with_attachments(PAGE, replace(STORY, tags=tags, section=section))
    assert page.blocks == (TEXT, Rule(), ListBlock(((Paragraph((Span(told),)),),)))
    assert page.links == PAGE.links


def test_a_tag_that_is_the_section_is_told_above() -> None:
    assert with_attachments(PAGE, replace(STORY, tags=("World",), section="World")) is PAGE
