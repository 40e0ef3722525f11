"""Text files from disk: news pages and notes as plain text, Markdown, and saved web pages."""

from collections.abc import Callable
from pathlib import PurePath

from reader.model.article import ArticleContent
from reader.model.body import RawBody
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.model.raw import RawFile, RawFiles
from reader.model.source import Source, SourceKind
from reader.parse.daterange import plausible
from reader.parse.savedpage import SavedPage
from reader.parse.summaries import summarise
from reader.text.encoding import decode
from reader.text.html import text_of
from reader.text.safe import safe_line
from reader.text.stripping import stripped_text


def parse_text_files(source: Source, raw: RawFiles) -> ParsedFeed:
    """Parse the new and changed files of a folder, or the one file of a source."""
    is_folder = source.kind is SourceKind.FOLDER
    return ParsedFeed(
        kind=FeedKind.FOLDER if is_folder else FeedKind.TEXT,
        title=safe_line(PurePath(source.location).name) or None,
        site=None,
        entries=tuple(read_text_file(file) for file in raw.files),
    )


def read_text_file(file: RawFile) -> ParsedEntry:
    """Read one file; its name and time stand in for the title and the date it lacks."""
    page = _reader_for(file)(decode(file.body))
    body = RawBody(page.html)
    title = page.title or safe_line(PurePath(file.path).stem) or file.key
    content = ArticleContent(
        guid=file.key,
        title=title,
        link=page.link,
        author=page.author,
        section=page.section,
        tags=page.tags,
        published_at=page.published_at or page.updated_at or plausible(file.modified_at),
        updated_at=page.updated_at,
        summary=summarise(page.summary or _below(title, text_of(page.html))),
        body=body,
        related_titles=page.related_titles,
    )
    return ParsedEntry(file.key, content, stripped_text(body))


def _below(title: str, text: str) -> str:
    """Give a text without its first line if that is the title."""
    first, _, rest = text.partition("\n")
    return rest if first.strip() == title else text


def _reader_for(file: RawFile) -> Callable[[str], SavedPage]:
    """Give the function that reads files of this suffix. Its libraries are heavy, so each is imported when needed."""
    suffix = PurePath(file.path).suffix.lower()
    if suffix in {".md", ".markdown"}:
        from reader.parse.markdown import read_markdown

        return read_markdown
    if suffix in {".html", ".htm"}:
        from reader.parse.webpage import read_web_page

        return read_web_page
    from reader.parse.plaintext import read_plain_text

    return read_plain_text
