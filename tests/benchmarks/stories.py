"""Measure stories: `python -m tests.benchmarks.stories [ARTICLES...]`.

What it costs to bring articles into stories as they arrive, in made libraries of 1,000, 10,000 and 100,000 articles
unless told; and how right the stories are on the labelled set of the shared test data, if that is there.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from itertools import combinations, islice
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from reader.library.grouping import group
from reader.library.library import Library
from reader.library.stories import list_stories
from reader.model.article import ArticleContent
from tests.benchmarks.made_news import LATEST, Newsroom
from tests.benchmarks.measuring import print_table
from tests.benchmarks.related import BODIES
from tests.conftest import ROOT
from tests.related.libraries import add, empty_library, made

SIZES = (1_000, 10_000, 100_000)
ARRIVING = 300
ORDERS = 5


def measure_cost(size: int) -> tuple[float, ...]:
    """Give the processor time of an article that is grouped, in milliseconds, and the share of those in a story.

    Nearly all made articles report on an event that others report on, which costs the most.
    """
    with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
        news = Newsroom().articles(size)
        while batch := list(islice(news, 1_000)):
            _take_in(library, batch[:-ARRIVING])
            _group(library)
            _take_in(library, batch[-ARRIVING:])
        started = process_time()
        _group(library)
        spent = process_time() - started
        grouped = sum(len(story.reports) for story in list_stories(library, LATEST))
        return spent / ARRIVING * 1000, grouped / size


def _take_in(library: Library, contents: Iterable[ArticleContent]) -> None:
    add(library, contents)
    # Made news come 7 minutes apart; stored all at once, they would all count as of one day.
    library.connection.execute("UPDATE article SET sort_at = published_at WHERE sort_at != published_at")


def measure_quality(articles: list[dict[str, Any]], body: Callable[[str], str]) -> tuple[float, ...]:
    """Give precision and recall of pairs in one story, over a labelled set that arrives in several orders."""
    figures = []
    for seed in range(ORDERS):
        order = Random(seed).sample(articles, len(articles))
        with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
            contents = [
                made(one["title"], body(one["text"]), LATEST + timedelta(minutes=place), guid=str(place))
                for place, one in enumerate(order)
            ]
            event = dict(zip(add(library, contents), (one["story"] for one in order), strict=True))
            _group(library)
            figures.append(_pairs_right(library, event))
    return tuple(map(mean, zip(*figures, strict=True)))


def _pairs_right(library: Library, event: Mapping[int, str]) -> tuple[float, float]:
    stories = ([event[report.article_id] for report in story.reports] for story in list_stories(library, LATEST))
    pairs = [one == other for story in stories for one, other in combinations(story, 2)]
    possible = sum(size * (size - 1) // 2 for size in Counter(event.values()).values())
    return sum(pairs) / max(1, len(pairs)), sum(pairs) / possible


def _group(library: Library) -> None:
    for _ in group(library):
        pass


def main(sizes: Iterable[int]) -> None:
    """Print both tables."""
    print_table(
        ("articles", "ms an article", "share in stories"),
        ((f"{size:,}", *(f"{figure:.3f}" for figure in measure_cost(size))) for size in sizes),
    )
    labelled = Path(os.environ.get("NEWSREADER_SHARED", ROOT.parent / "shared")) / "related" / "dev.jsonl"
    if labelled.exists():
        articles = [json.loads(line) for line in labelled.read_text(encoding="utf-8").splitlines()]
        print_table(
            (labelled.name, "pairs: precision", "recall"),
            ((name, *(f"{part:.3f}" for part in measure_quality(articles, body))) for name, body in BODIES.items()),
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
