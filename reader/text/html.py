"""HTML from outside: make it safe, and go from it to plain text and back."""


def clean_html(html: str, base: str | None = None) -> str:
    """Give `html` as safe HTML: known elements only, absolute links, no script, style or terminal control."""
    raise NotImplementedError


def text_of(html: str) -> str:
    """Give safe `html` as plain text, its blocks separated by blank lines."""
    raise NotImplementedError


def plain_to_html(text: str) -> str:
    """Give plain text as paragraphs of HTML, escaped."""
    raise NotImplementedError
