import sqlite3

import pytest

from reader.model.filters import ArticleFilter
from reader.store.articles import delete_articles
from reader.store.database import writing
from reader.store.search import index_words, matching_ids, remove_words
from reader.store.states import set_read
from tests.store.samples import NOON, add_articles, add_feed, draft

ALL = ArticleFilter()


def _index(connection: sqlite3.Connection, title: str, body: str, feed: str = "port") -> int:
    key = f"{title} {body}"
    (article_id,) = add_articles(connection, add_feed(connection, feed, folder=feed), draft(key))
    with writing(connection):
        index_words(connection, article_id, title, body)
    return article_id


def _find(connection: sqlite3.Connection, *phrases: str, wanted: ArticleFilter = ALL) -> list[int]:
    return list(matching_ids(connection, [phrase.split() for phrase in phrases], wanted))


def test_every_phrase_must_be_there(connection: sqlite3.Connection) -> None:
    strike = _index(connection, "harbour strike", "cranes stand idle")
    _index(connection, "old harbour", "a new owner")
    assert _find(connection, "harbour", "cranes") == [strike]
    assert _find(connection, "harbour", "submarine") == []


def test_the_words_of_a_phrase_follow_each_other(connection: sqlite3.Connection) -> None:
    article_id = _index(connection, "harbour strike", "cranes stand idle")
    assert _find(connection, "cranes stand") == [article_id]
    assert _find(connection, "stand cranes") == []
    assert _find(connection, "strike cranes") == []


def test_a_word_in_the_title_counts_more(connection: sqlite3.Connection) -> None:
    in_body = _index(connection, "old port", "the strike")
    in_title = _index(connection, "the strike", "old port")
    assert _find(connection, "strike") == [in_title, in_body]


def test_the_newest_comes_first_among_equals(connection: sqlite3.Connection) -> None:
    first = _index(connection, "strike", "a")
    second = _index(connection, "strike", "b")
    assert _find(connection, "strike") == [second, first]
    assert list(matching_ids(connection, [["strike"]], ALL, 1)) == [second]


def test_a_filter_holds_for_a_search_too(connection: sqlite3.Connection) -> None:
    port = _index(connection, "strike", "a", feed="port")
    wire = _index(connection, "strike", "b", feed="wire")
    with writing(connection):
        set_read(connection, [wire], NOON)
    assert _find(connection, "strike", wanted=ArticleFilter(folder="wire")) == [wire]
    assert _find(connection, "strike", wanted=ArticleFilter(unread=True)) == [port]


def test_accents_and_case_make_no_difference(connection: sqlite3.Connection) -> None:
    article_id = _index(connection, "Café Ünder", "ÉTÉ Hộ")
    for word in ("cafe", "CAFÉ", "under", "ete", "cafe\u0301", "ho"):
        assert _find(connection, word) == [article_id]


WORDS = [
    "2026",
    "3.14",
    "c++",
    "don't",
    "a_b",
    "हिन्दी",
    "தமிழ்",
    "ไทย",
    "東京",
    "京都",
    "한국",
    "עברית",
    "العربية",
    "ʻokina",
    "👩‍🚀",
    "🏗",
    "\U000203a0\U000203a1",
    "Ⅷ",
    "½",
    "€5",
    "\ue000",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stays_whole_whatever_it_is_made_of(connection: sqlite3.Connection, word: str) -> None:
    article_id = _index(connection, "a", f"b {word} c")
    assert _find(connection, word) == [article_id]
    assert _find(connection, f"b {word} c") == [article_id]
    connection.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, fulltext, row)")
    assert connection.execute("SELECT count(*) FROM temp.word").fetchone() == (4,)


@pytest.mark.parametrize(
    "text", ['"', '"" OR "', "strike*", "NEAR(strike)", "title:strike", "-strike", "NOT", "^strike"]
)
def test_what_means_something_to_sqlite_is_only_text(connection: sqlite3.Connection, text: str) -> None:
    _index(connection, "strike", "harbour")
    assert _find(connection, text) == []
    literal = _index(connection, "words", text)
    assert _find(connection, text) == [literal]


def test_a_search_for_nothing_finds_nothing(connection: sqlite3.Connection) -> None:
    _index(connection, "strike", "harbour")
    assert _find(connection) == []
    assert _find(connection, "", " ") == []


def test_what_is_removed_is_not_found_and_leaves_no_trace(connection: sqlite3.Connection) -> None:
    article_id = _index(connection, "harbour strike", "cranes stand idle")
    other = _index(connection, "old harbour", "a new owner")
    with writing(connection):
        remove_words(connection, article_id, "harbour strike", "cranes stand idle")
        delete_articles(connection, [article_id])
    assert _find(connection, "harbour") == [other]
    assert _find(connection, "cranes") == []
    connection.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_changed_article_is_found_by_its_new_words(connection: sqlite3.Connection) -> None:
    article_id = _index(connection, "harbour strike", "cranes")
    with writing(connection):
        remove_words(connection, article_id, "harbour strike", "cranes")
        index_words(connection, article_id, "harbour peace", "cranes")
    assert _find(connection, "strike") == []
    assert _find(connection, "harbour peace") == [article_id]
