"""Related articles: the terms of an article find candidates, and a comparison of whole articles orders them."""

import sqlite3
from collections.abc import Mapping, Sequence

from reader.library.comparing import LEAST_CANDIDATES, collection_in
from reader.library.library import Library
from reader.library.reading import get_article
from reader.model.article import Article
from reader.model.filters import ArticleFilter
from reader.model.related import RelatedArticle
from reader.model.row import ArticleRow
from reader.related.boilerplate import SAMPLE, boilerplate
from reader.related.matching import Match, compare
from reader.related.reasons import Spelling, reasons, spellings
from reader.related.titles import is_same_title
from reader.related.weights import probes, vector_of
from reader.store.articles import get_articles
from reader.store.lists import article_ids, article_rows
from reader.store.terms import most_alike, profiles
from reader.text.terms import term_counts, term_id

TITLE_CANDIDATES = 50


def related_articles(library: Library, article_id: int, limit: int = 20) -> list[RelatedArticle]:
    """List the articles related to one, at most `limit`: those its publisher names, in that order, then the most alike.

    Raises UsageError when there is no article with that id.
    """
    article = get_article(library, article_id)
    connection = library.connection
    declared = [held for held in _declared(connection, article).values() if held]
    matches = _compare(connection, article, declared, max(LEAST_CANDIDATES, 2 * limit))
    found = {match.profile.article_id: match for match in matches}
    alike = [match.profile.article_id for match in matches if match.related]
    chosen = [held for held in dict.fromkeys([*declared, *alike]) if held in found][:limit]
    spelled = spellings(article.content.title, article.text)
    return [
        _related(held, found[held.id], spelled, declared=held.id in declared)
        for held in get_articles(connection, chosen, with_body=False)
    ]


def declared_titles_not_held(library: Library, article_id: int) -> tuple[str, ...]:
    """Give the titles that an article's publisher names as related and that the library does not hold.

    Raises UsageError when there is no article with that id.
    """
    article = get_article(library, article_id)
    return tuple(title for title, held in _declared(library.connection, article).items() if held is None)


def _compare(connection: sqlite3.Connection, article: Article, wanted: Sequence[int], most: int) -> list[Match]:
    """Compare an article with some others that are wanted and with at most `most` that share its strongest terms."""
    weak = boilerplate(profiles(connection, article_ids(connection, ArticleFilter(feed_id=article.feed_id), SAMPLE)))
    for profile in profiles(connection, [article.id]):
        collection = collection_in(connection, profile.terms)
        terms = probes(vector_of(profile.terms, collection, weak), collection)
        others = profiles(connection, {*wanted, *most_alike(connection, terms, most + 1)} - {article.id})
        return compare(
            profile, others, collection_in(connection, profile.terms, *(other.terms for other in others)), weak
        )
    return []


def _declared(connection: sqlite3.Connection, article: Article) -> dict[str, int | None]:
    """Give the other titles that the publisher names, in its order, and which article that is held each stands for."""
    return {
        title: _held(connection, article, title)
        for title in article.content.related_titles
        if not is_same_title(title, article.content.title)
    }


def _held(connection: sqlite3.Connection, article: Article, title: str) -> int | None:
    """Find the article with a title: rather one of the same feed, then one of the same time."""
    terms = dict.fromkeys(map(term_id, term_counts(title, "")), 1)
    collection = collection_in(connection, terms)
    candidates = most_alike(connection, probes(vector_of(terms, collection), collection, least=1), TITLE_CANDIDATES)
    held = [
        row for row in article_rows(connection, candidates) if row.id != article.id and is_same_title(row.title, title)
    ]
    return min(held, key=lambda row: _distance(row, article)).id if held else None


def _distance(row: ArticleRow, article: Article) -> tuple[bool, float, int]:
    return row.feed_id != article.feed_id, abs(row.dated_at - article.dated_at).total_seconds(), row.id


def _related(article: Article, match: Match, spelled: Mapping[int, Spelling], *, declared: bool) -> RelatedArticle:
    return RelatedArticle(
        row=_row(article),
        link=article.content.link,
        published_at=article.content.published_at,
        score=match.score,
        same_story=match.same_story,
        declared=declared,
        reasons=reasons(match.shares, spelled),
    )


def _row(article: Article) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        feed_id=article.feed_id,
        feed=article.feed,
        title=article.content.title,
        dated_at=article.dated_at,
        unread=article.state.read_at is None,
        bookmarked=article.state.bookmarked_at is not None,
    )
