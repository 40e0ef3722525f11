"""The bundled guide: it must parse as what it is, tell the truth, and be related as it says."""

import asyncio
import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import reader
from reader.cli.parser import parse as parse_command
from reader.fetch.fetching import fetch
from reader.fetch.files import load
from reader.library.config import check_config
from reader.library.guide import GUIDE, ensure_guide
from reader.library.library import Library, open_library
from reader.library.reading import article_ids, article_rows
from reader.library.relating import related_articles
from reader.library.sources import add_source
from reader.model.article import ArticleContent
from reader.model.blocks import Block, Code, Heading, ListBlock, Quote, Table
from reader.model.filters import ArticleFilter
from reader.model.keys import KEYS, check_keys, shown_keys
from reader.model.parsed import ParsedFeed
from reader.model.raw import FoundFiles, RawFiles
from reader.model.related import RelatedArticle
from reader.model.source import Source, SourceKind
from reader.parse.parsing import parse
from reader.text.blocks import page_of
from reader.tui.themes import OWN
from tests.shown import shown_html, shown_text

FOLDER = Path(reader.__file__).parent / "guide"
FURNITURE = r"(?m)^(Share this|Advertisement|Back to top|Related Articles|Sign up .*)$"


@pytest.fixture(scope="module")
def contents() -> dict[str, ArticleContent]:
    """The guide's articles by file name."""
    source = Source(SourceKind.FOLDER, str(FOLDER))
    found = asyncio.run(fetch(source, {}, None))
    assert isinstance(found, FoundFiles)
    files, problems = load(found.changed)
    feed = parse(source, RawFiles(tuple(files)))
    assert isinstance(feed, ParsedFeed)
    assert (feed.problems, found.problems, problems) == ((), (), [])
    return {entry.key: entry.content for entry in feed.entries}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("config")) as library:
        ensure_guide(library)
        yield library


def test_a_guide_whose_first_reading_was_cut_short_is_read_at_the_next_start(tmp_path: Path) -> None:
    with open_library(tmp_path, tmp_path) as library:
        added = add_source(library, GUIDE)
        read = ensure_guide(library)
        assert read is not None
        assert read.id == added.id
        assert len(article_ids(library, ArticleFilter())) == len([*FOLDER.iterdir()])
        assert ensure_guide(library) is None


def sidebar_of(library: Library, title: str) -> dict[str, RelatedArticle]:
    """Give what is related to the article called `title`, by title, in the order shown."""
    rows = article_rows(library, article_ids(library, ArticleFilter()))
    (article,) = [row for row in rows if row.title == title]
    return {related.row.title: related for related in related_articles(library, article.id)}


def code_blocks(name: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", (FOLDER / name).read_text(), flags=re.MULTILINE | re.DOTALL)


def test_the_guide_is_a_handful_of_short_articles(contents: dict[str, ArticleContent]) -> None:
    assert 8 <= len(contents) <= 12
    lengths = {name: len(shown_text(content).split()) for name, content in contents.items()}
    assert {name: length for name, length in lengths.items() if not 130 <= length <= 350} == {}


def test_every_article_has_a_title_an_author_and_a_date(contents: dict[str, ArticleContent]) -> None:
    for name, content in contents.items():
        assert content.title, name
        assert content.author, name
        assert content.published_at is not None, name
        assert datetime(2026, 11, 1, tzinfo=UTC) < content.published_at < datetime(2026, 12, 1, tzinfo=UTC), name


def test_the_newest_article_is_the_welcome(contents: dict[str, ArticleContent]) -> None:
    newest_first = sorted(contents, key=lambda name: str(contents[name].published_at), reverse=True)
    assert newest_first[0] == "welcome.md"


def test_saved_pages_have_a_section_and_no_furniture(contents: dict[str, ArticleContent]) -> None:
    saved = {name: content for name, content in contents.items() if name.endswith(".txt")}
    assert {content.section for content in saved.values()} == {"Guide", "Business"}
    assert [name for name, content in saved.items() if re.search(FURNITURE, shown_text(content))] == []


def test_what_an_article_declares_as_related_is_in_the_guide(contents: dict[str, ArticleContent]) -> None:
    declared = {title for content in contents.values() for title in content.related_titles}
    assert declared
    assert declared <= {content.title for content in contents.values()}


def test_the_guide_shows_every_kind_of_block(contents: dict[str, ArticleContent]) -> None:
    pages = [page_of(shown_html(content)) for content in contents.values()]
    kinds: set[type[Block]] = {type(block) for page in pages for block in page.blocks}
    assert {Heading, ListBlock, Table, Quote, Code} <= kinds
    assert any(page.links for page in pages)


def test_the_sidebar_of_the_last_report_shows_the_whole_strike(library: Library) -> None:
    shown = sidebar_of(library, "Kelderhaven dockers end harbour strike")
    assert {title for title, related in shown.items() if related.same_story} == {
        "Harbour strike at Kelderhaven enters third day as ships wait",
        "Crane crews walk out as harbour strike begins at Kelderhaven",
    }
    assert list(shown)[2] == "Old grain terminal at Kelderhaven finds a buyer"
    assert not any(related.declared for related in shown.values())


def test_nothing_but_the_strike_is_a_story(library: Library) -> None:
    rows = article_rows(library, article_ids(library, ArticleFilter()))
    told = {row.title for row in rows for related in related_articles(library, row.id) if related.same_story}
    assert len(told) == 3
    assert all("strike" in title for title in told)


def test_the_sidebar_of_the_first_report_shows_what_its_paper_declared(library: Library) -> None:
    shown = sidebar_of(library, "Crane crews walk out as harbour strike begins at Kelderhaven")
    assert [title for title, related in shown.items() if related.declared] == [
        "Old grain terminal at Kelderhaven finds a buyer"
    ]


def test_the_keys_the_guide_names_are_the_defaults() -> None:
    text = (FOLDER / "moving-about.md").read_text()
    named = set(re.findall(r"`([^`]+)`", text))
    assert named <= {name for key in KEYS for name in shown_keys(key, {}).split()}


def test_the_command_lines_in_the_guide_are_some() -> None:
    blocks = code_blocks("adding-sources.md") + code_blocks("command-line.md")
    lines = re.findall(r"\bnewsreader\b(.*?)(?: \| .*)?$", "".join(blocks), flags=re.MULTILINE)
    assert len(lines) > 8
    for line in lines:
        parse_command(shlex.split(line))


def test_the_config_file_in_the_guide_is_right() -> None:
    (block,) = code_blocks("keys-and-colours.md")
    config, complaints = check_config(tomllib.loads(block))
    assert complaints == []
    assert config.theme in {theme.name for theme in OWN}
    assert check_keys(config.keys) == (config.keys, [])
