"""Libraries of made articles, the same on every machine: `python -m tests.benchmarks.made_library ARTICLES`."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from reader.library.indexing import fill_index
from reader.library.library import open_library
from reader.library.sources import add_source
from reader.library.storing import store_files
from reader.model.article import ArticleContent
from reader.model.body import RawBody
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.model.source import Source, SourceKind
from reader.store.schema import MIGRATIONS

FEEDS = 100
FOLDERS = ("World", "Business", "Science", "Culture", "Sport", None)
TOPICS = 400
PARAGRAPHS_OF_A_TOPIC = 30
WORDS_OF_A_PARAGRAPH = 75
PARAGRAPHS = 6
"""Of an article, which come to about 3 KB."""
LATEST = datetime(2026, 11, 20, 12, tzinfo=UTC)
APART = timedelta(minutes=7)
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvwz" for vowel in ("a", "e", "i", "o", "u", "en", "ar")]


def made_library(articles: int) -> Path:
    """Give the data directory of a library of so many articles, made if it is not there from another time.

    Titles begin with a number of six digits; the newest article has the highest. A body begins with "Report" and the
    same number.
    """
    folder = Path(tempfile.gettempdir()) / f"newsreader-made-{articles}-{max(MIGRATIONS)}"
    if not folder.exists():
        unfinished = Path(tempfile.mkdtemp(prefix="newsreader-making-"))
        print(f"making a library of {articles} articles in {folder}", file=sys.stderr)
        fill(unfinished, articles)
        shutil.move(unfinished, folder)
    return folder


def fill(data_dir: Path, articles: int) -> None:
    """Store so many made articles in the library in `data_dir`, in all feeds alike."""
    chance = Random(articles)
    topics = _topics(chance)
    with open_library(data_dir, data_dir) as library:
        for number in range(min(FEEDS, articles)):
            source = Source(SourceKind.URL, f"https://made.invalid/feed-{number:03d}.xml")
            feed = add_source(library, source, folder=FOLDERS[number % len(FOLDERS)])
            entries = tuple(
                _entry(serial, LATEST - APART * (articles - serial), topics, chance)
                for serial in range(number, articles, FEEDS)
            )
            store_files(library, feed, ParsedFeed(FeedKind.RSS, f"Paper {number:03d}", None, entries), {})
        for _ in fill_index(library):
            pass


def _entry(serial: int, published_at: datetime, topics: list[list[str]], chance: Random) -> ParsedEntry:
    topic = topics[int(chance.random() ** 2 * TOPICS)]
    paragraphs = [f"Report {serial:06d}.", *chance.sample(topic, PARAGRAPHS)]
    headline = " ".join(chance.choice(topic).split()[:7]).rstrip(".,").capitalize()
    return ParsedEntry(
        key=f"{serial:06d}",
        content=ArticleContent(
            guid=f"{serial:06d}",
            title=f"{serial:06d} {headline}",
            link=f"https://made.invalid/{serial:06d}",
            published_at=published_at,
            summary=paragraphs[1],
            body=RawBody("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)),
        ),
        text="\n\n".join(paragraphs),
    )


def _topics(chance: Random) -> list[list[str]]:
    """Write paragraphs for each topic: common words by Zipf's law, and every fifth word one of the topic's own."""
    words = sorted({_word(chance) for _ in range(40_000)})
    chance.shuffle(words)
    often = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def paragraph(own: list[str]) -> Iterator[str]:
        for place, common in enumerate(chance.choices(words, cum_weights=often, k=WORDS_OF_A_PARAGRAPH)):
            yield chance.choice(own) if place % 5 == 4 else common
            if place % 15 == 14:
                yield "."

    return [
        [
            " ".join(paragraph(own)).replace(" .", ".").capitalize()
            for own in [chance.sample(words, 25)] * PARAGRAPHS_OF_A_TOPIC
        ]
        for _ in range(TOPICS)
    ]


def _word(chance: Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))


if __name__ == "__main__":
    print(made_library(int(sys.argv[1])))
