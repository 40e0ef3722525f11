"""Libraries filled without feeds and files, for tests and benchmarks of related articles."""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from reader.library.indexing import index
from reader.library.library import Library
from reader.model.article import ArticleContent
from reader.model.body import RawBody
from reader.model.draft import ArticleDraft
from reader.model.feed import FeedKind
from reader.model.source import Source, SourceKind
from reader.store.articles import insert_articles
from reader.store.database import writing
from reader.store.feeds import insert_feed
from reader.text.stripping import stripped_text
from reader.text.wording import wording_of

SEEN_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def made(
    title: str,
    text: str = "",
    published_at: datetime | None = None,
    *,
    guid: str | None = None,
    related_titles: tuple[str, ...] = (),
) -> ArticleContent:
    """Make what a source says in one article of one paragraph."""
    html = f"<p>{escape(text)}</p>" if text else ""
    return ArticleContent(
        guid or title, title, body=RawBody(html), published_at=published_at, related_titles=related_titles
    )


def empty_library(folder: Path) -> Library:
    """Make a library without feeds in a folder."""
    return Library(folder, folder / "config.toml")


def add(library: Library, contents: Iterable[ArticleContent], feed: str = "https://example.org/feed") -> list[int]:
    """Store articles of one feed, indexed; give their ids."""
    connection = library.connection
    with writing(connection):
        held = insert_feed(connection, Source(SourceKind.URL, feed), FeedKind.RSS, SEEN_AT)
        wordings = {}
        for content in contents:
            draft = ArticleDraft(content.guid, content, "", wording_of(content.title, stripped_text(content.body)))
            (article_id,) = insert_articles(connection, held.id, [draft], SEEN_AT)
            wordings[article_id] = draft.wording
    index(library, wordings)
    return list(wordings)
