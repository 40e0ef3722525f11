"""The index of words: it follows the rules by which words are cut, also when these change."""

import asyncio
from hashlib import blake2b
from pathlib import Path

import pytest

from reader.library import indexing
from reader.library.indexing import INDEX_VERSION, INDEXED_AT_ONCE, drop_index, fill_index, held_wording
from reader.library.library import Library, open_library
from reader.library.marking import set_read
from reader.library.reading import article_ids
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source, remove_feed
from reader.model.article import ArticleContent
from reader.model.body import RawBody
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.store.indexing import is_complete
from reader.text import wording
from reader.text.terms import unpack
from reader.text.tokens import tokens
from tests.library.samples import PORT_POST, let_removals_be_old, rss
from tests.library.test_interruptions import check

SAMPLE = ArticleContent(
    "sample",
    "Straßen, Ağ & naïve Café: 3.5 % of U.S. wi-fi users don’t know",
    body=RawBody(
        "<h2>Wörter</h2><p>東京の港で 1,000 <b>cra</b>nes stand&nbsp;idle; e-mail me@example.org</p>"
        "<ul><li>Порт</li><li>ميناء</li></ul><pre>a_b c++</pre><table><tr><td>x</td><td>y</td></tr></table>"
    ),
)


@pytest.fixture
def port(library: Library, tmp_path: Path) -> Feed:
    """Add a feed of three articles."""
    (tmp_path / "port.xml").write_bytes(PORT_POST)
    feed = add_source(library, named_source(str(tmp_path / "port.xml")))
    refresh_all(library, feed)
    return feed


def refresh_all(library: Library, *feeds: Feed) -> None:
    asyncio.run(refresh(library, feeds, lambda report: None))


def found(library: Library, words: str) -> int:
    return len(article_ids(library, ArticleFilter(words=words)))


def test_the_version_stands_for_the_words_that_are_taken_out_of_an_article() -> None:
    cut = held_wording(SAMPLE)
    terms = sorted(unpack(cut.terms).items())
    told = repr((cut.title.split(), cut.text.split(), terms))

    # When this fails, words are cut otherwise than before: raise INDEX_VERSION, and put both here.
    assert (INDEX_VERSION, blake2b(told.encode(), digest_size=8).hexdigest()) == (3, "3ea258203f6d13dd")


def test_words_that_are_cut_by_other_rules_replace_those_that_are_held(
    library: Library, port: Feed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "tokens", lambda text: [f"{word}2" for word in tokens(text)])
    monkeypatch.setattr(indexing, "INDEX_VERSION", INDEX_VERSION + 1)
    (tmp_path / "port.xml").write_bytes(rss("Port Post", ("Old port, new owner", "The terminal was not sold at all.")))

    refresh_all(library, port)

    assert [found(library, words) for words in ("cranes", "cranes2", "abroad2", "sold2")] == [0, 2, 0, 1]
    assert is_complete(library.connection)
    check(library)


def test_a_removed_feed_leaves_no_words_behind_when_the_rules_have_changed(
    library: Library, port: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove_feed(library, port.id)
    let_removals_be_old(library)
    monkeypatch.setattr(wording, "tokens", lambda text: [f"{word}2" for word in tokens(text)])
    monkeypatch.setattr(indexing, "INDEX_VERSION", INDEX_VERSION + 1)

    refresh_all(library)

    for table in ("article", "fulltext_docsize", "vector"):
        assert library.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    check(library)


def test_an_index_is_filled_in_portions_while_others_write_and_goes_on_after_a_stop(
    library: Library, tmp_path: Path
) -> None:
    count = 2 * INDEXED_AT_ONCE + 15
    reports = [(f"Report {number}", f"Cranes stand idle {number}.") for number in range(count)]
    (tmp_path / "many.xml").write_bytes(rss("Many", *reports))
    feed = add_source(library, named_source(str(tmp_path / "many.xml")))
    refresh_all(library, feed)
    drop_index(library)
    assert (found(library, "cranes"), is_complete(library.connection)) == (0, False)

    assert next(fill_index(library)) == (INDEXED_AT_ONCE, count)
    assert found(library, "cranes") == INDEXED_AT_ONCE
    steps = []
    with open_library(library.data_dir, tmp_path) as another:
        for step in fill_index(library):
            steps.append(step)
            set_read(another, [steps[-1][0]], True)  # raises if the library is locked between two portions

    left = INDEXED_AT_ONCE + 15
    assert steps == [(INDEXED_AT_ONCE, left), (left, left)]
    assert (found(library, "cranes"), is_complete(library.connection)) == (count, True)
    check(library)


def test_what_comes_in_goes_and_changes_while_the_index_is_filled_is_indexed_once(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "many.xml"
    path.write_bytes(rss("Many", *[(f"Report {n}", f"Cranes stand idle {n}.") for n in range(25)]))
    feed = add_source(library, named_source(str(path)))
    refresh_all(library, feed)
    drop_index(library)
    filling = fill_index(library)
    next(filling)

    with open_library(library.data_dir, tmp_path) as another:
        path.write_bytes(rss("Many", *[(f"Report {n}", f"Ships wait {n}.") for n in range(27)]))
        refresh_all(another, feed)
    list(filling)

    assert (found(library, "cranes"), found(library, "ships")) == (0, 27)
    check(library)
