"""What an article is found by, taken out of its title and text."""

from reader.model.draft import Wording
from reader.text.terms import MOST_READ, count_terms
from reader.text.tokens import tokens


def wording_of(title: str, text: str) -> Wording:
    """Take the words and terms out of an article, of which `text` is what `text_of` makes of its html."""
    title_words, text_words = tokens(title), tokens(text)
    first_words = text_words if len(text) <= MOST_READ else tokens(text[:MOST_READ])
    return Wording(
        title=" ".join(title_words),
        text=" ".join(text_words),
        words=len(text_words),
        terms=count_terms(title_words, first_words),
    )
