"""What an article is found by, taken out of its title and text."""

from reader.model.draft import Wording
from reader.text.names import names
from reader.text.terms import SHORT, pack
from reader.text.tokens import tokens


def wording_of(title: str, text: str) -> Wording:
    """Take the words and terms out of an article, of which `text` is what `text_of` makes of its html."""
    title_words, text_words = tokens(title), tokens(text)
    is_short = len(title_words) + len(text_words) <= SHORT
    return Wording(
        title=" ".join(title_words),
        text=" ".join(text_words),
        words=len(text_words),
        terms=pack(title_words, text_words, names(title, text) if is_short else ()),
    )
