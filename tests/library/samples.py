"""Feeds and articles to fill a library with."""

from html import escape

from reader.library.library import Library


def rss(title: str, *articles: tuple[str, str]) -> bytes:
    """Write an RSS feed of articles, each a title, which is its guid too, and a text."""
    items = "".join(
        f"<item><title>{escape(name)}</title><guid isPermaLink='false'>{escape(name)}</guid>"
        f"<link>https://example.org/{number}</link><pubDate>Mon, 04 May 2026 0{number % 10}:00:00 GMT</pubDate>"
        f"<description>{escape(f'<p>{text}</p>')}</description></item>"
        for number, (name, text) in enumerate(articles)
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>{escape(title)}</title>"
        f"<link>https://example.org/</link><description></description>{items}</channel></rss>"
    ).encode()


PORT_POST = rss(
    "Port Post",
    ("Harbour strike enters day three", "Dock workers stayed out for a third day. Cranes stand idle."),
    ("Talks stall as cranes stand idle", "The union left the talks. Dock workers stay out, and cranes stand idle."),
    ("Old port, new owner", "The terminal was sold to a company from abroad."),
)


def let_removals_be_old(library: Library) -> None:
    """Let it be long ago that feeds were removed."""
    library.connection.execute("UPDATE feed SET removed_at = 0 WHERE removed_at IS NOT NULL")
