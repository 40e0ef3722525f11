"""The invented news in `news/` as a library: written as feeds and notes, and read by the real program.

A file of `news/` is a paper. Its articles begin with `# Title`, and a line with the hours before now at which they were
published, the author, the section, and whether they are read and bookmarked.
"""

import asyncio
import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

from reader.library.library import Library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids, article_rows
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.feed import Feed
from reader.model.filters import ArticleFilter
from reader.text.markdown import markdown_to_html

NEWS = Path(__file__).resolve().parent / "news"
XML = '<?xml version="1.0" encoding="UTF-8"?>'


class Made(NamedTuple):
    """One invented article."""

    title: str
    text: str
    """Markdown."""
    published_at: datetime
    author: str
    section: str
    marks: Sequence[str]
    """Of "read" and "bookmarked"."""


class Paper(NamedTuple):
    """One invented feed."""

    name: str
    """Of its file in `news/` and of its site."""
    title: str
    folder: str
    publish: Callable[["Paper", Sequence[Made], Path], Path]
    """Writes the paper into a directory, and gives the file or folder it can be read from."""
    fails: bool = False
    """Whether it could be read once, but can't be any more."""


def write_rss(paper: Paper, articles: Sequence[Made], directory: Path) -> Path:
    """Write a paper as an RSS file."""

    def lines() -> Iterator[str]:
        yield f'{XML}<rss version="2.0"><channel><title>{escape(paper.title)}</title>'
        for number, article in enumerate(articles):
            yield f"<item><title>{escape(article.title)}</title><link>https://{paper.name}.example/{number}</link>"
            yield f"<author>{escape(article.author)}</author><category>{escape(article.section)}</category>"
            yield f"<pubDate>{format_datetime(article.published_at)}</pubDate>"
            yield f"<description>{escape(markdown_to_html(article.text))}</description></item>"
        yield "</channel></rss>"

    return _write(directory / f"{paper.name}.xml", "\n".join(lines()))


def write_atom(paper: Paper, articles: Sequence[Made], directory: Path) -> Path:
    """Write a paper as an Atom file."""
    site = f"https://{paper.name}.example"

    def lines() -> Iterator[str]:
        yield f'{XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(paper.title)}</title><id>{site}</id>'
        for number, article in enumerate(articles):
            when = article.published_at.isoformat()
            yield f"<entry><title>{escape(article.title)}</title><id>{site}/{number}</id>"
            yield f'<link href="{site}/{number}"/><author><name>{escape(article.author)}</name></author>'
            yield f"<published>{when}</published><updated>{when}</updated>"
            yield f'<content type="html">{escape(markdown_to_html(article.text))}</content></entry>'
        yield "</feed>"

    return _write(directory / f"{paper.name}.xml", "\n".join(lines()))


def write_notes(paper: Paper, articles: Sequence[Made], directory: Path) -> Path:
    """Write a paper as a folder of Markdown files; the folder's name is its title."""
    folder = directory / paper.title
    folder.mkdir()
    for number, article in enumerate(articles):
        head = f"---\nauthor: {article.author}\nsection: {article.section}\n---\n# {article.title}\n"
        path = _write(folder / f"{number}.md", head + article.text)
        seconds = article.published_at.timestamp()
        os.utime(path, (seconds, seconds))
    return folder


PAPERS = (
    Paper("port-post", "Port Post", "World", write_rss),
    Paper("northern-wire", "Northern Wire", "World", write_rss),
    Paper("harbour-daily", "Harbour Daily", "World", write_rss),
    Paper("field-notes", "Field Notes", "Science", write_notes),
    Paper("long-view", "The Long View", "Science", write_atom),
    Paper("small-machines", "Small Machines", "Tech", write_rss),
    Paper("kernel-kettle", "Kernel & Kettle", "Tech", write_rss, fails=True),
)


def fill(library: Library, directory: Path) -> None:
    """Fill a library with the invented news, published in `directory`: some read, some bookmarked, and a failing feed.

    Starts event loops of its own, so it can't be called inside of one.
    """
    now = datetime.now(UTC)
    made: dict[str, Made] = {}
    for paper in PAPERS:
        articles = list(read_articles(NEWS / f"{paper.name}.md", now))
        place = paper.publish(paper, articles, directory)
        feed = add_source(library, named_source(str(place)), folder=paper.folder)
        _refresh(library, feed)
        if paper.fails:
            _write(place, "<html><p>We have moved.</p></html>")
            _refresh(library, feed)
        made |= {article.title: article for article in articles}
    _mark(library, made)


def read_articles(path: Path, now: datetime) -> Iterator[Made]:
    """Read the articles of a file of `news/`."""
    for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, facts, text = part.split("\n", 2)
        hours, author, section, *marks = facts.split(" · ")
        yield Made(title, text, now - timedelta(hours=float(hours)), author, section, marks)


def _mark(library: Library, made: dict[str, Made]) -> None:
    rows = article_rows(library, article_ids(library, ArticleFilter()))
    set_read(library, [row.id for row in rows if "read" in made[row.title].marks], True)
    set_bookmarked(library, [row.id for row in rows if "bookmarked" in made[row.title].marks], True)


def _refresh(library: Library, feed: Feed) -> None:
    asyncio.run(refresh(library, [feed], lambda report: None))


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
