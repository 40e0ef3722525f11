"""Ids that publishers use again, and give to several articles."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.library.decide import decide
from reader.library.library import Library
from reader.library.marking import set_read
from reader.library.preparing import digest_of
from reader.library.reading import article_ids, article_rows
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.article import ArticleContent
from reader.model.draft import StoredArticle
from reader.model.feed import FeedKind
from reader.model.filters import ArticleFilter
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.parse.entries import distinct

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
STRIKE = ArticleContent("a", "Harbour strike", "https://port.example/1", published_at=NOON)
BRIDGE = ArticleContent("a", "A new bridge", "https://port.example/2", published_at=NOON + timedelta(days=1))
MUSEUM = ArticleContent("a", "The museum opens", "https://port.example/3", published_at=NOON + timedelta(days=2))


class Shelf:
    """What is held of one feed, while it says this and that."""

    def __init__(self) -> None:
        self.held: dict[str, StoredArticle] = {}
        self._contents: dict[int, ArticleContent] = {}

    def take(self, *contents: ArticleContent, kind: FeedKind = FeedKind.RSS) -> list[str]:
        """Store what a feed of these articles changes, and give the titles of what is held, the oldest first."""
        entries = distinct(ParsedEntry(content.guid, content) for content in contents)
        changes = decide(self.held, ParsedFeed(kind, None, None, entries), NOON)
        drafts = [*changes.changed, *enumerate(changes.new, start=len(self._contents))]
        keys = {article.id: key for key, article in self.held.items()}
        for number, draft in drafts:
            key, content = keys.get(number, draft.key), draft.content
            self._contents[number] = content
            facts = (content.guid, content.title, content.link, content.published_at)
            self.held[key] = StoredArticle(number, key, digest_of(content), False, *facts)
        return [self._contents[number].title for number in sorted(self._contents)]


def test_an_id_that_is_used_again_is_that_of_another_article() -> None:
    shelf = Shelf()
    assert shelf.take(STRIKE) == ["Harbour strike"]
    assert shelf.take(BRIDGE) == ["Harbour strike", "A new bridge"]
    assert shelf.take(BRIDGE) == ["Harbour strike", "A new bridge"]
    assert shelf.take(MUSEUM) == ["Harbour strike", "A new bridge", "The museum opens"]
    assert len(shelf.held) == 3


@pytest.mark.parametrize(
    "edited",
    [
        replace(STRIKE, title="Strike ends"),
        replace(STRIKE, link="https://port.example/9", title="Strike ends"),
        replace(STRIKE, link=None, published_at=NOON + timedelta(hours=1)),
        replace(STRIKE, title="Strike ends", published_at=None),
    ],
)
def test_an_article_that_is_edited_keeps_its_place(edited: ArticleContent) -> None:
    shelf = Shelf()
    shelf.take(STRIKE)
    assert shelf.take(edited) == [edited.title]
    assert shelf.take(edited, BRIDGE) == [edited.title, "A new bridge"]


def test_an_article_under_an_id_that_was_used_again_can_be_edited_too() -> None:
    shelf = Shelf()
    shelf.take(STRIKE)
    shelf.take(BRIDGE)
    edited = replace(BRIDGE, title="The new bridge")
    assert shelf.take(edited) == ["Harbour strike", "The new bridge"]
    assert shelf.take(replace(edited, link=None)) == ["Harbour strike", "The new bridge"]


def test_articles_that_share_an_id_come_and_go_one_by_one() -> None:
    shelf = Shelf()
    assert shelf.take(STRIKE, BRIDGE) == ["Harbour strike", "A new bridge"]
    assert shelf.take(MUSEUM, BRIDGE) == ["Harbour strike", "A new bridge", "The museum opens"]
    assert shelf.take(BRIDGE) == ["Harbour strike", "A new bridge", "The museum opens"]
    assert shelf.take(MUSEUM, BRIDGE, STRIKE) == ["Harbour strike", "A new bridge", "The museum opens"]


def test_an_article_that_gets_company_under_its_id_stays_itself() -> None:
    shelf = Shelf()
    shelf.take(STRIKE)
    assert shelf.take(BRIDGE, STRIKE) == ["Harbour strike", "A new bridge"]
    assert set(shelf.held) >= {"a"}


def test_a_file_is_the_same_whatever_is_written_in_it() -> None:
    shelf = Shelf()
    shelf.take(STRIKE, kind=FeedKind.FOLDER)
    assert shelf.take(BRIDGE, kind=FeedKind.FOLDER) == ["A new bridge"]


def test_a_refresh_keeps_the_old_article_and_its_mark(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "port.xml"
    feed = add_source(library, named_source(_written(path, "Harbour strike", 1)))
    for title, number in (("Harbour strike", 1), ("A new bridge", 2), ("The new bridge", 2)):
        _written(path, title, number)
        asyncio.run(refresh(library, [feed], lambda report: None))
        if number == 1:
            set_read(library, article_ids(library, ArticleFilter()), True)
    rows = article_rows(library, article_ids(library, ArticleFilter()))
    assert [(row.title, row.unread) for row in rows] == [("The new bridge", True), ("Harbour strike", False)]


def _written(path: Path, title: str, number: int) -> str:
    path.write_text(
        f"<rss version='2.0'><channel><title>Port Post</title><item><guid isPermaLink='false'>today</guid>"
        f"<title>{title}</title><link>https://port.example/{number}</link>"
        f"<pubDate>Mon, 0{number} Jun 2026 12:00:00 GMT</pubDate><description>{title}.</description></item>"
        "</channel></rss>"
    )
    return str(path)
