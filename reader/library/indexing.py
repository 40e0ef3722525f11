"""Making articles findable, by search and as related ones; always in the transaction that stores or deletes them."""

import sqlite3
from dataclasses import dataclass

from reader.model.article import ArticleContent
from reader.store import search, terms
from reader.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article is found by."""

    title: str
    text: str
    title_words: list[str]
    text_words: list[str]


def wording_of(content: ArticleContent) -> Wording:
    """Take the words out of an article, given its `html`."""
    from reader.text.html import text_of

    # From the html and not from `text`: the index forgets an article by the same words, and the html is what is stored.
    text = text_of(content.html)
    return Wording(content.title, text, tokens(content.title), tokens(text))


def index(connection: sqlite3.Connection, article_id: int, wording: Wording) -> None:
    """Make an article findable that is not so yet. Call it inside `writing`."""
    search.index_words(connection, article_id, wording.title_words, wording.text_words)
    terms.index_article(connection, article_id, wording.title, wording.text)


def unindex(connection: sqlite3.Connection, article_id: int, wording: Wording) -> None:
    """Undo `index`, given the same words. Call it inside `writing`."""
    search.remove_words(connection, article_id, wording.title_words, wording.text_words)
    terms.remove_article(connection, article_id)
