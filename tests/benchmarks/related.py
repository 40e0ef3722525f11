"""Measure related articles: `python -m tests.benchmarks.related [ARTICLES...]`.

Their quality on the labelled set of the shared test data, if that is there (NEWSREADER_SHARED can name it); their cost
over made libraries, of 1,000, 10,000 and 100,000 articles unless told, beside a plain search by bm25 in the same one.
"""

import json
import math
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from reader.library.indexing import INDEXED_AT_ONCE, index
from reader.library.library import Library
from reader.library.reading import get_article, get_articles
from reader.library.relating import related_articles
from reader.store.database import writing
from reader.store.search import remove_words
from reader.store.terms import remove_articles
from reader.text.stopwords import STOP_WORDS
from reader.text.tokens import tokens
from reader.text.wording import wording_of
from tests.benchmarks.made_news import LATEST, Newsroom
from tests.benchmarks.measuring import print_table
from tests.conftest import ROOT
from tests.related.libraries import add, empty_library, made

SIZES = (1_000, 10_000, 100_000)
QUERIES = 200
SHOWN = 20
"""Related articles in the sidebar, unless told otherwise."""
TABLES = "'frequency', 'vector', 'posting_data', 'posting_idx', 'boilerplate'"
BODIES: dict[str, Callable[[str], str]] = {
    "full text": lambda text: text,
    "title and 30 words": lambda text: " ".join(text.split()[:30]),
    "title only": lambda _: "",
}
MADE_FEEDS = 100


def measure_cost(size: int) -> tuple[float, ...]:
    """Give what indexing an article and asking for its related ones cost in a library of so many articles."""
    with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
        ids = _fill(library, size)
        asked = Random(size).sample(ids, QUERIES)
        ask = f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({TABLES})"
        (held,) = library.connection.execute(ask).fetchone()
        words, terms = _indexing_milliseconds(library, ids)
        with empty_library(Path(folder)) as reading:
            before = _resident_megabytes()
            ours, plain = _percentiles([partial(related_articles, reading, limit=SHOWN), _plain_query(reading)], asked)
            added = _resident_megabytes() - before
        return words, terms, held / size, *ours, *plain, ours[1] / plain[1], added


def measure_quality(articles: list[dict[str, Any]], body: Callable[[str], str]) -> tuple[float, ...]:
    """Give P@5, MAP, graded nDCG@5, look-alikes in the top five, and precision and recall of the same-story mark.

    `articles` are objects with `story`, `topic`, `title` and `text`; those with the same `story` report one event, and
    those of one topic look alike. All are put into one feed, and fifty answers are looked at.
    """
    with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
        contents = [
            made(one["title"], body(one["text"]), LATEST + timedelta(minutes=place), guid=str(place))
            for place, one in enumerate(articles)
        ]
        labels = dict(zip(add(library, contents), articles, strict=True))
        figures: list[tuple[float, ...]] = []
        alike: list[float] = []
        marks: list[bool] = []
        pairs = 0
        for article in labels:
            ideal = sorted((_grade(labels, article, other) for other in labels if other != article), reverse=True)
            same = ideal.count(2)
            if not same:
                continue
            rows = [it for found in related_articles(library, article, 50) for it in (found, *found.copies)]
            grades = [_grade(labels, article, it.row.id) for it in rows]
            hits = [place for place, grade in enumerate(grades, 1) if grade == 2]
            figures.append(
                (
                    sum(place <= 5 for place in hits) / min(5, same),
                    sum(number / place for number, place in enumerate(hits, 1)) / same,
                    _gain(grades) / _gain(ideal),
                )
            )
            if same >= 5:
                alike.append(grades[:5].count(1) / 5)
            marks += [grade == 2 for it, grade in zip(rows, grades, strict=True) if it.same_story]
            pairs += same
        return (*map(mean, zip(*figures, strict=True)), mean(alike), mean(marks), sum(marks) / pairs)


def main(sizes: Iterable[int]) -> None:
    """Print both tables."""
    labelled = Path(os.environ.get("NEWSREADER_SHARED", ROOT.parent / "shared")) / "related" / "dev.jsonl"
    if labelled.exists():
        articles = [json.loads(line) for line in labelled.read_text(encoding="utf-8").splitlines()]
        print_table(
            (labelled.name, "P@5", "MAP", "nDCG@5", "look-alikes", "same story: precision", "recall"),
            ((name, *(f"{part:.3f}" for part in measure_quality(articles, body))) for name, body in BODIES.items()),
        )
    heads = (
        "articles", "words ms", "index ms", "bytes an article", "related p50 ms", "p95", "bm25 p50 ms", "p95",
        "p95 ratio", "added MB",
    )  # fmt: skip
    print_table(heads, ((f"{size:,}", *(f"{it:,.2f}" for it in measure_cost(size))) for size in sizes))


def _grade(labels: dict[int, dict[str, Any]], article: int, other: int) -> int:
    one, two = labels[article], labels[other]
    return 2 if one["story"] == two["story"] else 1 if one["topic"] == two["topic"] else 0


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:5], 1))


def _fill(library: Library, size: int) -> list[int]:
    ids: list[int] = []
    news = Newsroom().articles(size)
    while batch := [content for _, content in zip(range(INDEXED_AT_ONCE), news, strict=False)]:
        ids += add(library, batch, f"https://example.org/feed-{len(ids) // INDEXED_AT_ONCE % MADE_FEEDS}")
    return ids


def _indexing_milliseconds(library: Library, ids: list[int]) -> tuple[float, float]:
    """Take as many articles out of the index as are put into it at once.

    Give the processor time of cutting one's words, and of putting it back for search and related articles, commit and
    all.
    """
    found = get_articles(library, ids[-INDEXED_AT_ONCE:], with_text=True)
    texts = {it.id: (it.content.title, it.text) for it in found}
    started = process_time()
    wordings = {article: wording_of(*text) for article, text in texts.items()}
    cut = process_time()
    with writing(library.connection):
        remove_articles(library.connection, texts)
        for article, wording in wordings.items():
            remove_words(library.connection, article, wording.title, wording.text)
    removed = process_time()
    index(library, wordings)
    return (cut - started) / len(texts) * 1000, (process_time() - removed) / len(texts) * 1000


def _plain_query(library: Library) -> Callable[[int], object]:
    """Make a query as a reader without an index of its own would ask it: any of 25 words of the article, by bm25."""

    def ask(article: int) -> object:
        found = get_article(library, article)
        counts = Counter(tokens(f"{found.content.title} {found.text}"))
        words = [word for word, _ in counts.most_common() if word not in STOP_WORDS and len(word) > 1][:25]
        find = "SELECT rowid FROM fulltext WHERE fulltext MATCH ? ORDER BY bm25(fulltext) LIMIT 20"
        return library.connection.execute(find, (" OR ".join(f'"{word}"' for word in words),)).fetchall()

    return ask


def _percentiles(asks: Sequence[Callable[[int], object]], asked: list[int]) -> Iterator[tuple[float, float]]:
    """Give median and 95th percentile of the milliseconds of processor time that answers take, each asked in turn."""
    figures: list[list[float]] = [[] for _ in asks]
    for article in [*asked[:20], *asked]:
        for ask, taken in zip(asks, figures, strict=True):
            started = process_time()
            ask(article)
            taken.append((process_time() - started) * 1000)
    for taken in figures:
        twentieths = quantiles(taken[20:], n=20)
        yield twentieths[9], twentieths[18]


def _resident_megabytes() -> float:
    with suppress(OSError):
        (line,) = (it for it in Path("/proc/self/status").read_text().splitlines() if it.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    return math.nan


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
