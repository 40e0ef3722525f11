"""Related articles: the terms of an article find candidates, and a comparison of whole articles orders them."""

import sqlite3
from collections.abc import Mapping, Sequence

from reader.library.comparing import LEAST_CANDIDATES, alike, collection_in, weighed
from reader.library.library import Library
from reader.library.reading import unknown
from reader.model.article import Article
from reader.model.related import Part, RelatedArticle
from reader.model.row import ArticleRow
from reader.related.copies import Fold, fold
from reader.related.matching import Match, compare, query_of
from reader.related.reasons import reasons, spellings, written
from reader.related.titles import is_same_title
from reader.related.variety import varied
from reader.related.weights import of_length_one, probes
from reader.store.articles import get_articles
from reader.store.lists import article_rows
from reader.store.terms import most_alike
from reader.text.stripping import stripped_text
from reader.text.terms import pack, unpack
from reader.text.tokens import tokens

TITLE_CANDIDATES = 50


def related_articles(
    library: Library, article_id: int, limit: int = 20, *, explain: bool = False
) -> list[RelatedArticle]:
    """List the articles related to one, at most `limit`: those its publisher names, in that order, then the most alike.

    Near-copies of one come with it and do not count. With `explain` each tells what its likeness is made of. Raises
    UsageError when there is no article with that id.
    """
    article = _article(library, article_id)
    declared = [held for held in _declared(library.connection, article).values() if held]
    found = {_id(it.match): it for it in _folds(library.connection, article_id, declared, limit)}
    folds = [found[held] for held in dict.fromkeys([*declared, *found]) if held in found][:limit]
    wanted = [_id(match) for it in folds for match in (it.match, *it.copies)]
    articles = {held.id: held for held in get_articles(library.connection, wanted, with_body=explain)}
    spelled = spellings(article.content.title, stripped_text(article.content.body))
    own = written(article.content.title, stripped_text(article.content.body)) if explain else {}

    def told(match: Match, copies: Sequence[Match] = ()) -> RelatedArticle:
        held = articles[_id(match)]
        shares = match.shares()
        return RelatedArticle(
            row=_row(held),
            link=held.content.link,
            published_at=held.content.published_at,
            score=match.score,
            same_story=match.same_story,
            declared=held.id in declared,
            reasons=reasons(shares, spelled),
            copies=tuple(told(copy) for copy in copies if _id(copy) in articles),
            parts=_parts(shares, own, written(held.content.title, stripped_text(held.content.body))) if explain else (),
        )

    return [told(it.match, it.copies) for it in folds if _id(it.match) in articles]


def declared_titles_not_held(library: Library, article_id: int) -> tuple[str, ...]:
    """Give the titles that an article's publisher names as related and that the library does not hold.

    Raises UsageError when there is no article with that id.
    """
    article = _article(library, article_id)
    return tuple(title for title, held in _declared(library.connection, article).items() if held is None)


def _article(library: Library, article_id: int) -> Article:
    for article in get_articles(library.connection, [article_id], with_body=True):
        return article
    raise unknown(article_id)


def _folds(connection: sqlite3.Connection, article_id: int, declared: Sequence[int], limit: int) -> list[Fold]:
    """Find what is alike, near-copies together, and compare it and what is declared with an article; best first."""
    collection = collection_in(connection)
    for article in weighed(connection, [article_id], collection):
        first = (alike(connection, article.vector(), collection) | set(declared)) - {article_id}
        others = weighed(connection, first, collection)
        query = query_of(article, others)
        more = alike(connection, query, collection, max(LEAST_CANDIDATES, 2 * limit)) - first - {article_id}
        matches = compare(article, query, [*others, *weighed(connection, more, collection)])
        wanted = [match for match in matches if match.related or _id(match) in declared]
        return fold(varied(wanted), limit + len(declared), apart=set(declared))
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
    collection = collection_in(connection)
    terms = unpack(pack(tokens(title), ()))
    vector = of_length_one({term: weight * collection.idf[term] for term, weight in terms.items()})
    found = most_alike(connection, probes(vector, collection, least=1), TITLE_CANDIDATES)
    held = [row for row in article_rows(connection, found) if row.id != article.id and is_same_title(row.title, title)]
    return min(held, key=lambda row: _distance(row, article)).id if held else None


def _distance(row: ArticleRow, article: Article) -> tuple[bool, float, int]:
    return row.feed_id != article.feed_id, abs(row.dated_at - article.dated_at).total_seconds(), row.id


def _parts(shares: Mapping[int, float], own: Mapping[int, str], theirs: Mapping[int, str]) -> tuple[Part, ...]:
    parts = [
        Part(own.get(term) or theirs.get(term, "?"), round(weight, 4), term in own) for term, weight in shares.items()
    ]
    return tuple(sorted(parts, key=lambda part: (-part.weight, part.word)))


def _id(match: Match) -> int:
    return match.other.profile.article_id


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
