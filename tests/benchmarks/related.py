"""Measure related articles: `python -m tests.benchmarks.related [ARTICLES...]`.

Their cost over made libraries, of 1,000, 10,000 and 100,000 articles unless told; their quality on the labelled set of
the shared test data, if that is there (NEWSREADER_SHARED can name it).
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import mean, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from reader.library.indexing import held_wording
from reader.library.library import Library
from reader.library.reading import get_article
from reader.library.relating import related_articles
from reader.store.database import writing
from reader.store.search import index_words
from reader.store.terms import index_articles, remove_article
from reader.text.terms import term_counts
from tests.benchmarks.made_news import LATEST, Newsroom
from tests.benchmarks.measuring import print_table
from tests.conftest import ROOT
from tests.related.libraries import add, empty_library, made

SIZES = (1_000, 10_000, 100_000)
ARTICLES_AT_ONCE = 100
QUERIES = 200
TABLES = "'term', 'vector', 'posting_data', 'posting_idx'"
BODIES: dict[str, Callable[[str], str]] = {
    "full text": lambda text: text,
    "title and 30 words": lambda text: " ".join(text.split()[:30]),
    "title only": lambda _: "",
}


def measure_cost(size: int) -> tuple[float, ...]:
    """Give what indexing an article and asking for its related ones cost in a library of so many articles."""
    with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
        ids = _fill(library, size)
        asked = Random(size).sample(ids, QUERIES)
        ask = f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({TABLES})"
        (held,) = library.connection.execute(ask).fetchone()
        return (
            _indexing_milliseconds(library, asked),
            held / size,
            *_percentiles(lambda article: related_articles(library, article), asked),
            *_percentiles(_plain_query(library), asked),
        )


def measure_quality(articles: list[dict[str, Any]], body: Callable[[str], str]) -> tuple[float, ...]:
    """Give P@5, MAP, and precision and recall of the same-story mark, over a labelled set in one feed.

    `articles` are objects with `story`, `title` and `text`; those with the same `story` report one event.
    """
    with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
        contents = [
            made(one["title"], body(one["text"]), LATEST + timedelta(minutes=place), guid=str(place))
            for place, one in enumerate(articles)
        ]
        ids = add(library, contents)
        story = {article: one["story"] for article, one in zip(ids, articles, strict=True)}
        precisions, averages, marks, pairs = [], [], [], 0
        for article in ids:
            same = sum(other == story[article] for other in story.values()) - 1
            if not same:
                continue
            answers = related_articles(library, article, 50)
            right = [story[answer.row.id] == story[article] for answer in answers]
            precisions.append(sum(right[:5]) / min(5, same))
            averages.append(sum(sum(right[: place + 1]) / (place + 1) for place, hit in enumerate(right) if hit) / same)
            marks += [hit for answer, hit in zip(answers, right, strict=True) if answer.same_story]
            pairs += same
        return mean(precisions), mean(averages), mean(marks), sum(marks) / pairs


def main(sizes: Iterable[int]) -> None:
    """Print both tables."""
    print_table(
        ("articles", "index ms", "bytes an article", "related p50 ms", "p95", "plain bm25 p50 ms", "p95"),
        ((f"{size:,}", *(f"{figure:,.2f}" for figure in measure_cost(size))) for size in sizes),
    )
    labelled = Path(os.environ.get("NEWSREADER_SHARED", ROOT.parent / "shared")) / "related" / "dev.jsonl"
    if labelled.exists():
        articles = [json.loads(line) for line in labelled.read_text(encoding="utf-8").splitlines()]
        print_table(
            (labelled.name, "P@5", "MAP", "same story: precision", "recall"),
            ((name, *(f"{part:.3f}" for part in measure_quality(articles, body))) for name, body in BODIES.items()),
        )


def _fill(library: Library, size: int) -> list[int]:
    ids: list[int] = []
    news = Newsroom().articles(size)
    while batch := [content for _, content in zip(range(ARTICLES_AT_ONCE), news, strict=False)]:
        new = add(library, batch)
        with writing(library.connection):
            for article, content in zip(new, batch, strict=True):
                words = held_wording(content)
                index_words(library.connection, article, words.title, words.text)
        ids += new
    return ids


def _indexing_milliseconds(library: Library, asked: list[int]) -> float:
    """Take some articles out of the index and measure the processor time of putting them back, commit and all."""
    articles = {article: get_article(library, article) for article in asked}
    with writing(library.connection):
        for article in asked:
            remove_article(library.connection, article)
    started = process_time()
    with writing(library.connection):
        counted = {it.id: term_counts(it.content.title, it.text) for it in articles.values()}
        index_articles(library.connection, counted)
    return (process_time() - started) / len(asked) * 1000


def _plain_query(library: Library) -> Callable[[int], object]:
    """Make a query as a reader without an index of its own would ask it: any of 15 words of the article, by bm25."""

    def ask(article: int) -> object:
        held = get_article(library, article)
        words = " OR ".join(f'"{word}"' for word, _ in term_counts(held.content.title, held.text).most_common(15))
        find = "SELECT rowid FROM fulltext WHERE fulltext MATCH ? ORDER BY bm25(fulltext) LIMIT 20"
        return library.connection.execute(find, (words,)).fetchall()

    return ask


def _percentiles(ask: Callable[[int], object], asked: list[int]) -> Iterator[float]:
    """Give the median and the 95th percentile of the milliseconds that answers take."""
    figures = []
    for article in asked:
        started = perf_counter()
        ask(article)
        figures.append((perf_counter() - started) * 1000)
    twentieths = quantiles(figures, n=20)
    yield from (twentieths[9], twentieths[18])


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
