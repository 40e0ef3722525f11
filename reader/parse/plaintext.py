"""Plain text: news pages saved as text, and notes of any other shape."""

from reader.parse.mail import read_mail_header
from reader.parse.newspage import read_news_page
from reader.parse.savedpage import MOST_TITLE, SavedPage
from reader.text.html import note_to_html, plain_to_html
from reader.text.repeats import HEADING_MARKS
from reader.text.safe import safe_line, safe_text


def read_plain_text(text: str) -> SavedPage:
    """Read plain text. Of a news page the furniture is left out, of a mail or note nothing."""
    written, text = text, safe_text(text)
    if header := read_mail_header(text):
        subject, found = header
        return SavedPage(
            html=note_to_html(written),
            title=safe_line(subject),
            author=found.author and safe_line(found.author, most=200),
            published_at=found.published_at,
        )
    page = read_news_page(text)
    if page is None:
        return SavedPage(html=note_to_html(written), title=_first_line(text))
    return SavedPage(
        html=note_to_html(written) if page.body == text else plain_to_html(page.body),
        title=(page.title and safe_line(page.title)) or _first_line(page.body),
        author=page.credits.author and safe_line(page.credits.author, most=200),
        section=page.section and safe_line(page.section),
        tags=tuple(safe_line(tag, most=100) for tag in page.tags),
        published_at=page.credits.published_at,
        updated_at=page.credits.updated_at,
        related_titles=tuple(safe_line(title) for title in page.related_titles),
    )


def _first_line(text: str) -> str | None:
    """Give the first line if it is short enough for a title, without the marks that make it a heading."""
    line = safe_line(text.lstrip().partition("\n")[0].strip(HEADING_MARKS))
    return line if len(line) <= MOST_TITLE and any(character.isalnum() for character in line) else None
